import {expect, test} from "vitest";
import type {Place} from "./place/place.ts";
import type {View} from "./view.ts";
import {wholeYearOf} from "./whole-year.ts";

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
