import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {openArchive} from "../archive/archive.ts";
import {DamagedBlockError, type OpenBlock} from "../archive/block.ts";
import {readBlock} from "../archive/read-blocks.ts";
import type {Environment} from "../keys/key-files.ts";
import {unwrap} from "../sources/envelope.ts";
import {timestamp} from "../timestamp.ts";
import {berichtIdOf, digestOf} from "../workers/digest.ts";

const filesSql = readFileSync(new URL("./files-of-segment.sql", import.meta.url), "utf8");
const orphansSql = readFileSync(new URL("./berichten-without-file.sql", import.meta.url), "utf8");

export interface VerifyResult {
  readonly bestanden: number;
  readonly berichten: number;
  readonly blokken: number;
  /** One Dutch line for each thing that is not as it should be. */
  readonly verschillen: readonly string[];
}

/** Compares archive and database: every file opens to its SHA-256, and every Bericht is in both. */
export async function verifyArchive(
  database: Database,
  dataFolder: string,
  environment: Environment,
): Promise<VerifyResult> {
  const {folder, keys, lengths} = await openArchive(database, dataFolder, environment);
  const check = new Verification(database);
  for (const [segment, length] of lengths) {
    const files = await check.filesOf(segment);
    let end = 0;
    for (const block of await check.blocksOf(segment)) {
      if (block.begin !== end)
        check.differ(`Segment ${segment}: tussen byte ${end} en ${block.begin} staat geen bekend blok.`);
      end = block.begin + block.length;
      const open = openOrNull(folder, keys.archive, block);
      if (open === null) check.differ(new DamagedBlockError(block).message);
      else await check.checkBlock(block, open, files);
    }
    if (end !== length) check.differ(`Segment ${segment} houdt op bij byte ${end} in plaats van ${length}.`);
    for (const {naam} of files.values())
      check.differ(`Bestand '${naam}' staat niet waar het in het archief hoort te staan.`);
  }
  await check.checkOrphans();
  return check;
}

/** Notes that it was verified, for who looks after this installation. */
export async function noteVerification(
  database: Database,
  {bestanden, berichten, verschillen}: VerifyResult,
  seconden: number,
  now: Date,
): Promise<void> {
  await database.execute(
    `insert into controle (op, seconden, bestanden, berichten, verschillen)
     values (cast($op as timestamp), cast($seconden as double precision), $bestanden, $berichten, $verschillen)`,
    {op: timestamp(now), seconden, bestanden, berichten, verschillen: verschillen.length},
  );
}

interface BlockRow {
  readonly segment: number;
  readonly begin: number;
  readonly length: number;
}

type FileRow = {
  sha256: string;
  naam: string;
  grootte: number;
  toestand: string;
  blok_begin: number;
  begin_in_blok: number;
  /** Of the Bericht whose rows came of this file; null: there are none. */
  bericht_id: number | bigint | null;
  is_bericht: boolean;
};

class Verification implements VerifyResult {
  bestanden = 0;
  berichten = 0;
  blokken = 0;
  readonly verschillen: string[] = [];
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  differ(line: string): void {
    this.verschillen.push(line);
  }

  async blocksOf(segment: number): Promise<BlockRow[]> {
    const rows = await this.#database.query<{blok_begin: number; lengte: number}>(
      "select blok_begin, lengte from archief_blok where segment = $segment order by blok_begin",
      {segment},
    );
    return rows.map((row) => ({segment, begin: row.blok_begin, length: row.lengte}));
  }

  /** The files that should be found in a segment, by place. */
  async filesOf(segment: number): Promise<Map<string, FileRow>> {
    const rows = await this.#database.query<FileRow>(filesSql, {segment});
    return new Map(rows.map((row) => [`${row.blok_begin}/${row.begin_in_blok}`, row]));
  }

  async checkBlock({segment, begin}: BlockRow, {bytes, list}: OpenBlock, files: Map<string, FileRow>): Promise<void> {
    this.blokken++;
    for (const file of list.files) {
      const content = bytes.subarray(file.begin, file.begin + file.size);
      const digest = digestOf(content);
      if (digest.hex !== file.sha256)
        this.differ(`Bestand '${file.name}' in segment ${segment} is niet meer wat het was.`);
      const place = `${begin}/${file.begin}`;
      const row = files.get(place);
      files.delete(place);
      // A file that was refused first stands in the archive twice, and the database knows the second.
      if (row === undefined) await this.#checkElsewhere(file.name, file.sha256);
      else if (row.sha256 !== file.sha256 || row.grootte !== file.size) {
        this.differ(`Bestand '${row.naam}' heeft in de database een andere inhoud dan in het archief.`);
      } else await this.#checkBericht(row, content);
      this.bestanden++;
    }
  }

  async #checkElsewhere(name: string, sha256: string): Promise<void> {
    const rows = await this.#database.query("select 1 as een from bestand where sha256 = $sha256", {sha256});
    if (rows.length === 0) this.differ(`Bestand '${name}' staat in het archief en niet in de database.`);
  }

  async #checkBericht(row: FileRow, content: Uint8Array): Promise<void> {
    if (!row.is_bericht) return;
    this.berichten++;
    const unwrapped = await unwrap(content);
    const payload = unwrapped !== null && "payload" in unwrapped ? unwrapped.payload : content;
    if (row.bericht_id === null || BigInt(row.bericht_id) !== berichtIdOf(digestOf(payload))) {
      this.differ(`Bestand '${row.naam}' heeft in de database een ander Bericht dan in het archief.`);
    }
  }

  /** What the database has and the archive has not. */
  async checkOrphans(): Promise<void> {
    const rows = await this.#database.query<{regel: string}>(orphansSql);
    for (const {regel} of rows) this.differ(regel);
  }
}

function openOrNull(folder: string, key: Uint8Array, block: BlockRow): OpenBlock | null {
  try {
    return readBlock(folder, key, block);
  } catch (error) {
    if (error instanceof DamagedBlockError) return null;
    throw error;
  }
}
