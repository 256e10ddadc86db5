import {expect, test} from "vitest";
import {expectedByMix} from "./case-mix.ts";
import type {Share} from "./need.ts";

const share = (numerator: number | null, denominator: number | null): Share => ({numerator, denominator});

const byKind = new Map([
  ["licht", share(100, 1000)],
  ["zwaar", share(150, 500)],
  ["anders", share(50, 100)],
]);
const all = share(300, 1600);

test("each kind goes as everywhere: 10 of 100 light and 30 of 100 heavy", () => {
  const parts = new Map([
    ["licht", share(3, 50)],
    ["zwaar", share(9, 50)],
  ]);
  expect(expectedByMix({whole: share(12, 100), parts}, byKind, all)).toBeCloseTo(5 + 15, 12);
});

test("kinds that are hidden in the unit are taken together, at the rate of those kinds together", () => {
  const parts = new Map([["licht", share(3, 50)]]);
  // Heavy and other together: 200 of 600.
  expect(expectedByMix({whole: share(12, 80), parts}, byKind, all)).toBeCloseTo(5 + 30 * (200 / 600), 12);
  expect(expectedByMix({whole: share(12, 80), parts: new Map()}, byKind, all)).toBeCloseTo(80 * (300 / 1600), 12);
});

test("a kind that is hidden in the whole has the rate of what is left", () => {
  const hidden = new Map(byKind).set("anders", share(null, null));
  const parts = new Map([
    ["licht", share(null, 50)],
    ["zwaar", share(0, 0)],
    ["anders", share(null, 10)],
  ]);
  expect(expectedByMix({whole: share(9, 60), parts}, hidden, all)).toBeCloseTo(5 + 10 * 0.5, 12);
});

test("a unit that is exactly the whole is expected to have what it has", () => {
  const parts = new Map(byKind);
  expect(expectedByMix({whole: all, parts}, byKind, all)).toBeCloseTo(300, 9);
});

test("rounding for the public leaves nothing below zero", () => {
  // Parts that were rounded up are more than the whole that was rounded down.
  const parts = new Map([
    ["licht", share(5, 55)],
    ["zwaar", share(10, 50)],
  ]);
  expect(expectedByMix({whole: share(15, 100), parts}, byKind, all)).toBeCloseTo(5.5 + 15, 12);
});

test("of what is hidden, or has no whole to go by, nothing is expected", () => {
  expect(expectedByMix({whole: share(null, null), parts: new Map()}, byKind, all)).toBe(null);
  expect(expectedByMix({whole: share(1, 10), parts: new Map()}, byKind, share(null, null))).toBe(null);
});
