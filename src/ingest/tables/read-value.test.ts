import {describe, expect, test} from "vitest";
import type {TableField} from "./fields.ts";
import type {Choice} from "./koppeling.ts";
import {readValue} from "./read-value.ts";
import type {Cell} from "./sheet.ts";

const wrong = {expected: expect.any(String)};

function read(type: TableField["type"], cell: Cell, choice: object = {}, field: Partial<TableField> = {}) {
  const column = {name: "x", label: "X", type, isRequired: true, list: null, choices: null, words: [], ...field};
  return readValue(column, {kolom: "X", ...choice} as Choice, cell, "Wmo");
}

describe("an amount becomes cents", () => {
  test.each([
    ["1.234,56", {}, 123_456],
    ["1234,5", {}, 123_450],
    ["€ 12,50", {}, 1250],
    ["12,50 EUR", {}, 1250],
    ["-12,50", {}, -1250],
    ["12,50-", {}, -1250],
    ["1,15", {}, 115],
    [1.15, {}, 115],
    ["1,234.56", {decimaal: "."}, 123_456],
    ["1250", {bedrag: "cent"}, 1250],
    [1250, {bedrag: "cent"}, 1250],
    ["100.000.000.000,00", {}, 10_000_000_000_000],
  ])("%s with %o", (cell, choice, cents) => expect(read("bedrag", cell, choice)).toBe(cents));

  test.each<[Cell, object]>([
    ["1.23", {}],
    ["1,234.56", {}],
    ["1.234,56", {decimaal: "."}],
    ["12,345", {}],
    ["x12,50", {}],
    ["12,50x", {}],
    ["1234.567,00", {}],
    ["100.000.000.000,01", {}],
    [Number.POSITIVE_INFINITY, {}],
  ])("%s with %o is none", (cell, choice) => expect(read("bedrag", cell, choice)).toEqual(wrong));
});

describe("a day", () => {
  test.each<[Cell, object, string]>([
    ["2025-01-31", {}, "2025-01-31"],
    ["2025-01-31 00:00:00", {}, "2025-01-31"],
    ["2025-01-31T00:00", {}, "2025-01-31"],
    ["1-2-2025", {datum: "dd-mm-jjjj"}, "2025-02-01"],
    ["31.12.2025", {datum: "dd-mm-jjjj"}, "2025-12-31"],
    ["1/2/2025", {datum: "mm-dd-jjjj"}, "2025-01-02"],
    ["20250131", {datum: "jjjjmmdd"}, "2025-01-31"],
    [45_688, {datum: "excel"}, "2025-01-31"],
    ["45688", {datum: "excel"}, "2025-01-31"],
    ["1880-01-01", {}, "1880-01-01"],
    ["2199-12-31", {}, "2199-12-31"],
  ])("%s with %o is %s", (cell, choice, day) => expect(read("datum", cell, choice)).toBe(day));

  test.each<[Cell, object]>([
    ["31-01-2025", {}],
    ["2025-02-29", {}],
    ["2025-01-31 09:30:00", {}],
    ["31-02-2025", {datum: "dd-mm-jjjj"}],
    ["1-2-25", {datum: "dd-mm-jjjj"}],
    ["a1-2-2025", {datum: "dd-mm-jjjj"}],
    ["01-2-20255", {datum: "dd-mm-jjjj"}],
    ["120250131", {datum: "jjjjmmdd"}],
    ["202501311", {datum: "jjjjmmdd"}],
    ["1879-12-31", {}],
    ["2200-01-01", {}],
    [366, {datum: "excel"}],
    [110_000, {datum: "excel"}],
    ["x", {datum: "excel"}],
  ])("%s with %o is none", (cell, choice) => expect(read("datum", cell, choice)).toEqual(wrong));

  test("of birth may be a year alone", () => {
    expect(read("geboortedatum", "1985")).toBe("1985-01-01");
    expect(read("geboortedatum", "1985-05-17")).toBe("1985-05-17");
    expect(["1785", "19855", "01985"].map((cell) => read("geboortedatum", cell))).toEqual([wrong, wrong, wrong]);
  });

  test.each<[Cell, unknown]>([
    ["2025-01-31", "2025-01-31 00:00:00"],
    ["2025-01-31 9:30", "2025-01-31 09:30:00"],
    ["2025-01-31T23:59:59Z", "2025-01-31 23:59:59"],
    ["2025-01-31 24:00", wrong],
    ["2025-01-31 23:60", wrong],
    ["2025-01-31 23:59:60", wrong],
    ["2025-02-30 09:30", wrong],
    ["x 2025-01-31 09:30", wrong],
  ])("with a time: %s", (cell, moment) => expect(read("moment", cell)).toEqual(moment));
});

