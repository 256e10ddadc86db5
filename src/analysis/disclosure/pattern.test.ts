import {describe, expect, test} from "vitest";
import type {Cell} from "./cells.ts";
import {choosePattern, type PatternOptions} from "./pattern.ts";

/** Parts and their total, in one sum; so many people each, and the first two of few. */
function sumOf(persons: readonly number[], change: Readonly<Record<number, Partial<Cell>>> = {}) {
  const total = persons.reduce((sum, one) => sum + one, 0);
  const cells = [...persons, total].map(
    (value, place): Cell => ({value, persons: value, isPrimary: place < 2, weight: 1, fixed: null, ...change[place]}),
  );
  return {cells, equations: [{total: persons.length, parts: persons.map((_, place) => place)}], lowest: 0} as const;
}

async function hiddenIn(system: ReturnType<typeof sumOf>, minimumTogether: number): Promise<number[]> {
  const options: PatternOptions = {
    width: {least: 1, share: 0},
    mindsSingletons: false,
    minimumTogether,
    isHasty: false,
  };
  const {hidden, unprotected} = await choosePattern(system, options);
  expect(unprotected).toEqual([]);
  return hidden.flatMap((isHidden, place) => (isHidden ? [place] : []));
}

describe("hidden cells whose sum can be told", () => {
  test("are joined by one more while they are about too few people together", async () => {
    expect(await hiddenIn(sumOf([3, 4, 40, 60]), 0)).toEqual([0, 1]);
    expect(await hiddenIn(sumOf([3, 4, 40, 60]), 7)).toEqual([0, 1]);
    expect(await hiddenIn(sumOf([3, 4, 40, 60]), 8)).toEqual([0, 1, 2]);
    expect(await hiddenIn(sumOf([3, 4, 2, 60]), 12)).toEqual([0, 1, 2, 3]);
  });

  test("are joined by the one that is least missed, of as many the first, and by nobody's cell or one that is shown", async () => {
    expect(await hiddenIn(sumOf([3, 4, 40, 60], {2: {weight: 3}, 3: {weight: 2}, 4: {weight: 9}}), 10)).toEqual([
      0, 1, 3,
    ]);
    expect(await hiddenIn(sumOf([3, 4, 40, 60], {4: {weight: 0.5}}), 10)).toEqual([0, 1, 4]);
    expect(await hiddenIn(sumOf([3, 4, 0, 60], {2: {weight: 0}}), 10)).toEqual([0, 1, 3]);
    expect(await hiddenIn(sumOf([3, 4, 40, 60], {2: {fixed: "shown"}}), 10)).toEqual([0, 1, 3]);
  });

  test("need no other where their total is hidden too, or where there is none to join", async () => {
    expect(await hiddenIn(sumOf([3, 4, 40, 60], {4: {fixed: "hidden"}}), 10)).toEqual([0, 1, 4]);
    const shown = {2: {fixed: "shown"}, 3: {fixed: "shown"}, 4: {fixed: "shown"}} as const;
    expect(await hiddenIn(sumOf([3, 4, 40, 60], shown), 10)).toEqual([0, 1]);
  });
});
