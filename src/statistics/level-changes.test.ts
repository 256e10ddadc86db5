import {describe, expect, test} from "vitest";
import {type LevelCourse, levelChanges} from "./level-changes.ts";
import {randomStream} from "./random.ts";

const events = (...counts: readonly number[]): LevelCourse =>
  counts.map((count) => ({numerator: count, denominator: 1, size: count}));
const share = (whole: number, ...parts: readonly number[]): LevelCourse =>
  parts.map((part) => ({numerator: part, denominator: whole, size: whole}));

describe("levelChanges", () => {
  test("tells how far a unit went beside the others, in the size that chance gives such moves", () => {
    const steady = () => events(100, 100, 100, 100, 100, 100, 100, 100);
    const [changed, other] = levelChanges(
      [events(100, 100, 100, 100, 125, 125, 125, 125), steady(), steady(), steady()],
      "count",
    );
    expect(changed).toMatchObject({now: 125, before: 100, othersFactor: 1});
    // ln(500/400) over √(1/500 + 1/400), and no less than chance alone makes usual.
    const distance = Math.log(1.25) / Math.sqrt(1 / 500 + 1 / 400);
    expect(changed!.score).toBeLessThanOrEqual(distance);
    expect(changed!.score).toBeGreaterThan(distance / 2);
    expect(other!.score).toBe(0);
    expect(other!.chance).toBe(1);
  });

  test("takes for no change what all go through: season, growth, claims that are still to come", () => {
    const course = (scale: number) => events(...[80, 120, 60, 100, 120, 180, 90, 110].map((count) => count * scale));
    for (const change of levelChanges([course(1), course(2), course(3), course(5)], "count")) {
      expect(change!.score).toBeCloseTo(0, 10);
      expect(change!.othersFactor).toBeCloseTo(500 / 360, 10);
    }
  });

  test("measures shares on a scale on which chance moves all of them as far", () => {
    const steady = () => share(200, 100, 100, 100, 100, 100, 100, 100, 100);
    const courses = [share(200, 100, 100, 100, 100, 140, 140, 140, 140), ...Array.from({length: 20}, steady)];
    const [changed] = levelChanges(courses, "proportion");
    const moved = Math.asin(Math.sqrt(0.7)) - Math.asin(Math.sqrt(0.5));
    expect(changed!.score).toBeCloseTo(moved / (0.5 * Math.sqrt(2 / 800)), 8);
    expect(changed!.chance).toBeLessThan(0.001);
  });

  test("judges a unit that was restless before more mildly", () => {
    const steady = () => events(...Array.from({length: 16}, () => 100));
    const jump = [130, 130, 130, 130];
    const calm = levelChanges(
      [events(...Array.from({length: 12}, () => 100), ...jump), ...Array.from({length: 30}, steady)],
      "count",
    )[0]!;
    const restless = levelChanges(
      [
        events(100, 100, 100, 100, 150, 150, 150, 150, 100, 100, 100, 100, ...jump),
        ...Array.from({length: 30}, steady),
      ],
      "count",
    )[0]!;
    expect(restless.score).toBeLessThan(calm.score);
    expect(restless.chance).toBeGreaterThan(calm.chance);
  });

  test("gives a unit that stands alone its own move of a year earlier to go on from", () => {
    const growing = events(100, 100, 100, 100, 110, 110, 110, 110, 121, 121, 121, 121);
    expect(levelChanges([growing], "count")[0]!.score).toBeCloseTo(0, 10);
    expect(levelChanges([growing.slice(0, 8)], "count")).toEqual([null]);
  });

  test("says nothing of a unit with a gap, of too short a course and where too few others are", () => {
    const steady = () => events(100, 100, 100, 100, 100, 100, 100, 100);
    const gap = [...steady().slice(0, 3), null, ...steady().slice(4)];
    expect(levelChanges([gap, steady(), steady(), steady(), steady()], "count")[0]).toBeNull();
    expect(levelChanges([steady(), steady(), steady()], "count")).toEqual([null, null, null]);
    expect(levelChanges([events(100, 100), events(100, 100)], "count")).toEqual([null, null]);
    expect(levelChanges([], "count")).toEqual([]);
    const none = share(0, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(levelChanges([none, none, none, none], "proportion")).toEqual([null, null, null, null]);
  });

  test("has no score that is no number where nothing ever moved", () => {
    const flat = () => events(100, 100, 100, 100, 100, 100, 100, 100);
    for (const change of levelChanges([flat(), flat(), flat(), flat()], "amount")) {
      expect(change).toMatchObject({score: 0, chance: 1});
    }
  });

  test("calls a change unlikely about as often as it says, where only chance is at work", () => {
    const random = randomStream(11, "level changes");
    let told = 0;
    let all = 0;
    for (let world = 0; world < 120; world++) {
      const courses = Array.from({length: 12}, () => events(...Array.from({length: 16}, () => countOf(60))));
      for (const change of levelChanges(courses, "count")) {
        all++;
        if (change!.chance < 0.05) told++;
      }
    }
    expect(told / all).toBeGreaterThan(0.01);
    expect(told / all).toBeLessThan(0.06);

    function countOf(mean: number): number {
      let count = 0;
      for (let left = mean; ; count++) {
        left += Math.log(1 - random.uniform());
        if (left < 0) return count;
      }
    }
  });

  test("refuses courses of several lengths", () => {
    expect(() => levelChanges([events(1, 2), events(1)], "count")).toThrow("equally long");
    expect(() => levelChanges([events(1)], "count", 0, 0)).toThrow("no window");
  });
});
