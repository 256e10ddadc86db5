import fc from "fast-check";
import {expect, test} from "vitest";
import {expectNear} from "../../test/reference.ts";
import {gammaQuantile, gammaTail} from "./gamma-distribution.ts";

// Made with mpmath at 40 digits.
test.each([
  [0.001, 0.3, 6.972699096783344e-11],
  [0.025, 0.3, 3.185679031739166e-6],
  [0.975, 0.3, 1.9002636428388253],
  [0.999, 0.3, 4.618936042791334],
  [0.001, 0.5, 7.85398574631245e-7],
  [0.025, 0.5, 0.000491034558587628],
  [0.975, 0.5, 2.5119430936574436],
  [0.999, 0.5, 5.4137830853313655],
  [0.001, 1.5, 0.012148792907846366],
  [0.025, 1.5, 0.10789764131194894],
  [0.975, 1.5, 4.674201802248073],
  [0.999, 1.5, 8.133118098119064],
  [0.001, 9, 2.452424404363775],
  [0.025, 9, 4.115373097378333],
  [0.975, 9, 15.763189220193313],
  [0.999, 9, 21.15619816583998],
  [0.001, 10, 2.9605203727437597],
  [0.025, 10, 4.7953886961324335],
  [0.975, 10, 17.08480345141917],
  [0.999, 10, 22.65737330906293],
  [0.001, 300, 249.3114367734947],
  [0.025, 300, 267.00927523296633],
  [0.975, 300, 334.8845761082056],
  [0.999, 300, 356.3855814426481],
  [0.001, 10000, 9693.824385823726],
  [0.025, 10000, 9804.952467260184],
  [0.975, 10000, 10196.941824999883],
  [0.999, 10000, 10311.875224539537],
])("with probability %d a gamma number of shape %d lies below %d", (p, shape, value) => {
  expectNear(gammaQuantile(p, shape), value, 1e-12);
});

test("half the 97.5 % quantile of chi-square with 2 degrees is −ln 0.025", () => {
  expectNear(gammaQuantile(0.975, 1), -Math.log(0.025), 1e-12);
});

test("the tail beyond a quantile is what the quantile leaves", () => {
  const p = fc.double({min: 0.0005, max: 0.9995, noNaN: true});
  const shape = fc.oneof(fc.double({min: 0.05, max: 20, noNaN: true}), fc.double({min: 20, max: 1e6, noNaN: true}));
  fc.assert(
    fc.property(p, shape, (p, shape) => {
      expectNear(gammaTail(gammaQuantile(p, shape), shape), 1 - p, 1e-9);
    }),
  );
});

test("stays a number at the ends", () => {
  expect(gammaQuantile(0.025, 5e-324)).toBe(0);
  expectNear(gammaQuantile(1e-300, 1), 1e-300, 1e-10);
  expectNear(gammaTail(5e-324, 0.5), 1);
  expect(gammaTail(0, 0.5)).toBe(1);
  expect(gammaTail(1e6, 0.5)).toBe(0);
});

test("refuses what has no answer", () => {
  expect(() => gammaQuantile(0, 1)).toThrow("p must lie between 0 and 1: 0");
  expect(() => gammaQuantile(1, 1)).toThrow(RangeError);
  expect(() => gammaQuantile(0.5, 0)).toThrow("shape must be positive: 0");
  expect(() => gammaQuantile(0.5, Number.NaN)).toThrow(RangeError);
});
