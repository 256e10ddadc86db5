import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../errors.ts";
import {type Network, NoAnswerError} from "../network.ts";
import {readPages} from "../pages.ts";
import {borderAddresses, kwbAddresses, kwbTables} from "./addresses.ts";
import {type CbsAnswers, sortAnswers} from "./answers.ts";
import {bordersFile} from "./borders.ts";
import {type Kwb, readKwb} from "./kwb.ts";
import {kwbFiles} from "./kwb-files.ts";
import type {KwbColumn} from "./kwb-measures.ts";

/** Reference files made of what CBS and PDOK publish. */
export interface CbsFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly years: readonly number[];
  readonly areas: number;
  /** What CBS does not give, or not yet. */
  readonly missing: readonly KwbColumn[];
  readonly hasBorders: boolean;
}

/** Fetches Kerncijfers wijken en buurten and borders of a gemeente over the network. */
export async function fetchCbs(
  network: Network,
  gemeenteCode: string,
  years: readonly number[],
  say: (line: string) => void,
): Promise<CbsFiles> {
  const tables: Kwb[] = [];
  for (const year of years) {
    say(`Kerncijfers wijken en buurten ${year} ophalen`);
    tables.push(readKwb(await kwbAnswers(network, tableOf(year), gemeenteCode), gemeenteCode, year));
  }
  const newest = Math.max(...years);
  say(`Grenzen van ${newest} ophalen`);
  return filesOf(tables, await borderAnswers(network, newest, gemeenteCode));
}

/** Makes the same files of answers that someone put in a folder. */
export function readCbsFolder(folder: string, gemeenteCode: string, year: number | null): CbsFiles {
  const answers = sortAnswers(documentsIn(folder));
  return filesOf([readKwb(answers, gemeenteCode, year)], answers);
}

export function tableOf(year: number): string {
  const table = kwbTables[year];
  if (table !== undefined) return table;
  throw new UserError(`Van ${year} kennen we geen tabel van het CBS. Kies uit: ${Object.keys(kwbTables).join(", ")}.`);
}

async function kwbAnswers(network: Network, table: string, gemeenteCode: string): Promise<CbsAnswers> {
  const {v3, v4} = kwbAddresses(table, gemeenteCode);
  try {
    return await answersAt(network, v3);
  } catch (error) {
    // A table that is only in the newer service.
    if (error instanceof NoAnswerError && error.status === 404) return answersAt(network, v4);
    throw error;
  }
}

async function answersAt(network: Network, addresses: readonly string[]): Promise<CbsAnswers> {
  const documents: unknown[] = [];
  for (const address of addresses) documents.push(...(await readPages(network, address)));
  return sortAnswers(documents);
}

/** The figures are of use without a map, so borders that do not come keep nothing back. */
async function borderAnswers(network: Network, year: number, gemeenteCode: string): Promise<CbsAnswers> {
  try {
    return await answersAt(network, borderAddresses(year, gemeenteCode));
  } catch (error) {
    if (error instanceof NoAnswerError) return sortAnswers([]);
    throw error;
  }
}

function documentsIn(folder: string): unknown[] {
  const names = readNames(folder).filter((name) => /\.(geo)?json$/i.test(name));
  if (names.length === 0)
    throw new UserError(`In '${folder}' staan geen .json of .geojson. Noem de map met de bestanden.`);
  return names.map((name) => {
    try {
      return JSON.parse(readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "")) as unknown;
    } catch {
      throw new UserError(`Bestand '${name}' is geen goede JSON. Haal het opnieuw op.`);
    }
  });
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    throw new UserError(`Map '${folder}' is er niet of is niet te lezen. Kijk of de naam klopt.`);
  }
}

function filesOf(tables: readonly Kwb[], borders: CbsAnswers): CbsFiles {
  const codes = new Set(tables.flatMap(({areas}) => areas.map(({code}) => code)));
  const geojson = bordersFile(borders, codes);
  return {
    files: {...kwbFiles(tables), ...(geojson === null ? {} : {"gebieden.geojson": geojson})},
    years: tables.map(({year}) => year),
    areas: codes.size,
    missing: [...new Set(tables.flatMap(({missing}) => missing))],
    hasBorders: geojson !== null,
  };
}
