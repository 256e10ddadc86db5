import {chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {openDatabase} from "../../database/open.ts";
import {syncFolder} from "../../durable-file.ts";
import {FolderInUse, UserError} from "../../errors.ts";
import {type Environment, keyFiles} from "../keys/key-files.ts";
import {type VerifyResult, verifyArchive} from "../verify/verify.ts";
import type {BackupHeader, BackupProgress} from "./parts.ts";
import {readBackup} from "./read-backup.ts";

export interface RestoreRequest {
  readonly file: string;
  readonly dataFolder: string;
  /** Whether a folder that holds something is put aside; otherwise it is refused. */
  readonly mayReplace: boolean;
  /** Where the two key files are, when the backup does not hold them. */
  readonly keyFolder: string | null;
  readonly environment: Environment;
  readonly onProgress: (progress: BackupProgress) => void;
}

export interface Restored {
  readonly header: BackupHeader;
  readonly verified: VerifyResult;
  /** Where the folder that was there is now; null: there was none. */
  readonly putAside: string | null;
}

/** Makes a data folder of a backup. It stands beside its place until all of it was checked. */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const {dataFolder, file, mayReplace, onProgress} = request;
  if (!existsSync(file)) throw new UserError(`Bestand '${file}' bestaat niet. Kijk of de naam klopt.`);
  const hasContent = existsSync(dataFolder) && readdirSync(dataFolder).length > 0;
  if (hasContent && !mayReplace) {
    throw new UserError(
      `In '${dataFolder}' staan al gegevens. Kies een lege map met --data, of zet ze opzij met --overschrijf.`,
    );
  }
  if (hasContent) await assertFree(dataFolder);
  const draft = `${dataFolder}.herstel`;
  rmSync(draft, {recursive: true, force: true});
  mkdirSync(draft, {recursive: true, mode: 0o700});
  try {
    const header = await readBackup(file, draft, onProgress);
    provideKeys(draft, request);
    const verified = await verify(draft, request.environment);
    const putAside = hasContent ? putAsideOf(dataFolder) : null;
    if (putAside !== null) renameSync(dataFolder, putAside);
    else rmSync(dataFolder, {recursive: true, force: true});
    renameSync(draft, dataFolder);
    syncFolder(dirname(dataFolder));
    return {header, verified, putAside};
  } finally {
    rmSync(draft, {recursive: true, force: true});
  }
}

/** Throws when another process works on this data folder. */
async function assertFree(dataFolder: string): Promise<void> {
  if (!existsSync(join(dataFolder, "wijkbalans.duckdb"))) return;
  try {
    await (await openDatabase(dataFolder)).close();
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    // Damaged is what a restore is for.
  }
}

/** Puts the key files in their place: those of the backup, those that were named, or those of the folder replaced. */
function provideKeys(draft: string, {dataFolder, environment, keyFolder}: RestoreRequest): void {
  if (!existsSync(join(draft, "archief"))) return;
  const needed = Object.values(keyFiles(draft, environment)).filter(({path}) => !existsSync(path));
  for (const {name, path} of needed) {
    const folders = [...(keyFolder === null ? [] : [keyFolder]), join(dataFolder, "sleutels")];
    const source = folders.map((folder) => join(folder, basename(path))).find((candidate) => existsSync(candidate));
    if (source === undefined) {
      throw new UserError(
        `${name} staat niet in deze reservekopie. Noem met --sleutels de map waarin '${basename(path)}' staat.`,
      );
    }
    mkdirSync(dirname(path), {recursive: true, mode: 0o700});
    copyFileSync(source, path);
    // Whatever it was where it came from: here nobody else reads it.
    chmodSync(path, 0o600);
  }
}

async function verify(draft: string, environment: Environment): Promise<VerifyResult> {
  const database = await openDatabase(draft);
  try {
    const result = await verifyArchive(database, draft, environment);
    if (result.verschillen.length === 0) {
      // Who signed out since must not come back in with an old copy.
      await database.execute("delete from sessie");
      return result;
    }
    throw new UserError(`De reservekopie klopt niet: ${result.verschillen[0]} Er is niets hersteld.`, 1);
  } finally {
    await database.close();
  }
}

function putAsideOf(dataFolder: string): string {
  for (let number = 1; ; number++) {
    const name = `${dataFolder}.oud${number === 1 ? "" : `-${number}`}`;
    if (!existsSync(name)) return name;
  }
}
