import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Database} from "../src/database/database.ts";
import type {DimensionName, Question} from "../src/indicators/question.ts";
import {attackAnswers} from "./attack.ts";
import {littleDatabase} from "./journeys/app.ts";

// A reader who asks everything there is to ask of the little world, keeps the answers, and calculates.

let database: Database;

beforeAll(async () => {
  database = await littleDatabase();
});

afterAll(() => database.close());

const gemeenteCode = "GM9999";
const from = "2025-01";

/** Every split on its own and together, by month, quarter and year, and totals of which one has a month more. */
function questionsOver(splits: readonly DimensionName[], to: string): Partial<Question>[] {
  const ways: DimensionName[][] = [[], ...splits.map((one) => [one]), [...splits]];
  const grains = ["maand", "kwartaal", "jaar"] as const;
  return ways.flatMap((dimensions) => [
    ...grains.map((grain) => ({dimensions, grain})),
    ...["2025-04", "2025-05", "2025-12", to].map((last) => ({dimensions, grain: "totaal" as const, to: last})),
    {dimensions, grain: "totaal" as const, from: "2025-02", to: "2025-05"},
  ]);
}

describe.each(["openbaar", "intern"] as const)("a reader of what is %s", (audience) => {
  test.each([
    ["kosten", ["wijk", "productgroep"], "2026-09-30"],
    ["kosten", ["wijk", "productgroep"], "2026-10-31"],
    ["kosten", ["buurt"], "2026-10-31"],
    ["instroom", ["wijk", "aanbieder"], "2026-10-31"],
    ["uitstroom", ["leeftijdsgroep", "wet"], "2026-10-31"],
    ["uitval", ["wijk"], "2026-10-31"],
    ["kosten", ["wijk", "wet", "aanbieder"], "2026-10-31"],
  ] as const)("learns no small cell of %s by %j, as known on %s", async (indicator, splits, knownOn) => {
    const to = knownOn.slice(0, 7);
    const base = {gemeenteCode, from, to, knownOn};
    const questions = questionsOver(splits, to);
    const {derived, hidden} = await attackAnswers(database, {
      indicator,
      audience,
      base,
      finest: splits,
      questions,
    });
    expect(derived).toEqual([]);
    expect(hidden).toBeGreaterThan(0);
  });
});

describe("one person in several roles", () => {
  const wijken = {dimension: "wijk", values: ["WK999901", "WK999903"]} as const;
  const aanbieder = {dimension: "aanbieder", values: ["75750002"]} as const;

  test.each([
    ["bestuurder and teamleider of two wijken", [[], [wijken]]],
    ["contractmanager and aanbieder", [[], [aanbieder]]],
    ["teamleider and aanbieder", [[wijken], [aanbieder]]],
    ["all of them, and both at once", [[], [wijken], [aanbieder], [wijken, aanbieder]]],
  ] as const)("learns no small cell: %s", async (_, parts) => {
    const base = {gemeenteCode, from: "2025-07", to: "2025-12", knownOn: "2026-10-31"};
    const splits = ["wijk", "aanbieder"] as const;
    const ways: DimensionName[][] = [[], ["wijk"], ["aanbieder"], [...splits]];
    const questions = ways.flatMap((dimensions) => [
      {dimensions, grain: "maand" as const},
      {dimensions, grain: "totaal" as const},
      {dimensions, grain: "totaal" as const, to: "2025-11"},
    ]);
    const attacked = {indicator: "instroom", audience: "intern", base, finest: splits, questions, parts} as const;
    const {derived, hidden} = await attackAnswers(database, attacked);
    expect(derived).toEqual([]);
    expect(hidden).toBeGreaterThan(0);
  });
});
