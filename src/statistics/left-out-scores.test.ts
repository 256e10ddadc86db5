import {describe, expect, test} from "vitest";
import {leftOutScores} from "./left-out-scores.ts";

describe("leftOutScores", () => {
  const spread = [-1.2, -0.7, -0.3, 0.1, 0.4, 0.8, 1.1].map((z) => ({z, error: 0.1}));

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

  test("keeps the side, and has nothing to say without a place or with fewer than two others", () => {
    expect(leftOutScores([{z: -5, error: 0.1}, ...spread])[0]!.score).toBeCloseTo(-5, 12);
    const [none, , alone] = leftOutScores([{z: Number.NEGATIVE_INFINITY, error: 0.1}, spread[0]!, spread[1]!]);
    expect(none).toBeNull();
    expect(alone).toBeNull();
    expect(leftOutScores([])).toEqual([]);
  });
});
