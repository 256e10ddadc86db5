import {createHash, type Hash} from "node:crypto";
import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import {openArchive} from "../archive/archive.ts";
import {type BlockList, type BlockPlace, DamagedBlockError, type OpenBlock} from "../archive/block.ts";
import {readBlock} from "../archive/read-blocks.ts";
import {alone} from "../archive/turns.ts";
import type {Environment} from "../keys/key-files.ts";
import {unwrap} from "../sources/envelope.ts";
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
export function verifyArchive(database: Database, dataFolder: string, environment: Environment): Promise<VerifyResult> {
  return alone(dataFolder, () => compare(database, dataFolder, environment));
}

async function compare(database: Database, dataFolder: string, environment: Environment): Promise<VerifyResult> {
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
  check.checkLarge();
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
    {op: toMoment(now), seconden, bestanden, berichten, verschillen: verschillen.length},
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
  /** Large files of which not all parts were seen yet. */
  readonly #large = new Map<string, {hash: Hash; row: FileRow | null; parts: number}>();

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
    return new Map(rows.map((row) => [placeOf(row.blok_begin, row.begin_in_blok, row.grootte), row]));
  }

  async checkBlock({segment, begin}: BlockRow, {bytes, list}: OpenBlock, files: Map<string, FileRow>): Promise<void> {
    this.blokken++;
    if (list.part !== undefined) {
      await this.#checkPart({segment, begin}, list.part, {bytes, list}, files);
      return;
    }
    for (const file of list.files) {
      const content = bytes.subarray(file.begin, file.begin + file.size);
      const digest = digestOf(content);
      if (digest.hex !== file.sha256)
        this.differ(`Bestand '${file.name}' in segment ${segment} is niet meer wat het was.`);
      const place = placeOf(begin, file.begin, file.size);
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

  /** A part of a large file, whose parts come in order; what was broken off left parts that nothing speaks of. */
  async #checkPart(
    {segment, begin}: BlockPlace,
    {of, number}: NonNullable<BlockList["part"]>,
    {bytes, list}: OpenBlock,
    files: Map<string, FileRow>,
  ): Promise<void> {
    if (number === 0) {
      const place = placeOf(begin, 0, 1);
      this.#large.set(of, {hash: createHash("sha256"), row: files.get(place) ?? null, parts: 0});
      files.delete(place);
    }
    const large = this.#large.get(of);
    if (large === undefined || large.parts !== number) {
      this.differ(`Segment ${segment}: een deel van een groot bestand staat niet waar het hoort te staan.`);
      return;
    }
    large.parts++;
    large.hash.update(bytes);
    const [file] = list.files;
    if (file === undefined) return;
    this.#large.delete(of);
    this.bestanden++;
    const name = file.name;
    if (large.hash.digest("hex") !== file.sha256) this.differ(`Bestand '${name}' is niet meer wat het was.`);
    if (large.row === null) await this.#checkElsewhere(name, file.sha256);
    else if (large.row.sha256 !== file.sha256 || large.row.grootte !== file.size) {
      this.differ(`Bestand '${name}' heeft in de database een andere inhoud dan in het archief.`);
    }
  }

  /** To be called when all segments were looked at. */
  checkLarge(): void {
    for (const {row} of this.#large.values()) {
      if (row !== null) this.differ(`Bestand '${row.naam}' staat niet heel in het archief.`);
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

/** An empty file stands where the next one begins, so both have a place of their own. */
function placeOf(begin: number, beginInBlock: number, size: number): string {
  return `${begin}/${beginInBlock}/${size === 0 ? "leeg" : ""}`;
}

function openOrNull(folder: string, key: Uint8Array, block: BlockRow): OpenBlock | null {
  try {
    return readBlock(folder, key, block);
  } catch (error) {
    if (error instanceof DamagedBlockError) return null;
    throw error;
  }
}
