import {describe, expect, test} from "vitest";
import {longestText, readDay, readNeededText, readText} from "./text-rules.ts";

describe("a text of a team", () => {
  test("is kept without what cannot be seen, and with its lines", () => {
    expect(readText("  Twee\tmiddagen\r\n\r\n per maand\u200b \u0007", "het antwoord")).toBe(
      "Twee middagen\nper maand",
    );
  });

  test("may be as long as it may be, and one more is told in one line with its number", () => {
    expect([...readText("é".repeat(longestText), "het antwoord")]).toHaveLength(longestText);
    expect(() => readText("😀".repeat(longestText + 1), "het antwoord")).toThrow(
      `Maak het antwoord korter: het mag ${longestText} tekens lang zijn, en dit zijn er ${longestText + 1}.`,
    );
  });

  test.each(["999900006", "999 900 006", "9999.00.006", "Bel 999900006.", "nr:999900006x", "9999-00-006"])(
    "%s may be a Bsn, and is refused",
    (text) => {
      expect(() => readText(text, "het antwoord")).toThrow("een burgerservicenummer kan zijn");
    },
  );

  test.each(["999900007", "0612345678", "20 oktober 2026", "1999900006", "Kamer 9, 10 en 11"])(
    "%s is no Bsn, and stays",
    (text) => {
      expect(readText(text, "het antwoord")).toBe(text);
    },
  );

  test("that must be there is asked for", () => {
    expect(() => readNeededText(" \n ", "de belofte")).toThrow("Schrijf eerst de belofte. Er is nog niets ingevuld.");
  });
});

describe("the day by which something is promised", () => {
  const today = "2026-11-27";

  test("may be left out, be today, or stay what it was", () => {
    expect(readDay("", today, null)).toBe(null);
    expect(readDay("2026-11-27", today, null)).toBe("2026-11-27");
    expect(readDay("2026-11-01", today, "2026-11-01")).toBe("2026-11-01");
  });

  test.each([
    ["2026-11-26", "vandaag of een latere dag"],
    ["2026-02-30", "een dag, of laat het leeg"],
    ["morgen", "een dag, of laat het leeg"],
    ["2028-12-01", "binnen twee jaar"],
  ])("%s is refused in one line", (day, line) => {
    expect(() => readDay(day, today, null)).toThrow(line);
  });
});
