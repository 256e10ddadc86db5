import fc from "fast-check";
import {expect, test} from "vitest";
import {aYearPassed, historyView, monthsPassed, yearBefore, yearEarlier} from "./period.ts";
import type {Names} from "./place/names.ts";
import type {Place} from "./place/place.ts";
import {defaultView, narrow, parseFigureView, parseView, splitNames, viewQuery, widen} from "./view.ts";

const place: Place = {
  gemeenteCode: "GM9999",
  name: "Heuveldam",
  area: "Heuveldam",
  firstMonth: "2022-01",
  lastMonth: "2026-10",
  dataDate: "2026-10-31",
  dataVersion: "3",
};

const names: Names = {
  nameOf: (_dimension, code) => code,
  successorOf: (aanbieder, on) => (aanbieder === "75750008" && on >= "2026-07-01" ? "75750002" : null),
  codesOf: (dimension) => (dimension === "wijk" ? ["WK999901"] : dimension === "buurt" ? ["BU99990101"] : []),
};

const read = (query: string) => parseView(Object.fromEntries(new URLSearchParams(query)), place, names);

test("a page opens on this year up to the last whole month, per wijk, as known now", () => {
  expect(defaultView(place, names)).toEqual({
    gemeenteCode: "GM9999",
    from: "2026-01",
    to: "2026-09",
    splitBy: "wijk",
    knownOn: "2026-10-31",
    where: [],
  });
});

test("what is as it opens is left out of the address", () => {
  expect(viewQuery(defaultView(place, names), place)).toBe("");
  expect(viewQuery(read("gebied=WK999901"), place)).toBe("gebied=WK999901");
});

test("a buurt is narrowed to with the wijk it lies in", () => {
  expect(read("gebied=BU99990101").where).toEqual([
    {dimension: "wijk", value: "WK999901"},
    {dimension: "buurt", value: "BU99990101"},
  ]);
});

test("an aanbieder that merged has its figures under the code of the other, from that day on, and its own Berichten still", () => {
  const figures = (query: string) =>
    parseFigureView(Object.fromEntries(new URLSearchParams(query)), place, names).where;
  expect(() => figures("aanbieder=75750008")).toThrow(
    "75750008 is opgegaan in 75750002. De cijfers staan bij 75750002: kies die aanbieder.",
  );
  expect(figures("aanbieder=75750008&op=2026-06-30")).toEqual([{dimension: "aanbieder", value: "75750008"}]);
  expect(figures("aanbieder=75750002")).toEqual([{dimension: "aanbieder", value: "75750002"}]);
  expect(read("aanbieder=75750008").where).toEqual([{dimension: "aanbieder", value: "75750008"}]);
});

test("every view comes back from its own address", () => {
  const queries = fc.record({
    gebied: fc.constantFrom("", "WK999901", "BU99990101"),
    wet: fc.constantFrom("", "Wmo", "Jeugdwet"),
    productgroep: fc.constantFrom("", "Jeugd-ggz", "Hulp & huis"),
    aanbieder: fc.constantFrom("", "75750001"),
    per: fc.constantFrom("", ...splitNames),
    van: fc.constantFrom("", "2022-01", "2024-03", "2025-01"),
    tot: fc.constantFrom("", "2025-02", "2026-10"),
    op: fc.constantFrom("", "2025-06-30", "2026-10-31"),
  });
  fc.assert(
    fc.property(queries, (query) => {
      const asked = {
        ...query,
        tot: query.van === "" || query.op === "2025-06-30" ? "" : query.tot,
        van: query.op === "2025-06-30" ? "" : query.van,
      };
      const view = parseView(asked, place, names);
      expect(read(viewQuery(view, place))).toEqual(view);
    }),
  );
});

test("what was not yet known then cannot be asked, nor what will be known later", () => {
  expect(() => read("op=2025-06-30&tot=2026-09")).toThrow("was over sep\u00a02026 nog niets bekend");
  expect(() => read("op=2027-01-01")).toThrow("De gegevens gaan tot 31\u00a0oktober\u00a02026");
  expect(() => read("op=2025-06-12")).toThrow(
    "Terugkijken kan per maand. Kies bij 'Zoals bekend op' 31\u00a0mei\u00a02025 of 30\u00a0juni\u00a02025.",
  );
  expect(read("op=2025-06-30")).toMatchObject({from: "2025-01", to: "2025-05"});
});

test("a wet that does not exist is said to be so, not shown as nobody helped", () => {
  expect(() => read("wet=Wlz")).toThrow("Kies bij 'Wet' Wmo of Jeugdwet.");
});

test("going down splits by what is below, and going up again comes back", () => {
  const view = defaultView(place, names);
  const wijk = narrow(view, "wijk", "WK999901");
  expect(wijk.splitBy).toBe("buurt");
  expect(narrow(view, "productgroep", "Jeugd-ggz").splitBy).toBe("product");
  expect(narrow(view, "verwijzer", "02").splitBy).toBe("verwijzer-praktijk");
  expect(narrow(wijk, "buurt", "BU99990101").splitBy).toBe("productgroep");
  expect(widen(wijk, "wijk")).toEqual(view);
});

test("the year before is asked as it was known then", () => {
  const view = read("van=2026-01&tot=2026-09");
  expect(yearBefore(view, place)).toMatchObject({from: "2025-01", to: "2025-09", knownOn: "2025-10-31"});
  expect(yearBefore(read("van=2022-05&tot=2022-06"), place)).toBeNull();
  expect(yearEarlier("2024-02-29")).toBe("2023-02-28");
});

test("who comes back is asked of help that ended a year ago", () => {
  expect(aYearPassed(read(""))).toMatchObject({from: "2025-01", to: "2025-09"});
  expect(aYearPassed(read("van=2024-01&tot=2024-06"))).toMatchObject({from: "2024-01", to: "2024-06"});
  expect(monthsPassed(read(""), 6)).toMatchObject({to: "2026-03"});
  expect(monthsPassed(read(""), 0)).toEqual(read(""));
});

test("lines of months go back to January of two years before", () => {
  expect(historyView(read(""), place)).toMatchObject({from: "2024-01", to: "2026-09"});
  expect(historyView(read("van=2022-02&tot=2022-06"), place)).toMatchObject({from: "2022-01", to: "2022-06"});
});
