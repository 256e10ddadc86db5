import {expect, test} from "vitest";
import {type Unit, units} from "../../indicators/indicator.ts";
import {formatOf} from "../units.ts";
import {normHint, readNorm} from "./norm.ts";

test.each([
  ["aandeel", "12,5 %", 0.125],
  ["aandeel", "12,5%", 0.125],
  ["aandeel", "12.5 %", null],
  ["aandeel", "0", 0],
  ["aandeel", "100", 1],
  ["cent", "€ 1.250", 125_000],
  ["cent", "1250", 125_000],
  ["cent", "1.250 euro", 125_000],
  ["cent per uur", "€ 62,50", 6250],
  ["cent per uur", "62,5 per uur", 6250],
  ["dagen", "42 dagen", 42],
  ["per 1000 inwoners", "1.234,5 per 1.000 inwoners", 1234.5],
  ["personen", " 25 ", 25],
  ["hhi", "1.800", 1800],
] as readonly [Unit, string, number | null][])("%s: %j is %j", (unit, text, norm) => {
  if (norm === null) expect(() => readNorm(text, unit)).toThrow("is geen grens die wij kunnen lezen");
  else expect(readNorm(text, unit)).toBe(norm);
});

test.each([
  ["aandeel", "", "De grens ontbreekt. Schrijf de grens als getal, in procenten. Bijvoorbeeld: 12,5 %"],
  ["aandeel", "veel", "'veel' is geen grens die wij kunnen lezen."],
  ["aandeel", "101 %", "De grens kan niet boven 100 % liggen."],
  ["aandeel", "-1 %", "De grens kan niet onder nul liggen."],
  ["aandeel", "€ 12", "'€ 12' is geen grens die wij kunnen lezen."],
  ["aandeel", "12,55 %", "Dit cijfer tonen wij met hooguit 1 achter de komma."],
  ["cent", "12,50", "Dit cijfer tonen wij zonder cijfers achter de komma."],
  ["cent", "12 %", "'12 %' is geen grens die wij kunnen lezen."],
  ["cent", "1.25", "'1.25' is geen grens die wij kunnen lezen."],
  ["cent", "9999999999999", "Deze grens is te groot."],
  ["hhi", "10.001", "De grens kan niet boven 10.000 liggen."],
  ["dagen", "6 weken", "'6 weken' is geen grens die wij kunnen lezen."],
  ["dagen", "NaN", "'NaN' is geen grens die wij kunnen lezen."],
  ["dagen", "1e3", "'1e3' is geen grens die wij kunnen lezen."],
  ["dagen", "9".repeat(400), "is geen grens die wij kunnen lezen."],
] as readonly [Unit, string, string][])("%s: %.20j is told in one line", (unit, text, line) => {
  let told = "";
  try {
    readNorm(text, unit);
  } catch (error) {
    told = (error as Error).message;
  }
  expect(told).toContain(line);
  expect(told).not.toContain("\n");
});

test.each(units)("the example for %s can be read, and is shown as it was written", (unit) => {
  const example = /Bijvoorbeeld: (.*)$/.exec(normHint(unit))![1]!;
  const norm = readNorm(example, unit);
  const shown = formatOf(unit)(norm).replaceAll("\u00a0", " ");
  expect(shown).toContain(example);
  // Who copies what a page shows writes a norm that can be read.
  if (unit !== "hhi") expect(readNorm(shown, unit)).toBe(norm);
});
