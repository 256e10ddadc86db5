import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {Area, Areas} from "../../reports/wijkprofiel/areas.ts";
import type {Border} from "../../reports/wijkprofiel/borders.ts";
import {drawnFigures} from "../../reports/wijkprofiel/drawn.ts";
import {type AreaMap, areaMap} from "../../reports/wijkprofiel/map-figure.ts";
import {choropleth} from "./choropleth.ts";
import {mapLabels} from "./map-labels.ts";
import {mapPaths} from "./map-paths.ts";
import {fitProjection} from "./projection.ts";

describe("the projection", () => {
  const square: Border = [
    [
      [5, 52],
      [5.1, 52],
      [5.1, 52.1],
      [5, 52.1],
      [5, 52],
    ],
  ];

  test("keeps north up and makes a degree of longitude as wide as it is there", () => {
    const {project, height} = fitProjection([square], 760, 2000);
    const [southWest, southEast, northEast] = project(square)[0]!;
    const [across, down] = [southEast![0] - southWest![0], southEast![1] - northEast![1]];
    expect(across / down).toBeCloseTo(Math.cos((52.05 * Math.PI) / 180), 6);
    expect(northEast![1]).toBeLessThan(southEast![1]);
    expect(across).toBeCloseTo(748, 6);
    expect(height).toBe(Math.round(down + 12));
  });

  test("draws a place without size, and refuses nothing at all", () => {
    expect(
      fitProjection([[[[5, 52]]]], 760, 640)
        .project([[[5, 52]]])[0]![0]!
        .every(Number.isFinite),
    ).toBe(true);
    expect(() => fitProjection([], 760, 640)).toThrow(RangeError);
  });
});

describe("paths", () => {
  test("leave out what lies on a straight line, alike on both sides of a border", () => {
    const west = [0, 0.1, 5, 9, 10].map((y) => [10, y] as const);
    const left = [[0, 0] as const, ...west, [0, 10] as const];
    const right = [...west.toReversed(), [20, 0] as const, [20, 10] as const];
    expect(mapPaths([[left], [right]])).toEqual(["M10,0l0,10 -10,0 0,-10z", "M10,10l0,-10 10,0 0,10z"]);
  });

  test("a shape too small to see has no path", () => {
    expect(
      mapPaths([
        [
          [
            [1, 1],
            [1.01, 1],
            [1.01, 1.01],
          ],
        ],
      ]),
    ).toEqual([""]);
  });
});

test("no name lies over another, and the chosen one is always there", () => {
  const shape = (x: number) => [
    [
      [x, 0],
      [x + 60, 0],
      [x + 60, 60],
      [x, 60],
    ] as const,
  ];
  const places = [0, 40, 80].map((x, index) => ({
    text: `Wijknaam ${index}`,
    shape: shape(x + 300),
    isFirst: index === 2,
  }));
  const labels = mapLabels(places, 760);
  expect(labels.map(({text}) => text)).toContain("Wijknaam 2");
  expect(labels[0]).toMatchObject({text: "Wijknaam 2", room: 1});
  expect(labels.length).toBeLessThan(3);
});

/** Wijken side by side, each with two buurten. */
function areasOf(wijken: number): Areas {
  const box = (west: number, width: number): Border => [
    [
      [west, 52],
      [west + width, 52],
      [west + width, 52.02],
      [west, 52.02],
      [west, 52],
    ],
  ];
  const area = (code: string, kind: Area["kind"], name: string, border: Border): Area => {
    return {code, kind, name, wijk: `WK${code.slice(2, 8)}`, border};
  };
  const numbers = Array.from({length: wijken}, (_, index) => index);
  const digits = (index: number) => `9999${String(index + 1).padStart(2, "0")}`;
  return {
    year: 2026,
    hasForeignBorder: false,
    changes: new Map(),
    wijken: numbers.map((index) => area(`WK${digits(index)}`, "wijk", `Wijk <${index}>`, box(5 + index * 0.02, 0.02))),
    buurten: numbers.flatMap((index) =>
      [0, 1].map((half) =>
        area(`BU${digits(index)}0${half}`, "buurt", `Buurt ${index}${half}`, box(5 + index * 0.02 + half * 0.01, 0.01)),
      ),
    ),
  };
}

type Told = number | "verborgen" | "te weinig" | null;

