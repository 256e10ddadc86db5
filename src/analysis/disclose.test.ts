import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {localAdministrator, type Reader} from "../access/reader.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import type {Series, SeriesRow} from "../indicators/series.ts";
import {type DisclosedSeries, disclose, discloseLeftOut} from "./disclose.ts";

const intern = localAdministrator;
const openbaar: Reader = {...localAdministrator, audience: "openbaar"};

const emptyRow: SeriesRow = {
  key: {},
  period: "2025",
  numerator: 0,
  denominator: null,
  value: 0,
  reason: null,
  persons: 0,
  numeratorPersons: null,
};

function seriesOf(indicator: string, rows: readonly Partial<SeriesRow>[]): Series {
  const {unit} = findIndicator(indicator);
  return {
    question: questionAbout(indicator),
    indicator: findIndicator(indicator),
    unit,
    dataVersion: "1",
    dataDate: "2025-12-31",
    dataMark: null,
    rows: rows.map((row) => ({...emptyRow, ...row})),
  };
}

describe("disclose", () => {
  test("hides all numbers of a cell with 1 to 9 people, and none of a cell with 10", () => {
    const {rows} = disclose(
      seriesOf("kosten", [
        {numerator: 123456, value: 123456, persons: 9},
        {numerator: 123456, value: 123456, persons: 10},
      ]),
      intern,
    );
    expect(rows[0]).toEqual({
      key: {},
      period: "2025",
      numerator: null,
      denominator: null,
      value: null,
      persons: null,
      isHidden: true,
      reason: "verborgen",
    });
    expect(rows[1]).toMatchObject({numerator: 123456, value: 123456, persons: 10, isHidden: false, reason: null});
  });

  test("leaves a zero what it is", () => {
    const {rows} = disclose(seriesOf("clienten", [{numerator: 0, value: 0, persons: 0}]), openbaar);
    expect(rows[0]).toMatchObject({numerator: 0, value: 0, persons: 0, isHidden: false});
  });

  test.each([
    [0, false],
    [1, true],
    [9, true],
    [10, false],
    [50, false],
    [51, true],
    [59, true],
    [60, false],
  ])("of a share of 60 people, %i in the numerator is hidden: %s", (numeratorPersons, isHidden) => {
    const row = {
      numerator: numeratorPersons,
      denominator: 60,
      value: numeratorPersons / 60,
      persons: 60,
      numeratorPersons,
    };
    expect(disclose(seriesOf("uitval", [row]), intern).rows[0]?.isHidden).toBe(isHidden);
  });

  test("leaves what is no people as it is for the public, and posts and prices with their decimals", () => {
    const publicRow = (indicator: string, row: Partial<SeriesRow>) =>
      disclose(seriesOf(indicator, [{persons: 1000, ...row}]), openbaar).rows[0];
    expect(publicRow("actieve-aanbieders", {numerator: 3, value: 3})).toMatchObject({numerator: 3, value: 3});
    expect(publicRow("caseload", {numerator: 742, denominator: 7.4, value: 100.27})).toMatchObject({
      numerator: 740,
      denominator: 7.4,
      value: 100.3,
    });
    expect(publicRow("prijs-per-uur", {numerator: 123456, denominator: 33, value: 6956.4})).toMatchObject({
      value: 6956,
    });
    expect(publicRow("uren-per-week", {numerator: 52, denominator: 12, value: 2.84})).toMatchObject({value: 2.8});
    expect(publicRow("wijzigingsverzoeken", {numerator: 52, denominator: 612, value: 8.4967})).toMatchObject({
      value: 8.5,
    });
  });

  test("rounds for the public: counts to 5, money to € 100, and the figure from what was exact", () => {
    const published = (indicator: string, row: Partial<SeriesRow>) =>
      disclose(seriesOf(indicator, [row]), openbaar).rows[0];
    expect(published("clienten", {numerator: 123, value: 123, persons: 123})).toMatchObject({
      numerator: 125,
      value: 125,
      persons: 125,
    });
    expect(
      published("clienten-per-1000", {numerator: 123, denominator: 1502, value: (123 / 1502) * 1000, persons: 123}),
    ).toMatchObject({numerator: 125, denominator: 1500, value: 81.9});
    expect(published("kosten", {numerator: 1234567, value: 1234567, persons: 12})).toMatchObject({
      numerator: 1230000,
      value: 1230000,
      persons: 10,
    });
    expect(
      published("uitval", {numerator: 12, denominator: 77, value: 12 / 77, persons: 77, numeratorPersons: 12}),
    ).toMatchObject({numerator: 10, denominator: 75, value: 0.156});
    expect(published("wachttijd", {numerator: 1003, denominator: 33, value: 20.5, persons: 31})).toMatchObject({
      numerator: 1005,
      denominator: 35,
      value: 21,
    });
    expect(
      published("kosten-per-client", {numerator: 987654, denominator: 33, value: 987654 / 33, persons: 33}),
    ).toMatchObject({numerator: 990000, denominator: 35, value: 29900});
  });

  test("keeps the reason why there is no value", () => {
    const row = {
      numerator: 10,
      denominator: 40,
      value: null,
      reason: "te weinig",
      persons: 40,
      numeratorPersons: 10,
    } as const;
    expect(disclose(seriesOf("uitval", [row]), openbaar).rows[0]).toMatchObject({value: null, reason: "te weinig"});
  });

  test("says that something was left out, but not how much when it concerns few people", () => {
    const leftOut = [
      {reason: "zonder omvang", count: 31, persons: 9},
      {reason: "zonder tarief", count: 31, persons: 10},
    ];
    const noted = (reader: Reader) => discloseLeftOut(leftOut, reader).map(({count}) => count);
    expect(noted(intern)).toEqual([null, 31]);
    expect(noted(openbaar)).toEqual([null, 30]);
  });

  const row: fc.Arbitrary<Partial<SeriesRow>> = fc
    .tuple(fc.nat(40), fc.nat(40), fc.nat(100))
    .map(([numeratorPersons, others, more]) => {
      const persons = numeratorPersons + others;
      const numerator = numeratorPersons + (numeratorPersons > 0 ? more % 3 : 0);
      const denominator = numerator + others;
      return {numerator, denominator, value: numerator / Math.max(denominator, 1), persons, numeratorPersons};
    });

  test("lets no count of 1 to 9 people out, in any row, for any reader", () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(intern, openbaar), (rows, reader) => {
        const series = disclose(seriesOf("uitval", rows), reader);
        for (const {persons, numerator, denominator} of series.rows) {
          for (const count of [persons, numerator, denominator, (denominator ?? 0) - (numerator ?? 0)]) {
            expect(count !== null && count > 0 && count < 10 && reader.audience === "intern").toBe(false);
          }
          if (reader.audience === "openbaar") {
            for (const count of [persons, numerator, denominator]) expect((count ?? 0) % 5).toBe(0);
            expect(persons === 5).toBe(false);
          }
        }
      }),
    );
  });

  test("gives each row back, in its order", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const series = disclose(
          seriesOf(
            "uitval",
            rows.map((one, index) => ({...one, period: String(index)})),
          ),
          openbaar,
        );
        expect(series.rows.map(({period}) => period)).toEqual(rows.map((_, index) => String(index)));
      }),
    );
  });
});

test("no other code can make a DisclosedSeries: the compiler refuses", () => {
  const series = seriesOf("kosten", []);
  // @ts-expect-error an exact Series has not passed the door
  const exact: DisclosedSeries = series;
  // @ts-expect-error nor has anything that merely looks like one
  const lookalike: DisclosedSeries = {...series, audience: "intern" as const, rows: []};
  // A test run does not look at types; the type check of the build fails when either line above becomes possible.
  expect([exact, lookalike]).toHaveLength(2);
});
