import fc from "fast-check";
import {expect, test} from "vitest";
import {columnsOf, type Equation} from "./cells.ts";
import {findCircuits} from "./circuits.ts";
import {findOpenCells, type Sum} from "./open-cells.ts";

test("of two parts of a sum each can be the other; a third that is alone in a sum follows", () => {
  const sums: Sum[] = [
    {cells: [0, 1], signs: [1, 1]},
    {cells: [2], signs: [1]},
  ];
  expect([...findOpenCells(4, sums)]).toEqual([1, 1, 0, 1]);
});

test("cells that follow from two sums together", () => {
  // a + b and a + b + c: what c is follows.
  const sums: Sum[] = [
    {cells: [0, 1], signs: [1, 1]},
    {cells: [0, 1, 2], signs: [1, 1, 1]},
  ];
  expect([...findOpenCells(3, sums)]).toEqual([1, 1, 0]);
});

test("finds what the circuits find", () => {
  const cellCount = 14;
  const equation = fc
    .uniqueArray(fc.nat(cellCount - 1), {minLength: 2, maxLength: 6})
    .map(([total, ...parts]): Equation => ({total: total!, parts}));
  fc.assert(
    fc.property(
      fc.array(equation, {maxLength: 12}),
      fc.array(fc.boolean(), {minLength: cellCount, maxLength: cellCount}),
      (equations, isHidden) => {
        const movable = [...isHidden.keys()].filter((cell) => isHidden[cell]);
        const slack = new Array<number>(cellCount).fill(1);
        const {isOpen} = findCircuits(columnsOf(cellCount, equations), movable, slack);
        const placeOf = new Map(movable.map((cell, place) => [cell, place]));
        const sums = equations.map(({total, parts}): Sum => {
          const members = [[total, -1] as const, ...parts.map((part) => [part, 1] as const)].filter(
            ([cell]) => isHidden[cell],
          );
          return {cells: members.map(([cell]) => placeOf.get(cell)!), signs: members.map(([, sign]) => sign)};
        });
        expect([...findOpenCells(movable.length, sums)]).toEqual(movable.map((cell) => isOpen[cell]));
      },
    ),
    {numRuns: 500},
  );
});
