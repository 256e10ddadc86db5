import {expect, test} from "vitest";
import type {Place} from "./place/place.ts";
import type {View} from "./view.ts";
import {ownYear, resultsView, wholeYearOf} from "./whole-year.ts";

const place = {firstMonth: "2025-01", dataDate: "2026-10-31", lastMonth: "2026-10"} as unknown as Place;

const view = (from: string, to: string): View => ({
  gemeenteCode: "GM9999",
  from,
  to,
  splitBy: "wijk",
  knownOn: "2026-10-31",
  where: [],
});

test("part of a year gives way to the last year that is over, a whole one stays, and before the data there is none", () => {
  const hrefOf = ({from, to}: View) => `/${from}/${to}`;
  const found = (from: string, to: string) => wholeYearOf(view(from, to), place, hrefOf);
  expect(found("2026-01", "2026-09")?.href).toBe("/2025-01/2025-12");
  expect(found("2025-02", "2025-06")?.label).toBe("2025");
  expect(found("2025-01", "2025-12")).toBeNull();
  expect(wholeYearOf(view("2026-01", "2026-09"), {...place, firstMonth: "2025-02"}, hrefOf)).toBeNull();
});

test("results of a part go over the last year of which all is known", () => {
  const found = (from: string, to: string, months: number) => {
    const results = resultsView(view(from, to), {...place, firstMonth: "2024-01"}, months);
    return [results.from, results.to, ownYear(results, view(from, to))];
  };
  expect(found("2026-01", "2026-09", 0)).toEqual(["2025-01", "2025-12", "2025"]);
  expect(found("2025-01", "2025-12", 0)).toEqual(["2025-01", "2025-12", null]);
  // A year must have passed since: of 2025 that is not so in October 2026.
  expect(found("2026-01", "2026-09", 12)).toEqual(["2024-01", "2024-12", "2024"]);
  expect(found("2024-01", "2024-12", 12)).toEqual(["2024-01", "2024-12", null]);
});

test("where the data have no whole year the results go over the months of the page", () => {
  const results = resultsView(view("2026-01", "2026-09"), {...place, firstMonth: "2025-02"}, 0);
  expect([results.from, results.to, ownYear(results, view("2026-01", "2026-09"))]).toEqual([
    "2026-01",
    "2026-09",
    null,
  ]);
});
