import {basename} from "node:path";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {isBsn} from "../../standards/bsn.ts";

export type FileKind = "bericht" | "referentie" | "tabel" | "zip" | "tar" | "tar.gz" | "gz" | "onbekend";

/** What a file is, by its name. */
export function kindOf(name: string): FileKind {
  const lower = name.toLowerCase();
  if (isIgnored(lower)) return "onbekend";
  if (lower.endsWith(".xml")) return "bericht";
  if (lower.endsWith(".zip")) return "zip";
  if (lower.endsWith(".tar")) return "tar";
  if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz")) return "tar.gz";
  if (lower.endsWith(".gz")) return "gz";
  if (referenceOf(name) !== null) return "referentie";
  return /\.(csv|xlsx|parquet)$/.test(lower) ? "tabel" : "onbekend";
}

/** The table that a reference file fills, "grenzen" for the borders of gebied, or null when it is none. */
export function referenceOf(name: string): ReferenceTable | "grenzen" | null {
  const lower = basename(name).toLowerCase();
  if (lower === "gebieden.geojson") return "grenzen";
  const table = /^(.+)\.(csv|xlsx)$/.exec(lower)?.[1]?.replaceAll(/[ -]/g, "_");
  return table !== undefined && Object.hasOwn(referenceTables, table) ? (table as ReferenceTable) : null;
}

// What a Mac puts beside the files it packs.
function isIgnored(lower: string): boolean {
  return basename(lower).startsWith("._") || lower.split("/").includes("__macosx");
}

/** A name that can be shown and kept: senders put Bsns in file names, and anybody can put anything in a zip. */
export function showableName(text: string): string {
  return text
    .replaceAll(/(?<!\d)\d{9}(?!\d)/g, (digits) => (isBsn(digits) ? "*********" : digits))
    .replaceAll(/\p{Cc}|\p{Cf}/gu, "?");
}
