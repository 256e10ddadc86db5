import {type ChildProcess, spawn} from "node:child_process";
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {setTimeout as pause} from "node:timers/promises";
import type {Database} from "../../src/database/database.ts";
import {openDatabase} from "../../src/database/open.ts";
import {importDelivery} from "../../src/ingest/import.ts";
import {survey} from "../../src/ingest/survey.ts";
import {verifyArchive} from "../../src/ingest/verify/verify.ts";
import type {Random} from "../istandaarden/random.ts";
import {allDigests} from "../table-digests.ts";
import {type KillPoint, usualOptions} from "./kill-point.ts";
import {command, writeDelivery} from "./kill-world.ts";

/** What was killed, and how things stood when it was. */
export interface Kill {
  readonly process: "import" | "rebuild";
  readonly moment: string;
}

const killedImport = new URL("./killed-import.ts", import.meta.url).pathname;
// The largest of them is a few times this, so that an import has a handful of commits.
const batchBytes = 128 * 1024;

/** A delivery that is taken in and rebuilt, killed on the way, and held against one that nobody disturbed. */
export class KillProof {
  readonly #folder: string;
  readonly #delivery: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #undisturbed: string;
  readonly #expected: Readonly<Record<string, string>>;
  /** What an undisturbed import does in the database, step by step. */
  readonly #steps: readonly string[];
  readonly #rebuildMilliseconds: number;

  private constructor(facts: {
    folder: string;
    delivery: string;
    environment: Readonly<Record<string, string>>;
    undisturbed: string;
    expected: Readonly<Record<string, string>>;
    steps: readonly string[];
    rebuildMilliseconds: number;
  }) {
    this.#folder = facts.folder;
    this.#delivery = facts.delivery;
    this.#environment = facts.environment;
    this.#undisturbed = facts.undisturbed;
    this.#expected = facts.expected;
    this.#steps = facts.steps;
    this.#rebuildMilliseconds = facts.rebuildMilliseconds;
  }

  /** Makes a delivery below `folder` (as `writeDelivery` says) and takes it in undisturbed. */
  static async prepare(folder: string, files: number, hasLargeFile: boolean): Promise<KillProof> {
    const delivery = writeDelivery(folder, files, hasLargeFile);
    // Pseudonyms are compared, so all runs use one key.
    const keys = join(folder, "sleutels");
    mkdirSync(keys);
    const environment = {
      WIJKBALANS_PSEUDONIEMSLEUTEL: join(keys, "pseudoniem.sleutel"),
      WIJKBALANS_ARCHIEFSLEUTEL: join(keys, "archief.sleutel"),
    };
    const undisturbed = join(folder, "ongestoord");
    const point = {data: undisturbed, delivery, environment, batchBytes, at: 0, delay: 0};
    const steps = JSON.parse(await text(startKilledImport(point).stdout!)) as string[];
    const expected = await withDatabase(undisturbed, allDigests);
    const began = performance.now();
    await ended(startRebuild(undisturbed, environment));
    const rebuildMilliseconds = performance.now() - began;
    return new KillProof({folder, delivery, environment, undisturbed, expected, steps, rebuildMilliseconds});
  }

