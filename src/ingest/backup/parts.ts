/** What a backup says of itself before its parts come: the first file of the tar. */
export interface BackupHeader {
  readonly soort: "wijkbalans-reservekopie";
  readonly versie: 1;
  readonly gemaaktOp: string;
  readonly metSleutels: boolean;
  readonly delen: readonly {readonly naam: string; readonly grootte: number}[];
}

/** The SHA-256 of each part by its name: the last file of the tar. */
export type BackupDigests = Readonly<Record<string, string>>;

export const headerName = "reservekopie.json";
export const digestsName = "sha256.json";

const partNames = [
  /^wijkbalans\.duckdb$/,
  /^archief\/(?:\d{6,12}\.segment|stand\.json)$/,
  /^sleutels\/(?:archief|pseudoniem)\.sleutel$/,
  /^logboek\/inzage\.jsonl$/,
  // What the gemeente counts of its own: docs/how-to/own-indicator.md.
  /^indicatoren\/([a-z][a-z0-9-]{1,59})\/\1\.(?:json|sql|test\.json)$/,
];

/** Names of parts are paths in a data folder, and no other path is ever written. */
export function isPartName(name: string): boolean {
  return partNames.some((pattern) => pattern.test(name));
}

export interface BackupProgress {
  readonly bytes: number;
  readonly totalBytes: number;
}
