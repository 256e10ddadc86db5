import {describe, expect, test} from "vitest";
import type {Cell, Equation} from "./cells.ts";
import {taskOf} from "./protection.ts";
import {openRingFinder} from "./rings.ts";

const width = {least: 3, share: 0};

function cellsOf(values: readonly number[]): Cell[] {
  return values.map((value) => ({value, persons: value, isPrimary: false, weight: 1, fixed: null}));
}

interface Asked {
  readonly values: readonly number[];
  readonly equations: readonly Equation[];
  readonly costs: readonly number[];
  readonly knownBy?: number;
  readonly options?: {readonly isOneSided?: boolean; readonly isHasty?: boolean};
}

/** The ring through the first cell. */
async function ringOf({values, equations, costs, knownBy, options}: Asked): Promise<readonly number[] | null> {
  const task = taskOf({cells: cellsOf(values), equations, lowest: 0}, width, false, options);
  const rings = openRingFinder(task);
  try {
    const ring = await rings.find({cell: 0, knownBy: knownBy ?? null}, (cell) => costs[cell]!);
    return ring === null ? null : [...ring].sort();
  } finally {
    rings.close();
  }
}

const never = Number.POSITIVE_INFINITY;
const oneSum: Equation[] = [{total: 4, parts: [0, 1, 2, 3]}];

describe("in one sum", () => {
  const values = [9, 9, 9, 1, 28];

  test("takes the cheapest cell that has room", async () => {
    expect(await ringOf({values, equations: oneSum, costs: [0, 3, 2, 1, never]})).toEqual([2]);
  });

  test("not the cell of who knows it", async () => {
    expect(await ringOf({values, equations: oneSum, costs: [0, 3, 2, 1, never], knownBy: 2})).toEqual([1]);
  });

  test("where room on one side will do, a cell that can only go up is enough", async () => {
    const costs = [0, never, never, 1, never];
    expect(await ringOf({values, equations: oneSum, costs})).toBe(null);
    // The first goes down by 3 and the other up.
    expect(await ringOf({values, equations: oneSum, costs, options: {isOneSided: true}})).toEqual([3]);
  });

  test("two cells with too little room each do together, unless in haste", async () => {
    const little = [9, 2, 2, 1, 14];
    const costs = [0, 1, 1, never, never];
    expect(await ringOf({values: little, equations: oneSum, costs})).toEqual([1, 2]);
    expect(await ringOf({values: little, equations: oneSum, costs, options: {isHasty: true}})).toBe(null);
  });

  test("a cell of nothing can go up, when another goes down", async () => {
    expect(await ringOf({values: [0, 9, 9, 1, 19], equations: oneSum, costs: [0, 2, 1, 1, never]})).toEqual([2]);
  });
});

/** Three sums for each inner cell: no network. The cells of a cube of two by two by two, then its twelve sums. */
const cube: Equation[] = [1, 2, 4].flatMap((step, axis) =>
  [0, 1, 2, 3, 4, 5, 6, 7]
    .filter((cell) => (cell & step) === 0)
    .map((cell, place) => ({total: 8 + 4 * axis + place, parts: [cell, cell + step]})),
);

test("in a cube all eight cells move together, or none does", async () => {
  const values = [...new Array<number>(8).fill(9), ...new Array<number>(12).fill(18)];
  const costs = values.map((_, cell) => (cell < 8 ? 1 : never));
  expect(await ringOf({values, equations: cube, costs})).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await ringOf({values, equations: cube, costs: costs.with(7, never)})).toBe(null);
  expect(await ringOf({values, equations: cube, costs, knownBy: 5})).toBe(null);
  // One of them has too little to go down, and goes down when the first goes down or up.
  expect(await ringOf({values: values.with(3, 1), equations: cube, costs})).toBe(null);
  expect(await ringOf({values: values.with(3, 1), equations: cube, costs, options: {isOneSided: true}})).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
  // A sum that may change as well: three cells in a row of the cube no longer have to.
  const open = costs.with(8, 0.1).with(12, 0.1).with(16, 0.1);
  expect(await ringOf({values, equations: cube, costs: open})).toEqual([12, 16, 8].sort());
});
