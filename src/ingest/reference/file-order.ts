import {dirname} from "node:path";
import {referenceOf} from "../sources/names.ts";
import {readTable} from "./read-table.ts";
import {type GemeenteOfFile, gemeenteIn} from "./reference-rows.ts";
import type {ReferenceState} from "./reference-state.ts";

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// The borders go on the areas, and the rest may need the Gemeente that the areas name. What others refer to goes first.
const first = ["gebied", "grenzen", "aanbieder", "product", "contract", "team"];

export function inOrder<File extends NamedBytes>(files: readonly File[]): File[] {
  const rank = ({name}: File) => {
    const at = first.indexOf(referenceOf(name) ?? "");
    return at < 0 ? first.length : at;
  };
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/** Which Gemeente the files are about, by what the areas among them say and what is known. */
export async function gemeenteOfFiles(state: ReferenceState, files: readonly NamedBytes[]): Promise<GemeenteOfFile> {
  const byFolder = new Map<string, string>();
  for (const {name, bytes} of files) {
    if (referenceOf(name) !== "gebied") continue;
    const reading = await readTable("gebied", bytes);
    const code = "rows" in reading ? gemeenteIn(reading.rows.map(({row}) => row)) : null;
    if (code !== null) byFolder.set(dirname(name), code);
  }
  const known = await state.gemeenten();
  return {byFolder, known: known.length === 1 ? (known[0] ?? null) : null};
}
