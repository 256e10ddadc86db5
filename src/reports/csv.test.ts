import {expect, test} from "vitest";
import {csvEuros, csvFigure, csvText} from "./csv.ts";

test("a file says what it is before its rows, with semicolons and decimal commas", () => {
  const text = csvText({
    name: "x",
    about: ["Kosten", "Bron: berichten"],
    columns: ["Wijk", "Euro"],
    rows: [["De Linten", 12.5]],
  });
  expect(text).toBe("\ufeffKosten\r\nBron: berichten\r\n\r\nWijk;Euro\r\nDe Linten;12,5\r\n");
});

test("a name that a spreadsheet would run as a formula is text", () => {
  const text = csvText({name: "x", about: [], columns: ["Naam"], rows: [['=HYPERLINK("x")'], ["Thuis; en co"]]});
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  expect(text).toContain('"Thuis; en co"');
});

test("a hidden figure leaves its reason, not a number", () => {
  expect(csvFigure(null, "verborgen")).toBe("verborgen");
  expect(csvEuros(123_45, null)).toBe(123.45);
});
