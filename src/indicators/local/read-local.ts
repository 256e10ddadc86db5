import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../errors.ts";
import {isIndicator, type LocalIndicators, type RefusedIndicator} from "../catalogue.ts";
import type {Indicator} from "../indicator.ts";
import {knownSteps, personSteps} from "../steps.ts";
import {checkSql} from "./check-sql.ts";
import {readForm} from "./form.ts";
import {prove} from "./proof-table.ts";
import {Scratch} from "./scratch.ts";
import {tryOut} from "./try-out.ts";

/** In the data folder: a folder for each indicator that the gemeente made itself. */
export const localFolder = "indicatoren";

const mostBytes = 256 * 1024;

/**
 * The indicators that a gemeente keeps in its data folder, each checked and tried before it counts:
 * `indicatoren/<id>/<id>.json` says what it means, `<id>.sql` gives the facts, `<id>.test.json`, when it is there, what
 * must come out of small tables.
 *
 * @returns  those that are whole, and of each other one why it is refused; nothing here throws for what stands in a file
 */
export async function readLocalIndicators(dataFolder: string): Promise<LocalIndicators> {
  const folder = join(dataFolder, localFolder);
  if (!existsSync(folder)) return {indicators: [], refused: []};
  const indicators: Indicator[] = [];
  const refused: RefusedIndicator[] = [];
  const scratch = new Scratch();
  try {
    for (const id of foldersIn(folder)) {
      try {
        indicators.push(await readOne(folder, id, scratch));
      } catch (error) {
        refused.push({id, message: `${error instanceof UserError ? "" : `map ${id}: `}${refusal(error)}.`});
      }
    }
  } catch (error) {
    refused.push({id: localFolder, message: `map ${localFolder}: ${refusal(error)}.`});
  } finally {
    await scratch.close();
  }
  return {indicators, refused};
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({name}) => name)
    .sort();
}

async function readOne(folder: string, id: string, scratch: Scratch): Promise<Indicator> {
  if (!/^[a-z][a-z0-9-]{1,59}$/.test(id)) {
    throw new UserError(`map ${id}: noem hem met kleine letters, cijfers en streepjes`);
  }
  if (isIndicator(id)) throw new UserError(`map ${id}: zo heet al een cijfer van Wijkbalans. Kies een andere naam`);
  const sql = readText(folder, id, "sql").replace(/;\s*$/, "").trim();
  const indicator = await inFile(id, "json", () => readForm(id, readText(folder, id, "json"), sql));
  const tree = await scratch.parse(sql);
  const known = {steps: knownSteps, personSteps, tables: await scratch.tables()};
  const {readsPersons} = await inFile(id, "sql", () => checkSql(tree, sql, known));
  if (indicator.counting.persons === "told" && readsPersons) {
    throw new UserError(
      `${id}.json, bij 'telling.soort': antwoorden telt u uit opgegeven tabellen, niet uit hulp van mensen`,
    );
  }
  await inFile(id, "sql", async () => tryOut(await scratch.empty(), indicator));
  if (existsSync(join(folder, id, `${id}.test.json`))) {
    const text = readText(folder, id, "test.json");
    await inFile(id, "test.json", async () => prove(await scratch.fresh(), indicator, text));
  }
  return indicator;
}

function readText(folder: string, id: string, kind: string): string {
  const file = join(folder, id, `${id}.${kind}`);
  if (!existsSync(file)) throw new UserError(`${id}.${kind} ontbreekt in de map ${id}`);
  if (statSync(file).size > mostBytes) throw new UserError(`${id}.${kind} is te groot: hoogstens 256 kB`);
  return readFileSync(file, "utf8");
}

/** What is wrong, behind the name of the file in which it is. */
async function inFile<T>(id: string, kind: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${id}.${kind}, ${error.message.replace(/\.$/, "")}`);
    throw error;
  }
}

function refusal(error: unknown): string {
  if (error instanceof UserError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === "EACCES" || code === "EPERM") return "wij mogen dit niet lezen. Geef leesrecht";
  const fault = code ?? (error instanceof Error ? error.name : "onbekend");
  return `hier ging iets mis in Wijkbalans (${fault}). Meld het ons`;
}
