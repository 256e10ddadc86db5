import {readdirSync, readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {isLandelijk} from "../landelijk/read-landelijk.ts";
import {isTooLarge} from "../sources/limits.ts";
import {kindOf} from "../sources/names.ts";
import {knownKoppeling, koppelingenFolder} from "../tables/import-tables.ts";
import type {InboxFile} from "./inbox-files.ts";

/** Tables of a suite whose columns nobody matched yet: they wait in the inbox until somebody does. */
export class UnmatchedTables {
  readonly #database: Database;
  readonly #dataFolder: string;
  /** As it was when it was found unmatched: the file, and what was matched by then. */
  readonly #waiting = new Map<string, string>();

  constructor(database: Database, dataFolder: string) {
    this.#database = database;
    this.#dataFolder = dataFolder;
  }

  async has({path, name, stamp}: InboxFile): Promise<boolean> {
    // One that is too large to be read is refused, and so are those that are no table.
    if (kindOf(path) !== "tabel" || isTooLarge(path)) return false;
    const asItIs = `${stamp} ${this.#matched()}`;
    if (this.#waiting.get(path) === asItIs) return true;
    const bytes = readFileSync(path);
    if (
      (await isLandelijk(name, bytes)) ||
      (await knownKoppeling(this.#database, this.#dataFolder, name, bytes)) !== null
    ) {
      this.#waiting.delete(path);
      return false;
    }
    this.#waiting.set(path, asItIs);
    return true;
  }

  #matched(): string {
    try {
      return readdirSync(koppelingenFolder(this.#dataFolder)).sort().join();
    } catch {
      return "";
    }
  }
}