  /**
   * Kills an import two to four times, lets it end, and throws when not everything is as it should be.
   *
   * @param first  the kind of step at which it is killed first; left out, that is chance too
   */
  async killImport(random: Random, first: string | null = null): Promise<Kill[]> {
    return this.#trial(async (data) => {
      const kills: Kill[] = [];
      for (let left = random.pick([2, 3, 4]); left > 0; left--) {
        const aimed = kills.length === 0 ? first : null;
        const at = this.#pickStep(random, aimed);
        const delay = aimed === null ? random.pick([0, 0, 1, 3, 10]) : 0;
        const point = {data, delivery: this.#delivery, environment: this.#environment, batchBytes, at, delay};
        const child = startKilledImport(point);
        const atRandom = aimed === null && random.chance(0.25) ? killAfter(child, 150 + random.below(900)) : null;
        const [told] = await Promise.all([text(child.stdout!), ended(child)]);
        await atRandom;
        if (child.signalCode !== "SIGKILL") continue;
        kills.push({process: "import", moment: told.trim() === "" ? "at any time" : told.trim()});
      }
      await withDatabase(data, async (database) => {
        const paths = [this.#delivery];
        const found = await survey({paths, except: data});
        const request = {...usualOptions, dataFolder: data, paths, survey: found, environment: this.#environment};
        await importDelivery(database, request);
      });
      return kills;
    });
  }

  /** Each kind of step as often; one that goes on after a kill has fewer steps, and may end before. */
  #pickStep(random: Random, aimed: string | null): number {
    const kind = aimed ?? random.pick([...new Set(this.#steps)]);
    return 1 + random.pick(this.#steps.flatMap((name, index) => (name === kind ? [index] : [])));
  }

  /** Kills a rebuild of a data folder that was taken in, and lets it end. */
  async killRebuild(random: Random): Promise<Kill[]> {
    return this.#trial(async (data) => {
      cpSync(this.#undisturbed, data, {recursive: true});
      const kills: Kill[] = [];
      for (let left = random.pick([1, 2, 3]); left > 0; left--) {
        const child = startRebuild(data, this.#environment);
        const moment = random.chance(0.3)
          ? await killAtSwap(child, data, random.below(3))
          : await killAfter(child, random.below(this.#rebuildMilliseconds));
        await ended(child);
        if (child.signalCode === "SIGKILL") kills.push({process: "rebuild", moment: moment ?? stateOf(data)});
      }
      const last = startRebuild(data, this.#environment);
      const [said] = await Promise.all([text(last.stderr!), ended(last)]);
      if (last.exitCode !== 0) throw new Error(`the rebuild after the kill ended with ${last.exitCode}: ${said}`);
      return kills;
    });
  }

  async #trial(work: (data: string) => Promise<Kill[]>): Promise<Kill[]> {
    const data = mkdtempSync(join(this.#folder, "gegevens-"));
    const kills = await work(data);
    const problems = await this.#problemsOf(data);
    if (problems.length > 0) throw new Error(`after ${JSON.stringify(kills)} in ${data}:\n${problems.join("\n")}`);
    rmSync(data, {recursive: true});
    return kills;
  }

  /** Everything that is not as it is where nobody was killed. */
  #problemsOf(data: string): Promise<string[]> {
    return withDatabase(data, async (database) => {
      const {verschillen, bestanden} = await verifyArchive(database, data, this.#environment);
      const digests = await allDigests(database);
      const tables = Object.keys({...digests, ...this.#expected}).filter(
        (table) => digests[table] !== this.#expected[table],
      );
      return [
        ...verschillen,
        ...(bestanden === 0 ? ["nothing was verified"] : []),
        ...tables.map((table) => `table ${table}: ${digests[table]} in place of ${this.#expected[table]}`),
        ...(await leftovers(data, database)),
      ];
    });
  }
}

function startKilledImport(point: KillPoint): ChildProcess {
  return spawn(process.execPath, [killedImport, JSON.stringify(point)], {stdio: ["ignore", "pipe", "inherit"]});
}

function startRebuild(data: string, environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [command, "rebuild", "--data", data], {
    env: {...process.env, ...environment},
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function killAfter(child: ChildProcess, milliseconds: number): Promise<null> {
  await pause(milliseconds);
  child.kill("SIGKILL");
  return null;
}

/** Kills when the new database takes the place of the old, or a moment later. */
async function killAtSwap(child: ChildProcess, data: string, milliseconds: number): Promise<string> {
  const draft = join(data, "herbouw", "wijkbalans.duckdb");
  let wasThere = false;
  while (child.exitCode === null) {
    const isThere = existsSync(draft);
    if (wasThere && !isThere) break;
    wasThere ||= isThere;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await pause(milliseconds);
  child.kill("SIGKILL");
  return "when the new database takes its place";
}

function stateOf(data: string): string {
  return existsSync(join(data, "herbouw", "wijkbalans.duckdb"))
    ? "while the new database is filled"
    : "before the new database or after it";
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once("exit", resolve));
}

/** Files that should not be there any more, and segments longer than what was committed. */
async function leftovers(data: string, database: Database): Promise<string[]> {
  const rows = await database.query<{segment: number; lengte: number}>(
    "select segment, cast(max(blok_begin + lengte) as bigint) as lengte from archief_blok group by segment",
  );
  const lengths = new Map(rows.map(({segment, lengte}) => [segment, lengte]));
  return readdirSync(data, {recursive: true, encoding: "utf8"}).flatMap((name) => {
    const segment = /^archief\/(\d+)\.segment$/.exec(name)?.[1];
    if (segment !== undefined) {
      const size = statSync(join(data, name)).size;
      return size === lengths.get(Number(segment)) ? [] : [`${name} is ${size} bytes long`];
    }
    return /^(archief|archief\/stand\.json|wijkbalans\.duckdb(\.wal)?)$/.test(name) ? [] : [`${name} was left over`];
  });
}

async function withDatabase<T>(data: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(data);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
