import {columnBatch} from "../../database/column-batch.ts";
import type {ColumnType, Database, Row} from "../../database/database.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {archiveTables} from "../archive/archive-tables.ts";
import type {FilePlace, SegmentWriter} from "../archive/segment-writer.ts";
import type {ReportedFinding} from "../result.ts";
import {referenceOf, showableName} from "../sources/names.ts";
import {digestOf} from "../workers/digest.ts";
import type {Tally} from "../workers/protocol.ts";
import {emptyTally} from "../workers/tally.ts";
import {type Acceptance, nothingAccepted} from "./acceptance.ts";
import {gemeenteOfFiles, inOrder} from "./file-order.ts";
import {FilledTables} from "./filled-tables.ts";
import {areSameRows, type FilledTable, type GemeenteOfFile, readReference} from "./reference-rows.ts";
import {ReferenceState} from "./reference-state.ts";

/** A reference file that was read: its bytes, and where it stands in the archive when it does already. */
export interface ReferenceInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly place: FilePlace | null;
  /** What someone agreed to. */
  readonly accepted: Acceptance;
}

export interface ReferenceOutcome {
  readonly tally: Tally;
  readonly findings: readonly ReportedFinding[];
  /** Tables whose rows are others than before. */
  readonly changed: ReadonlySet<ReferenceTable>;
  /** Files refused because of what was odd, and files of which only the good rows could be taken in. */
  readonly waiting: {readonly questions: number; readonly goodRows: number};
}

/**
 * Replaces the tables that the reference files are about. To be called in a transaction.
 *
 * A file whose content is what we have already changes nothing; an older one that comes back does.
 */
export async function takeInReference(
  database: Database,
  files: readonly ReferenceInput[],
  leveringNummer: number,
  writer: SegmentWriter | null,
): Promise<ReferenceOutcome> {
  const state = new ReferenceState(database);
  const intake = new ReferenceIntake(database, state, leveringNummer, writer, await gemeenteOfFiles(state, files));
  for (const file of inOrder(files)) await intake.add(file);
  return intake;
}

/** What came of a file. */
type Outcome =
  | {readonly kind: "same"}
  | {readonly kind: "replaced"; readonly leftOut: number; readonly findings: readonly Line[]}
  | {readonly kind: "refused"; readonly findings: readonly Line[]};

interface Line {
  readonly regel: "bestand" | "vraag";
  readonly tekst: string;
}

class ReferenceIntake implements ReferenceOutcome {
  readonly tally = emptyTally();
  readonly findings: ReportedFinding[] = [];
  readonly changed = new Set<ReferenceTable>();
  readonly waiting = {questions: 0, goodRows: 0};
  readonly #database: Database;
  readonly #state: ReferenceState;
  readonly #leveringNummer: number;
  readonly #writer: SegmentWriter | null;
  readonly #gemeenteOf: GemeenteOfFile;
  readonly #filled = new FilledTables();

  constructor(
    database: Database,
    state: ReferenceState,
    leveringNummer: number,
    writer: SegmentWriter | null,
    gemeenteOf: GemeenteOfFile,
  ) {
    this.#database = database;
    this.#state = state;
    this.#leveringNummer = leveringNummer;
    this.#writer = writer;
    this.#gemeenteOf = gemeenteOf;
  }

