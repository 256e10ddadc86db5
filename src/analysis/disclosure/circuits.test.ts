import {expect, test} from "vitest";
import {columnsOf, type Equation} from "./cells.ts";
import {findCircuits} from "./circuits.ts";

function circuits(slack: readonly number[], equations: readonly Equation[], movable = [...slack.keys()]) {
  const {reach, isOpen, series} = findCircuits(columnsOf(slack.length, equations), movable, slack);
  return {reach: [...reach], isOpen: [...isOpen], series: [...series]};
}

test("two parts of a shown sum move together, as far as the smaller can", () => {
  const {reach, isOpen, series} = circuits([9, 4, 99], [{total: 2, parts: [0, 1]}], [0, 1]);
  expect(reach).toEqual([4, 4, 0]);
  expect(isOpen).toEqual([1, 1, 0]);
  expect(series[0]).toBe(series[1]);
  expect(series[0]).toBeGreaterThan(0);
  expect(series[2]).toBe(0);
});

test("of three parts nobody who knows one knows another", () => {
  const {isOpen, series} = circuits([5, 6, 7, 99], [{total: 3, parts: [0, 1, 2]}], [0, 1, 2]);
  expect(isOpen).toEqual([1, 1, 1, 0]);
  expect(new Set(series).size).toBe(4);
});

test("in a chain of sums all cells move together", () => {
  const chain = [
    {total: 3, parts: [0, 1]},
    {total: 4, parts: [1, 2]},
  ];
  const {reach, series} = circuits([8, 3, 6, 99, 99], chain, [0, 1, 2]);
  expect(reach).toEqual([3, 3, 3, 0, 0]);
  expect(new Set(series.slice(0, 3)).size).toBe(1);
});

test("a cell that is alone in a sum follows", () => {
  const {reach, isOpen, series} = circuits([5, 99], [{total: 1, parts: [0]}], [0]);
  expect([reach, isOpen, series]).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

test("a cell that moves twice as far as the others has its room halved for them", () => {
  // a is b and c together, and b is c: where c goes up by 1, a goes up by 2.
  const twice = [
    {total: 0, parts: [1, 2]},
    {total: 1, parts: [2]},
  ];
  const {reach, series} = circuits([10, 20, 30], twice);
  expect(reach).toEqual([10, 5, 5]);
  // Who knows one of them knows them all.
  expect(new Set(series).size).toBe(1);
});

test("of several circuits the widest counts", () => {
  const {reach} = circuits([20, 9, 3, 99], [{total: 3, parts: [0, 1, 2]}], [0, 1, 2]);
  expect(reach).toEqual([9, 9, 3, 0]);
});
