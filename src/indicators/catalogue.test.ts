import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../test/engines.ts";
import {isIsoDate} from "../standards/calendar.ts";
import {catalogue} from "./catalogue.ts";
import {explain, measure} from "./measure.ts";
import {dimensionNames, type PeriodGrain, type Question} from "./question.ts";
import {ageGroupCodes} from "./steps.ts";

const question: Question = {
  indicator: "kosten",
  gemeenteCode: "GM9999",
  dimensions: [],
  grain: "maand",
  from: "2025-01",
  to: "2025-12",
  where: [],
  knownOn: "2026-01-31",
};

describe.each(catalogue)("indicator $id", (indicator) => {
  test("says what it means, what it does not say, where it comes from, who decides on it and who checks it when", () => {
    const {name, why, definition, source, owner, checker} = indicator;
    for (const text of [name, why, definition, source, owner, checker]) expect(text.length).toBeGreaterThan(3);
    expect(checker).not.toBe(owner);
    expect(indicator.question).toMatch(/\?$/);
    expect(indicator.doesNotSay.length).toBeGreaterThan(0);
    for (const soort of indicator.messages) expect(soort).toMatch(/^3\d\d$/);
    expect(indicator.history.map(({version}) => version)).toEqual(indicator.history.map((_, index) => index + 1));
    expect(indicator.history.at(-1)?.version).toBe(indicator.version);
    expect(isIsoDate(indicator.nextReview) && indicator.nextReview > indicator.history.at(-1)!.date).toBe(true);
  });

  test("opens its SQL with the question and the grain", () => {
    expect(indicator.sql).toMatch(/^-- .*\?\n-- (?:.*\n-- )?One row for each/);
  });

  test("shows the SQL as it runs, with the value of each parameter", () => {
    const text = explain(indicator, {...question, indicator: indicator.id, where: [{dimension: "wet", value: "Wmo"}]});
    expect(text).toContain("-- $gemeente_code = 'GM9999'");
    expect(text).toContain("-- $waar_0 = 'Wmo'");
    expect(text).toContain(indicator.question);
  });
});

test("whatever a numerator or value needs to know is given, and nothing else", () => {
  for (const {id, counting} of catalogue) {
    const given = [counting.quantile, counting.norm, counting.largest, counting.inhabitantAges].map(
      (one) => one !== null,
    );
    const needed = [
      counting.value === "quantile",
      counting.numerator === "within-norm",
      counting.numerator === "largest",
      given[3] && counting.denominator === "inhabitants",
    ];
    expect(given, id).toEqual(needed);
    expect(counting.numerator === "largest", id).toBe(counting.denominator === "whole");
    expect((counting.inhabitantAges ?? []).filter((code) => !ageGroupCodes.includes(code))).toEqual([]);
  }
});

test("ids are unique", () => {
  expect(new Set(catalogue.map(({id}) => id)).size).toBe(catalogue.length);
});

describe.each(engines)("every indicator on %s", (engine) => {
  test("can be split by and narrowed to every dimension, over every kind of period", async () => {
    const database = await emptyDatabase(engine);
    for (const indicator of catalogue) {
      const possible = dimensionNames.filter((name) => name !== "deel" || indicator.parts.length > 0);
      const asked: Partial<Question>[] = [
        {dimensions: possible},
        {where: possible.flatMap((dimension) => ["a", "b"].map((value) => ({dimension, value})))},
        ...possible.map((dimension) => ({dimensions: [dimension], where: [{dimension: "wijk" as const, value: "x"}]})),
        ...(["maand", "kwartaal", "jaar", "totaal"] satisfies PeriodGrain[]).map((grain) => ({grain})),
      ];
      for (const part of asked) {
        const {rows} = await measure(database, {...question, ...part, indicator: indicator.id});
        expect(rows).toEqual([]);
      }
    }
  });
});
