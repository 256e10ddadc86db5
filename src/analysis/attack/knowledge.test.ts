import {describe, expect, test} from "vitest";
import {findIndicator} from "../../indicators/catalogue.ts";
import type {DimensionName, PeriodGrain, Question} from "../../indicators/question.ts";
import type {DisclosedSeries} from "../disclose.ts";
import {attack} from "../disclosure/attack.ts";
import {knownFrom, questionsOf, splitsOf, sumsOf, type Target} from "./knowledge.ts";

const base = {gemeenteCode: "GM9999", knownOn: "2026-12-31", from: "2026-01", to: "2026-03"};

function targetOf(indicator: string, dimensions: readonly DimensionName[]): Target {
  return {...base, indicator: findIndicator(indicator), dimensions, part: []};
}

/** An answer as a reader gets it; null: hidden. */
function answer(
  asked: {dimensions?: readonly DimensionName[]; grain?: PeriodGrain; where?: Question["where"]; to?: string},
  values: Readonly<Record<string, number | null>>,
): DisclosedSeries {
  const question = {...base, indicator: "kosten", dimensions: [], grain: "maand", where: [], ...asked} as Question;
  const rows = Object.entries(values).map(([name, numerator]) => {
    const [period, ...codes] = name.split(" ");
    const key = Object.fromEntries(question.dimensions.map((dimension, place) => [dimension, codes[place]]));
    return {key, period, numerator, denominator: null, persons: numerator, isHidden: numerator === null};
  });
  return {question, rows} as unknown as DisclosedSeries;
}

async function derived(target: Target, answers: readonly DisclosedSeries[]): Promise<string[]> {
  const cells = knownFrom(answers);
  const {published, cellOf} = sumsOf(cells, target, "numerator", {isLoose: false, roundedTo: 0})!;
  const reaches = await attack(published);
  return reaches
    .filter(({cell, isDerived}) => isDerived && cellOf[cell] !== null)
    .map(({cell, low}) => `${Object.values(cellOf[cell]!.key).join()} ${cellOf[cell]!.from} ${low}`);
}

const byWet = (values: Record<string, number | null>) => answer({dimensions: ["wet"]}, values);

describe("an attacker puts together what was told", () => {
  const target = targetOf("kosten", ["wet"]);

  test("a total less what is shown of it", async () => {
    const answers = [answer({}, {"2026-01": 100}), byWet({"2026-01 Wmo": 60, "2026-01 Jeugdwet": null})];
    expect(await derived(target, answers)).toEqual(["Jeugdwet 2026-01 40"]);
  });

  test("nothing, where two are hidden", async () => {
    const answers = [answer({}, {"2026-01": 100}), byWet({"2026-01 Wmo": null, "2026-01 Jeugdwet": null})];
    expect(await derived(target, answers)).toEqual([]);
  });

  test("a quarter less two months", async () => {
    const answers = [
      byWet({"2026-01 Wmo": 10, "2026-02 Wmo": null, "2026-03 Wmo": 30}),
      answer({dimensions: ["wet"], grain: "kwartaal"}, {"2026-K1 Wmo": 45}),
    ];
    expect(await derived(target, answers)).toEqual(["Wmo 2026-02 5"]);
  });

  test("a total of two months less that of one", async () => {
    const answers = [
      byWet({"2026-01 Wmo": 10, "2026-02 Wmo": null}),
      answer({dimensions: ["wet"], grain: "totaal", to: "2026-02"}, {"totaal Wmo": 17}),
    ];
    expect(await derived(target, answers)).toEqual(["Wmo 2026-02 7"]);
  });

  test("what is hidden in one answer and shown in another is known", () => {
    const narrowed = answer({where: [{dimension: "wet", value: "Wmo"}]}, {"2026-01": 60});
    const cells = knownFrom([byWet({"2026-01 Wmo": null}), narrowed]);
    expect(cells.map(({isHidden, row}) => [isHidden, row.numerator])).toEqual([[false, 60]]);
  });

  test("of people who can be in two parts: at most the whole, and no more than that", async () => {
    const clients = targetOf("clienten", ["aanbieder"]);
    const cells = knownFrom([
      answer({}, {"2026-01": 100}),
      answer({dimensions: ["aanbieder"]}, {"2026-01 a": 80, "2026-01 b": null}),
    ]);
    const {published, cellOf} = sumsOf(cells, clients, "numerator", {isLoose: false, roundedTo: 0})!;
    const [reach] = (await attack(published)).filter(({cell}) => cellOf[cell] !== null);
    expect(reach).toMatchObject({low: 20, high: 100, isDerived: false});
  });

  test("of the largest aanbieders nothing adds up", () => {
    const target = targetOf("concentratie", ["wijk"]);
    expect(sumsOf([], target, "numerator", {isLoose: false, roundedTo: 0})).toBeNull();
  });
});

test("asks a wijk also within its team, and each split by month, quarter, year and in totals of every length", () => {
  expect(splitsOf(["wijk"])).toEqual([[], ["team"], ["team", "wijk"], ["wijk"]]);
  const questions = questionsOf(targetOf("kosten", ["wijk"]), []);
  expect(questions.map(({dimensions, grain, to}) => `${dimensions.join("+")} ${grain} ${to}`)).toContain(
    "team+wijk totaal 2026-02",
  );
  expect(questions).toHaveLength(4 * (3 + 2));
});
