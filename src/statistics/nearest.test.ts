import {expect, test} from "vitest";
import {nearest} from "./nearest.ts";

const ids = ["kosten", "kosten-ingediend", "clienten", "clienten-per-1000", "wachttijd"];

test.each([
  ["kostn", "kosten"],
  ["Wachtijd", "wachttijd"],
  ["cleinten", "clienten"],
  ["wacht", "wachttijd"],
  ["xyz", null],
  ["", null],
])("'%s' was probably meant as %s", (typed, meant) => {
  expect(nearest(typed, ids)).toBe(meant);
});
