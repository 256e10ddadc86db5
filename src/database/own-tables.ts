import {columnBatch} from "./column-batch.ts";
import type {ColumnType, Database, Row} from "./database.ts";

/**
 * The tables that no archive can give back: what this installation did and what people made in it.
 *
 * `rebuild` copies each of them into the database it makes. A new table of that kind is added here and nowhere else.
 */
export const ownTables = {
  ontvangst: {
    ontvangst_nummer: "integer",
    levering_nummer: "integer",
    taak: "text",
    herkomst: "text",
    door: "text",
    bron: "text",
    ontvangen_op: "timestamp",
    begonnen_op: "timestamp",
    klaar_op: "timestamp",
    seconden: "double",
    bestanden: "integer",
    berichten: "integer",
    ingenomen: "integer",
    met_bevindingen: "integer",
    geweigerd: "integer",
    al_aanwezig: "integer",
    overgeslagen: "integer",
    verslag: "text",
  },
  toegangstoken: {
    naam: "text",
    sha256: "text",
    bereik: "text",
    gemaakt_op: "timestamp",
    geldig_tot: "timestamp",
    laatst_gebruikt_op: "timestamp",
    ingetrokken_op: "timestamp",
  },
  gebruiker: {
    id: "text",
    issuer: "text",
    subject: "text",
    naam: "text",
    email: "text",
    laatste_rol: "text",
    gemaakt_op: "timestamp",
    laatst_gezien_op: "timestamp",
    geblokkeerd_op: "timestamp",
  },
  aanmelding: {
    op: "timestamp",
    gebruiker_id: "text",
    gebeurtenis: "text",
    reden: "text",
  },
  inzage_eerder: {
    op: "timestamp",
    wie: "text",
    wat: "text",
    sha256: "text",
  },
  schermrecht: {
    wijziging: "integer",
    scherm: "text",
    rol: "text",
    mag: "boolean",
    op: "timestamp",
    door: "text",
  },
  rolrecht: {
    gemeente_code: "text",
    wijziging: "integer",
    gebruiker_id: "text",
    naam: "text",
    rol: "text",
    dimensie: "text",
    waarde: "text",
    mag: "boolean",
    op: "timestamp",
    door: "text",
  },
  inzage: {
    nummer: "bigint",
    op: "timestamp",
    gebruiker: "text",
    rol: "text",
    doel: "text",
    soort: "text",
    wat: "text",
    vraag: "text",
    gegevens_versie: "integer",
    betrokkene: "text",
    sha256: "text",
    uitkomst: "text",
    sessie: "text",
    trace_id: "text",
    span_id: "text",
    vorige: "text",
    hash: "text",
  },
  inzage_zegel: {
    nummer: "bigint",
    hash: "text",
    op: "timestamp",
    reden: "text",
    regels: "bigint",
  },
  betrokkene_eerder: {
    eerder: "text",
    nu: "text",
  },
  verzoek_inwoner: {
    nummer: "integer",
    soort: "text",
    ontvangen_op: "date",
    uiterlijk_op: "date",
    door: "text",
    betrokkene: "text",
    grond: "text",
    uitkomst: "text",
    klaar_op: "timestamp",
  },
  reservekopie: {
    op: "timestamp",
    bestand: "text",
    bytes: "bigint",
    met_sleutels: "boolean",
  },
  gewist_bestand: {
    sha256: "text",
    op: "timestamp",
    reden: "text",
  },
  controle: {
    op: "timestamp",
    seconden: "double",
    bestanden: "bigint",
    berichten: "bigint",
    verschillen: "integer",
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

/** Copies what no archive gives back from one database into another, whose own tables are empty. */
export async function carryOver(from: Database, to: Database): Promise<void> {
  for (const [table, types] of Object.entries(ownTables)) {
    const rows = await from.query<Row>(`select ${Object.keys(types).join(", ")} from ${table}`);
    if (rows.length > 0) await to.append(columnBatch(table, types, rows));
  }
}
