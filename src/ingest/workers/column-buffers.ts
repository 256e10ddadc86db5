import type {ColumnBatch, ColumnData, ColumnType, PackedText} from "../../database/database.ts";
import {packText, slotSize} from "../../database/packed-text.ts";

export type Cell = string | number | bigint | boolean | null;

// Most tables of a unit stay small, and one may hold tens of thousands of rows.
const firstRows = 256;

/** Rows of one table, gathered column by column in memory that moves to another thread without a copy. */
export class TableBuffer {
  readonly #table: string;
  readonly #columns: ColumnBuffer[];
  #rowCount = 0;

  constructor(table: string, types: Readonly<Record<string, ColumnType>>) {
    this.#table = table;
    this.#columns = Object.entries(types).map(([name, type]) => new ColumnBuffer(name, type));
  }

  /** Adds a row: its first columns, then the rest. */
  add(first: readonly Cell[], rest: readonly Cell[]): void {
    const row = this.#rowCount++;
    const split = first.length;
    for (let index = 0; index < split; index++) this.#columns[index]!.set(row, first[index]!);
    for (let index = 0; index < rest.length; index++) this.#columns[split + index]!.set(row, rest[index]!);
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** What was gathered, or null when that is nothing; begins anew. */
  take(): ColumnBatch | null {
    const rowCount = this.#rowCount;
    this.#rowCount = 0;
    if (rowCount === 0) return null;
    return {table: this.#table, rowCount, columns: this.#columns.map((column) => column.take(rowCount))};
  }
}

/** The memory of some batches that can be given away with them. */
export function transferables(batches: readonly ColumnBatch[]): ArrayBuffer[] {
  return batches.flatMap(({columns}) =>
    columns.flatMap(({values, nulls}) => {
      const main = "slots" in values ? values.slots : ArrayBuffer.isView(values) ? values : null;
      return [main, nulls].flatMap((array) => (array === null ? [] : [array.buffer as ArrayBuffer]));
    }),
  );
}

type Numbers =
  | Int32Array<ArrayBuffer>
  | BigInt64Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

class ColumnBuffer {
  readonly #name: string;
  readonly #type: ColumnType;
  readonly #width: number;
  #bytes = new ArrayBuffer(0);
  #numbers: Numbers = new Uint8Array(0);
  #capacity = 0;
  #nulls: Uint8Array<ArrayBuffer> | null = null;
  #long: [row: number, text: string][] = [];

  constructor(name: string, type: ColumnType) {
    this.#name = name;
    this.#type = type;
    this.#width = widths[type];
  }

  set(row: number, cell: Cell): void {
    if (row >= this.#capacity) this.#grow();
    if (cell === null) this.#setNull(row);
    else if (this.#type === "text") this.#setText(row, cell as string);
    else if (this.#type === "bigint" || this.#type === "timestamp") this.#numbers[row] = BigInt(cell as bigint);
    else this.#numbers[row] = Number(cell);
  }

  take(rowCount: number): ColumnData {
    const values = this.#type === "text" ? this.#takeText(rowCount) : this.#numbers.subarray(0, rowCount);
    const nulls = this.#nulls === null ? null : this.#nulls.subarray(0, (rowCount + 7) >> 3);
    this.#bytes = new ArrayBuffer(0);
    this.#capacity = 0;
    this.#nulls = null;
    return {name: this.#name, type: this.#type, values, nulls};
  }

  #takeText(rowCount: number): PackedText {
    const long = this.#long;
    this.#long = [];
    return {slots: (this.#numbers as Uint8Array).subarray(0, rowCount * slotSize), long};
  }

  #setText(row: number, text: string): void {
    if (!packText(this.#numbers as Uint8Array, row, text)) this.#long.push([row, text]);
  }

  #setNull(row: number): void {
    this.#nulls ??= new Uint8Array((this.#capacity + 7) >> 3);
    this.#nulls[row >> 3]! |= 1 << (row & 7);
  }

  #grow(): void {
    this.#capacity = Math.max(firstRows, this.#capacity * 2);
    const bytes = new ArrayBuffer(this.#capacity * this.#width);
    new Uint8Array(bytes).set(new Uint8Array(this.#bytes));
    this.#bytes = bytes;
    this.#numbers = numbersOver(bytes, this.#type);
    if (this.#nulls !== null) {
      const nulls = new Uint8Array((this.#capacity + 7) >> 3);
      nulls.set(this.#nulls);
      this.#nulls = nulls;
    }
  }
}

const widths: Readonly<Record<ColumnType, number>> = {
  integer: 4,
  date: 4,
  bigint: 8,
  timestamp: 8,
  double: 8,
  boolean: 1,
  text: slotSize,
};

function numbersOver(bytes: ArrayBuffer, type: ColumnType): Numbers {
  switch (type) {
    case "integer":
    case "date":
      return new Int32Array(bytes);
    case "bigint":
    case "timestamp":
      return new BigInt64Array(bytes);
    case "double":
      return new Float64Array(bytes);
    case "boolean":
    case "text":
      return new Uint8Array(bytes);
  }
}
