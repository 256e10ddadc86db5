import type {Row} from "../../database/database.ts";
import {columnWords} from "../../database/reference/reference-words.ts";
import {isCents} from "../../database/reference/table-words.ts";
import {type ReferenceColumn, type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {readSheets} from "../sheet/read-sheets.ts";
import {cellPlace, cellText, rowPlace, type Sheet, type SheetFlaw, type SheetRow} from "../sheet/sheet.ts";
import {showableName} from "../sources/names.ts";
import {hasDecimals, numberStyle} from "./cells/numbers.ts";
import {type CellColumn, type Doubt, readCell} from "./cells/read-cell.ts";
import {chooseSheet} from "./choose-sheet.ts";
import {findHeader, type Header, type HeaderColumn, headerFit, unknownColumn} from "./header.ts";
import {Remarks} from "./remarks.ts";

/** The rows of a reference file that could be read, what is wrong with the others, and what must be asked. */
export interface TableReading {
  readonly table: ReferenceTable;
  readonly sheet: Sheet;
  /** How the file calls each column it has, and where. */
  readonly columns: readonly HeaderColumn[];
  readonly rows: readonly ReadRow[];
  /** Numbers of the rows that could not be read. */
  readonly badRows: ReadonlySet<number>;
  readonly faults: Remarks;
  readonly questions: Remarks;
}

/** `gemeente_code` is null where the file does not say it. */
export interface ReadRow {
  readonly row: Row;
  readonly number: number;
}

/** Reads a file as a reference table: CSV or XLSX. A problem is why none of it can be read. */
export async function readTable(
  table: ReferenceTable,
  bytes: Uint8Array,
): Promise<TableReading | {readonly problem: string}> {
  const reading = await readWhole(table, bytes);
  return "problem" in reading ? {problem: showableName(reading.problem)} : reading;
}

async function readWhole(table: ReferenceTable, bytes: Uint8Array): Promise<TableReading | {readonly problem: string}> {
  const read = await readSheets(bytes, (rows) => headerFit(table, rows));
  if ("problem" in read) return read;
  const choice = chooseSheet(table, read.sheets);
  if ("problem" in choice) return choice;
  const header = findHeader(table, choice.sheet);
  if ("problem" in header) return header;
  const reading = new Reading(table, choice.sheet, header);
  if (choice.question !== null) reading.questions.add("blad", choice.question);
  reading.readAll();
  return reading;
}

class Reading implements TableReading {
  readonly rows: ReadRow[] = [];
  readonly badRows = new Set<number>();
  faults = new Remarks();
  questions = new Remarks();
  readonly table: ReferenceTable;
  readonly sheet: Sheet;
  readonly #header: Header;
  readonly #body: readonly SheetRow[];
  readonly #width: number;
  readonly #doubts = new Map<string, {place: string; seen: string; read: string; count: number}>();

  constructor(table: ReferenceTable, sheet: Sheet, header: Header) {
    this.table = table;
    this.sheet = sheet;
    this.#header = header;
    this.#body = sheet.rows.slice(sheet.rows.indexOf(header.row) + 1);
    this.#width = header.row.cells.findLastIndex((cell) => cellText(cell) !== "") + 1;
  }

  get columns(): readonly HeaderColumn[] {
    return this.#header.columns;
  }

  readAll(): void {
    for (const name of this.#header.unknown) {
      this.questions.add(
        `kolom ${name}`,
        `${unknownColumn(this.table, this.sheet, this.#header, name)} Met akkoord slaan we hem over.`,
      );
    }
    const columns = this.#cellColumns(0);
    this.#tellFlaws();
    for (const row of this.#body) this.#readRow(row, columns);
    this.#tellDoubts();
    this.#tellShift();
  }

  /** The columns as they are to be read, when the values stand so many places to the right of their names. */
  #cellColumns(shift: number): (CellColumn & {readonly index: number})[] {
    return this.#header.columns.map(({index, column, unit}) => {
      const {type} = (referenceTables[this.table] as Readonly<Record<string, ReferenceColumn>>)[column]!;
      const words = columnWords(this.table, column);
      const at = index + shift;
      const isNumber = type === "integer" || type === "bigint" || type === "double";
      const style = isNumber ? numberStyle(this.#textsAt(at)) : null;
      const isEuro = isCents(column) && this.#isEuro(at, unit, style);
      return {name: column, type, words, style, isEuro, index: at};
    });
  }

  *#textsAt(index: number): Generator<string> {
    for (const {cells} of this.#body) {
      const cell = cells[index];
      if (typeof cell === "string") yield cell.trim();
    }
  }

  /** What the name says; else decimals show euros, and whole numbers leave it open. */
  #isEuro(index: number, unit: HeaderColumn["unit"], style: CellColumn["style"]): boolean {
    if (unit !== null) return unit === "euro";
    return this.#body.some(({cells}) => {
      const cell = cells[index];
      return typeof cell === "number" ? !Number.isInteger(cell) : typeof cell === "string" && hasDecimals(cell, style);
    });
  }

  #readRow(row: SheetRow, columns: readonly (CellColumn & {readonly index: number})[]): void {
    if (row.cells.every((cell) => cellText(cell) === "")) return;
    const length = this.#lengthProblem(row);
    if (length !== null) {
      this.#bad(row.number, "kolommen", length);
      return;
    }
    const values: Row = Object.fromEntries(Object.keys(referenceTables[this.table]).map((name) => [name, null]));
    for (const column of columns) {
      const cell = row.cells[column.index] ?? null;
      const read = readCell(column, cell);
      if ("expected" in read) {
        this.#bad(row.number, column.name, `${this.#place(row.number, column)}: verwacht ${read.expected}.`);
      } else if (read.value === null && this.#isRequired(column.name)) {
        this.#bad(row.number, column.name, `${this.#place(row.number, column)}: hier hoort een waarde te staan.`);
      } else {
        values[column.name] = read.value;
        if (read.doubt !== undefined) this.#doubt(read.doubt, row.number, column, cellText(cell), String(read.value));
      }
    }
    if (!this.badRows.has(row.number)) this.rows.push({row: values, number: row.number});
  }

  #isRequired(name: string): boolean {
    const column = (referenceTables[this.table] as Readonly<Record<string, ReferenceColumn>>)[name]!;
    return !column.optional && name !== "gemeente_code";
  }

  /** A line of a CSV file says how many cells it has; a row of a workbook ends anywhere. */
  #lengthProblem({number, cells}: SheetRow): string | null {
    const place = rowPlace(this.sheet, number);
    const last = cells.findLastIndex((cell) => cellText(cell) !== "") + 1;
    const isCsv = this.sheet.name === null;
    if (!isCsv) return last <= this.#width ? null : `${place}: er staat iets voorbij de laatste kolom van de kop.`;
    if (cells.length === this.#header.row.cells.length || (last <= this.#width && cells.length > this.#width))
      return null;
    const seen = cells.length === 1 ? "staat 1 kolom" : `staan ${cells.length} kolommen`;
    const line = `${place}: hier ${seen} en de kop noemt er ${this.#header.row.cells.length}.`;
    if (cells.length === 1) return `${line} Scheid alle regels op dezelfde manier.`;
    return cells.length > this.#width
      ? `${line} Staat er een komma of puntkomma in een waarde? Zet die tussen "…".`
      : line;
  }

  #tellFlaws(): void {
    const first = this.#header.row.number;
    for (const flaw of this.sheet.flaws) {
      const columns = this.#header.columns.filter(({index}) => index >= flaw.firstColumn && index <= flaw.lastColumn);
      if (flaw.lastRow < first || columns.length === 0) continue;
      const row = Math.max(flaw.firstRow, first);
      const place = cellPlace(this.sheet, row, columns[0]!.index, columns[0]!.written);
      this.faults.add(flaw.kind, `${place}: ${flawWords[flaw.kind]}`);
      for (const {number} of this.#body)
        if (number >= flaw.firstRow && number <= flaw.lastRow) this.badRows.add(number);
    }
  }

  #doubt(kind: Doubt, row: number, column: CellColumn & {readonly index: number}, seen: string, read: string): void {
    const key = `${kind} ${column.name}`;
    const known = this.#doubts.get(key);
    if (known === undefined) this.#doubts.set(key, {place: this.#place(row, column), seen, read, count: 1});
    else known.count++;
  }

  #tellDoubts(): void {
    for (const [key, {place, seen, read, count}] of this.#doubts) {
      const times = count === 1 ? "" : ` Zo staan er ${count}.`;
      this.questions.add(
        key,
        `${place}: ${doubtWords[key.slice(0, key.lastIndexOf(" ")) as Doubt](seen, read)}${times}`,
      );
    }
    for (const {index, column, written, unit} of this.#header.columns) {
      if (!isCents(column) || unit !== null || this.#isEuro(index, null, numberStyle(this.#textsAt(index)))) continue;
      if (this.rows.every(({row}) => row[column] === null)) continue;
      this.questions.add(
        `eenheid ${column}`,
        `${rowPlace(this.sheet, this.#header.row.number)}: staat '${written}' in euro's of in centen? We lezen centen. Noem de kolom '${written} in euro' of '${column}'.`,
      );
    }
  }

  /** When most rows are wrong, and right one column further, that is what is told instead. */
  #tellShift(): void {
    const total = this.rows.length + this.badRows.size;
    if (this.badRows.size < 2 || this.badRows.size * 2 <= total) return;
    for (const shift of [1, -1]) {
      const columns = this.#cellColumns(shift);
      const body = this.#body.slice(0, 200);
      const right = body.filter(({cells}) =>
        columns.every((column) => {
          const read = readCell(column, cells[column.index] ?? null);
          return !("expected" in read) && (read.value !== null || !this.#isRequired(column.name));
        }),
      );
      if (right.length < body.length * 0.8) continue;
      this.faults = new Remarks();
      const side = shift === 1 ? "rechts" : "links";
      const place = rowPlace(this.sheet, this.#header.row.number);
      this.faults.add(
        "verschoven",
        `${place}: de waarden staan één kolom naar ${side} van hun naam. Zet de kop boven de goede kolommen.`,
      );
      return;
    }
  }

  #place(row: number, {name, index}: {readonly name: string; readonly index: number}): string {
    const written = this.#header.columns.find(({column}) => column === name)?.written ?? name;
    return cellPlace(this.sheet, row, index, written);
  }

  #bad(row: number, kind: string, line: string): void {
    this.badRows.add(row);
    this.faults.add(kind, line);
  }
}

const flawWords: Readonly<Record<SheetFlaw["kind"], string>> = {
  samengevoegd: "hier zijn cellen samengevoegd. Splits ze en vul elke rij.",
  formule: "hier staat een formule zonder uitkomst. Open en bewaar het bestand in Excel, of plak de waarden.",
  fout: "hier staat een fout van Excel (zoals #N/B). Herstel de formule.",
};

const doubtWords: Readonly<Record<Doubt, (seen: string, read: string) => string>> = {
  "getal als datum": (seen, read) => `hier staat een getal (${seen}) en geen datum. We lezen ${read}.`,
  "nul weg": (seen, read) => `voor '${seen}' ontbreekt een nul. We lezen ${read}.`,
  afgerond: (seen, read) => `${seen} heeft meer dan twee decimalen. We lezen ${read} cent.`,
};
