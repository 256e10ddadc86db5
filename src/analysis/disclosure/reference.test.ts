import {describe, expect, test} from "vitest";
import {hasReference, referenceCsv, referenceJson} from "../../../test/reference.ts";
import {attack, findDerived, type Published} from "./attack.ts";
import type {CellSystem} from "./cells.ts";
import {hidePartners, showAgain} from "./heuristic.ts";
import {choosePattern} from "./pattern.ts";
import {taskOf} from "./protection.ts";
import {openRingFinder} from "./rings.ts";
import {type SuppressedTable, suppress} from "./suppress.ts";
import {addTotals, nameOf, type Table, total} from "./table.ts";

const exact = {least: 1, share: 0};
const plain = {width: exact, mindsSingletons: false, minimumTogether: 0, isHasty: false};

interface Optimum {
  readonly min_n_secondary: number;
  readonly min_sum_secondary: number;
}

interface Case {
  readonly maxN: number;
  readonly protectZeros: boolean;
  readonly n_cells: number;
  readonly n_primary: number;
  readonly opt_sliding: Optimum;
  readonly opt_twosided: Optimum;
}

const files = [
  ["mun_accidents_max3", "mun_accidents_max3"],
  ["z1_max5", "z1_max5"],
  ["exPSD_max1", "exPSD_max1"],
  ["exPSD_max2", "exPSD_max2_zeros"],
] as const;

