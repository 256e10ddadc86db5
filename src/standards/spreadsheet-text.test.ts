import fc from "fast-check";
import {expect, test} from "vitest";
import {formulaSafe} from "./spreadsheet-text.ts";

test.each(["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "  =1+1", "＝1+1", "-", "+31 6 1234"])(
  "%j is made text",
  (text) => {
    expect(formulaSafe(text)).toBe(`'${text}`);
  },
);

test.each(["", "Thuis & co", "a=b", "1-2", "12,5", "-12,50", "+3", "-1.234,56", "2026-01", "'=1"])(
  "%j is left as it is",
  (text) => {
    expect(formulaSafe(text)).toBe(text);
  },
);

test("no text begins with what runs, unless it is a number", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", " "), (rest, first) => {
      const safe = formulaSafe(first + rest);
      expect(/^[=+\-@\t\r\n]/.test(safe) && !/^[+-]\d[\d.,]*$/.test(safe)).toBe(false);
    }),
  );
});
