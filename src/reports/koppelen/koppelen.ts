import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {type TableField, type TableKind, tableFields, tableKinds} from "../../ingest/tables/fields.ts";
import {knownKoppeling} from "../../ingest/tables/import-tables.ts";
import {listInbox, readInbox, saveKoppeling} from "../../ingest/tables/inbox.ts";
import {headerKey, type Koppeling} from "../../ingest/tables/koppeling.ts";
import {readSheet, type Sheet} from "../../ingest/tables/sheet.ts";
import {choiceFor, type Proposal, propose} from "../../ingest/tables/suggest.ts";
import {formatPercent} from "../format.ts";
import {maskedCell} from "./masked-cell.ts";

/** The page on which the columns of a table are matched with what we ask: once for each source. */
export interface Koppelen {
  readonly title: string;
  readonly kern: string;
  /** Where to put tables. */
  readonly folder: string;
  readonly files: readonly WaitingFile[];
  readonly table: MatchingTable | null;
}

export interface WaitingFile {
  readonly name: string;
  readonly href: string;
  readonly isKnown: boolean;
  /** Why it cannot be read; null: it can. */
  readonly problem: string | null;
}

export interface MatchingTable {
  readonly name: string;
  readonly bron: string;
  readonly kind: TableKind;
  readonly kinds: readonly {readonly kind: TableKind; readonly href: string; readonly isCurrent: boolean}[];
  readonly header: readonly string[];
  /** The first rows; what could tell who somebody is, shows its shape alone. */
  readonly preview: readonly (readonly string[])[];
  readonly fields: readonly MatchingField[];
}

export interface MatchingField {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly options: readonly {readonly value: string; readonly label: string; readonly isChosen: boolean}[];
  /** "100 %: de naam zegt het; alle waarden passen"; null: nothing is proposed. */
  readonly reason: string | null;
}

export const koppelenPath = "/over-de-gegevens/koppelen";

const previewRows = 5;

export interface KoppelenInput {
  readonly database: Database;
  readonly dataFolder: string;
  readonly inboxFolder: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}

export async function koppelen(input: KoppelenInput): Promise<Koppelen> {
  const {inboxFolder, query} = input;
  const files = await Promise.all(listInbox(inboxFolder).map((name) => waitingFile(input, name)));
  const table = query.bestand === undefined ? null : await matchingTable(inboxFolder, query.bestand, query.soort);
  const waiting = files.filter(({isKnown, problem}) => !isKnown && problem === null).length;
  return {
    title: table === null ? "Kolommen koppelen" : `Kolommen koppelen van ${table.name}`,
    kern: kernOf(waiting, table, query.bewaard),
    folder: inboxFolder,
    files,
    table,
  };
}

function kernOf(waiting: number, table: MatchingTable | null, saved: string | undefined): string {
  if (saved !== undefined) {
    return "De koppeling is bewaard. Een import kent tabellen met deze kolommen nu vanzelf.";
  }
  if (table !== null) return "Lees het voorstel na en bewaar het. Dat hoeft één keer per bron.";
  if (waiting === 0) return "Er wacht geen tabel waarvan de kolommen nog niet bekend zijn.";
  return waiting === 1 ? "Er wacht één tabel op u." : `Er wachten ${waiting} tabellen op u.`;
}

async function waitingFile({database, dataFolder, inboxFolder}: KoppelenInput, name: string): Promise<WaitingFile> {
  const href = `${koppelenPath}?${new URLSearchParams({bestand: name})}`;
  try {
    const bytes = readInbox(inboxFolder, name);
    const sheet = await readSheet(bytes, name);
    if ("problem" in sheet) return {name, href, isKnown: false, problem: sheet.problem};
    const known = await knownKoppeling(database, dataFolder, name, bytes);
    return {name, href, isKnown: known !== null, problem: null};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {name, href, isKnown: false, problem: error.message};
  }
}

async function matchingTable(inboxFolder: string, name: string, kind: string | undefined): Promise<MatchingTable> {
  const sheet = await sheetIn(inboxFolder, name);
  const proposal = propose(sheet, tableKinds.find((one) => one === kind) ?? null);
  return {
    name,
    bron: name.replace(/\.[^.]+$/, ""),
    kind: proposal.kind,
    kinds: tableKinds.map((one) => ({
      kind: one,
      href: `${koppelenPath}?${new URLSearchParams({bestand: name, soort: one})}`,
      isCurrent: one === proposal.kind,
    })),
    header: sheet.header,
    preview: sheet.rows
      .slice(0, previewRows)
      .map(({cells}) =>
        sheet.header.map((column, index) => maskedCell(cells[index] ?? null, fieldOfColumn(proposal, column))),
      ),
    fields: tableFields[proposal.kind].map((field) => matchingField(field, proposal, sheet)),
  };
}

async function sheetIn(inboxFolder: string, name: string): Promise<Sheet> {
  const sheet = await readSheet(readInbox(inboxFolder, name), name);
  if ("problem" in sheet) throw new UserError(`${name}: ${sheet.problem}`);
  return sheet;
}

function fieldOfColumn({suggestions}: Proposal, column: string): TableField | null {
  return suggestions.find((one) => one.column === column)?.field ?? null;
}

function matchingField(field: TableField, {suggestions}: Proposal, {header}: Sheet): MatchingField {
  const suggestion = suggestions.find((one) => one.field === field) ?? null;
  const columns = header.filter((column) => column !== "");
  return {
    name: field.name,
    label: field.label,
    isRequired: field.isRequired,
    options: [
      {value: "", label: field.isRequired ? "Kies een kolom" : "Staat er niet in", isChosen: suggestion === null},
      ...columns.map((column) => ({
        value: `kolom:${column}`,
        label: column,
        isChosen: column === suggestion?.column,
      })),
      ...constantsOf(field).map((value) => ({value: `vast:${value}`, label: `Altijd: ${value}`, isChosen: false})),
    ],
    reason: suggestion === null ? null : `${formatPercent(suggestion.score, 0)}: ${suggestion.reason}`,
  };
}

/** What a whole table can have in common. */
function constantsOf(field: TableField): string[] {
  if (field.type === "wet") return ["Wmo", "Jeugdwet"];
  return Object.keys(field.choices ?? {});
}

/**
 * What a form of this page says, kept as a koppeling.
 *
 * @returns  where to go on
 * @throws UserError  one line: what is missing or wrong
 */
export async function saveMatching(dataFolder: string, inboxFolder: string, form: URLSearchParams): Promise<string> {
  const text = (name: string) => form.get(name)?.trim() ?? "";
  const name = text("bestand");
  const kind = tableKinds.find((one) => one === text("soort"));
  if (kind === undefined) throw new UserError(`Kies bij 'Soort tabel' ${tableKinds.join(", ")}.`);
  const sheet = await sheetIn(inboxFolder, name);
  const kolommen = Object.fromEntries(
    tableFields[kind].flatMap((field) => {
      const chosen = text(`veld:${field.name}`);
      if (chosen.startsWith("vast:")) return [[field.name, {vast: chosen.slice(5)}]];
      const column = chosen.slice("kolom:".length);
      if (!sheet.header.includes(column) || column === "") return [];
      return [[field.name, choiceFor(field, sheet, column)]];
    }),
  );
  const koppeling: Koppeling = {versie: 1, bron: text("bron"), soort: kind, kop: headerKey(sheet.header), kolommen};
  saveKoppeling(dataFolder, koppeling);
  return `${koppelenPath}?bewaard=1`;
}
