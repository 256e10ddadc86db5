import {describe, expect, test} from "vitest";
import {importCircles, valueImportsOf} from "../scripts/import-circles.js";

describe("files that import each other in a circle", () => {
  test("are named in the order in which they do", () => {
    const imports = new Map([
      ["main", ["geteld"]],
      ["geteld", ["stand", "format"]],
      ["stand", ["financing", "format"]],
      ["financing", ["geteld"]],
      ["format", []],
    ]);
    expect(importCircles(imports)).toEqual([["geteld", "stand", "financing", "geteld"]]);
  });

  test("are not those that reach the same file by two ways", () => {
    const imports = new Map([
      ["top", ["left", "right"]],
      ["left", ["bottom"]],
      ["right", ["bottom"]],
    ]);
    expect(importCircles(imports)).toEqual([]);
  });

  test("are a file that imports itself, too", () => {
    expect(importCircles(new Map([["self", ["self"]]]))).toEqual([["self", "self"]]);
  });
});

test("a type is needed by nobody when the program runs", () => {
  const code = [
    'import type {View} from "./view.ts";',
    'import {type Crumb, crumbsOf} from "./crumb.ts";',
    "import {",
    "  first,",
    "  second,",
    '} from "./both.ts";',
    'import "./at-once.ts";',
    'export {third} from "./third.ts";',
    'export type {Fourth} from "./fourth.ts";',
    'const text = "no import";',
  ].join("\n");
  expect(valueImportsOf(code)).toEqual(["./crumb.ts", "./both.ts", "./at-once.ts", "./third.ts"]);
});
