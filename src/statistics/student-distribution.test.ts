import fc from "fast-check";
import {expect, test} from "vitest";
import {expectNear} from "../../test/reference.ts";
import {z95} from "./normal-distribution.ts";
import {studentQuantile, studentTails} from "./student-distribution.ts";

// Made with mpmath at 40 digits.
test.each([
  [0.5, 1, 1.0],
  [0.95, 1, 12.706204736174694],
  [0.998, 1, 318.30883898555015],
  [0.5, 2, 0.816496580927726],
  [0.95, 2, 4.302652729749462],
  [0.998, 2, 22.327124770119866],
  [0.5, 3, 0.7648923284043453],
  [0.95, 3, 3.1824463052837086],
  [0.998, 3, 10.214531852407383],
  [0.5, 7, 0.7111417780817864],
  [0.95, 7, 2.364624251592785],
  [0.998, 7, 4.785289628638333],
  [0.5, 8, 0.7063866126448386],
  [0.95, 8, 2.3060041352041662],
  [0.998, 8, 4.500790933723724],
  [0.5, 25, 0.6844299649042703],
  [0.95, 25, 2.0595385527532972],
  [0.998, 25, 3.450188726973064],
  [0.5, 100, 0.6769510430114715],
  [0.95, 100, 1.9839715185235518],
  [0.998, 100, 3.1737394937387826],
  [0.5, 999, 0.674735410346719],
  [0.95, 999, 1.9623414611334495],
  [0.998, 999, 3.098410361753312],
  [0.5, 10000, 0.6745142844835924],
  [0.95, 10000, 1.960201239890626],
  [0.998, 10000, 3.0910475160306117],
])("%d of a t-distribution with %d degrees of freedom lies within %d", (p, degrees, value) => {
  expectNear(studentQuantile(p, degrees), value, 1e-11);
});

test("nears the normal distribution from above as the degrees rise", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 2000}), (degrees) => {
      const quantile = studentQuantile(0.95, degrees);
      expect(quantile).toBeGreaterThan(z95);
      expect(studentQuantile(0.95, degrees + 1)).toBeLessThan(quantile);
    }),
  );
});

test("refuses what has no answer", () => {
  expect(studentQuantile(0, 5)).toBe(0);
  expect(() => studentQuantile(1, 5)).toThrow("p not in 0–1: 1");
  expect(() => studentQuantile(0.95, 0)).toThrow(RangeError);
  expect(() => studentQuantile(0.95, 2.5)).toThrow("degrees must be a whole number: 2.5");
});

// Twice pt(-t, degrees) of R.
test.each([
  [0, 3, 1],
  [1, 1, 0.5],
  [2.3060041352041662, 8, 0.05],
  [3.450188726973064, 25, 0.002],
])("further than %d lies a part of a t-distribution with %d degrees of freedom", (t, degrees, part) => {
  expectNear(studentTails(t, degrees), part, 1e-10);
});

test("refuses tails of no distance or no degrees", () => {
  expect(() => studentTails(-1, 3)).toThrow("t must not be negative");
  expect(() => studentTails(1, 0)).toThrow("degrees");
});
