import {zipOf} from "./zip-file.ts";

/** A cell as it stands in the XML of a sheet; a bare text or number is written as Excel does. */
export type RawCell =
  | string
  | number
  | null
  | {readonly v?: string; readonly f?: string; readonly t?: string; readonly s?: number};

export interface RawSheet {
  readonly rows: readonly (readonly RawCell[])[];
  /** "A2:A3" */
  readonly merges?: readonly string[];
}

/** Style 1 of `workbook` shows a number as a day. */
export const dayStyle = 1;

/** An .xlsx with these sheets, made by hand: also what no program would write. */
export function workbook(sheets: Readonly<Record<string, RawSheet>>): Buffer {
  const names = Object.keys(sheets);
  const parts = Object.fromEntries(
    Object.values(sheets).map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
  );
  return zipOf({
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
      .map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join("")}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${declaration}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...parts,
  });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function sheetXml({rows, merges = []}: RawSheet): string {
  const body = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, row, at)).join("")}</row>`,
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${body.join("")}</sheetData>${merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: RawCell, row: number, at: number): string {
  if (cell === null) return "";
  const r = `${String.fromCharCode(65 + at)}${row + 1}`;
  if (typeof cell === "number") return `<c r="${r}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${r}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  const {v, f, t, s} = cell;
  const attributes = `${t === undefined ? "" : ` t="${t}"`}${s === undefined ? "" : ` s="${s}"`}`;
  return `<c r="${r}"${attributes}>${f === undefined ? "" : `<f>${escapeXml(f)}</f>`}${v === undefined ? "" : `<v>${escapeXml(v)}</v>`}</c>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