describe.skipIf(!hasReference)("the tables of Statistics Norway", () => {
  const index = hasReference ? referenceJson<Readonly<Record<string, Case>>>("08-disclosure/sdc_index.json") : {};

  function innerTable(file: string): Table {
    const rows = referenceCsv(`08-disclosure/sdc_${file}_inner.csv`);
    const [first, second, count] = Object.keys(rows[0]!);
    return {
      dimensions: [{name: first!}, {name: second!}],
      rows: rows.map((row) => ({
        key: [row[first!]!, row[second!]!],
        value: Number(row[count!]),
        persons: Number(row[count!]),
      })),
    };
  }

  function publishedCells(file: string) {
    return referenceCsv(`08-disclosure/sdc_${file}.csv`).map((row) => {
      const [first, second] = Object.values(row);
      return {row, name: nameOf([first!, second!].map((code) => (code === "Total" ? total : code)))};
    });
  }

  test.each(files)("%s: hides as few cells as can be, and nothing follows", async (name, file) => {
    const {maxN, protectZeros, n_cells, n_primary, opt_twosided} = index[name]!;
    const options = {minimumPersons: maxN + 1, hidesZeros: protectZeros, mindsSingletons: false};
    const table = await suppress(innerTable(file), options);
    expect(table.cells).toHaveLength(n_cells);
    const reasons = new Map(table.cells.map(({key, reason}) => [nameOf(key), reason]));
    for (const {row, name: cell} of publishedCells(file)) {
      expect(reasons.get(cell) === "few persons").toBe(row.primary === "1");
    }
    expect(table.cells.filter(({reason}) => reason === "few persons")).toHaveLength(n_primary);
    expect(table.cells.filter(({reason}) => reason === "partner")).toHaveLength(opt_twosided.min_n_secondary);
    expect(await findDerived(table)).toEqual([]);
    for (const {cell, low, high} of await attack(table)) {
      const {value} = addTotals(innerTable(file)).cells[cell]!;
      if (table.cells[cell]!.reason !== "few persons") continue;
      expect(high).toBeGreaterThanOrEqual(value + 1);
      expect(low).toBeLessThanOrEqual(Math.max(0, value - 1));
    }
  });

  test.each(files)("%s: the least that can be hidden, counted in people", async (name, file) => {
    const {maxN, protectZeros, opt_twosided} = index[name]!;
    const full = addTotals(innerTable(file));
    const system: CellSystem = {
      cells: full.cells.map(({value, persons}) => ({
        value,
        persons,
        isPrimary: value <= maxN && (value > 0 || protectZeros),
        weight: value + 1e-3,
        fixed: null,
      })),
      equations: full.equations,
      lowest: 0,
    };
    const {hidden} = await choosePattern(system, plain);
    const lost = system.cells.reduce(
      (sum, {value, isPrimary}, cell) => sum + (hidden[cell] && !isPrimary ? value : 0),
      0,
    );
    expect(lost).toBe(opt_twosided.min_sum_secondary);
  });

  test.each(files)("%s: the quick way hides at most 1.5 times as many cells", async (name, file) => {
    const {maxN, protectZeros, n_primary, opt_sliding, opt_twosided} = index[name]!;
    const full = addTotals(innerTable(file));
    const system: CellSystem = {
      cells: full.cells.map(({value, persons}) => ({
        value,
        persons,
        isPrimary: value <= maxN && (value > 0 || protectZeros),
        weight: 1 + value / 1000,
        fixed: null,
      })),
      equations: full.equations,
      lowest: 0,
    };
    const task = taskOf(system, exact, false);
    const rings = openRingFinder(task);
    const start = system.cells.map(({isPrimary}) => isPrimary);
    const hidden = await showAgain(task, start, (await hidePartners(task, start, rings)).hidden, rings);
    rings.close();
    const count = hidden.filter(Boolean).length;
    expect(count).toBeGreaterThanOrEqual(n_primary + opt_twosided.min_n_secondary);
    expect(count).toBeLessThanOrEqual(1.5 * (n_primary + opt_sliding.min_n_secondary));
    expect(await findDerived(publishedOf(system, hidden))).toEqual([]);
  });

  test.each(files)("%s: the attacker reaches the same intervals as theirs", async (_, file) => {
    const {cells, equations} = addTotals(innerTable(file));
    const rows = new Map(publishedCells(file).map(({row, name}) => [name, row]));
    const published: Published = {
      cells: cells.map(({key, value}) => ({value: rows.get(nameOf(key))!.gauss_suppressed === "1" ? null : value})),
      equations,
      lowest: 0,
    };
    const found = await attack(published);
    expect(found.length).toBeGreaterThan(0);
    for (const {cell, low, high} of found) {
      const row = rows.get(nameOf(cells[cell]!.key))!;
      expect(low).toBeCloseTo(Number(row.gauss_low), 6);
      expect(high).toBeCloseTo(Number(row.gauss_up), 6);
    }
  });

  test.each(["opt_sliding_count", "opt_sliding_sum", "opt_twosided_count", "opt_twosided_sum"])(
    "no primary cell follows from their pattern %s",
    async (pattern) => {
      for (const [, file] of files) {
        const {cells, equations} = addTotals(innerTable(file));
        const rows = new Map(publishedCells(file).map(({row, name}) => [name, row]));
        const rowOf = (cell: number) => rows.get(nameOf(cells[cell]!.key))!;
        const values = cells.map(({value}, cell) => ({value: rowOf(cell)[pattern] === "1" ? null : value}));
        const derived = await findDerived({cells: values, equations, lowest: 0});
        expect(derived.filter((cell) => rowOf(cell).primary === "1")).toEqual([]);
      }
    },
  );

  test("with zeros at stake, no partner protects from below: two cells must join that exact derivation would not need", () => {
    expect(index.exPSD_max2!.opt_sliding.min_n_secondary).toBe(0);
    expect(index.exPSD_max2!.opt_twosided.min_n_secondary).toBe(2);
  });

  test("rounded to 5 the cells differ no more from the truth than theirs, and hidden cells stay wider than before", async () => {
    const table = innerTable("exPSD_max1");
    const options = {minimumPersons: 2, mindsSingletons: false};
    const rounded = await suppress(table, {...options, roundTo: 5});
    const exactly = await suppress(table, options);
    const truth = addTotals(table).cells;
    rounded.cells.forEach(({value}, cell) => {
      if (value === null) return;
      expect(value % 5).toBe(0);
      expect(Math.abs(value - truth[cell]!.value)).toBeLessThanOrEqual(2);
    });
    const [wide, narrow] = [await attack(rounded), await attack(exactly)];
    expect(wide.map(({cell}) => cell)).toEqual(narrow.map(({cell}) => cell));
    wide.forEach(({low, high}, place) => {
      expect(low).toBeLessThanOrEqual(narrow[place]!.low + 1e-6);
      expect(high).toBeGreaterThanOrEqual(narrow[place]!.high - 1e-6);
    });
  });
});

