import {type Table, type TableRow, total} from "../../analysis/disclosure/table.ts";
import {UserError} from "../../errors.ts";
import type {Cell, Sheet, SheetRow} from "../../ingest/tables/sheet.ts";

/** A delivered table, ready for suppress(), and how to write its cells with the columns it came with. */
export interface DeliveredTable {
  readonly keyColumns: readonly string[];
  readonly table: Table;
  /** The code in each key column of a cell; "Totaal" where it is taken together. */
  keyOf(codes: readonly string[]): readonly string[];
}

/**
 * Reads columns of keys with `waarde` and `personen`, or with one column of counts. A key column that follows from
 * another is a level above it: a wijk in a stadsdeel.
 *
 * @throws UserError  what is wrong with it, with row and column
 */
export function readTable(sheet: Sheet, name: string): DeliveredTable {
  const {valueColumn, personsColumn, keyColumns} = columnsOf(sheet, name);
  const records = sheet.rows.map((row) => readRecord(sheet, row, {name, valueColumn, personsColumn, keyColumns}));
  const names = keyColumns.map((column) => sheet.header[column]!);
  const families = familiesOf(records.map(({codes}) => codes));
  refuseTwice(records, families, name);
  const rows = records.map(
    ({codes, value, persons}): TableRow => ({key: families.map(({base}) => codes[base]!), value, persons}),
  );
  const dimensions = families.map(({base, chains}) => ({
    name: names[base]!,
    ...(chains.length === 0 ? {} : {groupings: chains.map((chain) => parentsOf(chain, base, records))}),
  }));
  const size = families.reduce((cells, family) => cells * sizeOf(family, records), 1);
  if (size > mostCells) {
    throw new UserError(
      `${name}: met totalen zijn dit ${size} cellen, en hooguit ${mostCells} kan. Neem minder kolommen.`,
    );
  }
  return {keyColumns: names, table: {dimensions, rows}, keyOf: keyWriter(names.length, families, records)};
}

/** More cells than this would keep somebody waiting for minutes. */
const mostCells = 20_000;

interface Columns {
  readonly name: string;
  readonly valueColumn: number;
  /** The same column when a table has counts of people only. */
  readonly personsColumn: number;
  readonly keyColumns: readonly number[];
}

function columnsOf({header, rows}: Sheet, name: string): Omit<Columns, "name"> {
  const at = (wanted: string) => header.findIndex((column) => column.toLowerCase() === wanted);
  const [named, persons] = [at("waarde"), at("personen")];
  const numeric = header.flatMap((_, column) => (rows.every(({cells}) => isNumber(cells[column])) ? [column] : []));
  const only = numeric.length === 1 ? numeric[0]! : -1;
  const personsColumn = persons >= 0 ? persons : named >= 0 ? named : only;
  if (personsColumn < 0) {
    throw new UserError(`${name}: er is geen kolom 'personen'. Noem de kolom met aantallen mensen zo.`);
  }
  const valueColumn = named >= 0 ? named : personsColumn;
  const keyColumns = header.flatMap((column, place) =>
    column !== "" && place !== valueColumn && place !== personsColumn ? [place] : [],
  );
  if (keyColumns.length === 0) {
    throw new UserError(
      `${name}: er zijn geen kolommen met sleutels. Zet naast de aantallen bijvoorbeeld een kolom 'wijk'.`,
    );
  }
  return {valueColumn, personsColumn, keyColumns};
}

interface Record {
  readonly number: number;
  readonly codes: readonly string[];
  readonly value: number;
  readonly persons: number;
}

function readRecord({header}: Sheet, {number, cells}: SheetRow, columns: Columns): Record {
  const {name, valueColumn, personsColumn, keyColumns} = columns;
  const refuse = (column: number, problem: string): never => {
    throw new UserError(`${name}, rij ${number}, kolom '${header[column]}': ${problem}`);
  };
  const numberAt = (column: number) => {
    const cell = cells[column];
    return isNumber(cell) ? toNumber(cell) : refuse(column, `'${cell ?? ""}' is geen getal. Zet er een getal neer.`);
  };
  const codes = keyColumns.map((column) => {
    const code = cells[column] ?? refuse(column, "de sleutel is leeg. Vul hem in.");
    if (["totaal", "total"].includes(String(code).toLowerCase())) {
      refuse(column, `'${code}' kan hier niet staan. Laat rijen met totalen weg: die maken wij erbij.`);
    }
    return String(code);
  });
  const persons = numberAt(personsColumn);
  if (!Number.isInteger(persons) || persons < 0) {
    refuse(
      personsColumn,
      `'${cells[personsColumn]}' kan geen aantal mensen zijn. Zet er een heel getal van 0 of meer neer.`,
    );
  }
  return {number, codes, value: numberAt(valueColumn), persons};
}

