import {describe, expect, test} from "vitest";
import {dayNumber} from "../../standards/calendar.ts";
import {type SimpleType, simpleTypes, type TextPattern} from "../../standards/istandaarden/simple-types.ts";
import {leafReader} from "./values.ts";

function read(type: SimpleType, text: string) {
  return leafReader(type, "Wmo", "3.2")(text);
}

describe("a whole number", () => {
  test.each([
    ["5", 5],
    ["+5", 5],
    ["007", 7],
    [" \t5\r\n", 5],
    ["-0", 0],
    ["0".repeat(40), 0],
    ["+12", 12],
    [" 15 ", 15],
    ["99999999", 99_999_999],
  ])("is '%s'", (text, value) => {
    expect(read(simpleTypes.Bedrag, text)).toBe(value);
  });

  test.each(["", " ", "-1", "5.0", "1e3", "100000000", "9".repeat(30), "\u00a05", "٣", "0x10", "5 5"])(
    "is not '%s'",
    (text) => {
      expect(read(simpleTypes.Bedrag, text)).toBeUndefined();
    },
  );
});

describe("a date", () => {
  test.each(["2024-02-29", "1900-02-28", "2000-02-29", "2024-12-31", "0001-01-01", "9999-12-31"])("is %s", (text) => {
    expect(read(simpleTypes.Datum, text)).toBe(dayNumber(text));
  });

  test.each(["2024-02-29", "2024-12-01", "9999-12-31"])("may stand between blanks: %s", (text) => {
    expect(read(simpleTypes.Datum, `\n ${text} `)).toBe(dayNumber(text));
  });

  test.each([
    "2023-02-29",
    "1900-02-29",
    "2024-13-01",
    "2024-00-01",
    "2024-01-32",
    "2024-01-00",
    "2024-04-31",
    "2024-06-31",
    "2024-09-31",
    "2024-11-31",
    "2024-1-1",
    "24-01-01",
    "02024-01-01",
    "0000-01-01",
    "2024-01-01Z",
    "2024-01-01+01:00",
    "2024/01/01",
    "2024/01-01",
    "2024-01/01",
    "2o24-01-01",
    // The characters beside the digits.
    "2024-0:-01",
    "2024-1/-01",
    "2024-01-0:",
    "2024-01-1/",
    "",
  ])("is not %s", (text) => {
    expect(read(simpleTypes.Datum, text)).toBeUndefined();
  });

  test.each(["12024-01-01", "-0001-01-01"])("may be %s, but no database holds it", (text) => {
    expect(read(simpleTypes.Datum, text)).toBeNaN();
  });
});

describe("a time", () => {
  test.each([
    ["00:00:00", 0],
    ["12:30:00", 45_000_000_000],
    ["23:59:59.5", 86_399_500_000],
    ["12:30:00.1234567", 45_000_123_456],
    ["24:00:00", 86_400_000_000],
    ["24:00:00.0", 86_400_000_000],
  ])("is %s, in microseconds", (text, value) => {
    expect(read(simpleTypes.Tijd, text)).toBe(value);
  });

  test.each([
    "24:00:01",
    "24:30:00",
    "24:00:00.5",
    "25:00:00",
    "23:60:00",
    "23:59:60",
    "12:30",
    "12:30:00Z",
    "12:30:00+01:00",
    "12:30:00.",
    "1:00:00",
  ])("is not %s", (text) => {
    expect(read(simpleTypes.Tijd, text)).toBeUndefined();
  });
});

