import {describe, expect, test} from "vitest";
import {findIndicator} from "../indicators/catalogue.ts";
import type {Indicator} from "../indicators/indicator.ts";
import {canBeChance, chanceInterval} from "./chance.ts";

const share = findIndicator("uitval");
const count = findIndicator("instroom");
const rate = findIndicator("clienten-per-1000");
const money = findIndicator("kosten");

function counted(indicator: Indicator, numerator: number, denominator: number | null = null) {
  const {per} = indicator.counting;
  return {numerator, denominator, value: denominator === null ? numerator : (numerator / denominator) * per};
}

describe("the margin of chance", () => {
  test("of a share is Wilson's: 81 of 263 in Newcombe (1998)", () => {
    const interval = chanceInterval(share, counted(share, 81, 263))!;
    expect(interval.low).toBeCloseTo(0.2553, 4);
    expect(interval.high).toBeCloseTo(0.3662, 4);
    expect(interval.method).toBe("wilson");
  });

  test("of a count is Byar's, and of a rate that on its base", () => {
    const ofCount = chanceInterval(count, counted(count, 65))!;
    // Breslow and Day (1987), p. 69: 65 deaths lie between 50.2 and 82.8.
    expect(ofCount.low).toBeCloseTo(50.2, 1);
    expect(ofCount.high).toBeCloseTo(82.8, 1);
    const ofRate = chanceInterval(rate, counted(rate, 65, 2000))!;
    expect(ofRate.low).toBeCloseTo((ofCount.low / 2000) * 1000, 9);
    expect(ofRate.high).toBeCloseTo((ofCount.high / 2000) * 1000, 9);
  });

  test("is not there for money, for what is hidden, and without a base", () => {
    expect(chanceInterval(money, counted(money, 100_000))).toBeNull();
    expect(chanceInterval(share, {value: null, numerator: null, denominator: null})).toBeNull();
    expect(chanceInterval(rate, {value: 1, numerator: 1, denominator: 0})).toBeNull();
    expect(chanceInterval(share, {value: 0, numerator: 0, denominator: 0})).toBeNull();
  });
});

describe("whether a difference can be chance", () => {
  test("of two shares follows from the interval of their difference", () => {
    expect(canBeChance(share, counted(share, 56, 70), counted(share, 48, 80))).toBe(false); // Newcombe: 0.0524 to 0.3339
    expect(canBeChance(share, counted(share, 9, 10), counted(share, 3, 10))).toBe(false); // 0.1705 to 0.8090
    expect(canBeChance(share, counted(share, 5, 56), counted(share, 0, 29))).toBe(true); // -0.0381 to 0.1926
  });

  test("of two counts asks how both were divided, each on its base", () => {
    expect(canBeChance(count, counted(count, 120), counted(count, 100))).toBe(true);
    expect(canBeChance(count, counted(count, 1200), counted(count, 1000))).toBe(false);
    expect(canBeChance(rate, counted(rate, 1200, 12_000), counted(rate, 1000, 10_000))).toBe(true);
    expect(canBeChance(rate, counted(rate, 1200, 10_000), counted(rate, 1000, 10_000))).toBe(false);
    expect(canBeChance(count, counted(count, 0), counted(count, 0))).toBe(true);
    expect(canBeChance(money, counted(money, 1), counted(money, 2))).toBeNull();
  });
});