describe.skipIf(!hasReference)("the cases of sdcTable", () => {
  interface Vectors {
    readonly single_primary_5x3: {
      readonly expected_cells: readonly (readonly [string, string])[];
      readonly n_publishable: number;
      readonly n_secondary: number;
    };
    readonly naive_two_per_line_is_not_enough_4x4: {
      readonly inner: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly primary: readonly (readonly [string, string])[];
      readonly required_extra_secondary: number;
    };
    readonly singletons: {
      readonly rows: readonly string[];
      readonly maxN: number;
      readonly secondary_without_singleton_detection: number;
      readonly secondary_with_singleton_detection: number;
      readonly secondary_with_threshold_3: number;
      readonly secondary_with_threshold_5: number;
    };
    readonly linked_tables: {
      readonly cells: Readonly<Record<string, number>>;
      readonly table1: Readonly<Record<string, readonly string[]>>;
      readonly table2: Readonly<Record<string, readonly string[]>>;
      readonly maxN: number;
      readonly n_primary_each: number;
      readonly separately_secondary: number;
      readonly together_secondary_each: number;
      readonly secondary_cell: string;
    };
  }
  const vectors = hasReference ? referenceJson<Vectors>("08-disclosure/sdctable_vectors.json") : ({} as Vectors);

  test("one small cell takes three others with it", async () => {
    const {expected_cells, n_publishable, n_secondary} = vectors.single_primary_5x3;
    const counts = new Map<string, number>();
    for (const {region, gender} of referenceCsv("08-disclosure/microdata1.csv")) {
      const name = nameOf([region!, gender!]);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const rows = [...counts].map(([name, count]) => ({key: name.split("\u0000"), value: count, persons: count}));
    const table = await suppress({dimensions: [{name: "region"}, {name: "gender"}], rows}, {minimumPersons: 3});
    const hidden = table.cells.filter(({value}) => value === null).map(({key}) => nameOf(key));
    expect(hidden.sort()).toEqual(expected_cells.map(nameOf).sort());
    expect(partnersOf(table)).toHaveLength(n_secondary);
    expect(table.cells.length - hidden.length).toBe(n_publishable);
  });

  test("two hidden cells in every line do not protect, and one more does", async () => {
    const {inner, primary, required_extra_secondary} = vectors.naive_two_per_line_is_not_enough_4x4;
    const rows = Object.entries(inner).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, value]) => ({key: [row, column], value, persons: value})),
    );
    const {cells, equations} = addTotals({dimensions: [{name: "row"}, {name: "column"}], rows});
    const small = new Set(primary.map(nameOf));
    const system: CellSystem = {
      cells: cells.map(({key, value, persons}) => ({
        value,
        persons,
        isPrimary: small.has(nameOf(key)),
        weight: 1 + value / 1e6,
        fixed: null,
      })),
      equations,
      lowest: 0,
    };
    const naive = system.cells.map(({isPrimary}) => isPrimary);
    for (const {total: sum, parts} of equations) {
      const count = [sum, ...parts].filter((cell) => naive[cell]).length;
      expect(count === 0 || count >= 2).toBe(true);
    }
    const derived = await attack(publishedOf(system, naive));
    const given = derived.filter(({isDerived}) => isDerived);
    expect(given.map(({cell, low}) => [nameOf(cells[cell]!.key), low])).toEqual([[nameOf(["w", "b"]), 47]]);
    const {hidden} = await choosePattern(system, plain);
    expect(hidden.filter(Boolean).length - naive.filter(Boolean).length).toBe(required_extra_secondary);
    expect(await findDerived(publishedOf(system, hidden))).toEqual([]);
  });

  test("two people alone in their cells would know each other's, unless more is hidden", async () => {
    const one = vectors.singletons;
    const rows = ["a", "b", "c", "d"].map((code) => {
      const count = one.rows.filter((row) => row === code).length;
      return {key: [code], value: count, persons: count};
    });
    const partners = async (options: {mindsSingletons: boolean; minimumTogether: number}) =>
      partnersOf(await suppress({dimensions: [{name: "row"}], rows}, {minimumPersons: one.maxN + 1, ...options}))
        .length;
    expect(await partners({mindsSingletons: false, minimumTogether: 0})).toBe(
      one.secondary_without_singleton_detection,
    );
    expect(await partners({mindsSingletons: true, minimumTogether: 0})).toBe(one.secondary_with_singleton_detection);
    expect(await partners({mindsSingletons: false, minimumTogether: 3})).toBe(one.secondary_with_threshold_3);
    expect(await partners({mindsSingletons: false, minimumTogether: 5})).toBe(one.secondary_with_threshold_5);
  });

  test("tables that are safe apart are not safe together, and are made so", async () => {
    const one = vectors.linked_tables;
    const rows = Object.entries(one.cells).map(([code, count]) => ({key: [code], value: count, persons: count}));
    const grouping = (table: Readonly<Record<string, readonly string[]>>) =>
      new Map(Object.entries(table).flatMap(([above, codes]) => codes.map((code) => [code, above] as const)));
    const [first, second] = [grouping(one.table1), grouping(one.table2)];
    const hide = (groupings: readonly ReadonlyMap<string, string>[]) =>
      suppress({dimensions: [{name: "cell", groupings}], rows}, {minimumPersons: one.maxN + 1, mindsSingletons: false});
    for (const grouping of [first, second]) {
      const apart = await hide([grouping]);
      expect(apart.cells.filter(({reason}) => reason === "few persons")).toHaveLength(one.n_primary_each);
      expect(partnersOf(apart)).toHaveLength(one.separately_secondary);
    }
    const together = await hide([first, second]);
    expect(partnersOf(together)).toEqual([[one.secondary_cell]]);
    expect(partnersOf(together)).toHaveLength(one.together_secondary_each);
    expect(await findDerived(together)).toEqual([]);
  });
});

function publishedOf({cells, equations, lowest}: CellSystem, hidden: readonly boolean[]): Published {
  return {cells: cells.map(({value}, cell) => ({value: hidden[cell] ? null : value})), equations, lowest};
}

function partnersOf({cells}: SuppressedTable): (readonly string[])[] {
  return cells.filter(({reason}) => reason === "partner").map(({key}) => key);
}