function mapOf(
  told: readonly Told[],
  level: "wijk" | "buurt" = "wijk",
  unseen: ReadonlySet<string> = new Set(),
): AreaMap {
  const areas = areasOf(level === "wijk" ? told.length : Math.ceil(told.length / 2));
  const units = level === "wijk" ? areas.wijken : areas.buurten;
  const figures = new Map(
    units.flatMap(({code}, index) => {
      const value = told[index] ?? null;
      if (value === null) return [];
      const isNumber = typeof value === "number";
      const figure = {
        value: isNumber ? value : null,
        numerator: null,
        denominator: null,
        missing: isNumber ? null : value,
      };
      return [[code, figure] as const];
    }),
  );
  return areaMap({
    areas,
    level,
    drawn: drawnFigures[0]!,
    unit: "per 1000 inwoners",
    figures,
    wijkFigures: level === "wijk" ? figures : new Map(),
    inhabitants: new Map(),
    absent: () => ({value: null, numerator: null, denominator: null, missing: "geen"}),
    isSeen: ({code}) => !unseen.has(code),
    nameOf: (_, code) => code,
    hrefOf: (code) => `/cijfers/wijkprofiel/${code}`,
    chosen: "WK999901",
  });
}

describe("the map", () => {
  test("holds each shown area in exactly one class, and the counts add up", () => {
    const one = fc.oneof(
      fc.integer({min: 0, max: 3000}).map((value) => value / 10),
      fc.constantFrom("verborgen", "te weinig", null),
    );
    fc.assert(
      fc.property(fc.array(one as fc.Arbitrary<Told>, {minLength: 1, maxLength: 40}), (told) => {
        const {areas, legend, steps} = mapOf(told);
        for (const {shade, count} of legend) {
          expect(Number.parseInt(count, 10)).toBe(areas.filter((area) => area.shade === shade).length);
        }
        expect(legend.reduce((sum, {count}) => sum + Number.parseInt(count, 10), 0)).toBe(areas.length);
        for (const {figure, shade} of areas) expect(typeof shade === "number").toBe(figure.value !== null);
        expect(legend.filter(({step}) => step !== null)).toHaveLength(steps.length);
      }),
      {numRuns: 60},
    );
  });

  test("of equal values, of two, and of nothing says so in its legend", () => {
    expect(mapOf([50, 50, 50]).legend).toEqual([{shade: 0, step: 3, words: "overal 50,0", count: "3\u00a0wijken"}]);
    expect(mapOf([50, 80, 80]).legend.map(({words}) => words)).toEqual(["minder dan 80", "80 en meer"]);
    expect(mapOf(["verborgen", null]).legend.map(({words, count}) => [words, count])).toEqual([
      ["verborgen", "1\u00a0wijk"],
      ["geen cijfer", "1\u00a0wijk"],
    ]);
  });

  test("makes each wijk a link that says its value, and hides with a pattern", () => {
    const svg = choropleth(mapOf([10, "verborgen", 30.5]), "Kaart")!;
    expect(svg).toContain('aria-label="Wijk &lt;0&gt;: 10,0 van elke 1.000\u00a0inwoners" aria-current="true"');
    expect(svg).toContain('aria-label="Wijk &lt;1&gt;: verborgen"');
    expect(svg.match(/<a /g)).toHaveLength(3);
    expect(svg).toContain('fill="url(#kaart-verborgen)"');
    expect(svg).not.toMatch(/style=|NaN|Wijk <|undefined/);
  });

  test("tells of what is outside the part of a reader that it is there alone", () => {
    const svg = choropleth(mapOf([10, 20, 30], "wijk", new Set(["WK999902", "WK999903"])), "Kaart")!;
    expect(svg).not.toMatch(/WK99990[23]|Wijk &lt;[12]|20,0|30,0/);
    expect(svg.match(/<a /g)).toHaveLength(1);
    expect(svg.match(/use href="#kaart-g\d" fill="url\(#kaart-buiten\)"/g)).toHaveLength(2);
  });

  test("draws buurten below the link of their wijk, whose name is all that it shows, and nothing without borders", () => {
    const map = mapOf([10, 20, 30, "verborgen"], "buurt");
    const svg = choropleth(map, "Kaart")!;
    const links = [...svg.matchAll(/<a [^>]*aria-label="([^"]*)"[^>]*>(.*?)<\/a>/g)];
    expect(links.length).toBeGreaterThan(0);
    for (const [, name, inside] of links)
      expect(inside!.match(/<title>(.*?)<\/title>/g)).toEqual([`<title>${name}</title>`]);
    expect(svg.match(/id="kaart-g\d+"/g)).toHaveLength(4);
    const bare = {...map, areas: map.areas.map((area) => ({...area, border: null}))};
    expect(choropleth(bare, "Kaart")).toBeNull();
  });
});
