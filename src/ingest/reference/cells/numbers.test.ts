import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {numberStyle, readNumber} from "./numbers.ts";

describe("a number as it is written in Dutch or in English", () => {
  test.each([
    ["1.234,56", 1234.56],
    ["1,234.56", 1234.56],
    ["12,5", 12.5],
    ["12.50", 12.5],
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["0,125", 0.125],
    ["1250", 1250],
    ["-3,5", -3.5],
    ["\u22123,5", -3.5],
    ["€ 1.250,00", 1250],
    ["1 250,00", 1250],
    ["1250,00 €", 1250],
    ["12345,678", 12_345.678],
  ])("%s", (text, value) => expect(readNumber(text, null)).toBe(value));

  test("three digits behind one mark can be either, until the column shows which", () => {
    expect(readNumber("1.250", null)).toBe("dubbelzinnig");
    expect(readNumber("1,250", null)).toBe("dubbelzinnig");
    expect(readNumber("1.250", ",")).toBe(1250);
    expect(readNumber("1.250", ".")).toBe(1.25);
    expect(numberStyle(["1.250", "12,5"])).toBe(",");
    expect(numberStyle(["1.250", "12.5"])).toBe(".");
    expect(numberStyle(["12,5", "12.5"])).toBe(null);
    expect(numberStyle(["1.250", "1250"])).toBe(null);
  });

  test.each(["", "abc", "1.2.3", "12,34.56,7", "1e6", "1.25,0.1", "--3", "1,23,456"])("%s is none", (text) =>
    expect(readNumber(text, null)).toBe("geen getal"),
  );

  test("what Dutch and English write of a number is read back as that number", () => {
    fc.assert(
      fc.property(fc.integer({min: -99_999_999, max: 99_999_999}), (cents) => {
        const value = cents / 100;
        for (const [locale, style] of [
          ["nl-NL", ","],
          ["en-US", "."],
        ] as const) {
          const text = value.toLocaleString(locale, {minimumFractionDigits: 2});
          expect(readNumber(text, null)).toBe(value);
          expect(numberStyle([text])).toBe(style);
        }
      }),
    );
  });

  test("no text takes long", () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom("1", ".", ",", "-", " ", "€")}),
        (text) => readNumber(text, null) !== undefined,
      ),
    );
    const begun = performance.now();
    readNumber(`${"1".repeat(50_000)}${".111".repeat(50_000)},`, null);
    readNumber(" ".repeat(100_000), null);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
