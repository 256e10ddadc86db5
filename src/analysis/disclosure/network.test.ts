import {describe, expect, test} from "vitest";
import {columnsOf, type Equation} from "./cells.ts";
import {cheapestRing, networkOf} from "./network.ts";

/** Cells a b / c d of a table of two by two: sums of rows, then of columns, all shown. */
const square: Equation[] = [
  {total: 4, parts: [0, 1]},
  {total: 5, parts: [2, 3]},
  {total: 6, parts: [0, 2]},
  {total: 7, parts: [1, 3]},
];

const inner = (cell: number) => (cell < 4 ? 1 : Number.POSITIVE_INFINITY);

describe("a table of two by two", () => {
  const network = networkOf(columnsOf(8, square), square.length)!;

  test("has one ring through its inner cells", () => {
    expect(cheapestRing(network, 0, 1, inner)!.sort()).toEqual([1, 2, 3]);
    expect(cheapestRing(network, 0, -1, inner)!.sort()).toEqual([1, 2, 3]);
  });

  test("has none where one of them cannot move", () => {
    const without3 = (cell: number) => (cell === 3 ? Number.POSITIVE_INFINITY : inner(cell));
    expect(cheapestRing(network, 0, 1, without3)).toBe(null);
  });

  test("a neighbour goes down where the cell goes up, and the cell across goes up", () => {
    const asked = new Map<number, Set<number>>();
    cheapestRing(network, 0, 1, (cell, direction) => {
      asked.set(cell, (asked.get(cell) ?? new Set()).add(direction));
      return inner(cell);
    });
    expect([...asked.get(1)!]).toEqual([-1]);
    expect([...asked.get(3)!]).toEqual([1]);
    expect(cheapestRing(network, 0, 1, (cell, way) => (cell === 1 && way === 1 ? Infinity : inner(cell)))).not.toBe(
      null,
    );
    expect(cheapestRing(network, 0, -1, (cell, way) => (cell === 1 && way === 1 ? Infinity : inner(cell)))).toBe(null);
  });

  test("goes by a total where that is cheaper", () => {
    // Up in a, and its row and column total with it.
    const cost = (cell: number) => ([4, 6].includes(cell) ? 0.1 : inner(cell));
    expect(cheapestRing(network, 0, 1, cost)!.sort()).toEqual([4, 6]);
  });
});

test("the cheapest of several rings is taken, whatever the number of its cells", () => {
  // One sum of three: a with b, or a with c.
  const network = networkOf(columnsOf(4, [{total: 3, parts: [0, 1, 2]}]), 1)!;
  const cost = (cell: number) => [0, 5, 2, Number.POSITIVE_INFINITY][cell]!;
  expect(cheapestRing(network, 0, 1, cost)).toEqual([2]);
});

test("a cell in no sum moves by itself", () => {
  const network = networkOf(columnsOf(2, [{total: 0, parts: []}]), 1)!;
  expect(cheapestRing(network, 1, 1, inner)).toEqual([]);
});

test("three sums for one cell make no network, nor do two that cannot be turned to fit", () => {
  const thrice = [1, 2, 3].map((total): Equation => ({total, parts: [0]}));
  expect(networkOf(columnsOf(4, thrice), 3)).toBe(null);
  // Cells 0 to 2 stand in two of three sums each, always as a part: no two of those can lie on the same side.
  const odd: Equation[] = [
    {total: 3, parts: [0, 1]},
    {total: 4, parts: [1, 2]},
    {total: 5, parts: [0, 2]},
  ];
  expect(networkOf(columnsOf(6, odd), 3)).toBe(null);
  expect(networkOf(columnsOf(6, odd.slice(0, 2)), 2)).not.toBe(null);
});
