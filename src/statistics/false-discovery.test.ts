import {describe, expect, test} from "vitest";
import {falseDiscoveryRates} from "./false-discovery.ts";

describe("falseDiscoveryRates", () => {
  test("gives what R's p.adjust gives", () => {
    // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH")
    const even = falseDiscoveryRates([0.01, 0.02, 0.03, 0.04, 0.05]);
    expect(even).toHaveLength(5);
    for (const rate of even) expect(rate).toBeCloseTo(0.05, 14);
    // p.adjust(c(0.2, 0.001, 0.04, 0.9), "BH")
    const rates = falseDiscoveryRates([0.2, 0.001, 0.04, 0.9]);
    for (const [at, rate] of [4 / 15, 0.004, 0.08, 0.9].entries()) expect(rates[at]).toBeCloseTo(rate, 14);
  });

  test("is never more than 1, keeps the order of the chances and bears none at all", () => {
    expect(falseDiscoveryRates([1, 0.9, 1])).toEqual([1, 1, 1]);
    expect(falseDiscoveryRates([])).toEqual([]);
  });

  test("refuses what is no chance", () => {
    expect(() => falseDiscoveryRates([0.5, Number.NaN])).toThrow("not a chance");
    expect(() => falseDiscoveryRates([1.5])).toThrow("not a chance");
  });
});