function isNumber(cell: Cell | undefined): cell is string | number {
  return typeof cell === "number" ? Number.isFinite(cell) : typeof cell === "string" && /^-?\d+([.,]\d+)?$/.test(cell);
}

function toNumber(cell: string | number): number {
  return typeof cell === "number" ? cell : Number(cell.replace(",", "."));
}

/** A key column with those that follow from it. Places are those among the key columns. */
interface Family {
  readonly base: number;
  /** Each way in which its codes are put together: from the finest level above it to the coarsest. */
  readonly chains: readonly (readonly number[])[];
  /** Columns that only name a code of the base in another way. */
  readonly names: readonly number[];
}

function familiesOf(codes: readonly (readonly string[])[]): Family[] {
  const columns = codes[0]!.map((_, column) => column);
  const variety = columns.map((column) => new Set(codes.map((one) => one[column])).size);
  const follows = (fine: number, coarse: number) => {
    const seen = new Map<string, string>();
    return codes.every((one) => {
      const [from, to] = [one[fine]!, one[coarse]!];
      if (!seen.has(from)) seen.set(from, to);
      return seen.get(from) === to;
    });
  };
  // One code in all rows says nothing, unless it is all there is.
  const varied = columns.filter((column) => variety[column]! > 1);
  const told = varied.length === 0 ? columns.slice(0, 1) : varied;
  const isAbove = (fine: number, coarse: number) =>
    fine !== coarse &&
    (variety[fine]! > variety[coarse]! || (variety[fine] === variety[coarse] && fine < coarse)) &&
    follows(fine, coarse);
  const bases = told.filter((column) => !told.some((other) => isAbove(other, column)));
  const taken = new Set(bases);
  return bases.map((base) => {
    const above = told.filter((column) => !taken.has(column) && isAbove(base, column));
    for (const column of above) taken.add(column);
    const names = above.filter((column) => variety[column] === variety[base]);
    const chains: number[][] = [];
    const levels = above.filter((column) => !names.includes(column)).sort((a, b) => variety[b]! - variety[a]!);
    for (const level of levels) {
      const chain = chains.find((one) => isAbove(one.at(-1)!, level));
      if (chain === undefined) chains.push([level]);
      else chain.push(level);
    }
    return {base, chains, names};
  });
}

/** The code of a level above the base: told apart from a code of another column with the same text. */
function levelCode(column: number, code: string): string {
  return `${column}\u0001${code}`;
}

function parentsOf(chain: readonly number[], base: number, records: readonly Record[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const {codes} of records) {
    let code = codes[base]!;
    for (const column of chain) {
      const parent = levelCode(column, codes[column]!);
      parents.set(code, parent);
      code = parent;
    }
  }
  return parents;
}

function sizeOf({base, chains}: Family, records: readonly Record[]): number {
  const levels = [base, ...chains.flat()];
  return levels.reduce((sum, column) => sum + new Set(records.map(({codes}) => codes[column])).size, 1);
}

function refuseTwice(records: readonly Record[], families: readonly Family[], name: string): void {
  const seen = new Map<string, number>();
  for (const {number, codes} of records) {
    const key = families.map(({base}) => codes[base]).join("\u0000");
    const before = seen.get(key);
    if (before !== undefined) {
      throw new UserError(
        `${name}, rij ${number}: dezelfde sleutels staan al op rij ${before}. Tel ze op tot één rij.`,
      );
    }
    seen.set(key, number);
  }
}

function keyWriter(width: number, families: readonly Family[], records: readonly Record[]) {
  const first = records[0]!;
  const inFamily = new Set(families.flatMap(({base, chains, names}) => [base, ...names, ...chains.flat()]));
  const texts = families.map((family) => textsOf(family, records));
  return (codes: readonly string[]) => {
    const key = Array.from({length: width}, (_, column) => (inFamily.has(column) ? total : first.codes[column]!));
    codes.forEach((code, place) => {
      for (const [column, text] of texts[place]!.get(code) ?? []) key[column] = text;
    });
    return key;
  };
}

/** What to write for each code of a family, and in which columns. */
function textsOf({base, chains, names}: Family, records: readonly Record[]) {
  const texts = new Map<string, [column: number, text: string][]>();
  for (const {codes} of records) {
    const of = (columns: readonly number[]) => columns.map((column): [number, string] => [column, codes[column]!]);
    texts.set(codes[base]!, of([base, ...names, ...chains.flat()]));
    for (const chain of chains) {
      chain.forEach((column, place) => {
        texts.set(levelCode(column, codes[column]!), of(chain.slice(place)));
      });
    }
  }
  return texts;
}
