import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {join, parse} from "node:path";
import type {Database} from "../../database/database.ts";
import {writeWhole} from "../../durable-file.ts";
import {UserError} from "../../errors.ts";
import {isLandelijk} from "../landelijk/read-landelijk.ts";
import type {Survey} from "../sources/delivery.ts";
import {showableName} from "../sources/names.ts";
import {knownKoppeling} from "../tables/import-tables.ts";
import {FileReader} from "../workers/file-reader.ts";
import {fileName} from "./receive.ts";

export interface InboxPlace {
  readonly database: Database;
  readonly dataFolder: string;
  readonly inboxFolder: string;
}

/**
 * Puts the tables whose columns nobody matched yet in the inbox, where they wait until somebody does.
 *
 * Done twice they stand there once, so a delivery that was broken off can begin again.
 *
 * @returns  what is left to take in; what waits is counted as skipped
 */
export async function letUnmatchedWait(place: InboxPlace, survey: Survey): Promise<Survey> {
  const {database, dataFolder, inboxFolder} = place;
  const tables: Survey["tables"][number][] = [];
  for (const table of survey.tables) {
    const {name, content} = table;
    const bytes = typeof content === "string" ? new FileReader().read(content) : content;
    // What cannot be read is told by the import.
    const canWait = bytes !== null && !("problem" in bytes);
    if (
      canWait &&
      !(await isLandelijk(name, bytes)) &&
      (await knownKoppeling(database, dataFolder, name, bytes)) === null
    ) {
      keepInInbox(inboxFolder, name, bytes);
    } else tables.push(table);
  }
  return {...survey, tables, skipped: survey.skipped + survey.tables.length - tables.length};
}

function keepInInbox(inboxFolder: string, name: string, bytes: Uint8Array): void {
  try {
    mkdirSync(inboxFolder, {recursive: true});
    const target = freePath(inboxFolder, nameInInbox(name), bytes);
    if (target === null) return;
    // Not seen by who looks in the inbox until it is whole.
    writeWhole(target, bytes, join(inboxFolder, `.${parse(target).base}.nieuw`));
  } catch {
    throw new UserError(
      `In de inbox '${inboxFolder}' kan niets bewaard worden. Maak ruimte of geef schrijfrecht, en probeer het opnieuw.`,
      1,
    );
  }
}

// Its name is shown, and stands in an address: no Bsn in it.
function nameInInbox(name: string): string {
  return showableName(fileName(name)).replaceAll("*", "x");
}

/** Null: it stands there already. */
function freePath(folder: string, base: string, bytes: Uint8Array): string | null {
  const {name, ext} = parse(base);
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? base : `${name} (${number})${ext}`);
    if (!existsSync(path)) return path;
    if (readFileSync(path).equals(bytes)) return null;
  }
}
