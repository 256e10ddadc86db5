import {expect, test} from "vitest";
import {hulpvormen, products} from "./parameters.ts";
import {readPairs, readTable} from "./table.ts";

test("a table of text becomes rows, and a row too short is an error", () => {
  expect(readTable("a | b\n1 | x y", ["a", "b"])).toEqual([{a: "1", b: "x y"}]);
  expect(() => readTable("a | b\n1", ["a", "b"])).toThrow("row has 1 cells");
  expect(() => readTable("a | c\n1 | 2", ["a", "b"])).toThrow("other columns");
  expect(() => readPairs("18:x")).toThrow("not a number");
});

test("every kind of help has products of its own wet, and every product has its category in its code", () => {
  const byCode = new Map(products.map((product) => [product.code, product]));
  for (const hulpvorm of hulpvormen) {
    for (const code of Object.keys(hulpvorm.products)) expect(byCode.get(code)?.wet).toBe(hulpvorm.wet);
  }
  for (const {code, wet} of products)
    expect(wet === "Wmo" ? /^(0\d|1[0-8])/ : /^(4\d|5[0-5])/).toSatisfy((pattern: RegExp) => pattern.test(code));
});

test("units and frequencies go together as the standard allows", () => {
  for (const {eenheid, frequentie, tarief, months} of products) {
    if (["14", "16", "83", "84"].includes(eenheid)) expect(frequentie).not.toBe("1");
    if (eenheid === "83") expect(tarief).toBeNull();
    if (frequentie === "2") expect(months).not.toBeNull();
  }
});
