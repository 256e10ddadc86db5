import {dirname} from "node:path";
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
import {readCsv} from "./read-csv.ts";
import {areSameRows, currentRows, type GemeenteOfFile, gemeenteIn, readReference} from "./reference-rows.ts";

/** A reference file that was read: its bytes, and where it stands in the archive when it does already. */
export interface ReferenceInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly place: FilePlace | null;
}

export interface ReferenceOutcome {
  readonly tally: Tally;
  readonly findings: readonly ReportedFinding[];
  /** Tables whose rows are others than before. */
  readonly changed: ReadonlySet<ReferenceTable>;
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
  const intake = new ReferenceIntake(database, leveringNummer, writer, await gemeentenOf(database, files));
  for (const file of inOrder(files)) await intake.add(file);
  return intake;
}

// The borders go on the areas, and the rest may need the Gemeente that the areas name.
function inOrder(files: readonly ReferenceInput[]): ReferenceInput[] {
  const rank = ({name}: ReferenceInput) => ["gebied", "grenzen"].indexOf(referenceOf(name) ?? "") + 1 || 3;
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

async function gemeentenOf(database: Database, files: readonly ReferenceInput[]): Promise<GemeenteOfFile> {
  const byFolder = new Map<string, string>();
  for (const {name, bytes} of files) {
    if (referenceOf(name) !== "gebied") continue;
    const reading = readCsv("gebied", bytes);
    const code = "rows" in reading ? gemeenteIn(reading.rows) : null;
    if (code !== null) byFolder.set(dirname(name), code);
  }
  const rows = await database.query<{gemeente_code: string}>("select distinct gemeente_code from gebied");
  return {byFolder, known: rows.length === 1 ? (rows[0]?.gemeente_code ?? null) : null};
}

class ReferenceIntake implements ReferenceOutcome {
  readonly tally = emptyTally();
  readonly findings: ReportedFinding[] = [];
  readonly changed = new Set<ReferenceTable>();
  readonly #database: Database;
  readonly #leveringNummer: number;
  readonly #writer: SegmentWriter | null;
  readonly #gemeenteOf: GemeenteOfFile;
  /** Which file filled a table for a Gemeente in this delivery. */
  readonly #filledBy = new Map<string, string>();

  constructor(database: Database, leveringNummer: number, writer: SegmentWriter | null, gemeenteOf: GemeenteOfFile) {
    this.#database = database;
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
    const outcome = await this.#replace(file, known?.toestand === "ingenomen");
    if (outcome === "same") this.tally.alAanwezig++;
    else if (outcome !== "replaced" && known?.toestand === "geweigerd") {
      this.tally.alAanwezig++;
      this.tally.nogGeweigerd++;
    } else await this.#keep({...file, name}, hex, outcome === "replaced" ? null : outcome.problem);
  }

  async #replace(file: ReferenceInput, isKnown: boolean): Promise<"same" | "replaced" | {readonly problem: string}> {
    const kind = referenceOf(file.name);
    if (kind === null) throw new Error("no reference file");
    const reading = await readReference(this.#database, kind, file.name, file.bytes, this.#gemeenteOf);
    if ("problem" in reading) return reading;
    const {table, gemeenten, rows} = reading;
    if (isKnown && areSameRows(table, rows, await currentRows(this.#database, table, gemeenten))) return "same";
    const taken = gemeenten.map((code) => this.#filledBy.get(`${kind} ${code}`)).find((name) => name !== undefined);
    if (taken !== undefined) return {problem: `De tabel '${kind}' staat ook in ${taken}. Lever er één van de twee.`};
    for (const code of gemeenten) {
      this.#filledBy.set(`${kind} ${code}`, showableName(file.name));
      await this.#database.execute(`delete from ${table} where gemeente_code = $gemeente_code`, {gemeente_code: code});
    }
    await this.#database.append(columnBatch(table, typesOf(table), rows as Row[]));
    this.changed.add(table);
    return "replaced";
  }

  async #keep({name, bytes, place}: ReferenceInput, sha256: string, problem: string | null): Promise<void> {
    if (problem === null) this.tally.ingenomen++;
    else {
      this.tally.geweigerd++;
      this.findings.push(refusal(name, problem));
    }
    const at = place ?? this.#writer?.add(name, sha256, bytes) ?? null;
    await this.#database.execute("delete from bestand where sha256 = $sha256", {sha256});
    const row = {
      sha256,
      levering_nummer: this.#leveringNummer,
      naam: name,
      grootte: bytes.length,
      toestand: problem === null ? "ingenomen" : "geweigerd",
      reden: problem,
      segment: at?.segment ?? null,
      blok_begin: at?.begin ?? null,
      begin_in_blok: at?.beginInBlock ?? null,
    };
    await this.#database.append(columnBatch("bestand", archiveTables.bestand, [row]));
  }
}

function refusal(bestand: string, tekst: string): ReportedFinding {
  return {bestand, bericht: null, niveau: 1, regel: "bestand", retourcode: null, pad: "", ernst: "fout", tekst};
}

function typesOf(table: ReferenceTable): Record<string, ColumnType> {
  return Object.fromEntries(Object.entries(referenceTables[table]).map(([name, column]) => [name, column.type]));
}
