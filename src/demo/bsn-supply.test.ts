import {describe, expect, test} from "vitest";
import {isBsn, isTestBsn} from "../standards/bsn.ts";
import {makeBsnSupply} from "./bsn-supply.ts";

describe("numbers for clients", () => {
  test("are official test numbers in a small world, each once", () => {
    const supply = makeBsnSupply(8_000);
    const numbers = Array.from({length: 8_000}, supply.next);
    expect(supply.areTestNumbers).toBe(true);
    expect(numbers.filter((number) => !isTestBsn(number))).toHaveLength(0);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test("are made up in a large world: they pass the elfproef, begin with 990 to 998, and come once", () => {
    const supply = makeBsnSupply(300_000);
    const numbers = Array.from({length: 300_000}, supply.next);
    expect(supply.areTestNumbers).toBe(false);
    expect(numbers.filter((number) => !isBsn(number) || !/^99[0-8]/.test(number))).toHaveLength(0);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
