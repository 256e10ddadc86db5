import {describe, expect, test} from "vitest";
import type {Cell, CellSystem, Equation} from "./cells.ts";
import {hidePartners, showAgain} from "./heuristic.ts";
import {type Task, taskOf} from "./protection.ts";
import {openRingFinder, type RingFinder} from "./rings.ts";

const small = {isPrimary: true};

function cell(value: number, {persons = value, isPrimary = false, fixed = null, weight = 1}: Partial<Cell> = {}): Cell {
  return {value, persons, isPrimary, weight, fixed};
}

/** Parts of one sum that everybody reads. */
function oneSum(...parts: readonly Cell[]): CellSystem {
  const total = cell(
    parts.reduce((sum, {value}) => sum + value, 0),
    {fixed: "shown", weight: 0},
  );
  return {cells: [...parts, total], equations: [{total: parts.length, parts: [...parts.keys()]}], lowest: 0};
}

/** The eight cells of a cube and its twelve sums, which everybody reads: no network. */
function cube(cells: readonly Cell[]): CellSystem {
  const equations: Equation[] = [1, 2, 4].flatMap((step, axis) =>
    [0, 1, 2, 3, 4, 5, 6, 7]
      .filter((one) => (one & step) === 0)
      .map((one, place) => ({total: 8 + 4 * axis + place, parts: [one, one + step]})),
  );
  const sums = equations.map(({parts: [one, other]}) =>
    cell(cells[one!]!.value + cells[other!]!.value, {fixed: "shown", weight: 0}),
  );
  return {cells: [...cells, ...sums], equations, lowest: 0};
}

interface Asked {
  readonly least?: number;
  readonly mindsSingletons?: boolean;
  readonly isHasty?: boolean;
  /** Hidden already, beside the primary cells. */
  readonly already?: readonly number[];
}

async function ask<T>(
  system: CellSystem,
  {least = 1, mindsSingletons = false, isHasty = false, already = []}: Asked,
  work: (task: Task, start: readonly boolean[], rings: RingFinder) => Promise<T>,
): Promise<T> {
  const task = taskOf(system, {least, share: 0}, mindsSingletons, {isHasty});
  const rings = openRingFinder(task);
  try {
    return await work(
      task,
      system.cells.map(({isPrimary}, place) => isPrimary || already.includes(place)),
      rings,
    );
  } finally {
    rings.close();
  }
}

function places(pattern: readonly boolean[]): number[] {
  return pattern.flatMap((isHidden, place) => (isHidden ? [place] : []));
}

async function hiddenIn(system: CellSystem, asked: Asked = {}) {
  const {hidden, unprotected} = await ask(system, asked, hidePartners);
  return {hidden: places(hidden), unprotected};
}

/** What stays hidden of these cells. */
async function keptOf(system: CellSystem, hidden: readonly number[], asked: Asked = {}): Promise<number[]> {
  const pattern = system.cells.map((_, place) => hidden.includes(place));
  return places(await ask(system, asked, (task, start, rings) => showAgain(task, start, pattern, rings)));
}

describe("the partner that is hidden", () => {
  test("is the cheapest", async () => {
    const system = oneSum(cell(5, small), cell(40, {weight: 3}), cell(40, {weight: 2}), cell(40, {weight: 4}));
    expect(await hiddenIn(system)).toEqual({hidden: [0, 2], unprotected: []});
  });

  test("is one that has the room that is needed", async () => {
    const system = oneSum(cell(5, small), cell(2, {weight: 1}), cell(40, {weight: 9}));
    expect(await hiddenIn(system, {least: 4})).toEqual({hidden: [0, 2], unprotected: []});
  });

  test("is never one that everybody reads", async () => {
    const system = oneSum(cell(5, small), cell(40, {weight: 3}), cell(40, {weight: 0, fixed: "shown"}));
    expect((await hiddenIn(system)).hidden).toEqual([0, 1]);
    const cells = [cell(9, small), ...Array.from({length: 7}, () => cell(9))];
    expect(await hiddenIn(cube(cells))).toEqual({hidden: [0, 1, 2, 3, 4, 5, 6, 7], unprotected: []});
  });

  test("costs nothing when it is hidden already", async () => {
    const system = oneSum(cell(5, small), cell(4, {weight: 9}), cell(40, {weight: 1}), cell(40, {weight: 9}));
    expect((await hiddenIn(system, {already: [3]})).hidden).toEqual([0, 3]);
    // What is hidden already has too little room by itself.
    expect((await hiddenIn(system, {already: [1], least: 5})).hidden).toEqual([0, 1, 2]);
  });

  test("is none where small cells protect each other", async () => {
    expect(await hiddenIn(oneSum(cell(5, small), cell(4, small), cell(40)))).toEqual({hidden: [0, 1], unprotected: []});
  });
});

describe("what nothing can protect", () => {
  test("is said, and what can be protected is", async () => {
    const system: CellSystem = {
      cells: [
        ...[cell(5, small), cell(40, {fixed: "shown"}), cell(45, {fixed: "shown"})],
        ...[cell(4, small), cell(50), cell(54, {fixed: "shown"})],
      ],
      equations: [
        {total: 2, parts: [0, 1]},
        {total: 5, parts: [3, 4]},
      ],
      lowest: 0,
    };
    expect(await hiddenIn(system)).toEqual({hidden: [0, 3, 4], unprotected: [0]});
  });

  test("from one person alone is not told to everybody, and so is not said", async () => {
    const system = oneSum(cell(1, small), cell(5, small));
    expect(await hiddenIn(system, {mindsSingletons: true})).toEqual({hidden: [0, 1], unprotected: []});
  });
});

