import {columnBatch} from "../../database/column-batch.ts";
import type {Database} from "../../database/database.ts";
import {landelijkTables} from "../../database/landelijk-tables.ts";
import {landelijkSoortNames} from "../../standards/landelijk.ts";
import {archiveTables} from "../archive/archive-tables.ts";
import type {FilePlace, SegmentWriter} from "../archive/segment-writer.ts";
import type {ReportedFinding} from "../result.ts";
import {showableName} from "../sources/names.ts";
import {digestOf} from "../workers/digest.ts";
import type {Tally} from "../workers/protocol.ts";
import {emptyTally} from "../workers/tally.ts";
import {type LandelijkProblem, type LandelijkReading, type LandelijkTable, readLandelijk} from "./read-landelijk.ts";

/** A file of public figures that was read: its bytes, and where it stands in the archive when it does already. */
export interface LandelijkInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly place: FilePlace | null;
}

export interface LandelijkOutcome {
  readonly tally: Tally;
  readonly findings: readonly ReportedFinding[];
  readonly remarks: readonly string[];
  readonly hasChanged: boolean;
}

/** Replaces the figures of the kinds and years that the files are about. To be called in a transaction. */
export async function takeInLandelijk(
  database: Database,
  inputs: readonly LandelijkInput[],
  leveringNummer: number,
  writer: SegmentWriter | null,
): Promise<LandelijkOutcome> {
  const intake = new LandelijkIntake(database, leveringNummer, writer);
  for (const input of [...inputs].sort((a, b) => (a.name < b.name ? -1 : 1))) await intake.add(input);
  return intake;
}

class LandelijkIntake implements LandelijkOutcome {
  readonly tally = emptyTally();
  readonly findings: ReportedFinding[] = [];
  readonly remarks: string[] = [];
  hasChanged = false;
  readonly #database: Database;
  readonly #leveringNummer: number;
  readonly #writer: SegmentWriter | null;
  /** What this delivery filled already, by the file that did. */
  readonly #filled = new Map<string, string>();

  constructor(database: Database, leveringNummer: number, writer: SegmentWriter | null) {
    this.#database = database;
    this.#leveringNummer = leveringNummer;
    this.#writer = writer;
  }

  async add(input: LandelijkInput): Promise<void> {
    this.tally.files++;
    this.tally.bytes += input.bytes.length;
    const sha256 = digestOf(input.bytes).hex;
    const reading = await readLandelijk(input.name, input.bytes);
    if (reading === null) throw new Error("no file of public figures");
    const [known] = await this.#database.query<{toestand: string}>(
      "select toestand from bestand where sha256 = $sha256",
      {sha256},
    );
    if ("problem" in reading) return this.#refuse(input, sha256, reading, known?.toestand ?? null);
    const {soort, jaar} = reading;
    const [now] = await this.#database.query<{sha256: string}>(
      "select sha256 from landelijk_bestand where soort = $soort and jaar = $jaar",
      {soort, jaar},
    );
    if (now?.sha256 === sha256) {
      this.tally.alAanwezig++;
      return;
    }
    const key = `${soort} ${jaar}`;
    const other = this.#filled.get(key);
    if (other !== undefined) {
      const problem = `${landelijkSoortNames[soort]} ${jaar} staat ook in '${other}'. Lever er een.`;
      return this.#refuse(input, sha256, {problem}, known?.toestand ?? null);
    }
    this.#filled.set(key, showableName(input.name));
    await this.#replace(input, sha256, reading);
  }

  async #replace(input: LandelijkInput, sha256: string, reading: LandelijkReading): Promise<void> {
    const {soort, jaar, gemeenten, rows, unknown} = reading;
    for (const [table, own] of Object.entries(rows) as [LandelijkTable, LandelijkReading["rows"][LandelijkTable]][]) {
      const isOfSoort = table === "landelijk_iv3" ? " and soort = $soort" : "";
      await this.#database.execute(
        `delete from ${table} where jaar = $jaar${isOfSoort}`,
        isOfSoort === "" ? {jaar} : {jaar, soort},
      );
      await this.#database.append(columnBatch(table, landelijkTables[table], own ?? []));
    }
    await this.#database.execute("delete from landelijk_bestand where soort = $soort and jaar = $jaar", {soort, jaar});
    const naam = showableName(input.name);
    const row = {
      soort,
      jaar,
      naam,
      sha256,
      levering_nummer: this.#leveringNummer,
      gemeenten,
      onbekend: unknown.length === 0 ? null : unknown.join(", ").slice(0, 2000),
    };
    await this.#database.append(columnBatch("landelijk_bestand", landelijkTables.landelijk_bestand, [row]));
    this.tally.ingenomen++;
    this.hasChanged = true;
    this.remarks.push(remarkOf(naam, reading));
    await this.#keep(input, sha256, "ingenomen", null);
  }

  async #refuse(
    input: LandelijkInput,
    sha256: string,
    {problem}: LandelijkProblem,
    known: string | null,
  ): Promise<void> {
    this.findings.push(refusal(input.name, problem));
    if (known === "geweigerd") {
      this.tally.alAanwezig++;
      this.tally.nogGeweigerd++;
      return;
    }
    this.tally.geweigerd++;
    await this.#keep(input, sha256, "geweigerd", problem);
  }

  async #keep({name, bytes, place}: LandelijkInput, sha256: string, toestand: string, reden: string | null) {
    const naam = showableName(name);
    const at = place ?? this.#writer?.add(naam, sha256, bytes) ?? null;
    await this.#database.execute("delete from bestand where sha256 = $sha256", {sha256});
    const row = {
      sha256,
      levering_nummer: this.#leveringNummer,
      naam,
      grootte: bytes.length,
      toestand,
      reden,
      segment: at?.segment ?? null,
      blok_begin: at?.begin ?? null,
      begin_in_blok: at?.beginInBlock ?? null,
    };
    await this.#database.append(columnBatch("bestand", archiveTables.bestand, [row]));
  }
}

export function refusal(name: string, tekst: string): ReportedFinding {
  const bestand = showableName(name);
  return {bestand, bericht: null, niveau: 1, regel: "bestand", retourcode: null, pad: "", ernst: "fout", tekst};
}

export function remarkOf(naam: string, {soort, jaar, gemeenten, unknown}: LandelijkReading): string {
  const passed =
    unknown.length === 0
      ? ""
      : ` Niet gelezen: ${unknown.slice(0, 8).join(", ")}${unknown.length > 8 ? ` en meer` : ""}.`;
  return `${naam}: ${landelijkSoortNames[soort]} ${jaar}, ${gemeenten} gemeenten.${passed}`;
}
