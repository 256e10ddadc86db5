import {describe, expect, test} from "vitest";
import {questionAbout} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator, publicReader, type Reader} from "../../access/reader.ts";
import type {Question} from "../../indicators/question.ts";
import {type Comparison, compare} from "./compare.ts";

const wijken = [1, 2, 3, 4, 5, 6];

/** How many people with Wmo there are in each of the two buurten of a wijk. */
const usual = [40, 42, 38, 41, 39, 40];

/** Six wijken of two buurten, each of 500 people from 45 to 64; in two of them some are old. */
function world(counts: readonly number[]): Record<string, string> {
  const people = wijken.flatMap((wijk, at) =>
    ["01", "02"].flatMap((buurt) =>
      Array.from(
        {length: counts[at]!},
        (_, number) =>
          `p${wijk}${buurt}${number} | 2024-01-01 | Wmo | BU99990${wijk}${buurt} | 1970-05-01 | 7575000${1 + (number % 2)}`,
      ),
    ),
  );
  return {
    hulp: ["client | begindatum | wet | buurt_code | geboortemaand | aanbieder", ...people].join("\n"),
    bevolking: [
      "buurt_code | jaar | geslacht | leeftijd_van | leeftijd_tot | aantal",
      ...wijken.flatMap((wijk) => ["01", "02"].map((buurt) => `BU99990${wijk}${buurt} | 2025 | 1 | 45 | 64 | 500`)),
    ].join("\n"),
    team_wijk: [
      "team_code | wijk_code | begindatum | einddatum",
      ...wijken.map((wijk) => `T0${1 + (wijk % 2)} | WK99990${wijk} | 2020-01-01 |`),
    ].join("\n"),
  };
}

const clients: Question = questionAbout("clienten-per-1000", {grain: "totaal"});

const numbers = ({units}: Comparison) => units.map(({code, row, expected}) => [code, row.numerator, expected]);

describe.each(engines)("wijken beside each other on %s", (engine) => {
  test("of like people are each expected to have the same, and the odd one stands out", async () => {
    const database = await databaseWith(engine, world([...usual.slice(0, 5), 90]));
    const comparison = await compare(database, clients, "wijk", localAdministrator);
    // Twice (40 + 42 + 38 + 41 + 39 + 90) people over twelve buurten.
    const each = 580 / 6;
    expect(comparison.way).toMatchObject({by: "behoefte", income: null});
    for (const {expected} of comparison.units) expect(expected).toBeCloseTo(each, 9);
    expect(numbers(comparison).map(([code, numerator]) => [code, numerator])).toEqual([
      ["WK999901", 80],
      ["WK999902", 84],
      ["WK999903", 76],
      ["WK999904", 82],
      ["WK999905", 78],
      ["WK999906", 180],
    ]);
    expect(comparison.units.map(({placed}) => placed!.verdict).at(-1)).toBe("hoger");
    expect(comparison.funnel!.middle).toBeCloseTo((580 / 6000) * 1000, 9);
    expect(comparison.hidden).toBe(0);
  });

  test("a wijk that may not be shown is a unit without numbers, and the others go on", async () => {
    const database = await databaseWith(engine, world([40, 42, 38, 41, 39, 2]));
    const comparison = await compare(database, clients, "wijk", localAdministrator);
    expect(comparison.hidden).toBeGreaterThanOrEqual(1);
    for (const {row, expected, placed} of comparison.units) {
      if (!row.isHidden) continue;
      expect([row.numerator, expected, placed]).toEqual([null, null, null]);
    }
    expect(comparison.units.filter(({placed}) => placed !== null).length).toBeGreaterThanOrEqual(4);
  });

  test("two teams are too few to compare, and it says so", async () => {
    const database = await databaseWith(engine, world(usual));
    const comparison = await compare(database, clients, "team", localAdministrator);
    expect(comparison).toMatchObject({funnel: null, whyNoFunnel: "te weinig"});
    expect(numbers(comparison).map(([, people]) => people)).toEqual([246, 234]);
    for (const {expected} of comparison.units) expect(expected).toBeCloseTo(240, 9);
  });

  test("of an amount no limits of chance are known", async () => {
    const database = await databaseWith(engine, world(usual));
    const costs = questionAbout("kosten-per-client", {grain: "totaal"});
    expect(await compare(database, costs, "wijk", localAdministrator)).toMatchObject({
      funnel: null,
      whyNoFunnel: "geen aantallen",
      way: null,
    });
  });
});

describe("who sees one of many", () => {
  const own: Reader = {...localAdministrator, id: "lezer", within: [{dimension: "wijk", values: ["WK999902"]}]};

  test("sees that one with its name, and of the others without a name what the public sees", async () => {
    const database = await databaseWith("duckdb", world([...usual.slice(0, 5), 91]));
    const [mine, everybody] = await Promise.all([
      compare(database, clients, "wijk", own),
      compare(database, clients, "wijk", publicReader),
    ]);
    expect(mine.units.filter(({code}) => code !== null).map(({code, row}) => [code, row.numerator])).toEqual([
      ["WK999902", 84],
    ]);
    const others = mine.units.filter(({code}) => code === null);
    const published = everybody.units.filter(({code}) => code !== "WK999902");
    const values = (units: Comparison["units"]) => units.map(({row}) => row.value).sort();
    expect(values(others)).toEqual(values(published));
    for (const {row} of others) expect(row.numerator! % 5).toBe(0);
    // Not in the order of their codes.
    expect(others.map(({row}) => row.value)).toEqual([...others.map(({row}) => row.value!)].sort((a, b) => a - b));
  });

  test("is refused another gemeente", async () => {
    const database = await databaseWith("duckdb", world(usual));
    const elsewhere: Reader = {...own, gemeenten: ["GM0001"]};
    await expect(compare(database, clients, "wijk", elsewhere)).rejects.toThrow("niet zien");
  });
});

test("a question that is split, or over months, is a mistake of ours", async () => {
  const database = await databaseWith("duckdb", world(usual));
  await expect(compare(database, {...clients, dimensions: ["wijk"]}, "wijk", localAdministrator)).rejects.toThrow(
    RangeError,
  );
  await expect(compare(database, {...clients, grain: "jaar"}, "wijk", localAdministrator)).rejects.toThrow(RangeError);
});