describe("a number", () => {
  test.each<[TableField["type"], Cell, unknown]>([
    ["aantal", "-12", -12],
    ["aantal", "12,00", 12],
    ["aantal", 12, 12],
    ["aantal", "12,5", wrong],
    ["aantal", "1.250", wrong],
    // Ten thousand, and not ten.
    ["aantal", "10.000", wrong],
    ["aantal", "10,000", wrong],
    ["aantal", "1.0500", wrong],
    ["aantal", "1234567890", wrong],
    ["jaar", "1990", 1990],
    ["jaar", "2200", 2200],
    ["jaar", "1989", wrong],
    ["jaar", "2201", wrong],
    ["jaar", "dit jaar", wrong],
    ["maand", "1", 1],
    ["maand", "12", 12],
    ["maand", "0", wrong],
    ["maand", "13", wrong],
  ])("%s %s", (type, cell, value) => expect(read(type, cell)).toEqual(value));
});

describe("a code", () => {
  test.each<[TableField["type"], Cell, unknown]>([
    ["bsn", "9999.00006", "999900006"],
    ["bsn", "999900007", wrong],
    ["agb", 1_234_567, "01234567"],
    ["agb", "123456789", wrong],
    ["agb", "1234567a", wrong],
    ["productcode", "02a03", "02A03"],
    ["productcode", "02A031", wrong],
    ["productcode", "02A0", wrong],
    ["postcode", "1011 ab", "1011AB"],
    ["postcode", "0011AB", null],
    ["postcode", "91011AB", null],
    ["postcode", "B-1000 ABCD", null],
    ["postcode", "1011ABCDEFG", wrong],
    ["wijk", "WK999901", "WK999901"],
    ["wijk", "BU99990101", wrong],
    ["buurt", "BU99990101", "BU99990101"],
    ["buurt", "WK999901", wrong],
    ["taakveld", "6.791a", "6.791a"],
    ["taakveld", "6.1", "6.1"],
    ["taakveld", "16.791", wrong],
    ["taakveld", "6.7911", wrong],
  ])("%s %s", (type, cell, value) => expect(read(type, cell)).toEqual(value));

  test.each([
    ["1", "01"],
    ["01", "01"],
    ["0001", wrong],
    ["rolstoelen", "11"],
    ["onzin", wrong],
  ])("of a list is %s with or without its zero", (cell, value) => {
    expect(read("code", cell, {}, {list: "ProductCategorie"})).toEqual(value);
  });

  test.each<[string, boolean, unknown]>([
    ["WMO 2015", true, "Wmo"],
    ["Wet  maatschappelijke ondersteuning", true, "Wmo"],
    ["Jeugdhulp", true, "Jeugdwet"],
    ["JW", true, "Jeugdwet"],
    ["Participatiewet", false, null],
    ["PW", false, null],
    ["Participatiewet", true, wrong],
    ["Wlz", false, wrong],
  ])("of a law: '%s', required %s", (cell, isRequired, wet) => {
    expect(read("wet", cell, {}, {isRequired})).toEqual(wet);
  });
});

describe("what a cell says", () => {
  test("is what the koppeling says of it, without capitals and double spaces", () => {
    const choice = {waarden: {"Per  Uur": "4", Onbekend: ""}};
    expect(read("aantal", " per uur", choice)).toBe(4);
    expect(read("aantal", "onbekend", choice)).toBe(null);
    expect(read("aantal", "7", choice)).toBe(7);
    expect(read("aantal", null, choice)).toBe(null);
  });

  test("can be one of the choices, by any of its names", () => {
    const choices = {start: ["begin", "gestart"], stop: ["einde"]};
    expect(["Start", "GESTART", "einde"].map((cell) => read("keuze", cell, {}, {choices}))).toEqual([
      "start",
      "start",
      "stop",
    ]);
    expect(read("keuze", "toString", {}, {choices})).toEqual(wrong);
  });

  test("is the same for each row where the koppeling says so", () => {
    expect(readValue({...fieldOfText, type: "wet"}, {vast: "Wmo"}, "Jeugdwet", null)).toBe("Wmo");
    expect(readValue(fieldOfText, {vast: ""}, "x", null)).toBe(null);
  });

  test("is no formula, and no longer than 200", () => {
    expect(["=1+1", "+31", "@x"].map((cell) => read("tekst", cell))).toEqual([wrong, wrong, wrong]);
    expect(read("tekst", "1+1")).toBe("1+1");
    expect(read("tekst", "x".repeat(300))).toBe("x".repeat(200));
  });
});

const fieldOfText: TableField = {
  name: "x",
  label: "X",
  type: "tekst",
  isRequired: true,
  list: null,
  choices: null,
  words: [],
};
