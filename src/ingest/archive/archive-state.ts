import {readFileSync} from "node:fs";
import {join} from "node:path";
import {writeWhole} from "../../durable-file.ts";
import {UserError} from "../../errors.ts";
import {fingerprint, type Keys} from "../keys/key-files.ts";

/** What the archive knows of itself: with which keys it was made and how far it was committed. */
export interface ArchiveState {
  readonly archiveKey: string;
  readonly pseudonymKey: string;
  readonly segments: readonly (readonly [segment: number, length: number])[];
}

export function stateOf(lengths: ReadonlyMap<number, number>, keys: Keys): ArchiveState {
  return {
    archiveKey: fingerprint(keys.archive),
    pseudonymKey: fingerprint(keys.pseudonym),
    segments: [...lengths],
  };
}

/** Null when nothing was committed yet, or what was noted cannot be read: then the database and the blocks tell. */
export function readState(folder: string): ArchiveState | null {
  try {
    const state: unknown = JSON.parse(readFileSync(join(folder, "stand.json"), "utf8"));
    return isState(state) ? state : null;
  } catch {
    return null;
  }
}

function isState(state: unknown): state is ArchiveState {
  if (typeof state !== "object" || state === null) return false;
  const {archiveKey, pseudonymKey, segments} = state as Partial<Record<keyof ArchiveState, unknown>>;
  const hasKeys = typeof archiveKey === "string" && typeof pseudonymKey === "string";
  return hasKeys && Array.isArray(segments) && segments.every(isLength);
}

function isLength(pair: unknown): boolean {
  return Array.isArray(pair) && pair.length === 2 && pair.every(Number.isSafeInteger);
}

export function writeState(folder: string, state: ArchiveState): void {
  writeWhole(join(folder, "stand.json"), JSON.stringify(state));
}

export function assertSameKeys(state: ArchiveState, keys: Keys): void {
  assertArchiveKey(state, keys);
  if (fingerprint(keys.pseudonym) !== state.pseudonymKey) throw otherKey("De pseudoniemsleutel");
}

export function assertArchiveKey(state: ArchiveState, keys: Keys): void {
  if (fingerprint(keys.archive) !== state.archiveKey) throw otherKey("De archiefsleutel");
}

function otherKey(name: string): UserError {
  return new UserError(`${name} hoort niet bij dit archief. Zet het goede sleutelbestand terug.`);
}
