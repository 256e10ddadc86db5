import {describe, expect, test} from "vitest";
import type {Cell, CellSystem} from "./cells.ts";
import {circuitsOf, findFaults, suspects, taskOf} from "./protection.ts";
import {openRingFinder} from "./rings.ts";

const width = {least: 1, share: 0};

function cell(value: number, {persons = value, isPrimary = false, fixed = null}: Partial<Cell> = {}): Cell {
  return {value, persons, isPrimary, weight: 1, fixed};
}

/** Parts of one sum; which of them are hidden is said apart. */
function oneSum(parts: readonly Cell[]): CellSystem {
  const total = cell(parts.reduce((sum, {value}) => sum + value, 0));
  return {cells: [...parts, total], equations: [{total: parts.length, parts: [...parts.keys()]}], lowest: 0};
}

async function faultsOf(system: CellSystem, hidden: readonly boolean[], mindsSingletons = true, wide = width) {
  const task = taskOf(system, wide, mindsSingletons);
  const rings = openRingFinder(task);
  try {
    return await findFaults(task, hidden, rings);
  } finally {
    rings.close();
  }
}

describe("who knows", () => {
  const small = {isPrimary: true};

  test("one person alone in a cell tells the only other hidden one, and not the own cell", async () => {
    const system = oneSum([cell(1, small), cell(5, small), cell(40)]);
    const hidden = [true, true, false, false];
    const task = taskOf(system, width, true);
    expect(suspects(task, circuitsOf(task, hidden), hidden)).toEqual([{cell: 1, knownBy: 0}]);
    expect(await faultsOf(system, hidden)).toEqual([{cell: 1, knownBy: 0}]);
    expect(await faultsOf(system, hidden, false)).toEqual([]);
  });

  test("two people in a cell know no other cell, nor does one person with a third cell hidden", async () => {
    expect(await faultsOf(oneSum([cell(2, small), cell(5, small), cell(40)]), [true, true, false, false])).toEqual([]);
    expect(await faultsOf(oneSum([cell(1, small), cell(5, small), cell(40)]), [true, true, true, false])).toEqual([]);
  });

  test("a cell that is shown makes nobody know more", async () => {
    const system = oneSum([cell(1), cell(5, small), cell(40)]);
    expect(await faultsOf(system, [false, true, true, false])).toEqual([]);
  });
});

describe("how far a cell can move", () => {
  test("a cell alone in a sum follows from it", async () => {
    const system = oneSum([cell(4, {isPrimary: true}), cell(30)]);
    expect(await faultsOf(system, [true, false, false])).toEqual([{cell: 0, knownBy: null}]);
  });

  test("exactly as far as it needs is far enough", async () => {
    const system = oneSum([cell(7, {isPrimary: true}), cell(3), cell(30)]);
    const hidden = [true, true, false, false];
    expect(await faultsOf(system, hidden, false, {least: 3, share: 0})).toEqual([]);
    // 7 can only become 4 to 10.
    expect(await faultsOf(system, hidden, false, {least: 4, share: 0})).toEqual([{cell: 0, knownBy: null}]);
    expect(await faultsOf(system, hidden, false, {least: 0, share: 0.5})).toEqual([{cell: 0, knownBy: null}]);
  });

  test("what no circuit shows a linear programme does: up while two others go down", async () => {
    const system = oneSum([cell(5, {isPrimary: true}), cell(3), cell(3), cell(30)]);
    const hidden = [true, true, true, false, false];
    const task = taskOf(system, {least: 5, share: 0}, false);
    expect(suspects(task, circuitsOf(task, hidden), hidden)).toEqual([{cell: 0, knownBy: null}]);
    expect(await faultsOf(system, hidden, false, {least: 5, share: 0})).toEqual([]);
    expect(await faultsOf(system, hidden, false, {least: 7, share: 0})).toEqual([{cell: 0, knownBy: null}]);
  });

  test("a cell with nothing in it cannot go down, and so is in no circuit", () => {
    const system = oneSum([cell(0, {isPrimary: true}), cell(8)]);
    const {isOpen} = circuitsOf(taskOf(system, width, false), [true, true, false]);
    expect([...isOpen]).toEqual([0, 0, 0]);
  });

  test("what everybody reads is a number in a sum, and no column", () => {
    const system = oneSum([cell(4, {isPrimary: true}), cell(30, {fixed: "shown"}), cell(20)]);
    const {columns, slack, need} = taskOf(system, {least: 1, share: 0.1}, false);
    expect(columns.map(({length}) => length)).toEqual([1, 0, 1, 1]);
    expect(slack).toEqual([4, 30, 20, 54]);
    expect(need).toEqual([1, 3, 2, 5.4]);
  });
});
