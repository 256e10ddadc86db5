import fc from "fast-check";
import {expect, test} from "vitest";
import {attack, findDerived, type Published} from "./attack.ts";
import {columnsOf} from "./cells.ts";
import {findCircuits} from "./circuits.ts";
import {addTotals} from "./table.ts";

/** The last is the total of the others. */
function sumOf(values: readonly (number | null)[], more: Partial<Published> = {}): Published {
  const total = values.length - 1;
  return {
    cells: values.map((value) => ({value})),
    equations: [{total, parts: values.flatMap((_, place) => (place < total ? [place] : []))}],
    lowest: 0,
    ...more,
  };
}

test("a cell that is hidden alone follows from its total", async () => {
  expect(await attack(sumOf([3, null, 12]))).toEqual([{cell: 1, low: 9, high: 9, isDerived: true}]);
  expect(await findDerived(sumOf([3, null, 12]))).toEqual([1]);
});

test("two hidden cells can be anything that adds up", async () => {
  expect(await attack(sumOf([null, null, 5, 12]))).toEqual([
    {cell: 0, low: 0, high: 7, isDerived: false},
    {cell: 1, low: 0, high: 7, isDerived: false},
  ]);
  expect(await findDerived(sumOf([null, null, 5, 12]))).toEqual([]);
});

test("hidden cells of which the sum is nothing are nothing", async () => {
  expect(await findDerived(sumOf([null, null, 5, 5]))).toEqual([0, 1]);
});

test("nothing stops a hidden cell in no sum", async () => {
  const alone: Published = {cells: [{value: null}], equations: [], lowest: 0};
  expect(await attack(alone)).toEqual([{cell: 0, low: 0, high: Number.POSITIVE_INFINITY, isDerived: false}]);
});

test("rounded values leave room on both sides", async () => {
  expect(await attack(sumOf([5, null, 10], {roundedTo: 5}))).toEqual([{cell: 1, low: 0, high: 10, isDerived: false}]);
});

test("says so when what was published agrees with no table", async () => {
  await expect(attack(sumOf([9, null, 5]))).rejects.toThrow("published values agree with no table: infeasible");
});

test("nothing hidden, nothing to attack", async () => {
  expect(await attack(sumOf([1, 2, 3]))).toEqual([]);
  expect(await findDerived(sumOf([1, 2, 3]))).toEqual([]);
});

test("elimination and linear programme find the same cells open where no hidden cell is zero", async () => {
  const table = fc
    .tuple(fc.integer({min: 2, max: 4}), fc.integer({min: 2, max: 3}), fc.boolean())
    .chain(([rows, columns, isDeep]) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        isDeep: fc.constant(isDeep),
        hides: fc.array(fc.boolean(), {minLength: 60, maxLength: 60}),
      }),
    );
  await fc.assert(
    fc.asyncProperty(table, async ({rows, columns, isDeep, hides}) => {
      const codes = Array.from({length: rows}, (_, row) => `r${row}`);
      const grouping = new Map(codes.map((code, place) => [code, place < 2 ? "first" : "second"]));
      const {cells, equations} = addTotals({
        dimensions: [isDeep ? {name: "row", groupings: [grouping]} : {name: "row"}, {name: "column"}],
        rows: codes.flatMap((row, place) =>
          Array.from({length: columns}, (_, column) => {
            const value = 1 + ((place * 7 + column * 5) % 11);
            return {key: [row, `c${column}`], value, persons: value};
          }),
        ),
      });
      const hidden = cells.flatMap((_, cell) => (hides[cell % hides.length] ? [cell] : []));
      const values = cells.map(({value}, cell) => ({value: hidden.includes(cell) ? null : value}));
      const slack = cells.map(({value}) => value);
      const {isOpen, reach} = findCircuits(columnsOf(cells.length, equations), hidden, slack);
      for (const one of await attack({cells: values, equations, lowest: 0})) {
        expect(isOpen[one.cell] === 0).toBe(one.isDerived);
        const {value} = cells[one.cell]!;
        expect(one.high).toBeGreaterThanOrEqual(value + reach[one.cell]! - 1e-6);
        expect(one.low).toBeLessThanOrEqual(value - reach[one.cell]! + 1e-6);
      }
    }),
    {numRuns: 100},
  );
});
