import {describe, expect, test} from "vitest";
import {attack, type Published} from "../disclosure/attack.ts";
import {attackInTime} from "./attack-in-time.ts";
import {componentsOf} from "./components.ts";

/** a + b = 30, c + d = 50 and e = 7, of which a, b, c and e are hidden. */
const published: Published = {
  cells: [30, null, null, 50, null, 12, 7, null].map((value) => ({value})),
  equations: [
    {total: 0, parts: [1, 2]},
    {total: 3, parts: [4, 5]},
    {total: 6, parts: [7]},
  ],
  lowest: 0,
};

describe("an attacker with little time", () => {
  test("says of each hidden cell what the attacker in one piece says", async () => {
    const {reaches, open, untried, isImpossible} = await attackInTime(published, {milliseconds: 30_000});
    expect([...reaches.values()].sort((a, b) => a.cell - b.cell)).toEqual(await attack(published));
    expect([...open].sort()).toEqual([1, 2]);
    expect(untried).toEqual([]);
    expect(isImpossible).toBe(false);
  });

  test("says so when no table agrees with what was published", async () => {
    const cells = [30, 40, null].map((value) => ({value}));
    const wrong: Published = {cells, equations: [{total: 0, parts: [1, 2]}], lowest: 0};
    expect((await attackInTime(wrong, {milliseconds: 30_000})).isImpossible).toBe(true);
  });

  test("stops when the time is up, and says what was not tried", async () => {
    const {untried} = await attackInTime(published, {milliseconds: 0});
    expect(untried).toEqual([1, 2, 4, 7]);
  });

  test("of a table without hidden cells there is nothing to say", async () => {
    const open: Published = {cells: [{value: 3}], equations: [], lowest: 0};
    expect((await attackInTime(open, {milliseconds: 30_000})).untried).toEqual([]);
  });
});

describe("what was published falls apart into what hangs together", () => {
  test("where every value is exact, only hidden cells tie sums together", () => {
    expect(componentsOf(published).map(({hidden, placeOf}) => hidden.map((cell) => placeOf[cell]))).toEqual([
      [1, 2],
      [4],
      [7],
    ]);
  });

  test("rounded values are not known exactly, and tie sums together too", () => {
    const equations = [
      {total: 0, parts: [1, 2]},
      {total: 3, parts: [0, 4]},
    ];
    const cells = [30, null, 10, 50, null].map((value) => ({value}));
    expect(componentsOf({cells, equations, lowest: 0})).toHaveLength(2);
    expect(componentsOf({cells, equations, lowest: 0, roundedTo: 5})).toHaveLength(1);
  });
});
