import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../test/engines.ts";
import {catalogue} from "./catalogue.ts";
import {explain, measure} from "./measure.ts";
import {dimensionNames, type PeriodGrain, type Question} from "./question.ts";

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
  test("says what it means, what it does not say, where it comes from and who decides on it", () => {
    for (const text of [indicator.name, indicator.why, indicator.definition, indicator.source, indicator.owner]) {
      expect(text.length).toBeGreaterThan(3);
    }
    expect(indicator.question).toMatch(/\?$/);
    expect(indicator.doesNotSay.length).toBeGreaterThan(0);
    expect(indicator.messages.length).toBeGreaterThan(0);
    expect(indicator.history.at(-1)?.version).toBe(indicator.version);
  });

  test("opens its SQL with the question and the grain", () => {
    expect(indicator.sql).toMatch(/^-- .*\?\n-- (?:.*\n-- )?One row for each/);
  });

  test("shows the SQL as it runs, with the value of each parameter", () => {
    const text = explain({...question, indicator: indicator.id, where: [{dimension: "wet", value: "Wmo"}]});
    expect(text).toContain("-- $gemeente_code = 'GM9999'");
    expect(text).toContain("-- $waar_0 = 'Wmo'");
    expect(text).toContain(indicator.question);
  });
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
