import type {ExampleCell} from "../../database/reference/table-words.ts";
import {toCsv} from "../../database/reference/to-csv.ts";
import type {Kwb, KwbArea} from "./kwb.ts";
import {kwbKenmerken} from "./kwb-measures.ts";

/** The reference files that follow from Kerncijfers wijken en buurten of one or more years, by their names. */
export function kwbFiles(tables: readonly Kwb[]): Record<string, string> {
  const inTime = [...tables].sort((a, b) => a.year - b.year);
  const each = (rowsOf: (area: KwbArea, year: number) => ExampleCell[][]) =>
    inTime.flatMap(({year, areas}) => areas.flatMap((area) => rowsOf(area, year)));
  return {
    "gebied.csv": toCsv({
      table: "gebied",
      rows: each(({code, kind, name}, year) => [[code, kind, name, year, null]]),
    }),
    "bevolking.csv": toCsv({table: "bevolking", rows: each(populationRows)}),
    "gebied_kenmerk.csv": toCsv({
      table: "gebied_kenmerk",
      rows: each(({code, values}, year) =>
        Object.entries(kwbKenmerken).map(([kenmerk, kenmerkOf]) => [code, year, kenmerk, kenmerkOf(values)]),
      ),
    }),
  };
}

/** CBS gives ages and sexes of a buurt apart, not together. */
const sexUnknown = "0";
const oldestAge = 120;

/**
 * How the people of 65 and over are spread in the Netherlands, about. CBS gives them in one class, and a class is shared
 * out by years of age where an indicator asks for finer ones: without this, two in three would be over 85.
 */
const oldShares: readonly (readonly [from: number, to: number, share: number])[] = [
  [65, 74, 0.53],
  [75, 84, 0.36],
  [85, oldestAge, 0.11],
];

function populationRows({code, kind, values}: KwbArea, year: number): ExampleCell[][] {
  if (kind !== "buurt") return [];
  const {inwoners, leeftijd0, leeftijd15, leeftijd25, leeftijd45, leeftijd65} = values;
  const classes: [number, number, number | null][] = [
    [0, 14, leeftijd0],
    [15, 24, leeftijd15],
    [25, 44, leeftijd25],
    [45, 64, leeftijd45],
    ...oldClasses(leeftijd65),
  ];
  const known = classes.filter(([, , count]) => count !== null);
  // Of a small buurt CBS tells how many live there, and not how old they are.
  if (known.length === 0) return inwoners === null ? [] : [[code, year, sexUnknown, 0, oldestAge, inwoners]];
  return known.map(([from, to, count]) => [code, year, sexUnknown, from, to, count]);
}

/** Whole people, and together as many as there are. */
function oldClasses(count: number | null): [number, number, number | null][] {
  let left = count ?? 0;
  return oldShares.map(([from, to, share], index) => {
    if (count === null) return [from, to, null];
    const own = index === oldShares.length - 1 ? left : Math.min(left, Math.round(count * share));
    left -= own;
    return [from, to, own];
  });
}
