import {expect, test} from "vitest";
import {addTotals, type Table} from "./table.ts";

const rows = [
  {key: ["BU1", "2024"], value: 3, persons: 2},
  {key: ["BU2", "2024"], value: 5, persons: 4},
  {key: ["BU3", "2025"], value: 7, persons: 6},
];
const wijken = new Map([
  ["BU1", "WK1"],
  ["BU2", "WK1"],
  ["BU3", "WK2"],
]);

function valuesOf(table: Table): Record<string, number> {
  return Object.fromEntries(addTotals(table).cells.map(({key, value}) => [key.join(" "), value]));
}

test("adds the total of every dimension, and what is missing is zero", () => {
  const table = {dimensions: [{name: "buurt"}, {name: "jaar"}], rows};
  expect(valuesOf(table)).toMatchObject({
    "BU1 2024": 3,
    "BU1 2025": 0,
    "BU1 Totaal": 3,
    "Totaal 2024": 8,
    "Totaal 2025": 7,
    "Totaal Totaal": 15,
  });
  expect(addTotals(table).cells).toHaveLength(4 * 3);
});

test("adds every level of a hierarchy, and knows which sums hold", () => {
  const {cells, equations} = addTotals({dimensions: [{name: "buurt", groupings: [wijken]}, {name: "jaar"}], rows});
  const sums = equations.map(({total, parts}) =>
    [total, ...parts].map((cell) => cells[cell]!.key.join(" ")).join(" + "),
  );
  expect(sums).toContain("WK1 2024 + BU1 2024 + BU2 2024");
  expect(sums).toContain("Totaal 2024 + WK1 2024 + WK2 2024");
  expect(sums).toContain("WK1 Totaal + WK1 2024 + WK1 2025");
  for (const {total, parts} of equations) {
    const sum = parts.reduce((all, part) => all + cells[part]!.value, 0);
    expect(cells[total]!.value).toBe(sum);
  }
});

test("adds what each aanbieder brought in", () => {
  const {cells} = addTotals({
    dimensions: [{name: "wijk"}],
    rows: [
      {key: ["a"], value: 3, persons: 2, contributions: {x: 1, y: 2}},
      {key: ["b"], value: 5, persons: 4, contributions: {x: 5}},
    ],
  });
  expect(cells.at(-1)).toMatchObject({key: ["Totaal"], contributions: {x: 6, y: 2}});
});

test("refuses a key that stands twice, and a code that cannot stand where it does", () => {
  const one = {key: ["a"], value: 1, persons: 1};
  const refused =
    (keys: string[], grouping = new Map<string, string>()) =>
    () =>
      addTotals({dimensions: [{name: "wijk", groupings: [grouping]}], rows: keys.map((key) => ({...one, key: [key]}))});
  expect(refused(["a", "a"])).toThrow("key stands twice: a");
  expect(refused(["Totaal"])).toThrow("code of a total in a row: wijk Totaal");
  expect(refused(["a", "b"], new Map([["a", "b"]]))).toThrow("row of a code that has others below it: wijk b");
});
