import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {randomStream} from "../../statistics/random.ts";
import {type Buurt, type NeedInput, needModel} from "./need.ts";

/** Twelve buurten of 1,000 people, some old and some poor. */
const buurten: readonly Buurt[] = Array.from({length: 12}, (_, index) => ({
  code: `BU${99990101 + index}`,
  residents: new Map([
    ["23-44", 1000 - 50 * (index % 4)],
    ["75-84", 50 * (index % 4)],
  ]),
  income: 2 + (index % 6),
}));

/** Of the young 1 in 100 has help, of the old 1 in 5; twice as many for each doubling of 1 + income. */
function seenIn(buurt: Buurt, withIncome: boolean, factor = 1): number {
  const byAge = buurt.residents.get("23-44")! * 0.01 + buurt.residents.get("75-84")! * 0.2;
  return byAge * factor * (withIncome ? (1 + buurt.income!) / 5 : 1);
}

function inputOf(counts: ReadonlyMap<string, number | null>, all = buurten): NeedInput {
  const people = (age: string) => all.reduce((sum, {residents}) => sum + (residents.get(age) ?? 0), 0);
  const [young, old] = [people("23-44"), people("75-84")];
  return {
    buurten: all,
    byAge: new Map([
      ["23-44", {numerator: young * 0.01, denominator: young}],
      ["75-84", {numerator: old * 0.2, denominator: old}],
    ]),
    whole: {numerator: young * 0.01 + old * 0.2, denominator: young + old},
    seen: counts,
  };
}

const one = (code: string) => new Set([code]);

test("where age explains all, a place is expected to have what its ages have elsewhere", () => {
  const model = needModel(inputOf(new Map(buurten.map((buurt) => [buurt.code, seenIn(buurt, false)]))))!;
  for (const buurt of buurten) expect(model.expected(one(buurt.code))).toBeCloseTo(seenIn(buurt, false), 6);
  expect(model.explained!.age).toBeCloseTo(1, 9);
  expect(model.explained!.income).toBeCloseTo(0, 9);
  expect(model.times(5, 10)).toBeCloseTo(1, 6);
  const both = [buurten[1]!, buurten[2]!];
  expect(model.expected(new Set(both.map(({code}) => code)))).toBeCloseTo(
    both.reduce((sum, buurt) => sum + seenIn(buurt, false), 0),
    6,
  );
});

test("what income adds is found, and said for each doubling", () => {
  const model = needModel(inputOf(new Map(buurten.map((buurt) => [buurt.code, seenIn(buurt, true)]))))!;
  for (const buurt of buurten) expect(model.expected(one(buurt.code))).toBeCloseTo(seenIn(buurt, true), 4);
  expect(model.times(4, 9)).toBeCloseTo(2, 6);
  const {age, income, chance, left} = model.explained!;
  expect(age + income).toBeCloseTo(1, 6);
  expect(income).toBeGreaterThan(0.05);
  expect(chance + left).toBeCloseTo(0, 6);
});

test("a place has no say in what is expected of it", () => {
  const usual = new Map(buurten.map((buurt) => [buurt.code, seenIn(buurt, true)]));
  const [odd] = buurten;
  const seen = new Map(usual).set(odd!.code, usual.get(odd!.code)! * 10);
  const model = needModel(inputOf(seen))!;
  expect(model.expected(one(odd!.code))).toBeCloseTo(seenIn(odd!, true), 4);
  expect(model.expected(one(buurten[5]!.code))).not.toBeCloseTo(seenIn(buurten[5]!, true), 2);
});

test("a leeftijdsgroep that is hidden is given what is left of the whole", () => {
  const input = inputOf(new Map(buurten.map((buurt) => [buurt.code, seenIn(buurt, false)])));
  const byAge = new Map(input.byAge).set("75-84", {numerator: null, denominator: null});
  const model = needModel({...input, byAge})!;
  for (const buurt of buurten) expect(model.expected(one(buurt.code))).toBeCloseTo(seenIn(buurt, false), 6);
});

describe("where little may be seen", () => {
  test("of fewer than ten buurten no line is drawn: ages alone, and nothing is said of how much they explain", () => {
    const seen = new Map(buurten.map((buurt, at) => [buurt.code, at < 9 ? seenIn(buurt, true) : null]));
    const model = needModel(inputOf(seen))!;
    expect(model.explained).toBe(null);
    expect(model.times(5, 10)).toBe(null);
    expect(model.expected(one(buurten[0]!.code))).toBeCloseTo(seenIn(buurten[0]!, false), 6);
  });

  test("without ages, without people or without a total there is no model", () => {
    const input = inputOf(new Map());
    expect(needModel({...input, byAge: new Map()})).toBe(null);
    expect(needModel({...input, byAge: new Map([["23-44", {numerator: null, denominator: null}]])})).toBe(null);
    expect(needModel({...input, whole: {numerator: null, denominator: 12_000}})).toBe(null);
    expect(needModel({...input, buurten: []})).toBe(null);
    expect(needModel({...input, buurten: buurten.map((buurt) => ({...buurt, residents: new Map()}))})).toBe(null);
  });

  test("a buurt without an income, or without people, is counted by its ages", () => {
    const odd: Buurt[] = [
      ...buurten,
      {code: "BU99990198", residents: new Map([["75-84", 100]]), income: null},
      {code: "BU99990199", residents: new Map(), income: 40},
    ];
    const model = needModel(inputOf(new Map(buurten.map((buurt) => [buurt.code, seenIn(buurt, true)])), odd))!;
    expect(model.expected(one("BU99990198"))).toBeCloseTo(20, 6);
    expect(model.expected(one("BU99990199"))).toBe(0);
    expect(model.expected(new Set())).toBe(0);
  });
});

test("shares explained are parts of a whole, whatever is seen", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 1e6}), (seed) => {
      const random = randomStream(seed, "need");
      const model = needModel(inputOf(new Map(buurten.map(({code}) => [code, random.integer(0, 120)]))))!;
      const {age, income, chance, left} = model.explained!;
      for (const part of [age, income, chance, left]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
      }
      expect(age + income + chance + left).toBeCloseTo(1, 9);
      for (const {code} of buurten) expect(Number.isFinite(model.expected(one(code)))).toBe(true);
    }),
  );
});
