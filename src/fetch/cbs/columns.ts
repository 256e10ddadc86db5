import {type CbsAnswers, type CbsRow, cbsText} from "./answers.ts";

/** A column of a table of CBS: what it is called, and the headings it stands below, the nearest first. */
export interface CbsColumn {
  /** "AantalInwoners_5" or "T001036". */
  readonly key: string;
  readonly title: string;
  readonly groups: readonly string[];
}

/** How a column is known whatever its number in a year: by its name or title, and of more with one name by its heading. */
export interface ColumnWish {
  /** Names and titles over the years; the first that is there counts. */
  readonly names: readonly string[];
  readonly below?: string;
}

/** The columns of OData v3, from DataProperties. */
export function columnsOfProperties(answers: CbsAnswers): CbsColumn[] {
  const rows = answers.rows.get("DataProperties") ?? [];
  const byId = new Map(rows.map((row) => [row.ID, row]));
  return rows
    .filter((row) => cbsText(row.Key) !== "")
    .map((row) => ({key: cbsText(row.Key), title: cbsText(row.Title), groups: groupsAbove(row, byId, "ParentID")}));
}

/** The columns of OData v4, from MeasureCodes and MeasureGroups. */
export function columnsOfMeasures(answers: CbsAnswers): CbsColumn[] {
  const groups = new Map((answers.rows.get("MeasureGroups") ?? []).map((row) => [row.Id, row]));
  return (answers.rows.get("MeasureCodes") ?? []).map((row) => {
    const own = groups.get(row.MeasureGroupId);
    const above = own === undefined ? [] : [cbsText(own.Title), ...groupsAbove(own, groups, "ParentId")];
    return {key: cbsText(row.Identifier), title: cbsText(row.Title), groups: above};
  });
}

/** Columns as the rows have them, when nothing describes them. */
export function columnsOfRows(rows: readonly CbsRow[]): CbsColumn[] {
  return Object.keys(rows[0] ?? {}).map((key) => ({key, title: "", groups: []}));
}

function groupsAbove(row: CbsRow, byId: ReadonlyMap<unknown, CbsRow>, parent: string): string[] {
  const titles: string[] = [];
  for (let above = byId.get(row[parent]); above !== undefined && titles.length < 20; above = byId.get(above[parent])) {
    titles.push(cbsText(above.Title));
  }
  return titles;
}

/** The column that is meant; null when there is none, or when more than one could be. */
export function findColumn(columns: readonly CbsColumn[], {names, below}: ColumnWish): CbsColumn | null {
  for (const name of names.map(simple)) {
    const named = columns.filter(({key, title}) => simple(withoutNumber(key)) === name || simple(title) === name);
    const found =
      named.length > 1 && below !== undefined
        ? named.filter(({groups}) => groups.some((group) => simple(group) === simple(below)))
        : named;
    if (found.length > 0) return found.length === 1 ? found[0]! : null;
  }
  return null;
}

/** "AantalInwoners_5" of one year is "AantalInwoners_6" of another. */
function withoutNumber(key: string): string {
  return key.replace(/_\d+$/, "");
}

function simple(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}
