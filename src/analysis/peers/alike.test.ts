import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {mostAlike, needFeatures, type UnitNeed, unitNeeds} from "./alike.ts";
import type {PlacedBuurt} from "./residents.ts";

function unit(code: string, jong: number, ouder: number, oudst: number, inkomen: number | null): UnitNeed {
  return {code, shares: {jong, ouder, oudst, inkomen}};
}

/** Nine units that differ in one thing more than in the others, so that the order can be counted by hand. */
const row = [20, 21, 22, 23, 24, 30, 31, 32, 33].map((jong, at) => unit(`W${at}`, jong, 10, 8, 6));

const codesOf = (units: readonly UnitNeed[]) => units.map(({code}) => code);

describe("units most alike by need", () => {
  test("are the nearest, half of the others, and never the own one", () => {
    const {alike, features, left, why} = mostAlike(row, "W2");
    // At 1, 1, 2 and 2 from it; of equal distance by code.
    expect(codesOf(alike)).toEqual(["W1", "W3", "W0", "W4"]);
    // What all have alike tells nobody from another.
    expect(features).toEqual(["jong"]);
    expect([left, why]).toEqual([0, null]);
  });

  test("weigh each feature the same, whatever its scale", () => {
    // Income runs from 1 to 9 and youth from 10 to 90: both are two steps of eight away.
    const units = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => unit(`W${at}`, 10 * at, 10, 8, at));
    const other = [...units, unit("jong", 70, 10, 8, 5), unit("inkomen", 50, 10, 8, 7)];
    const order = codesOf(mostAlike(other, "W5").alike);
    expect(order.indexOf("inkomen")).toBe(order.indexOf("jong") - 1);
    expect(order.slice(0, 2)).toEqual(["W4", "W6"]);
  });

  test("at most eight, however many there are", () => {
    const many = Array.from({length: 60}, (_, at) => unit(`W${String(at).padStart(2, "0")}`, at, 10, 8, 6));
    expect(codesOf(mostAlike(many, "W00").alike)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((at) => `W0${at}`));
  });

  test("without income where the own unit has none, and without who lacks it where the own unit has it", () => {
    const some = row.map((one, at) => (at === 3 ? {...one, shares: {...one.shares, inkomen: null}} : one));
    const spread = some.map((one, at) =>
      one.shares.inkomen === null ? one : {...one, shares: {...one.shares, inkomen: at}},
    );
    expect(mostAlike(spread, "W3")).toMatchObject({features: ["jong"], left: 0});
    const {alike, features, left} = mostAlike(spread, "W2");
    expect(features).toEqual(["jong", "inkomen"]);
    expect(left).toBe(1);
    expect(codesOf(alike)).not.toContain("W3");
  });

  test.each([
    ["seven units", row.slice(0, 7), "W2", "te weinig"],
    ["two units", row.slice(0, 2), "W1", "te weinig"],
    ["units that are all equal", row.map(({code}) => unit(code, 20, 10, 8, 6)), "W2", "allemaal gelijk"],
    ["a unit of which nothing is known", row, "W99", "onbekend"],
  ])("of %s there are none, and it says why", (_, units, own, why) => {
    expect(mostAlike(units, own)).toEqual({alike: [], features: [], left: 0, why});
  });

  test("whatever the shares, no unit twice, never itself, and no nearer one left out", () => {
    const share = fc.double({min: 0, max: 100, noNaN: true});
    const shares = fc.record({jong: share, ouder: share, oudst: share, inkomen: fc.option(share)});
    fc.assert(
      fc.property(fc.array(shares, {minLength: 8, maxLength: 30}), (all) => {
        const units = all.map((one, at) => ({code: `W${at}`, shares: one}));
        const {alike, features} = mostAlike(units, "W0");
        const codes = codesOf(alike);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes).not.toContain("W0");
        for (const {shares: own} of alike) for (const name of features) expect(own[name]).not.toBe(null);
        for (const name of features) expect(needFeatures).toContain(name);
      }),
    );
  });
});

describe("the need of a unit", () => {
  const buurt = (code: string, wijk: string, ages: Record<string, number>, income: number | null): PlacedBuurt => ({
    code,
    wijk,
    team: "T1",
    residents: new Map(Object.entries(ages)),
    income,
  });

  test("is that of its buurten together, by inhabitants", () => {
    const buurten = [
      buurt("BU1", "WK1", {"0-3": 50, "23-44": 250, "75-84": 100}, 10),
      buurt("BU2", "WK1", {"12-17": 50, "65-74": 50}, 30),
      buurt("BU3", "WK1", {"45-64": 500}, null),
    ];
    // 1,000 people: 100 young, 50 older, 100 oldest. Income of the 500 for whom it is known: (400 × 10 + 100 × 30) / 500.
    const expected = {jong: 10, ouder: 5, oudst: 10, inkomen: 14};
    expect(unitNeeds(buurten, "wijk")).toEqual([{code: "WK1", shares: expected}]);
    expect(unitNeeds(buurten, "team")).toEqual([{code: "T1", shares: expected}]);
    expect(unitNeeds(buurten, "buurt").map(({code}) => code)).toEqual(["BU1", "BU2", "BU3"]);
  });

  test("is not told of a place where nearly nobody lives, nor of where no team works", () => {
    const buurten = [
      buurt("BU1", "WK1", {"0-3": 99}, 10),
      buurt("BU2", "WK2", {}, null),
      {...buurt("BU3", "WK3", {"0-3": 500}, null), team: "onbekend"},
    ];
    expect(unitNeeds(buurten, "wijk")).toEqual([{code: "WK3", shares: {jong: 100, ouder: 0, oudst: 0, inkomen: null}}]);
    // Of the team 99 people.
    expect(unitNeeds(buurten, "team")).toEqual([]);
  });
});
