import fc from "fast-check";
import {expect, test} from "vitest";
import {Claims} from "./claims.ts";

test("a digest is claimed once, and digests that begin alike are told apart", () => {
  const claims = new Claims(10);
  expect(claims.claim(5n, 3n)).toBe(true);
  expect(claims.claim(5n, 3n)).toBe(false);
  expect(claims.claim(5n, 7n)).toBe(true);
  expect(claims.claim(0n, 0n)).toBe(true);
  expect(claims.claim(0n, 0n)).toBe(false);
  expect([claims.has(5n, 7n), claims.has(5n, 9n), claims.has(6n, 3n)]).toEqual([true, false, false]);
});

test("another thread sees the same claims", () => {
  const claims = new Claims(10);
  const other = new Claims(claims.memory);
  expect(other.claim(9n, 9n)).toBe(true);
  expect(claims.claim(9n, 9n)).toBe(false);
});

test("it answers as a set would", () => {
  const digest = fc.tuple(fc.bigInt(0n, 2n ** 64n - 1n), fc.bigInt(0n, 2n ** 63n - 1n));
  fc.assert(
    fc.property(fc.array(digest, {maxLength: 300}), (digests) => {
      const claims = new Claims(digests.length);
      const set = new Set<string>();
      for (const [high, half] of digests) {
        const low = half * 2n + 1n; // the last bit is not kept
        const key = `${high === 0n ? 1n : high} ${low}`;
        expect(claims.claim(high, low)).toBe(!set.has(key));
        set.add(key);
      }
    }),
    {numRuns: 50},
  );
});

test("a table that is full says so instead of searching on", () => {
  const claims = new Claims(1);
  expect(() => {
    for (let number = 1n; number < 5000n; number++) claims.claim(number, 1n);
  }).toThrow(/full/);
});
