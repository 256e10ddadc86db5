import {copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Database} from "../../database/database.ts";
import {exchange} from "../../database/exchange.ts";
import {openDatabase} from "../../database/open.ts";
import {syncFile} from "../../durable-file.ts";
import {UserError} from "../../errors.ts";
import {openArchive} from "../archive/archive.ts";
import {stateOf, writeState} from "../archive/archive-state.ts";
import {cleanFolder} from "../archive/leftovers.ts";
import {archiveFolder} from "../archive/segments.ts";
import {type Environment, type Keys, keyFiles} from "../keys/key-files.ts";
import {rebuildDatabase} from "../rebuild.ts";
import type {Progress} from "../result.ts";
import {verifyArchive} from "../verify/verify.ts";
import {type Changes, type Judge, type JudgePart, planChanges, rewriteArchive} from "./rewrite-archive.ts";

export interface CleanRequest {
  readonly dataFolder: string;
  readonly environment: Environment;
  /** Of the data folder. It is closed when the new one takes its place. */
  readonly current: Database;
  readonly judge: Judge;
  readonly judgePart: JudgePart;
  /** Other keys than there are; null: the same. */
  readonly newKeys: Keys | null;
  readonly onProgress: (progress: Progress) => void;
  /** What must be in the new database beside what follows from the archive. Done once, before anything is replaced. */
  finish(fresh: Database, changes: Changes): Promise<void>;
  /** For tests: called when each step is done. */
  onStep?(step: CleanStep): void;
}

export type CleanStep = "geschreven" | "herbouwd" | "nagekeken" | "gewisseld";

/**
 * Makes archive and database anew without what must go, or under other keys, and puts them in the place of the old.
 *
 * An encrypted archive that is only added to cannot have a piece taken out of it: what stays is written in a new one,
 * and the database is made of that. Until both were checked nothing is replaced; then all of it is, or, after a crash,
 * when the data folder is opened again. It takes the room of a second archive and database.
 */
export async function makeClean(request: CleanRequest): Promise<Changes> {
  const {dataFolder, environment, current, judge, judgePart, onStep = () => undefined} = request;
  const draft = cleanFolder(dataFolder);
  rmSync(draft, {recursive: true, force: true});
  const {folder, keys, lengths} = await openArchive(current, dataFolder, environment);
  const changes = await planChanges(folder, keys.archive, lengths, judge, judgePart);
  const newKeys = request.newKeys ?? keys;
  try {
    mkdirSync(draft, {recursive: true, mode: 0o700});
    const from = {folder, key: keys.archive, lengths};
    const to = {folder: archiveFolder(draft), key: newKeys.archive};
    const newLengths = await rewriteArchive({from, to, changes, judge});
    if (newLengths.size === 0) throw new UserError(nothingLeft);
    writeState(to.folder, stateOf(newLengths, newKeys));
    const draftEnvironment = writeKeys(draft, newKeys);
    onStep("geschreven");
    const fresh = await openDatabase(draft, {memoryLimitMb: 300, checkpointAtMb: 128});
    try {
      const {noteInUse} = await rebuildDatabase(fresh, {
        dataFolder: draft,
        environment: draftEnvironment,
        onProgress: request.onProgress,
        current,
        isOtherArchive: true,
      });
      await request.finish(fresh, changes);
      onStep("herbouwd");
      const {verschillen} = await verifyArchive(fresh, draft, draftEnvironment);
      if (verschillen.length > 0) throw new Error(`the new archive does not hold: ${verschillen[0]}`);
      noteInUse();
      onStep("nagekeken");
    } finally {
      await fresh.close();
    }
    const keyMoves = request.newKeys === null ? [] : stageKeys(dataFolder, environment, draftEnvironment);
    await current.close();
    exchange(dataFolder, {
      moves: [
        {from: archiveFolder(draft), to: folder},
        {from: join(draft, "wijkbalans.duckdb"), to: join(dataFolder, "wijkbalans.duckdb")},
        ...keyMoves,
      ],
      remove: [draft],
    });
    onStep("gewisseld");
    return changes;
  } finally {
    rmSync(draft, {recursive: true, force: true});
  }
}

const nothingLeft =
  "Er zou niets overblijven. Zet de server uit en haal de hele gegevensmap weg als dat de bedoeling is.";

/** The keys in a folder of the draft, where its own code finds them. */
function writeKeys(draft: string, keys: Keys): Record<string, string> {
  const files = keyFiles(draft, {});
  mkdirSync(dirname(files.archive.path), {recursive: true, mode: 0o700});
  writeFileSync(files.archive.path, keys.archive, {mode: 0o600});
  writeFileSync(files.pseudonym.path, keys.pseudonym, {mode: 0o600});
  syncFile(files.archive.path);
  syncFile(files.pseudonym.path);
  return {};
}

/** Key files may be on another disk: the new ones first come beside the old. */
function stageKeys(dataFolder: string, environment: Environment, draftEnvironment: Environment) {
  const now = keyFiles(dataFolder, environment);
  const made = keyFiles(cleanFolder(dataFolder), draftEnvironment);
  return (["archive", "pseudonym"] as const).map((which) => {
    const to = now[which].path;
    const from = `${to}.wissel`;
    if (!existsSync(dirname(to))) throw new UserError(`Map '${dirname(to)}' voor de sleutels is er niet.`);
    copyFileSync(made[which].path, from);
    syncFile(from);
    return {from, to};
  });
}
