import {randomBytes} from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {assertPrivate} from "../../database/private-file.ts";
import {syncFolder} from "../../durable-file.ts";
import {UserError} from "../../errors.ts";
import {hmacSha256} from "./hmac.ts";

export const keyLength = 32;

/** The two secrets of a data folder: one opens the archive, the other makes pseudonyms. */
export interface Keys {
  readonly archive: Uint8Array;
  readonly pseudonym: Uint8Array;
}

interface KeyFile {
  readonly path: string;
  readonly name: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the two key files. They are made at first use, when there is no archive yet; afterwards a missing key is an
 * error, because a new one would not open what is kept and would give every person a second pseudonym.
 */
export function openKeys(dataFolder: string, hasArchive: boolean, environment: Environment): Keys {
  const {archive, pseudonym} = keyFiles(dataFolder, environment);
  return {archive: openKey(archive, hasArchive), pseudonym: openKey(pseudonym, hasArchive)};
}

/** What a key file may be recognised by without telling anything about the key. */
export function fingerprint(key: Uint8Array): string {
  return hmacSha256(key, "wijkbalans vingerafdruk").toString("hex", 0, 8);
}

export function keyFiles(dataFolder: string, environment: Environment): {archive: KeyFile; pseudonym: KeyFile} {
  const folder = join(dataFolder, "sleutels");
  return {
    archive: {
      name: "De archiefsleutel",
      path: environment.WIJKBALANS_ARCHIEFSLEUTEL || join(folder, "archief.sleutel"),
    },
    pseudonym: {
      name: "De pseudoniemsleutel",
      path: environment.WIJKBALANS_PSEUDONIEMSLEUTEL || join(folder, "pseudoniem.sleutel"),
    },
  };
}

/** Refuses to begin with keys that others can read; what is not there yet is made when it is needed. */
export function assertPrivateKeys(dataFolder: string, environment: Environment): void {
  for (const {path, name} of Object.values(keyFiles(dataFolder, environment))) assertPrivate(path, name);
}

function openKey({path, name}: KeyFile, hasArchive: boolean): Uint8Array {
  if (!existsSync(path)) {
    if (hasArchive) {
      throw new UserError(`${name} '${path}' ontbreekt, terwijl er al een archief is. Zet het sleutelbestand terug.`);
    }
    makeKey(path, name);
  }
  const key = readKey(path, name);
  if (key.length !== keyLength) {
    throw new UserError(
      `${name} '${path}' is ${key.length} bytes lang en moet ${keyLength} bytes zijn. Zet het goede bestand terug.`,
    );
  }
  return key;
}

function readKey(path: string, name: string): Uint8Array {
  assertPrivate(path, name);
  try {
    return readFileSync(path);
  } catch {
    throw new UserError(`${name} '${path}' is niet te lezen. Geef leesrecht op dit bestand.`);
  }
}

// Written beside its place and linked into it, so that a key file is whole or absent, and never replaced.
function makeKey(path: string, name: string): void {
  const draft = `${path}.${process.pid}.nieuw`;
  try {
    mkdirSync(dirname(path), {recursive: true, mode: 0o700});
    const file = openSync(draft, "wx", 0o600);
    try {
      writeSync(file, randomBytes(keyLength));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
    unlinkSync(draft);
    syncFolder(dirname(path));
  } catch {
    throw new UserError(
      `${name} '${path}' kan niet gemaakt worden. Geef schrijfrecht op die map en maak schijfruimte.`,
    );
  }
}
