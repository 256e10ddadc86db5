import fc from "fast-check";
import {expect, test} from "vitest";
import {inverseOf, prime} from "./modulo.ts";

test("what a number has for inverse makes 1 of it, and lies between 0 and the prime", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: prime - 1}), (value) => {
      const inverse = inverseOf(value);
      expect((BigInt(inverse) * BigInt(value)) % BigInt(prime)).toBe(1n);
      expect(inverse).toBeGreaterThan(0);
      expect(inverse).toBeLessThan(prime);
    }),
  );
  expect(inverseOf(1)).toBe(1);
});

test("the prime is one", () => {
  for (let divisor = 2; divisor * divisor <= prime; divisor++) expect(prime % divisor).not.toBe(0);
});
