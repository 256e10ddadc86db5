import type {Row, Value} from "../../database/database.ts";
import type {DeliveredTable} from "../../database/tables.ts";
import {type IsoDate, lastDay, monthOf} from "../../standards/calendar.ts";
import {berichtIdOf, digestOf} from "../workers/digest.ts";
import type {TableKind} from "./fields.ts";
import type {FieldValue} from "./read-value.ts";
import type {TimedRow} from "./timeline.ts";

/** Of whom a table is. */
export interface Source {
  readonly gemeenteCode: string;
  readonly bron: string;
  readonly soort: TableKind;
}

/** Takes rows of one of the delivered tables. */
export type Sink = (table: DeliveredTable, rows: readonly Row[]) => Promise<void>;

const rowsAtOnce = 20_000;

/**
 * Writes rows of a table down as the messages would have told them, so that everything behind the door counts both alike.
 *
 * Each day, aanbieder and soort has a Bericht of its own, of release 'tabel'. What the table calls gone is a Bericht that
 * was refused on that day: as never sent from then on.
 */
export async function deliver(
  source: Source,
  rows: readonly TimedRow[],
  leveringNummer: number,
  sink: Sink,
): Promise<void> {
  const writer = new Writer(source, leveringNummer);
  for (const timed of rows) {
    writers[source.soort](writer, timed);
    if (writer.waiting >= rowsAtOnce) await writer.handOver(sink);
  }
  writer.closeDeclaraties();
  await writer.handOver(sink);
}

const writers: Readonly<Record<TableKind, (writer: Writer, timed: TimedRow) => void>> = {
  toewijzingen: writeVersie,
  leveringen: writeLevering,
  declaratieregels: writePrestatie,
  kosten: () => {
    throw new Error("costs are not told by Berichten");
  },
};

interface Letter {
  readonly berichtId: bigint;
  readonly identificatie: string;
  readonly wet: string;
  readonly aanbieder: string;
  readonly from: IsoDate;
  lines: number;
}

class Writer {
  readonly #source: Source;
  readonly #leveringNummer: number;
  #rows = new Map<DeliveredTable, Row[]>();
  /** Rows not handed over yet. */
  waiting = 0;
  readonly #letters = new Map<string, Letter>();
  readonly #referenties = new Set<string>();
  readonly #declaraties = new Map<Letter, Row>();

  constructor(source: Source, leveringNummer: number) {
    this.#source = source;
    this.#leveringNummer = leveringNummer;
  }

