import {columnBatch} from "../../database/column-batch.ts";
import type {Database, Row} from "../../database/database.ts";
import {forgetDerived} from "../../database/derive/derive.ts";
import {referenceTables} from "../../database/reference-tables.ts";
import {type DeliveredTable, deliveredTables} from "../../database/tables.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {deliver, type Source} from "./deliver.ts";
import type {RowsOf} from "./table-rows.ts";
import {type DoubleRow, type Export, type ExportRow, timeline} from "./timeline.ts";

/** What is left of a source after it was written: rows that its newest table has twice. */
export interface Rewritten {
  readonly doubles: readonly DoubleRow[];
}

type ExportFile = {sha256: string; levering_nummer: number; peildatum: IsoDate; koppeling: string};

/**
 * Makes the rows of a source again from all its tables, as they stand in the archive.
 *
 * Nothing is added to what was there: so the outcome does not hang on the order of arrival, and a rebuild gives the same.
 * To be called in a transaction.
 *
 * @param rowsOf  the rows of a table, by its SHA-256 and how it is read
 */
export async function rewriteSource(database: Database, source: Source, rowsOf: RowsOf): Promise<Rewritten> {
  const {gemeenteCode, bron, soort} = source;
  const files = await database.query<ExportFile>(
    `select sha256, levering_nummer, peildatum, koppeling from tabel_export
     where gemeente_code = $gemeente_code and bron = $bron and soort = $soort
     order by peildatum, levering_nummer, sha256`,
    {gemeente_code: gemeenteCode, bron, soort},
  );
  const exports = await readExports(files, rowsOf);
  if (soort === "kosten") {
    await replaceCosts(database, source, exports.at(-1)?.rows ?? []);
    return {doubles: []};
  }
  const {rows, doubles} = timeline(soort, exports);
  // Rows that were there before may be gone or other ones.
  await forgetDerived(database);
  await removeRows(database, source);
  const leveringNummer = files.at(-1)?.levering_nummer ?? 0;
  await deliver(source, rows, leveringNummer, (table, own) => addRows(database, source, table, own));
  return {doubles};
}

/** Tables that came in one delivery are one table in parts: a suite that writes a file for each year. */
async function readExports(files: readonly ExportFile[], rowsOf: RowsOf): Promise<Export[]> {
  const exports: Export[] = [];
  for (const parts of Map.groupBy(files, ({levering_nummer}) => levering_nummer).values()) {
    const rows: ExportRow[] = [];
    for (const {sha256, koppeling} of parts) {
      for (const {number, values} of await rowsOf(sha256, koppeling)) rows.push({number, values, sha256});
    }
    exports.push({peildatum: parts.at(-1)!.peildatum, rows});
  }
  return exports.sort((a, b) => (a.peildatum < b.peildatum ? -1 : a.peildatum > b.peildatum ? 1 : 0));
}

const filledTables = [
  "toewijzing_versie",
  "start",
  "stop",
  "verzoek",
  "retour",
  "declaratie",
  "prestatie",
  "declaratie_antwoord",
  "prestatie_antwoord",
  "bericht",
] as const satisfies readonly DeliveredTable[];

async function removeRows(database: Database, {gemeenteCode, bron, soort}: Source): Promise<void> {
  const parameters = {gemeente_code: gemeenteCode, bron, soort};
  for (const table of filledTables) {
    await database.execute(
      `delete from ${table} where exists (
         select 1 from tabel_bericht
         where tabel_bericht.gemeente_code = ${table}.gemeente_code
           and tabel_bericht.bericht_id = ${table}.bericht_id
           and tabel_bericht.gemeente_code = $gemeente_code
           and tabel_bericht.bron = $bron
           and tabel_bericht.soort = $soort
       )`,
      parameters,
    );
  }
  await database.execute(
    "delete from tabel_bericht where gemeente_code = $gemeente_code and bron = $bron and soort = $soort",
    parameters,
  );
}

async function addRows(database: Database, source: Source, table: DeliveredTable, rows: readonly Row[]): Promise<void> {
  await database.append(columnBatch(table, deliveredTables[table], rows));
  if (table !== "bericht") return;
  const {gemeenteCode, bron, soort} = source;
  const own = rows.map(({bericht_id}): Row => ({gemeente_code: gemeenteCode, bericht_id: bericht_id!, bron, soort}));
  await database.append(columnBatch("tabel_bericht", tabelBerichtColumns, own));
}

const tabelBerichtColumns = {gemeente_code: "text", bericht_id: "bigint", bron: "text", soort: "text"} as const;

/** Costs have one time: the newest table of a source is what it says. */
async function replaceCosts(database: Database, {gemeenteCode, bron}: Source, rows: readonly ExportRow[]) {
  await database.execute("delete from overige_kosten where gemeente_code = $gemeente_code and bron = $bron", {
    gemeente_code: gemeenteCode,
    bron,
  });
  const types = Object.fromEntries(
    Object.entries(referenceTables.overige_kosten).map(([name, column]) => [name, column.type]),
  );
  const costs = rows.map(({values}): Row => ({...values, gemeente_code: gemeenteCode, bron}));
  await database.append(columnBatch("overige_kosten", types, costs));
}
