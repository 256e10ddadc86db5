import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {referenceWords} from "../../database/reference/reference-words.ts";
import {fileColumns} from "../../database/reference/to-csv.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import type {Crumb} from "../crumb.ts";
import {formatDateShort, formatNumber} from "../format.ts";
import {readGemeenteName} from "../place/place.ts";
import {type Filled, readFilled} from "./filled.ts";
import {type ColumnFacts, columnFacts, type TemplateFormat, type TemplateKind} from "./template.ts";

export const bestandenPath = "/over-de-gegevens/bestanden";

/** Every file a gemeente can deliver beside the messages, what it is for and whether it is there. */
export interface Bestanden {
  readonly title: string;
  readonly kern: string;
  readonly groups: readonly {readonly name: string; readonly tables: readonly TableRow[]}[];
}

export interface TableRow {
  readonly table: ReferenceTable;
  readonly title: string;
  readonly href: string;
  readonly usedBy: string;
  /** A line for each Gemeente; empty when nothing is known. */
  readonly filled: readonly string[];
  readonly template: Download;
}

/** One file in full. */
export interface Bestand {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly table: ReferenceTable;
  readonly kern: string;
  readonly usedBy: string;
  readonly filled: readonly string[];
  readonly downloads: readonly Download[];
  readonly columns: readonly ColumnFacts[];
  readonly example: {readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]};
}

export interface Download {
  readonly label: string;
  readonly href: string;
}

const tables = Object.keys(referenceWords) as ReferenceTable[];

export function isReferenceTable(text: string): text is ReferenceTable {
  return Object.hasOwn(referenceTables, text);
}

export async function bestanden(database: Database, reader: Reader): Promise<Bestanden> {
  const filled = await wordsOfFilled(database, await readFilled(database, reader));
  const rows = tables.map((table): TableRow & {group: string} => {
    const {title, usedBy, group} = referenceWords[table];
    const href = `${bestandenPath}/${table}`;
    return {
      table,
      title,
      href,
      usedBy,
      filled: filled.get(table) ?? [],
      template: download(table, "leeg", "xlsx"),
      group,
    };
  });
  const known = rows.filter((row) => row.filled.length > 0).length;
  return {
    title: "Bestanden en sjablonen",
    kern: `Naast de berichten kent Wijkbalans ${tables.length} bestanden: namen, contracten, teams en geld. ${knownWords(known)}`,
    groups: [...Map.groupBy(rows, ({group}) => group)].map(([name, ofGroup]) => ({name, tables: ofGroup})),
  };
}

function knownWords(known: number): string {
  if (known === 0) return "Nu is er nog geen bekend.";
  return known === tables.length
    ? "Ze zijn er nu allemaal."
    : `Nu ${known === 1 ? "is er" : "zijn er"} ${known} bekend.`;
}

export async function bestand(database: Database, reader: Reader, table: ReferenceTable): Promise<Bestand> {
  const {title, purpose, usedBy, example} = referenceWords[table];
  const filled = await wordsOfFilled(database, await readFilled(database, reader));
  return {
    title,
    crumbs: [
      {label: "Bestanden en sjablonen", href: bestandenPath},
      {label: title, href: null},
    ],
    table,
    kern: `Het bestand ${table} ${purpose}`,
    usedBy,
    filled: filled.get(table) ?? [],
    downloads: [
      download(table, "leeg", "xlsx"),
      download(table, "leeg", "csv"),
      download(table, "voorbeeld", "xlsx"),
      download(table, "voorbeeld", "csv"),
    ],
    columns: columnFacts(table),
    example: {
      columns: fileColumns(table),
      rows: example.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
    },
  };
}

function download(table: ReferenceTable, kind: TemplateKind, format: TemplateFormat): Download {
  const words = kind === "leeg" ? "Leeg sjabloon" : "Voorbeeld";
  return {
    label: `${words}, ${format === "xlsx" ? "Excel" : "CSV"}`,
    href: `${bestandenPath}/${table}/${kind}.${format}`,
  };
}

/** "480 rijen, van 3 mrt 2025 (contract.xlsx)"; with its name when there is more than one Gemeente. */
async function wordsOfFilled(database: Database, all: readonly Filled[]): Promise<Map<ReferenceTable, string[]>> {
  const codes = [...new Set(all.map(({gemeenteCode}) => gemeenteCode))];
  const names = new Map<string, string>();
  if (codes.length > 1) for (const code of codes) names.set(code, await readGemeenteName(database, code));
  const words = new Map<ReferenceTable, string[]>();
  for (const {gemeenteCode, table, rows, source} of all) {
    const name = names.get(gemeenteCode);
    const from = source === null ? "" : `, van ${formatDateShort(source.day)} (${source.name})`;
    const line = `${name === undefined ? "" : `${name}: `}${formatNumber(rows)} ${rows === 1 ? "rij" : "rijen"}${from}`;
    words.set(table, [...(words.get(table) ?? []), line]);
  }
  return words;
}
