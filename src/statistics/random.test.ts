import {describe, expect, test} from "vitest";
import {randomStream} from "./random.ts";

describe("a stream of random numbers", () => {
  test("is the same for the same seed and label, and another for others", () => {
    const first = (seed: number, label: string) => Array.from({length: 5}, randomStream(seed, label).uniform);
    expect(first(1, "a")).toEqual(first(1, "a"));
    expect(first(1, "a")).not.toEqual(first(2, "a"));
    expect(first(1, "a")).not.toEqual(first(1, "b"));
    expect(first(2 ** 40 + 1, "a")).not.toEqual(first(1, "a"));
  });

  test("gives these numbers for this seed, today and in ten years", () => {
    // A demo gemeente and every interval that is drawn hang on them.
    const random = randomStream(2026, "heuveldam");
    expect(random.uniform()).toBe(0.23250107653439045);
    expect(random.integer(0, 999)).toBe(817);
    expect(random.normal()).toBeCloseTo(-1.9593121390768573, 12);
    expect(random.logNormal(8, 1)).toBeCloseTo(3.7727304002698148, 12);
    expect(random.pick(["a", "b", "c", "d", "e"])).toBe("b");
    expect(random.weighted([2, 1, 1])).toBe(0);
    const draws = Array.from({length: 200}, () => random.pick(["a", "b", "c"]));
    expect(new Set(draws)).toEqual(new Set(["a", "b", "c"]));
  });

  test("fills 0 to 1 evenly", () => {
    const {uniform} = randomStream(7);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw++) counts[Math.floor(uniform() * 10)]++;
    // Standard deviation of a count is 95; five of them is once in millions.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });

  test("draws normal and log-normal numbers with their mean and spread", () => {
    const random = randomStream(3);
    const normals = Array.from({length: 50_000}, random.normal);
    const mean = normals.reduce((sum, value) => sum + value, 0) / normals.length;
    const variance = normals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normals.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    const below = Array.from({length: 50_000}, () => random.logNormal(8, 1)).filter((value) => value < 8).length;
    expect(below / 50_000).toBeCloseTo(0.5, 1);
  });

  test("draws whole numbers from both ends, and indices as heavy as they weigh", () => {
    const random = randomStream(5);
    const drawn = new Set(Array.from({length: 1000}, () => random.integer(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
    const hits = [0, 0, 0];
    for (let draw = 0; draw < 30_000; draw++) hits[random.weighted([1, 0, 3])]++;
    expect(hits[1]).toBe(0);
    expect(hits[2] / hits[0]).toBeCloseTo(3, 0);
  });
});
