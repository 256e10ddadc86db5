import writeWorkbook, {type CellObject} from "write-excel-file/node";
import {columnWords, referenceWords} from "../../database/reference/reference-words.ts";
import type {ExampleCell} from "../../database/reference/table-words.ts";
import {fileColumns, toCsv} from "../../database/reference/to-csv.ts";
import {type ReferenceColumn, type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";

export const templateKinds = ["leeg", "voorbeeld"] as const;
export const templateFormats = ["csv", "xlsx"] as const;

export type TemplateKind = (typeof templateKinds)[number];
export type TemplateFormat = (typeof templateFormats)[number];

export interface TemplateFile {
  /** The empty one can be filled in and delivered under this name. */
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** A reference file to fill in, or one with example rows. */
export async function templateFile(
  table: ReferenceTable,
  kind: TemplateKind,
  format: TemplateFormat,
): Promise<TemplateFile> {
  const rows = kind === "leeg" ? [] : referenceWords[table].example;
  const name = `${table}${kind === "leeg" ? "" : "-voorbeeld"}.${format}`;
  return format === "csv"
    ? {name, type: "text/csv; charset=utf-8", body: `\ufeff${toCsv({table, rows})}`}
    : {name, type: workbookType, body: await workbookOf(table, rows)};
}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Empty rows that are ready for text, so that Excel leaves the zeros before a code alone. */
const readyRows = 300;

/** A workbook with the table on its first sheet and what the columns mean on its second. */
export async function workbookOf(
  table: ReferenceTable,
  rows: readonly (readonly ExampleCell[])[],
): Promise<Uint8Array> {
  const columns = fileColumns(table);
  const types = columns.map((name) => typeOf(table, name));
  const blank = Array.from({length: readyRows}, () => columns.map(() => null));
  const body = [...rows, ...blank].map((row) => row.map((cell, index) => cellOf(cell, types[index]!)));
  const header = columns.map((value): CellObject => ({value, type: String, fontWeight: "bold"}));
  const sheets = [
    {
      sheet: table,
      data: [header, ...body],
      columns: columns.map((name) => ({width: Math.max(14, name.length + 4)})),
      stickyRowsCount: 1,
    },
    {sheet: "Uitleg", data: explanation(table), columns: [{width: 20}, {width: 14}, {width: 60}, {width: 60}]},
  ];
  return new Uint8Array(await writeWorkbook(sheets).toBuffer());
}

function cellOf(cell: ExampleCell, type: ReferenceColumn["type"]): CellObject {
  if (type === "date") {
    return cell === null
      ? {type: Date, format: "yyyy-mm-dd"}
      : {type: Date, format: "yyyy-mm-dd", value: new Date(`${cell}T00:00:00Z`)};
  }
  if (type === "text")
    return cell === null ? {type: String, format: "@"} : {type: String, format: "@", value: String(cell)};
  return cell === null ? {type: Number} : {type: Number, value: Number(cell)};
}

function explanation(table: ReferenceTable): CellObject[][] {
  const {title, purpose, usedBy} = referenceWords[table];
  const bold = (value: string): CellObject => ({value, type: String, fontWeight: "bold"});
  const plain = (value: string): CellObject => ({value, type: String, wrap: true});
  return [
    [bold(title)],
    [plain(`Dit bestand ${purpose}`)],
    [plain(`Waarvoor: ${usedBy}`)],
    [plain("Vul het eerste blad in. Wijkbalans leest dit blad niet.")],
    [],
    ["kolom", "verplicht", "wat erin staat", "heet ook"].map(bold),
    ...columnFacts(table).map(({name, isRequired, description, synonyms}) =>
      [name, isRequired ? "ja" : "nee", description, synonyms].map(plain),
    ),
  ];
}

export interface ColumnFacts {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string;
  readonly synonyms: string;
}

/** What a person is told of each column; the marks of the documentation are left out. */
export function columnFacts(table: ReferenceTable): ColumnFacts[] {
  return fileColumns(table).map((name) => {
    const {description, synonyms = []} = columnWords(table, name);
    const isRequired = !(referenceTables[table] as Readonly<Record<string, ReferenceColumn>>)[name]!.optional;
    return {name, isRequired, description: description.replaceAll("`", ""), synonyms: synonyms.join(", ")};
  });
}

function typeOf(table: ReferenceTable, name: string): ReferenceColumn["type"] {
  return (referenceTables[table] as Readonly<Record<string, ReferenceColumn>>)[name]!.type;
}
