import {expect, test} from "vitest";
import type {Figure} from "./figure.ts";
import {outlookOf} from "./outlook.ts";

const euros = (value: number): Figure => ({
  value: value * 100,
  numerator: value * 100,
  denominator: null,
  missing: null,
});
const hidden: Figure = {value: null, numerator: null, denominator: null, missing: "verborgen"};

const history = {from: "2025-01", to: "2026-02"};
const view = {from: "2026-01", to: "2026-02"};
const whole = {known: 100_000, expected: 100_000, low: 100_000, high: 100_000, share: 1};
const half = {known: 50_000, expected: 100_000, low: 90_000, high: 120_000, share: 0.5};

test("a month that is half in is expected to become twice what it is, with the bounds of the whole gemeente", () => {
  const outlook = outlookOf({
    costs: new Map([
      ["2026-01", euros(400)],
      ["2026-02", euros(100)],
    ]),
    completeness: new Map([
      ["2026-01", whole],
      ["2026-02", half],
    ]),
    budget: null,
    history,
    view,
  });
  expect(outlook.months.get("2026-02")).toMatchObject({
    granted: 10_000,
    value: 20_000,
    low: 18_000,
    high: 24_000,
    isComplete: false,
  });
  expect(outlook.months.get("2026-01")).toMatchObject({value: 40_000, low: null, isComplete: true});
  expect(outlook.totals).toMatchObject({granted: 50_000, expected: 60_000, completeShare: 5 / 6});
});

test("without a begroting a month is laid beside the same month a year earlier", () => {
  const costs = new Map([
    ["2025-01", euros(300)],
    ["2026-01", euros(400)],
  ]);
  const outlook = outlookOf({costs, completeness: new Map(), budget: null, history, view});
  expect(outlook.months.get("2026-01")?.reference).toBe(30_000);
  expect(outlook.totals).toMatchObject({reference: "vorig jaar", budget: null});
});

test("a begroting counts for the months of the view", () => {
  const row = (month: string, cents: number) => ({month, wet: "Wmo", productgroep: "x", cents});
  const outlook = outlookOf({
    costs: new Map(),
    completeness: new Map(),
    budget: [row("2025-12", 1), row("2026-01", 500), row("2026-01", 200), row("2026-02", 300)],
    history,
    view,
  });
  expect(outlook.totals).toMatchObject({reference: "begroting", budget: 1000});
});

test("one hidden month hides the total, so that it cannot be subtracted", () => {
  const costs = new Map([
    ["2026-01", euros(400)],
    ["2026-02", hidden],
  ]);
  const outlook = outlookOf({costs, completeness: new Map(), budget: null, history, view});
  expect(outlook.totals.expected).toBeNull();
  expect(outlook.months.get("2026-02")).toMatchObject({value: null, isHidden: true});
});