  async add(file: ReferenceInput): Promise<void> {
    this.tally.files++;
    this.tally.bytes += file.bytes.length;
    const name = showableName(file.name);
    const {hex} = digestOf(file.bytes);
    const [known] = await this.#database.query<{toestand: string}>(
      "select toestand from bestand where sha256 = $sha256",
      {sha256: hex},
    );
    const outcome = await this.#replace(file, known?.toestand ?? null);
    if (outcome.kind === "same") this.tally.alAanwezig++;
    else if (outcome.kind === "refused" && known?.toestand === "geweigerd") {
      this.tally.alAanwezig++;
      this.tally.nogGeweigerd++;
      this.#report(name, outcome);
    } else await this.#keep({...file, name}, hex, outcome);
  }

  async #replace(file: ReferenceInput, known: string | null): Promise<Outcome> {
    const kind = referenceOf(file.name);
    if (kind === null) throw new Error("no reference file");
    const reading = await readReference(this.#state, kind, file.name, file.bytes, this.#gemeenteOf);
    if ("problem" in reading) return refused([{regel: "bestand", tekst: reading.problem}]);
    const {table, gemeenten, rows, leftOut} = reading;
    const isKnown = known === "ingenomen" || known === "bevindingen";
    if (isKnown && areSameRows(table, rows, await this.#state.rowsOf(table, gemeenten))) return {kind: "same"};
    // A file that was taken in before was agreed to then.
    const {questions, goodRows} = isKnown ? {questions: true, goodRows: known === "bevindingen"} : nothingAccepted;
    const accepted = {
      questions: questions || file.accepted.questions,
      goodRows: goodRows || file.accepted.goodRows,
    };
    const open = this.#openLines(reading, accepted);
    if (open.length > 0) return refused(open);
    const doubled = this.#filled.problemOf(kind, gemeenten);
    if (doubled !== null) return refused([{regel: "bestand", tekst: doubled}]);
    await this.#write(kind, reading, file);
    return {
      kind: "replaced",
      leftOut,
      findings: reading.faults.map((tekst) => ({regel: "bestand", tekst})),
    };
  }

  /** What keeps a file out, until someone agrees. */
  #openLines({faults, questions, rows}: FilledTable, accepted: Acceptance): Line[] {
    const wrong = faults.length > 0 && !(accepted.goodRows && rows.length > 0);
    const asked = questions.length > 0 && !accepted.questions;
    if (wrong && rows.length > 0) this.waiting.goodRows++;
    if (asked) this.waiting.questions++;
    return [
      ...(wrong ? faults.map((tekst) => ({regel: "bestand" as const, tekst})) : []),
      ...(asked ? questions.map((tekst) => ({regel: "vraag" as const, tekst})) : []),
    ];
  }

  async #write(kind: string, {table, gemeenten, rows}: FilledTable, file: ReferenceInput): Promise<void> {
    const name = showableName(file.name);
    this.#filled.note(kind, gemeenten, name);
    const byGemeente = Map.groupBy(rows, (row) => row.gemeente_code as string);
    for (const code of gemeenten) {
      this.#state.replace(table, code, byGemeente.get(code) ?? []);
      await this.#database.execute(`delete from ${table} where gemeente_code = $gemeente_code`, {gemeente_code: code});
    }
    await this.#database.append(columnBatch(table, typesOf(table), rows as Row[]));
    await this.#noteSource(kind, gemeenten, name, digestOf(file.bytes).hex);
    this.changed.add(table);
  }

  async #noteSource(tabel: string, gemeenten: readonly string[], naam: string, sha256: string): Promise<void> {
    for (const gemeente_code of gemeenten) {
      const which = {gemeente_code, tabel};
      await this.#database.execute(
        "delete from referentie_stand where gemeente_code = $gemeente_code and tabel = $tabel",
        which,
      );
      const row = {...which, naam, sha256, levering_nummer: this.#leveringNummer};
      await this.#database.append(columnBatch("referentie_stand", referenceStateColumns, [row]));
    }
  }

  async #keep({name, bytes, place}: ReferenceInput, sha256: string, outcome: Exclude<Outcome, {kind: "same"}>) {
    const isRefused = outcome.kind === "refused";
    const leftOut = isRefused ? 0 : outcome.leftOut;
    if (isRefused) this.tally.geweigerd++;
    else if (leftOut > 0) this.tally.metBevindingen++;
    else this.tally.ingenomen++;
    this.#report(name, outcome);
    const accepted = {questions: !isRefused, goodRows: leftOut > 0};
    const at = place ?? this.#writer?.add(name, sha256, bytes, {accepted}) ?? null;
    await this.#database.execute("delete from bestand where sha256 = $sha256", {sha256});
    const row = {
      sha256,
      levering_nummer: this.#leveringNummer,
      naam: name,
      grootte: bytes.length,
      toestand: isRefused ? "geweigerd" : leftOut > 0 ? "bevindingen" : "ingenomen",
      reden: isRefused ? reasonOf(outcome.findings) : leftOut > 0 ? `${rowCount(leftOut)} niet ingenomen.` : null,
      segment: at?.segment ?? null,
      blok_begin: at?.begin ?? null,
      begin_in_blok: at?.beginInBlock ?? null,
    };
    await this.#database.append(columnBatch("bestand", archiveTables.bestand, [row]));
  }

  #report(bestand: string, outcome: Exclude<Outcome, {kind: "same"}>): void {
    for (const {regel, tekst} of outcome.findings) {
      const ernst = regel === "vraag" ? "waarschuwing" : "fout";
      this.findings.push({bestand, bericht: null, niveau: 1, regel, retourcode: null, pad: "", ernst, tekst});
    }
  }
}

const referenceStateColumns = {
  gemeente_code: "text",
  tabel: "text",
  naam: "text",
  sha256: "text",
  levering_nummer: "integer",
} as const satisfies Record<string, ColumnType>;

function refused(findings: readonly Line[]): Outcome {
  return {kind: "refused", findings};
}

function reasonOf(findings: readonly Line[]): string {
  const [first] = findings;
  const more = findings.length - 1;
  return `${first?.tekst ?? ""}${more > 0 ? ` En nog ${more} zulke regels.` : ""}`;
}

function rowCount(count: number): string {
  return count === 1 ? "1 rij is" : `${count.toLocaleString("nl-NL")} rijen zijn`;
}

function typesOf(table: ReferenceTable): Record<string, ColumnType> {
  return Object.fromEntries(Object.entries(referenceTables[table]).map(([name, column]) => [name, column.type]));
}