  add(table: DeliveredTable, row: Row): void {
    this.waiting++;
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [row]);
    else rows.push(row);
  }

  /** The Bericht of this soort that says it on this day, until it is taken back. `own` keeps apart what must be. */
  letter(soort: string, {row, from, until}: TimedRow, own: readonly (string | null)[] = []): Letter {
    const {gemeenteCode, bron} = this.#source;
    const wet = String(row.values.wet);
    const aanbieder = String(row.values.aanbieder);
    const key = JSON.stringify([gemeenteCode, bron, soort, wet, aanbieder, from, until, ...own]);
    const known = this.#letters.get(key);
    if (known !== undefined) return known;
    const digest = digestOf(Buffer.from(key));
    const identificatie = `T${digest.hex.slice(0, 15)}`.toUpperCase();
    const letter = {berichtId: berichtIdOf(digest), identificatie, wet, aanbieder, from, lines: 0};
    this.#letters.set(key, letter);
    this.add("bericht", {
      gemeente_code: gemeenteCode,
      bericht_id: letter.berichtId,
      wet,
      soort,
      release: "tabel",
      aanbieder,
      identificatie,
      dagtekening: from,
      sha256: row.sha256,
      levering_nummer: this.#leveringNummer,
      toestand: "ingenomen",
      verzonden_op: null,
    });
    if (until !== null) this.#takeBack(soort, letter, until);
    return letter;
  }

  /** What every row of this Bericht begins with. */
  line(letter: Letter, {row}: TimedRow): Row {
    const {gemeenteCode} = this.#source;
    const client = String(row.values.client);
    const {berichtId, wet, aanbieder, from} = letter;
    return {
      gemeente_code: gemeenteCode,
      bericht_id: berichtId,
      regel: ++letter.lines,
      wet,
      client,
      aanbieder,
      dagtekening: from,
    };
  }

  /** True the first time a request is met. */
  isNewRequest(key: string): boolean {
    if (this.#referenties.has(key)) return false;
    this.#referenties.add(key);
    return true;
  }

  /** A reference that no other line of this Bericht has: a 325 refuses by it. */
  ownReferentie(letter: Letter, told: string | null): string {
    const base = told ?? `R${letter.lines}`;
    for (let number = 1; ; number++) {
      const own = number === 1 ? base : `${base}/${number}`;
      if (this.isNewRequest(`${letter.berichtId} ${own}`)) return own;
    }
  }

  /** The Declaratie that the lines of a 323 add up to. */
  addToDeclaratie(letter: Letter, prestatie: Row, nummer: string | null): void {
    const {gemeenteCode} = this.#source;
    const known = this.#declaraties.get(letter);
    if (known === undefined) {
      const {berichtId, wet, aanbieder, identificatie, from} = letter;
      const row: Row = {
        gemeente_code: gemeenteCode,
        bericht_id: berichtId,
        wet,
        aanbieder,
        identificatie,
        declaratie_nummer: nummer ?? identificatie,
        begindatum: prestatie.begindatum!,
        einddatum: prestatie.einddatum!,
        declaratie_dagtekening: from,
        totaal_cents: prestatie.cents!,
        dagtekening: from,
      };
      this.#declaraties.set(letter, row);
      return;
    }
    if (prestatie.begindatum! < known.begindatum!) known.begindatum = prestatie.begindatum!;
    if (prestatie.einddatum! > known.einddatum!) known.einddatum = prestatie.einddatum!;
    known.totaal_cents = Number(known.totaal_cents) + Number(prestatie.cents);
  }

  /** Once all lines are added up. */
  closeDeclaraties(): void {
    for (const row of this.#declaraties.values()) this.add("declaratie", row);
  }

  async handOver(sink: Sink): Promise<void> {
    const rows = this.#rows;
    this.#rows = new Map();
    this.waiting = 0;
    for (const [table, own] of rows) await sink(table, own);
  }

  #takeBack(soort: string, {berichtId, wet, aanbieder, identificatie, from}: Letter, until: IsoDate): void {
    this.add("retour", {
      gemeente_code: this.#source.gemeenteCode,
      bericht_id: berichtId,
      wet,
      aanbieder,
      soort,
      identificatie,
      dagtekening: from,
      identificatie_retour: identificatie,
      dagtekening_retour: until,
      retourcodes: "",
      is_afgekeurd: true,
    });
  }
}

function writeVersie(writer: Writer, timed: TimedRow): void {
  const {values} = timed.row;
  const letter = writer.letter("301", timed);
  const nummer = Number(values.toewijzing_nummer);
  const referentie = text(values.referentie_aanbieder) ?? (values.verzocht_op == null ? null : `T${nummer}`);
  writer.add("toewijzing_versie", {
    ...writer.line(letter, timed),
    toewijzing_nummer: nummer,
    referentie_aanbieder: referentie,
    ...pick(values, ["product_categorie", "product_code", "toegewezen_op", "ingangsdatum", "einddatum"]),
    ...pick(values, ["reden_wijziging", "volume", "eenheid", "frequentie", "budget"]),
    ...pick(values, ["geboortemaand", "geslacht", "buurt_code", "huishouden"]),
  });
  if (referentie !== null) writeVerzoek(writer, timed, referentie);
}

