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

test("letters that changed places with their neighbour are one mistake, at the beginning and at the end", () => {
  // Of three letters one may be wrong: two that were replaced would be too far.
  expect(nearest("wte", ["wmo", "wet"])).toBe("wet");
  expect(nearest("ewt", ["wmo", "wet"])).toBe("wet");
  expect(nearest("twe", ["wet"])).toBeNull();
  expect(nearest("wxe", ["wet"])).toBeNull();
  expect(nearest("wett", ["wet"])).toBe("wet");
});

test("of two that are as near the first is meant, and a beginning of three letters is enough", () => {
  expect(nearest("kast", ["kost", "kist"])).toBe("kost");
  expect(nearest("wac", ["wachttijd"])).toBe("wachttijd");
  expect(nearest("wa", ["wachttijd"])).toBeNull();
});