describe("text", () => {
  test("is counted in code points", () => {
    expect(read(simpleTypes.ProductCode, "😀😀😀😀😀")).toBe("😀😀😀😀😀");
    expect(read(simpleTypes.ProductCode, "😀😀😀😀😀😀")).toBeUndefined();
  });

  test("keeps its blanks, and is not blanks alone", () => {
    expect(read(simpleTypes.Naam, " de Wit ")).toBe(" de Wit ");
    expect(read(simpleTypes.Naam, "  ")).toBeUndefined();
    expect(read(simpleTypes.Naam, "\u00a0")).toBe("\u00a0");
  });

  test("of one line has no line ends, Commentaar may have them", () => {
    expect(read(simpleTypes.Naam, "de\nWit")).toBeUndefined();
    expect(read(simpleTypes.Commentaar, "eerst\n\n dan")).toBe("eerst\n\n dan");
    expect(read(simpleTypes.Commentaar, "\n\t ")).toBeUndefined();
  });

  test("of a megabyte of blanks is judged at once", () => {
    expect(read(simpleTypes.Commentaar, `${" .".repeat(500_000)}`)).toBeDefined();
    expect(read(simpleTypes.Commentaar, " ".repeat(1_000_000))).toBeUndefined();
  });
});

describe("text of one form", () => {
  test.each<[pattern: TextPattern, right: string[], wrong: string[]]>([
    ["any", [" ", "x\ny"], [""]],
    ["digits", ["7", "0123"], ["", "12a", "a12", "1 2", "٣"]],
    ["digits4", ["0363"], ["363", "03631", "a0363", "0363a"]],
    ["digits8", ["42420001"], ["4242000", "424200011", "a42420001", "42420001 "]],
    ["digits9", ["999900006"], ["99990000", "9999000061", "a999900006", "999900006 "]],
    ["alphanumeric", ["45A04", "z"], ["", "45-A", "-45A", "45A ", "é"]],
    ["initials", ["A", "JP", "É"], ["", "J.P.", ".J", "J1"]],
    ["version", ["1.0.0", "0.10.203", "12.345.6"], ["1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.02.0", "1.0.03", "1.x.0"]],
    ["version", ["10.0.0"], ["1a.0.0", "1.2a.0", "1.0.2a", "1.0.0 ", "a.0.0", "1.a.0", "1.0.a"]],
  ])("%s", (pattern, right, wrong) => {
    const type: SimpleType = {kind: "text", maxLength: 20, pattern};
    expect(right.map((text) => read(type, text))).toEqual(right);
    expect(wrong.filter((text) => read(type, text) !== undefined)).toEqual([]);
  });
});

describe("a value that the message prescribes", () => {
  test("is that value alone; a number may stand between blanks", () => {
    const version: SimpleType = {kind: "fixed", value: "3", isInteger: true};
    expect(["3", " 3\n", "2", "33", ""].map((text) => read(version, text))).toEqual([
      "3",
      "3",
      ...Array.from({length: 3}),
    ]);
    const code: SimpleType = {kind: "fixed", value: "438", isInteger: false};
    expect(["438", " 438", "436"].map((text) => read(code, text))).toEqual(["438", undefined, undefined]);
  });
});

describe("a code", () => {
  test("is exactly as the list has it", () => {
    const eenheid: SimpleType = {kind: "code", list: "Eenheid"};
    expect(["04", "4", " 04", "04 ", "21", ""].map((text) => read(eenheid, text))).toEqual([
      "04",
      ...Array.from({length: 5}),
    ]);
  });

  test("of a later release is not in an earlier one", () => {
    const wijziging: SimpleType = {kind: "code", list: "RedenWijziging"};
    expect(leafReader(wijziging, "Wmo", "3.0")("13")).toBeUndefined();
    expect(leafReader(wijziging, "Wmo", "3.1")("13")).toBe("13");
  });
});

describe("a million blanks", () => {
  const blanks = " ".repeat(1_000_000);

  test.each<[string, SimpleType, string]>([
    ["a whole number", simpleTypes.Bedrag, "5"],
    ["a date", simpleTypes.Datum, "2024-02-29"],
    ["a time", simpleTypes.Tijd, "12:00:00"],
    ["a fixed number", {kind: "fixed", value: "3", isInteger: true}, "3"],
  ])("beside %s do not keep the reader busy", (_, type, text) => {
    expect(read(type, blanks + text + blanks)).toBe(read(type, text));
    expect(read(type, text + blanks + text)).toBeUndefined();
  });
});
