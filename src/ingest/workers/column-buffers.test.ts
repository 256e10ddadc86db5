import fc from "fast-check";
import {expect, test} from "vitest";
import type {ColumnData} from "../../database/database.ts";
import {unpackTexts} from "../../database/packed-text.ts";
import {type Cell, TableBuffer} from "./column-buffers.ts";

const types = {soort: "text", aantal: "integer", cents: "bigint", op: "date", waar: "boolean"} as const;

function cellsOf({values, nulls, type}: ColumnData, rowCount: number): Cell[] {
  const plain: ArrayLike<string | number | bigint> = "slots" in values ? unpackTexts(values, rowCount) : values;
  return Array.from({length: rowCount}, (_, row) => {
    if (nulls !== null && ((nulls[row >> 3] ?? 0) >> (row & 7)) % 2 === 1) return null;
    return type === "boolean" ? plain[row] === 1 : plain[row]!;
  });
}

test("rows come back as they went in, whatever their number and wherever they are null", () => {
  const row = fc.tuple(
    fc.option(fc.string({maxLength: 20, unit: "grapheme"})),
    fc.option(fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1})),
    fc.option(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)),
    fc.option(fc.integer({min: -1000, max: 40_000})),
    fc.option(fc.boolean()),
  );
  fc.assert(
    fc.property(fc.array(row, {minLength: 1, maxLength: 700, size: "max"}), (rows) => {
      const buffer = new TableBuffer("x", types);
      for (const [first, ...rest] of rows) buffer.add([first], rest);
      const batch = buffer.take()!;
      const columns = batch.columns.map((column) => cellsOf(column, batch.rowCount));
      expect(rows.map((_, index) => columns.map((column) => column[index]))).toEqual(rows);
      expect(buffer.take()).toBeNull();
    }),
    {numRuns: 30},
  );
});
