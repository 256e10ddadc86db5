import {readFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {type SuppressedCell, suppress} from "../analysis/disclosure/suppress.ts";
import {UserError} from "../errors.ts";
import {readSheet} from "../ingest/tables/sheet.ts";
import {formatNumber} from "../reports/format.ts";
import type {Command} from "./command.ts";
import {readTable} from "./disclose-table.ts";
import {tableText} from "./table.ts";

export const disclose: Command = {
  name: "disclose",
  summary: "Verbergt kleine aantallen in een tabel, en wat ze zou verraden.",
  usage: "disclose TABEL.csv [--json]",
  options: {json: {type: "boolean"}},
  async run({positionals, values, folder, output}) {
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) {
      throw new UserError("Noem één tabel, bijvoorbeeld: npx wijkbalans disclose wijken.csv");
    }
    const name = basename(path);
    const sheet = await readSheet(readFile(resolve(folder, path), path), name);
    if ("problem" in sheet) throw new UserError(`${name}: ${sheet.problem}`);
    const {keyColumns, table, keyOf} = readTable(sheet, name);
    const {cells} = await suppress(table);
    const rows = cells.map((cell) => ({key: keyOf(cell.key), cell}));
    output.write(values.json === true ? jsonOf(keyColumns, rows) : readable(keyColumns, rows));
    return 0;
  },
};

interface Row {
  readonly key: readonly string[];
  readonly cell: SuppressedCell;
}

const reasons = {"few persons": "te weinig personen", dominance: "één overheerst", partner: "beschermt een andere cel"};

function readFile(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UserError(`Tabel '${name}' is niet te lezen. Kijk of de naam klopt.`);
  }
}

function jsonOf(keyColumns: readonly string[], rows: readonly Row[]): string {
  const cells = rows.map(({key, cell}) => ({
    ...Object.fromEntries(keyColumns.map((column, place) => [column, key[place]])),
    waarde: cell.value,
    personen: cell.persons,
    verborgen: cell.reason !== null,
    reden: cell.reason === null ? null : reasons[cell.reason],
  }));
  return `${JSON.stringify(cells)}\n`;
}

function readable(keyColumns: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map(({key, cell}) => [
    ...key,
    {number: cell.value === null ? "verborgen" : formatNumber(cell.value, Number.isInteger(cell.value) ? 0 : 2)},
    {number: cell.persons === null ? "" : formatNumber(cell.persons)},
    cell.reason === null ? "" : reasons[cell.reason],
  ]);
  const count = (isCounted: (cell: SuppressedCell) => boolean) =>
    formatNumber(rows.filter(({cell}) => isCounted(cell)).length);
  const partners = count(({reason}) => reason === "partner");
  return [
    tableText([...keyColumns, "waarde", "personen", "reden"], lines),
    "",
    `Verborgen: ${count(({reason}) => reason !== null)} van ${formatNumber(rows.length)} cellen, waarvan ${partners} om andere te beschermen.`,
    "De kolom 'reden' is voor u alleen: laat haar weg als u de tabel deelt.",
    "",
  ].join("\n");
}
