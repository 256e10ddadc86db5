import {describe, expect, test} from "vitest";
import {leftOutScores} from "./left-out-scores.ts";

describe("leftOutScores", () => {
  // Their middle is 0.
  const spread = [-1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2].map((z) => ({z, error: 0.1}));

  test("leaves the distance as it is where the others differ by no more than chance makes them", () => {
    const [odd] = leftOutScores([{z: 5, error: 0.1}, ...spread]);
    expect(odd!.score).toBeCloseTo(5, 12);
    expect(odd!.degrees).toBe(10_000);
  });

  test("does not let an odd unit make its own oddness usual", () => {
    const wide = spread.map(({z, error}) => ({z: 3 * z, error}));
    const [odd] = leftOutScores([{z: 12, error: 0.1}, ...wide]);
    const [twin] = leftOutScores([{z: 12, error: 0.1}, {z: 12, error: 0.1}, ...wide]);
    // A second one as odd is one of the others, and makes it more usual.
    expect(odd!.score).toBeGreaterThan(1.2 * twin!.score);
    // Seven others tell how much is usual, and chance adds what is known.
    expect(odd!.degrees).toBeGreaterThanOrEqual(6);
    expect(odd!.degrees).toBeLessThan(30);
  });

  test("measures from where the others are, not from the middle of all that the odd one drew", () => {
    const drawn = [{z: 4, error: 0.1}, ...spread.map(({z, error}) => ({z: z - 2, error}))];
    expect(leftOutScores(drawn)[0]!.score).toBeCloseTo(6, 12);
    // The error of each counts: who is known better weighs more.
    const uneven = [
      {z: 0, error: 1},
      {z: 10, error: 0.1},
      {z: 10, error: 0.1},
      {z: 0, error: 10},
    ];
    expect(leftOutScores(uneven)[0]!.score).toBeLessThan(-0.9);
  });

  test("keeps the side, and has nothing to say without a place or with fewer than two others", () => {
    expect(leftOutScores([{z: -5, error: 0.1}, ...spread])[0]!.score).toBeCloseTo(-5, 12);
    const [none, , alone] = leftOutScores([{z: Number.NEGATIVE_INFINITY, error: 0.1}, spread[0]!, spread[1]!]);
    expect(none).toBeNull();
    expect(alone).toBeNull();
    expect(leftOutScores([])).toEqual([]);
  });
});
