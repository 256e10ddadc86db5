import type {ColumnType, Row, Value} from "../src/database/database.ts";

/** The rows of a fixture: names in the first line, cells between `|`. An empty cell is left out of its row. */
export function readTable(table: string, text: string, types: Readonly<Record<string, ColumnType>>): Row[] {
  const [names = [], ...lines] = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return lines.map((cells) => {
    if (cells.length !== names.length) throw new Error(`${table} has ${names.length} columns: ${cells.join(" | ")}`);
    return Object.fromEntries(
      names.flatMap((name, column) => {
        const type = types[name];
        if (type === undefined) throw new Error(`${table} has no column ${name}`);
        const cell = cells[column]!;
        return cell === "" ? [] : [[name, cellValue(`${table}.${name}`, type, cell)]];
      }),
    );
  });
}

function cellValue(name: string, type: ColumnType, cell: string): Value {
  switch (type) {
    case "text":
      return cell === "''" ? "" : cell;
    case "date":
    case "timestamp":
      if (!/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/.test(cell)) throw new Error(`${name} is no ${type}: ${cell}`);
      return cell;
    case "boolean":
      if (cell !== "true" && cell !== "false") throw new Error(`${name} is not true or false: ${cell}`);
      return cell === "true";
    case "bigint":
      return BigInt(cell);
    default:
      if (Number.isNaN(Number(cell))) throw new Error(`${name} is no number: ${cell}`);
      return Number(cell);
  }
}
