import {columnBatch} from "../../database/column-batch.ts";
import type {Database, Row} from "../../database/database.ts";
import {deliveredTables} from "../../database/tables.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {archiveTables} from "../archive/archive-tables.ts";
import type {FilePlace, SegmentWriter} from "../archive/segment-writer.ts";
import type {ReportedFinding} from "../result.ts";
import {showableName} from "../sources/names.ts";
import {berichtIdOf, type Digest, digestOf} from "../workers/digest.ts";
import type {Tally} from "../workers/protocol.ts";
import {emptyTally} from "../workers/tally.ts";
import {noteSuffix, noteText} from "./archived-table.ts";
import type {Source} from "./deliver.ts";
import {headerKey, type Koppeling, missingColumns} from "./koppeling.ts";
import {problemText, readTable, type TableDoor, type TableReading, type TableRow} from "./read-table.ts";
import {readSheet} from "./sheet.ts";

/** A table that was read, with how its columns are to be read; where it stands in the archive when it does already. */
export interface TableInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null: nobody has said so, and it is refused or passed over. */
  readonly koppeling: Koppeling | null;
  readonly peildatum: IsoDate;
  readonly place: FilePlace | null;
  readonly notePlace: FilePlace | null;
}

export interface TableOutcome {
  readonly tally: Tally;
  readonly findings: readonly ReportedFinding[];
  readonly remarks: readonly string[];
  /** Whose rows must be made again. */
  readonly sources: readonly Source[];
  /** What was read, by the SHA-256 of the table. */
  readonly rows: ReadonlyMap<string, readonly TableRow[]>;
}

/**
 * Judges tables and keeps them: each is read as a whole first, and its wrong rows are told one by one.
 *
 * The rows themselves are made from what is kept (`rewriteSource`), so that a rebuild makes the same. To be called in a
 * transaction.
 */
export async function takeInTables(
  database: Database,
  inputs: readonly TableInput[],
  context: {
    readonly leveringNummer: number;
    readonly writer: SegmentWriter | null;
    readonly door: TableDoor;
    readonly gemeenten: readonly string[];
  },
): Promise<TableOutcome> {
  const intake = new TableIntake(database, context);
  for (const input of inputs) await intake.add(input);
  return intake;
}

type Context = Parameters<typeof takeInTables>[2];

// More than this of one file is the same mistake again.
const mostFindings = 1000;

class TableIntake implements TableOutcome {
  readonly tally = emptyTally();
  readonly findings: ReportedFinding[] = [];
  readonly remarks: string[] = [];
  readonly sources: Source[] = [];
  readonly rows = new Map<string, readonly TableRow[]>();
  readonly #database: Database;
  readonly #context: Context;

  constructor(database: Database, context: Context) {
    this.#database = database;
    this.#context = context;
  }

  async add(input: TableInput): Promise<void> {
    this.tally.files++;
    this.tally.bytes += input.bytes.length;
    const digest = digestOf(input.bytes);
    const state = await this.#stateOf(digest, input);
    if (state === "same") {
      this.tally.alAanwezig++;
      return;
    }
    const judged = await this.#judge(input);
    if ("problem" in judged) await this.#refuse(input, digest, judged.problem, state);
    else await this.#keep(input, digest, judged);
  }

