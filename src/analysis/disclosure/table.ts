import type {Equation} from "./cells.ts";

/** A table as it was counted: its inner cells, and how they add up. */
export interface Table {
  readonly dimensions: readonly TableDimension[];
  /** One for each inner cell that exists; what is missing is zero. */
  readonly rows: readonly TableRow[];
}

export interface TableDimension {
  readonly name: string;
  /**
   * Each way in which codes are put together, from a code to the one above it: BU1 to WK1, BU2 to WK1. What has nothing
   * above it adds up to the total. Left out: one way, in which every code does.
   */
  readonly groupings?: readonly ReadonlyMap<string, string>[];
}

export interface TableRow {
  /** A code for each dimension. */
  readonly key: readonly string[];
  readonly value: number;
  /** Distinct people, each of whom stands in one inner cell only. */
  readonly persons: number;
  /** What each aanbieder adds to the value; left out: not known. */
  readonly contributions?: Readonly<Record<string, number>>;
}

/** All cells of a table with its totals. */
export interface FullTable {
  readonly cells: readonly FullCell[];
  readonly equations: readonly Equation[];
}

/** As a row, of any depth: `total` stands where a dimension is taken together. */
export type FullCell = TableRow;

/** The code of everything in a dimension together. */
export const total = "Totaal";

/**
 * Adds all totals to a table: every code of every dimension, and the total, crossed with those of the others.
 *
 * @throws RangeError  a key that stands twice, a row of a code that has others below it, or a code that is the total's
 */
export function addTotals({dimensions, rows}: Table): FullTable {
  const trees = dimensions.map((dimension, place) => treeOf(dimension, new Set(rows.map(({key}) => key[place]!))));
  const keys = trees.reduce<readonly (readonly string[])[]>(
    (all, {codes}) => all.flatMap((key) => codes.map((code) => [...key, code])),
    [[]],
  );
  const placeOf = new Map(keys.map((key, place) => [nameOf(key), place]));
  return {cells: sums(keys, trees, placeOf, rows), equations: equationsOf(keys, trees, placeOf)};
}

export function nameOf(key: readonly string[]): string {
  return key.join("\u0000");
}

interface Tree {
  /** Those of the rows, those above them, and the total. */
  readonly codes: readonly string[];
  /** For each code of a row itself and all that it is part of. */
  readonly above: ReadonlyMap<string, readonly string[]>;
  /** What adds up to what. */
  readonly families: readonly {readonly parent: string; readonly children: readonly string[]}[];
}

function treeOf({name, groupings = [new Map()]}: TableDimension, leaves: ReadonlySet<string>): Tree {
  if (leaves.has(total)) throw new RangeError(`code of a total in a row: ${name} ${total}`);
  const above = new Map([...leaves].map((leaf) => [leaf, new Set([leaf, total])]));
  const families = new Map<string, Set<string>>();
  groupings.forEach((parents, grouping) => {
    for (const leaf of leaves) {
      for (let code = leaf; code !== total; code = parents.get(code) ?? total) {
        const parent = parents.get(code) ?? total;
        if (leaves.has(parent)) throw new RangeError(`row of a code that has others below it: ${name} ${parent}`);
        above.get(leaf)!.add(parent);
        const family = `${grouping} ${parent}`;
        families.set(family, (families.get(family) ?? new Set()).add(code));
      }
    }
  });
  const codes = new Set([...above.values()].flatMap((all) => [...all]));
  return {
    codes: [...codes].filter((code) => code !== total).concat(total),
    above: new Map([...above].map(([leaf, all]) => [leaf, [...all]])),
    families: [...families].map(([family, children]) => ({
      parent: family.slice(family.indexOf(" ") + 1),
      children: [...children],
    })),
  };
}

function sums(
  keys: readonly (readonly string[])[],
  trees: readonly Tree[],
  placeOf: ReadonlyMap<string, number>,
  rows: readonly TableRow[],
): FullCell[] {
  const cells = keys.map((key) => ({key, value: 0, persons: 0, contributions: new Map<string, number>()}));
  const seen = new Set<string>();
  for (const {key, value, persons, contributions} of rows) {
    const name = nameOf(key);
    if (seen.has(name)) throw new RangeError(`key stands twice: ${key.join(", ")}`);
    seen.add(name);
    const covered = trees.reduce<readonly (readonly string[])[]>(
      (all, {above}, place) => all.flatMap((start) => above.get(key[place]!)!.map((code) => [...start, code])),
      [[]],
    );
    for (const one of covered) {
      const cell = cells[placeOf.get(nameOf(one))!]!;
      cell.value += value;
      cell.persons += persons;
      for (const [aanbieder, part] of Object.entries(contributions ?? {})) {
        cell.contributions.set(aanbieder, (cell.contributions.get(aanbieder) ?? 0) + part);
      }
    }
  }
  const isKnown = rows.some(({contributions}) => contributions !== undefined);
  return cells.map(({contributions, ...cell}) =>
    isKnown ? {...cell, contributions: Object.fromEntries(contributions)} : cell,
  );
}

function equationsOf(
  keys: readonly (readonly string[])[],
  trees: readonly Tree[],
  placeOf: ReadonlyMap<string, number>,
): Equation[] {
  const at = (key: readonly string[], place: number, code: string) => placeOf.get(nameOf(key.with(place, code)))!;
  return trees.flatMap(({families}, place) =>
    families.flatMap(({parent, children}) =>
      keys.flatMap((key, cell) =>
        key[place] === parent ? [{total: cell, parts: children.map((child) => at(key, place, child))}] : [],
      ),
    ),
  );
}
