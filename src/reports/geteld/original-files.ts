import {basename} from "node:path";
import type {Database} from "../../database/database.ts";

/** A file in the archive, by what it was called when it was delivered. */
export interface OriginalFile {
  readonly sha256: string;
  readonly name: string;
}

/** The files that Berichten came in, as far as the archive has them: for a reader who may open them alone. */
export async function readOriginalFiles(
  database: Database,
  lines: readonly {readonly sha256: string}[],
): Promise<ReadonlyMap<string, OriginalFile>> {
  const asked = [...new Set(lines.map(({sha256}) => sha256))];
  if (asked.length === 0) return new Map();
  const places = asked.map((_, index) => `$file_${index}`).join(", ");
  const rows = await database.query<{sha256: string; naam: string}>(
    `select sha256, naam from bestand where segment is not null and sha256 in (${places})`,
    Object.fromEntries(asked.map((sha256, index) => [`file_${index}`, sha256])),
  );
  return new Map(rows.map(({sha256, naam}) => [sha256, {sha256, name: basename(naam)}]));
}
