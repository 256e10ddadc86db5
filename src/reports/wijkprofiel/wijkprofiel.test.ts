import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import type {View} from "../view.ts";
import {areasOf} from "./areas.ts";
import {parseBorder} from "./borders.ts";
import {comparedWords} from "./compared-words.ts";
import {drawnFigures} from "./drawn.ts";
import {findingOf} from "./finding.ts";
import {readInhabitants} from "./inhabitants.ts";
import type {MapArea} from "./map-figure.ts";
import {readNeed} from "./need.ts";
import {readOffers} from "./offer.ts";

const view: View = {
  gemeenteCode: "GM9999",
  from: "2026-01",
  to: "2026-06",
  splitBy: "wijk",
  knownOn: "2026-07-31",
  where: [],
};

const square = (west: number, size: number) =>
  JSON.stringify({
    type: "Polygon",
    coordinates: [
      [
        [west, 52],
        [west + size, 52],
        [west + size, 52 + size],
        [west, 52 + size],
        [west, 52],
      ],
    ],
  });

describe("areas of two years", () => {
  const row = (code: string, naam: string, jaar: number, grens: string | null) =>
    ({code, soort: code.startsWith("WK") ? "wijk" : "buurt", naam, jaar, grens}) as const;

  test("a wijk with other land, or with another buurt, is said to be so", () => {
    const {changes, year} = areasOf([
      row("WK999901", "West", 2026, square(5, 0.02)),
      row("WK999902", "Oost", 2026, square(5.1, 0.02)),
      row("BU99990201", "Haven", 2026, null),
      row("WK999903", "Noord", 2026, square(5.2, 0.02)),
      row("WK999901", "West", 2025, square(5, 0.03)),
      row("WK999902", "Oost", 2025, square(5.1, 0.02)),
      row("WK999903", "Noord", 2025, square(5.2, 0.02)),
    ]);
    expect(year).toBe(2026);
    expect(changes.get("WK999901")).toContain("Deze wijk heeft sinds 2026 een andere grens.");
    expect(changes.get("WK999902")).toContain("sinds 2026 andere buurten: erbij Haven.");
    expect(changes.has("WK999903")).toBe(false);
  });

  test("nothing changed in the first year, and nothing is known of no gemeente", () => {
    expect(areasOf([row("WK999901", "West", 2026, null)]).changes.size).toBe(0);
    expect(areasOf([])).toMatchObject({year: null, wijken: [], buurten: []});
  });

  test("what is no border in degrees is none", () => {
    const metres =
      '{"type":"Polygon","coordinates":[[[155000,463000],[155100,463000],[155100,463100],[155000,463000]]]}';
    for (const text of [
      null,
      "",
      "geen",
      "null",
      "[]",
      '{"type":"Polygon"}',
      '{"type":"Point","coordinates":[5,52]}',
      metres,
    ]) {
      expect(parseBorder(text)).toBeNull();
    }
    expect(areasOf([row("WK999901", "West", 2026, metres)]).hasForeignBorder).toBe(true);
  });
});

describe("the finding", () => {
  const area = (name: string, value: number | null, shade: MapArea["shade"] = 0): MapArea => ({
    code: name,
    name,
    wijk: "WK999901",
    border: null,
    figure: {value, numerator: value, denominator: 1000, missing: value === null ? "verborgen" : null},
    text: value === null ? null : String(value),
    shade,
    inhabitants: 1000,
  });
  const find = (areas: readonly MapArea[], total = 100) =>
    findingOf({
      drawn: drawnFigures[0]!,
      level: "wijk",
      unit: "per 1000 inwoners",
      areas,
      total: {value: total / 3, numerator: total, denominator: 3000, missing: null},
      help: "Wmo-hulp",
      place: "Heuveldam",
      wijkName: () => "West",
    });

  test("names the highest, and says when that may be chance or is not all there is to see", () => {
    expect(find([area("West", 90), area("Oost", 5), area("Zuid", 5)])).toEqual({
      heading: "In West krijgen de meeste inwoners Wmo-hulp: 90 van elke 1.000\u00a0inwoners",
      note: "",
    });
    const {note} = find([area("West", 36), area("Oost", 32), area("Zuid", null, "verborgen")]);
    expect(note).toContain("kan toeval zijn");
    expect(note).toContain("een verborgen wijk kan hoger zijn");
  });

  test("says so when all is equal, or hidden, or outside", () => {
    expect(find([area("West", 30), area("Oost", 30)]).heading).toMatch(/^Er is geen verschil tussen de wijken:/);
    expect(find([area("West", null, "verborgen")]).heading).toContain("per wijk is alles verborgen");
    expect(find([area("", null, "buiten")]).heading).toContain("zijn er per wijk geen cijfers");
  });
});

test("a difference is said in words, and never as good or bad", () => {
  expect([50, 20, 13, 11, 10, 9, 7, 5, 3].map((own) => comparedWords(own, 10))).toEqual([
    "meer dan twee keer zo hoog",
    "ongeveer twee keer zo hoog",
    "hoger",
    "iets hoger",
    "ongeveer even hoog",
    "iets lager",
    "lager",
    "ongeveer de helft",
    "minder dan de helft",
  ]);
  expect(comparedWords(0, 0)).toBe("even hoog");
});

describe.each(engines)("public facts on %s", (engine) => {
  test("need is of the latest year that wijk and gemeente both have, and of what is known alone", async () => {
    const database = await databaseWith(engine, {
      gebied_kenmerk: `
        gebied_code | jaar | kenmerk     | waarde
        GM9999      | 2024 | pct_65_plus | 20
        WK999901    | 2024 | pct_65_plus | 30
        WK999901    | 2025 | pct_65_plus | 31
        GM9999      | 2027 | pct_65_plus | 21
        WK999901    | 2027 | pct_65_plus | 32
        WK999901    | 2024 | pct_0_14    |
        GM9999      | 2024 | pct_0_14    | 15`,
    });
    expect(await readNeed({database}, view, "WK999901")).toMatchObject([
      {kenmerk: "pct_65_plus", own: "30,0", gemeente: "20,0", words: "ongeveer anderhalf keer zo hoog", year: 2024},
    ]);
    expect(await readNeed({database}, view, "WK999902")).toEqual([]);
  });

  test("inhabitants are of the nearest year before, by buurt and wijk", async () => {
    const database = await databaseWith(engine, {
      bevolking: `
        buurt_code | jaar | geslacht | aantal
        BU99990101 | 2024 | 1        | 10
        BU99990101 | 2025 | 1        | 20
        BU99990102 | 2025 | 2        | 30
        BU99990101 | 2027 | 1        | 99`,
    });
    const {year, byCode} = await readInhabitants({database, place: {dataVersion: "1"} as never}, view);
    expect([year, byCode.get("BU99990101"), byCode.get("WK999901")]).toEqual([2025, 20, 50]);
  });

  test("offers stand with their wijk, by name", async () => {
    const database = await databaseWith(engine, {
      voorliggend: `
        wijk_code | naam      | soort             | omschrijving | plaatsen
        WK999901  | Soos      | vrij toegankelijk | Inloop       |
        WK999901  | Eettafel  | informeel         | Samen eten   | 24`,
    });
    const offers = await readOffers({database, place: {dataVersion: "1"} as never}, view);
    expect(offers.get("WK999901")?.map(({name, places}) => [name, places])).toEqual([
      ["Eettafel", "24\u00a0plaatsen"],
      ["Soos", null],
    ]);
  });
});
