import {expect, test} from "vitest";
import {expectNear} from "../../test/reference.ts";
import {normalTail, z95, z998} from "./normal-distribution.ts";

// Made with mpmath at 40 digits.
test.each([
  [0, 0.5],
  [0.1, 0.460172162722971],
  [1, 0.15865525393145705],
  [1.7, 0.04456546275854304],
  [1.74, 0.040929508978807365],
  [6, 9.86587645037698e-10],
  [20, 2.7536241186062337e-89],
  [37, 5.725571222524577e-300],
])("beyond %d standard deviations lies %d", (z, tail) => {
  expectNear(normalTail(z), tail, 1e-12);
});

test("95 % and 99.8 % lie within their standard deviations", () => {
  expectNear(normalTail(z95), 0.025, 1e-14);
  expectNear(normalTail(z998), 0.001, 1e-13);
});

test("refuses to look below 0", () => {
  expect(() => normalTail(-1)).toThrow("z must not be negative: -1");
  expect(() => normalTail(Number.NaN)).toThrow(RangeError);
});