describe("one person who knows the own cell", () => {
  test("has a third cell hidden from him, the cheapest", async () => {
    const system = oneSum(cell(1, small), cell(5, small), cell(40, {weight: 3}), cell(40, {weight: 2}));
    expect((await hiddenIn(system)).hidden).toEqual([0, 1]);
    expect((await hiddenIn(system, {mindsSingletons: true})).hidden).toEqual([0, 1, 3]);
  });

  test("is also seen when that cell was only hidden as a partner", async () => {
    const system = oneSum(cell(5, small), cell(1, {weight: 1}), cell(40, {weight: 2}));
    expect((await hiddenIn(system)).hidden).toEqual([0, 1]);
    expect((await hiddenIn(system, {mindsSingletons: true})).hidden).toEqual([0, 1, 2]);
  });
});

test("one person in a partner knows all that moves with it alone, so one more is hidden", async () => {
  const system: CellSystem = {
    cells: [
      ...[cell(5, small), cell(30), cell(9, {persons: 1, weight: 1}), cell(40, {weight: 2})],
      ...[cell(35, {fixed: "shown"}), cell(79, {fixed: "shown"})],
    ],
    equations: [
      {total: 4, parts: [0, 1]},
      {total: 5, parts: [1, 2, 3]},
    ],
    lowest: 0,
  };
  expect((await hiddenIn(system, {already: [1]})).hidden).toEqual([0, 1, 2]);
  expect((await hiddenIn(system, {already: [1], mindsSingletons: true})).hidden).toEqual([0, 1, 2, 3]);
});

describe("what is shown again", () => {
  test("is what is hidden for nothing, the dearest first", async () => {
    const system = oneSum(cell(5, small), cell(40, {weight: 1}), cell(40, {weight: 3}), cell(40, {weight: 2}));
    expect(await keptOf(system, [0, 1, 2, 3])).toEqual([0, 1]);
    expect(await keptOf(system, [0, 1, 2, 3], {isHasty: true})).toEqual([0, 1]);
  });

  test("of cells that cost the same is the largest, and then the first", async () => {
    expect(await keptOf(oneSum(cell(5, small), cell(30), cell(60)), [0, 1, 2])).toEqual([0, 1]);
    expect(await keptOf(oneSum(cell(5, small), cell(60), cell(30)), [0, 1, 2])).toEqual([0, 2]);
    expect(await keptOf(oneSum(cell(5, small), cell(40), cell(40)), [0, 1, 2])).toEqual([0, 2]);
  });

  test("is not what was hidden to begin with", async () => {
    const system = oneSum(cell(5, small), cell(40, {weight: 1}), cell(40, {weight: 3}));
    expect(await keptOf(system, [0, 1, 2], {already: [2]})).toEqual([0, 2]);
  });

  test("is not what is needed", async () => {
    expect(await keptOf(oneSum(cell(5, small), cell(40), cell(40)), [0, 2])).toEqual([0, 2]);
    // Two cells of 3 let one of 5 move by 5; one of them does not.
    expect(await keptOf(oneSum(cell(5, small), cell(3), cell(3), cell(30)), [0, 1, 2], {least: 5})).toEqual([0, 1, 2]);
  });

  test("is not what one person must not know", async () => {
    const system = oneSum(cell(1, small), cell(5, small), cell(40, {weight: 2}), cell(40, {weight: 1}));
    expect(await keptOf(system, [0, 1, 2, 3])).toEqual([0, 1]);
    expect(await keptOf(system, [0, 1, 2, 3], {mindsSingletons: true})).toEqual([0, 1, 3]);
  });

  test("does not wait for what nothing can protect", async () => {
    const system: CellSystem = {
      cells: [
        ...[cell(5, small), cell(40, {weight: 1}), cell(40, {weight: 2}), cell(85, {fixed: "shown"})],
        ...[cell(4, small), cell(50, {fixed: "shown"}), cell(54, {fixed: "shown"})],
      ],
      equations: [
        {total: 3, parts: [0, 1, 2]},
        {total: 6, parts: [4, 5]},
      ],
      lowest: 0,
    };
    expect(await keptOf(system, [0, 1, 2, 4])).toEqual([0, 1, 4]);
  });
});

describe("where circuits doubt", () => {
  test("a linear programme has the last word, and in haste nothing is shown again", async () => {
    const system = oneSum(cell(5, small), cell(3), cell(3), cell(3));
    expect(await keptOf(system, [0, 1, 2, 3], {least: 5})).toEqual([0, 2, 3]);
    expect(await keptOf(system, [0, 1, 2, 3], {least: 5, isHasty: true})).toEqual([0, 1, 2, 3]);
  });

  test("in haste a cell stays hidden that a linear programme would give back", async () => {
    const system = oneSum(cell(5, small), cell(9, {weight: 5}), cell(3), cell(3));
    expect(await keptOf(system, [0, 1, 2, 3], {least: 5})).toEqual([0, 2, 3]);
    expect(await keptOf(system, [0, 1, 2, 3], {least: 5, isHasty: true})).toEqual([0, 1]);
  });
});
