import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {UserError} from "../../errors.ts";
import {largestFile} from "../sources/limits.ts";
import {referenceOf} from "../sources/names.ts";
import {tooLarge} from "../sources/texts.ts";
import {koppelingenFolder} from "./import-tables.ts";
import {checkKoppeling, type Koppeling} from "./koppeling.ts";
import {isTableName} from "./sheet.ts";

/** The tables that wait, by name; reference files are known by theirs. */
export function listInbox(inboxFolder: string): string[] {
  try {
    return readdirSync(inboxFolder, {withFileTypes: true})
      .filter((entry) => entry.isFile() && isTableName(entry.name) && referenceOf(entry.name) === null)
      .map(({name}) => name)
      .sort();
  } catch {
    return [];
  }
}

/** @throws UserError  there is no such table in the inbox, or it is too large to read */
export function readInbox(inboxFolder: string, name: string): Uint8Array {
  // A name from a browser: nothing above or below the folder.
  if (basename(name) !== name || !listInbox(inboxFolder).includes(name)) {
    throw new UserError("Deze tabel staat niet (meer) in de map inbox. Zet hem daar, en kies hem opnieuw.");
  }
  const path = join(inboxFolder, name);
  if (statSync(path).size > largestFile) throw new UserError(tooLarge);
  return readFileSync(path);
}

/** Keeps a koppeling in the data folder: the next import knows tables with these columns. */
export function saveKoppeling(dataFolder: string, koppeling: Koppeling): void {
  const own = checkKoppeling(koppeling);
  const folder = koppelingenFolder(dataFolder);
  mkdirSync(folder, {recursive: true, mode: 0o700});
  const slug = `${own.bron}-${own.soort}`
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  const unique = (own.kop ?? "").slice(0, 8);
  writeFileSync(join(folder, `${slug}-${unique}.json`), `${JSON.stringify(own, null, 2)}\n`, {mode: 0o600});
}