  /** "same": taken in before, and read the same way. */
  async #stateOf({hex}: Digest, {koppeling, peildatum}: TableInput): Promise<"same" | "refused" | "new"> {
    const rows = await this.#database.query<{peildatum: IsoDate; koppeling: string}>(
      "select peildatum, koppeling from tabel_export where sha256 = $sha256",
      {sha256: hex},
    );
    if (rows.some((row) => row.peildatum === peildatum && row.koppeling === JSON.stringify(koppeling))) return "same";
    const [file] = await this.#database.query<{toestand: string}>(
      "select toestand from bestand where sha256 = $sha256",
      {sha256: hex},
    );
    return file?.toestand === "geweigerd" ? "refused" : "new";
  }

  async #judge({name, bytes, koppeling}: TableInput): Promise<Judged | {readonly problem: string}> {
    const sheet = await readSheet(bytes, name, koppeling?.blad ?? null);
    if ("problem" in sheet) return sheet;
    if (koppeling === null) return {problem: unknownColumns};
    const [missing] = missingColumns(koppeling, sheet.header);
    if (missing !== undefined) {
      return {
        problem: `Kolom '${missing}' uit de koppeling staat er niet in. Pas de koppeling aan, of lever de goede tabel.`,
      };
    }
    const gemeenteCode = this.#gemeenteOf(koppeling);
    if (gemeenteCode === null) return {problem: noGemeente};
    const reading = readTable(sheet, koppeling, this.#context.door);
    const wrong = reading.problems.length;
    const [first] = reading.problems;
    if (first !== undefined && wrong * 2 > sheet.rows.length) {
      return {
        problem: `${wrong} van de ${sheet.rows.length} rijen passen niet bij de koppeling. ${problemText(first)} Is dit de goede tabel?`,
      };
    }
    return {koppeling, gemeenteCode, reading, header: sheet.header, rowCount: sheet.rows.length};
  }

  #gemeenteOf({gemeente}: Koppeling): string | null {
    const {gemeenten} = this.#context;
    if (gemeente !== undefined) return gemeenten.length === 0 || gemeenten.includes(gemeente) ? gemeente : null;
    return gemeenten.length === 1 ? gemeenten[0]! : null;
  }

  async #refuse(input: TableInput, digest: Digest, problem: string, state: "refused" | "new"): Promise<void> {
    this.findings.push({...findingOf(input.name, problem, "", "fout"), niveau: 1, regel: "bestand"});
    if (state === "refused") {
      this.tally.alAanwezig++;
      this.tally.nogGeweigerd++;
      return;
    }
    this.tally.geweigerd++;
    await this.#archive(input, digest, "geweigerd", problem);
  }

  async #keep(input: TableInput, digest: Digest, judged: Judged): Promise<void> {
    const {koppeling, gemeenteCode, reading, header, rowCount} = judged;
    const {bron, soort} = koppeling;
    const problems = reading.problems;
    const state = problems.length === 0 ? "ingenomen" : "bevindingen";
    this.tally[state === "ingenomen" ? "ingenomen" : "metBevindingen"]++;
    await this.#archive(input, digest, state, null);
    await this.#addFindings(input, digest, judged);
    await this.#database.execute("delete from tabel_export where sha256 = $sha256", {sha256: digest.hex});
    const row = {
      gemeente_code: gemeenteCode,
      bron,
      soort,
      sha256: digest.hex,
      levering_nummer: this.#context.leveringNummer,
      peildatum: input.peildatum,
      kop: headerKey(header),
      koppeling: JSON.stringify(koppeling),
      rijen: rowCount,
      geweigerd: problems.length,
    };
    await this.#database.append(columnBatch("tabel_export", tabelExportColumns, [row]));
    const name = showableName(input.name);
    const refused = problems.length === 0 ? "" : `, ${problems.length} geweigerd`;
    this.remarks.push(`${name}: ${rowCount} rijen ${soort} van ${bron} per ${input.peildatum}${refused}.`);
    this.rows.set(digest.hex, reading.rows);
    this.#touch({gemeenteCode, bron, soort});
  }

  #touch(source: Source): void {
    const isSame = (one: Source) =>
      one.gemeenteCode === source.gemeenteCode && one.bron === source.bron && one.soort === source.soort;
    if (!this.sources.some(isSame)) this.sources.push(source);
  }

  async #addFindings({name}: TableInput, digest: Digest, {gemeenteCode, reading}: Judged): Promise<void> {
    const told = reading.problems.slice(0, mostFindings);
    const findings = told.map((problem) =>
      findingOf(
        name,
        problemText(problem),
        `Rij ${problem.number}${problem.column === null ? "" : `/${problem.column}`}`,
        "fout",
      ),
    );
    const more = reading.problems.length - told.length;
    if (more > 0) findings.push(findingOf(name, `Nog ${more} rijen zijn geweigerd om zulke redenen.`, "", "fout"));
    await this.#database.execute("delete from bevinding where sha256 = $sha256", {sha256: digest.hex});
    if (findings.length === 0) return;
    this.findings.push(...findings);
    const rows = findings.map((finding, index) =>
      bevindingRow(finding, index, gemeenteCode, digest, this.#context.leveringNummer),
    );
    await this.#database.append(columnBatch("bevinding", deliveredTables.bevinding, rows));
  }

  /** Keeps the table, and beside it how it was read. */
  async #archive(input: TableInput, digest: Digest, toestand: string, reden: string | null): Promise<void> {
    const {koppeling, peildatum} = input;
    await this.#addBestand(input.name, input.bytes, digest, input.place, toestand, reden);
    if (koppeling === null) return;
    const note = Buffer.from(noteText({tabel: digest.hex, peildatum, koppeling}));
    await this.#addBestand(`${input.name}${noteSuffix}`, note, digestOf(note), input.notePlace, "ingenomen", null);
  }

  async #addBestand(
    name: string,
    bytes: Uint8Array,
    {hex: sha256}: Digest,
    known: FilePlace | null,
    toestand: string,
    reden: string | null,
  ): Promise<void> {
    const naam = showableName(name);
    const place = known ?? this.#context.writer?.add(naam, sha256, bytes) ?? null;
    await this.#database.execute("delete from bestand where sha256 = $sha256", {sha256});
    const row: Row = {
      sha256,
      levering_nummer: this.#context.leveringNummer,
      naam,
      grootte: bytes.length,
      toestand,
      reden,
      segment: place?.segment ?? null,
      blok_begin: place?.begin ?? null,
      begin_in_blok: place?.beginInBlock ?? null,
    };
    await this.#database.append(columnBatch("bestand", archiveTables.bestand, [row]));
  }
}

interface Judged {
  readonly koppeling: Koppeling;
  readonly gemeenteCode: string;
  readonly reading: TableReading;
  readonly header: readonly string[];
  readonly rowCount: number;
}

const unknownColumns = "De kolommen van deze tabel zijn nog niet gekoppeld. Doe dat met: npx wijkbalans koppel BESTAND";

const noGemeente =
  "We weten niet van welke gemeente dit is. Lever eerst gebied.csv, of noem 'gemeente' in de koppeling.";

const tabelExportColumns = {
  gemeente_code: "text",
  bron: "text",
  soort: "text",
  sha256: "text",
  levering_nummer: "integer",
  peildatum: "date",
  kop: "text",
  koppeling: "text",
  rijen: "integer",
  geweigerd: "integer",
} as const;

function findingOf(name: string, tekst: string, pad: string, ernst: "fout" | "waarschuwing"): ReportedFinding {
  return {bestand: showableName(name), bericht: null, niveau: 2, regel: "tabel", retourcode: null, pad, ernst, tekst};
}

export function bevindingRow(
  {niveau, regel, retourcode, pad, ernst, tekst}: ReportedFinding,
  index: number,
  gemeenteCode: string,
  digest: Pick<Digest, "hex" | "high">,
  leveringNummer: number,
): Row {
  return {
    gemeente_code: gemeenteCode,
    bericht_id: berichtIdOf(digest as Digest),
    sha256: digest.hex,
    levering_nummer: leveringNummer,
    volgnummer: index + 1,
    niveau,
    regel,
    retourcode,
    pad,
    ernst,
    tekst,
  };
}