/** The request that a Toewijzing answers, where the table knows of it. */
function writeVerzoek(writer: Writer, timed: TimedRow, referentie: string): void {
  const {values} = timed.row;
  const requested = text(values.verzocht_op);
  if (requested === null || !writer.isNewRequest(`${values.wet} ${values.aanbieder} ${referentie}`)) return;
  const told = {...timed, from: requested, until: null};
  writer.add("verzoek", {
    ...writer.line(writer.letter("315", told), told),
    soort: "toewijzing",
    referentie_aanbieder: referentie,
    ...pick(values, ["product_categorie", "product_code", "verwijzer_type", "verwijzer_code"]),
  });
}

function writeLevering(writer: Writer, timed: TimedRow): void {
  const {values} = timed.row;
  const isStop = values.soort === "stop";
  const letter = writer.letter(isStop ? "307" : "305", timed);
  const line = {
    ...writer.line(letter, timed),
    ...pick(values, [
      "toewijzing_nummer",
      "product_categorie",
      "product_code",
      "toewijzing_ingangsdatum",
      "begindatum",
    ]),
    status_aanlevering: "1",
  };
  if (!isStop) writer.add("start", line);
  else
    writer.add("stop", {
      ...line,
      einddatum: values.einddatum!,
      reden_beeindiging: text(values.reden_beeindiging) ?? "",
    });
}

function writePrestatie(writer: Writer, timed: TimedRow): void {
  const {values} = timed.row;
  const {answeredOn} = timed;
  const isRefusedAsWhole = answeredOn !== null && values.status === "hele declaratie afgekeurd";
  const retourcodes = text(values.retourcodes);
  const letter = writer.letter("323", timed, [answeredOn, isRefusedAsWhole ? (retourcodes ?? "") : null]);
  const line = writer.line(letter, timed);
  const begindatum = String(values.begindatum);
  const amount = Number(values.bedrag);
  const prestatie: Row = {
    ...line,
    referentie: writer.ownReferentie(letter, text(values.referentie)),
    vorige_referentie: text(values.vorige_referentie),
    ...pick(values, ["toewijzing_nummer", "product_categorie", "product_code", "volume", "eenheid"]),
    begindatum,
    einddatum: text(values.einddatum) ?? lastDay(monthOf(begindatum)),
    tarief_cents: values.tarief ?? null,
    cents: values.debet_credit === "credit" ? -Math.abs(amount) : amount,
  };
  writer.add("prestatie", prestatie);
  writer.addToDeclaratie(letter, prestatie, text(values.declaratie_nummer));
  if (answeredOn === null) return;
  const answer = writer.letter("325", {...timed, from: answeredOn, until: null}, [letter.identificatie]);
  if (answer.lines === 0) writeAntwoord(writer, letter, answer, line, isRefusedAsWhole ? retourcodes : "0200");
  answer.lines++;
  if (values.status === "afgewezen") {
    const {dagtekening: _, ...own} = line;
    writer.add("prestatie_antwoord", {
      ...own,
      bericht_id: answer.berichtId,
      referentie: prestatie.referentie!,
      ...pick(values, ["toewijzing_nummer", "product_categorie", "product_code", "begindatum"]),
      cents: prestatie.cents!,
      retourcodes: retourcodes ?? "",
    });
  }
}

/** @param codes  of the whole; null: refused, and the table does not say why */
function writeAntwoord(writer: Writer, letter: Letter, answer: Letter, line: Row, codes: string | null): void {
  writer.add("declaratie_antwoord", {
    gemeente_code: line.gemeente_code!,
    bericht_id: answer.berichtId,
    wet: letter.wet,
    aanbieder: letter.aanbieder,
    declaratie_identificatie: letter.identificatie,
    declaratie_dagtekening: letter.from,
    declaratie_nummer: null,
    retourcodes_bericht: codes ?? "",
    retourcodes: codes,
    ingediend_cents: null,
    toegekend_cents: null,
    dagtekening: answer.from,
  });
}

function pick(values: Readonly<Record<string, FieldValue>>, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name): [string, Value] => [name, values[name] ?? null]));
}

function text(value: FieldValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
