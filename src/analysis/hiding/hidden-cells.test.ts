import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {findDerived, type Published} from "../disclosure/attack.ts";
import type {Equation} from "../disclosure/cells.ts";
import {isFew} from "../recognisable.ts";
import {type Additivity, type Hidden, hiddenCells} from "./hidden-cells.ts";
import {type CellKey, depthsWithin, nameOfKey, parentsOf} from "./paths.ts";
import type {CountedCell} from "./unit-cells.ts";
import {quarterOf, type Unit} from "./units.ts";

/** People by path and month; the rest follows: sums over the paths, quarters and the year. */
type Months = readonly (readonly {readonly key: CellKey; readonly persons: number}[])[];

const overTime: Additivity = {depths: [1], isOverTime: true, share: 0};

/** All cells of the months so far, as far as anybody is in them. A quarter or year that is not over is no unit yet. */
function countedOf(months: Months, depths: readonly number[]): CountedCell[] {
  const persons = new Map<string, CountedCell>();
  months.forEach((cells, place) => {
    const month = `2025-${String(place + 1).padStart(2, "0")}`;
    const units = [month, ...(months.length >= 3 * Math.ceil((place + 1) / 3) ? [quarterOf(month)] : [])];
    if (months.length === 12) units.push("2025");
    for (const cell of cells) {
      if (cell.persons === 0) continue;
      for (const unit of units) {
        for (const cut of depthsWithin(depths)) {
          const key = cell.key.map((path, chain) => path.slice(0, cut[chain]));
          const name = `${unit} ${nameOfKey(key)}`;
          const sum = (persons.get(name)?.persons ?? 0) + cell.persons;
          persons.set(name, {unit, key, value: sum, persons: sum, groups: [sum]});
        }
      }
    }
  });
  return [...persons.values()];
}

/** What readers have who kept everything: a cell that was shown once is known. */
function publishedOf(cells: readonly CountedCell[], shown: ReadonlySet<string>): Published {
  const names = cells.map(({unit, key}) => `${unit} ${nameOfKey(key)}`);
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const sums = new Map<string, {total: number; parts: number[]}>();
  const add = (name: string, total: number | undefined, part: number) => {
    if (total === undefined) return;
    const sum = sums.get(name) ?? {total, parts: []};
    sum.parts.push(part);
    sums.set(name, sum);
  };
  cells.forEach(({unit, key}, place) => {
    for (const [chain, parent] of parentsOf(key)) {
      const name = `${unit} ${nameOfKey(parent)}`;
      add(`${chain} ${name}`, placeOf.get(name), place);
    }
    if (unit.length > 4) {
      const name = `${unit.includes("K") ? "2025" : quarterOf(unit)} ${nameOfKey(key)}`;
      add(`time ${name}`, placeOf.get(name), place);
    }
  });
  return {
    cells: cells.map(({value}, place) => ({value: shown.has(names[place]!) ? value : null})),
    equations: [...sums.values()] satisfies Equation[],
    lowest: 0,
  };
}

function shownIn(cells: readonly CountedCell[], hidden: Hidden): string[] {
  return cells
    .filter(({unit, key}) => !hidden.get(unit)!.has(nameOfKey(key)))
    .map(({unit, key}) => `${unit} ${nameOfKey(key)}`);
}

/** What nobody is in and is hidden all the same; of that a reader cannot say that it is nothing. */
function hiddenNothing(cells: readonly CountedCell[], hidden: Hidden): CountedCell[] {
  const there = new Set(cells.map(({unit, key}) => `${unit} ${nameOfKey(key)}`));
  return [...hidden].flatMap(([unit, names]) =>
    [...names].flatMap((name) =>
      there.has(`${unit} ${name}`) ? [] : [{unit, key: JSON.parse(name), value: 0, persons: 0, groups: []}],
    ),
  );
}

/** The small cells that follow for who kept what was published after every month. */
async function derivedOf(months: Months, additivity: Additivity): Promise<string[]> {
  const shown = new Set<string>();
  let cells: CountedCell[] = [];
  for (let count = 1; count <= months.length; count++) {
    cells = countedOf(months.slice(0, count), additivity.depths);
    const hidden = await hiddenCells(cells, additivity);
    for (const name of shownIn(cells, hidden)) shown.add(name);
    cells = [...cells, ...hiddenNothing(cells, hidden)];
  }
  const small = cells.filter(({persons}) => isFew(persons)).map(({unit, key}) => `${unit} ${nameOfKey(key)}`);
  const known = small.filter((name) => shown.has(name));
  const derived = await findDerived(publishedOf(cells, shown));
  const names = derived.map((place) => `${cells[place]!.unit} ${nameOfKey(cells[place]!.key)}`);
  return [...known, ...names.filter((name) => small.includes(name))];
}

/** Counts of people in west, oost, … for one month after another. */
function byWijk(table: Readonly<Record<string, readonly number[]>>): Months {
  const months = Object.values(table)[0]!.length;
  return Array.from({length: months}, (_, month) =>
    Object.entries(table).map(([wijk, counts]) => ({key: [[wijk]], persons: counts[month]!})),
  );
}

async function hiddenNames(months: Months, additivity = overTime): Promise<[Unit, string[]][]> {
  const hidden = await hiddenCells(countedOf(months, additivity.depths), additivity);
  const units = [...hidden].filter(([, names]) => names.size > 0);
  return units.sort(([a], [b]) => (a < b ? -1 : 1)).map(([unit, names]) => [unit, [...names].sort()]);
}

test("what is not small is shown", async () => {
  expect(await hiddenNames(byWijk({west: [20, 30], oost: [40, 50]}))).toEqual([]);
});

test("a small wijk takes another with it, and the whole stays to be read", async () => {
  expect(await hiddenNames(byWijk({west: [4], oost: [40], zuid: [30]}))).toEqual([
    // Of two of about one size the first by name: it does so next month too, whatever comes in late.
    ["2025-01", ['[["oost"]]', '[["west"]]']],
  ]);
});

test("a cell that was hidden stays hidden in the months after it, so that a quarter can be shown", async () => {
  const months = byWijk({west: [20, 4, 30], oost: [40, 50, 60]});
  const names = ['[["oost"]]', '[["west"]]'];
  expect(await hiddenNames(months)).toEqual([
    ["2025-02", names],
    ["2025-03", names],
  ]);
});

test("a quarter of which one month is hidden is hidden", async () => {
  const months = byWijk({west: [20, 30, 4], oost: [40, 50, 60]});
  const names = ['[["oost"]]', '[["west"]]'];
  expect(await hiddenNames(months)).toEqual([
    ["2025-03", names],
    ["2025-K1", names],
  ]);
});

test("people who do not add up over the months leave the quarter alone", async () => {
  const months = byWijk({west: [20, 30, 4], oost: [40, 50, 60]});
  expect(await hiddenNames(months, {...overTime, isOverTime: false})).toEqual([
    ["2025-03", ['[["oost"]]', '[["west"]]']],
  ]);
});

describe("nothing small follows for who kept everything that was published", () => {
  const count = fc.oneof(
    {weight: 2, arbitrary: fc.nat(12)},
    {weight: 3, arbitrary: fc.integer({min: 10, max: 90})},
    {weight: 1, arbitrary: fc.constant(0)},
  );

  /** Cells of one depth of paths, for some months. */
  function tables(keys: readonly CellKey[], most: number): fc.Arbitrary<Months> {
    return fc.array(
      fc
        .array(count, {minLength: keys.length, maxLength: keys.length})
        .map((counts) => keys.map((key, place) => ({key, persons: counts[place]!}))),
      {minLength: 1, maxLength: most},
    );
  }

  test("without an eye on the calendar it would: so the test can fail", async () => {
    const months = byWijk({west: [20, 30, 4], oost: [40, 50, 60]});
    expect(await derivedOf(months, {...overTime, isOverTime: false})).toEqual(['2025-03 [["west"]]']);
  });

  test.each([
    ["by wijk", [["a"], ["b"], ["c"], ["d"]].map((path) => [path]), [1], 12, 40],
    ["by buurt in a wijk", ["a1", "a2", "b1", "b2", "b3"].map((code) => [[code[0]!, code]]), [2], 6, 25],
    [
      "by wijk and by kind of help",
      ["a", "b", "c"].flatMap((wijk) => ["x", "y", "z"].map((kind) => [[wijk], [kind]])),
      [1, 1],
      4,
      20,
    ],
  ] as const)("%s", async (_, keys, depths, most, numRuns) => {
    await fc.assert(
      fc.asyncProperty(tables(keys as readonly CellKey[], most), async (months) => {
        expect(await derivedOf(months, {...overTime, depths})).toEqual([]);
      }),
      {numRuns},
    );
  });
});

describe("which cell is hidden for another", () => {
  const wijken = ["a", "b", "c", "d"];
  const kinds = ["x", "y", "z"];
  const crossed = wijken.flatMap((wijk) => kinds.map((kind): CellKey => [[wijk], [kind]]));
  const counts = fc.array(fc.oneof(fc.nat(12), fc.integer({min: 10, max: 90})), {
    minLength: 2 * crossed.length,
    maxLength: 2 * crossed.length,
  });

  /** Two months. */
  function cellsOf(numbers: readonly number[], keys: readonly CellKey[], depths: readonly number[]): CountedCell[] {
    const months = [0, 1].map((month) =>
      keys.map((key, place) => ({key, persons: numbers[month * keys.length + place]!})),
    );
    return countedOf(months, depths);
  }

  test("does not hang on the order in which they were counted", async () => {
    const depths = [1, 1];
    const orders = counts.chain((numbers) => {
      const cells = cellsOf(numbers, crossed, depths);
      return fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, {minLength: cells.length}));
    });
    await fc.assert(
      fc.asyncProperty(orders, async ([cells, shuffled]) => {
        const additivity = {...overTime, depths};
        expect(sortedNames(await hiddenCells(shuffled, additivity))).toEqual(
          sortedNames(await hiddenCells(cells, additivity)),
        );
      }),
      {numRuns: 60},
    );
  });

  test("does not hang on what else the table is split by", async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (numbers) => {
        const deeper = crossed.map(([wijk, kind], place): CellKey => [wijk!, kind!, [place % 2 === 0 ? "m" : "v"]]);
        const alone = await hiddenCells(cellsOf(numbers, crossed, [1, 1]), {...overTime, depths: [1, 1]});
        const inside = await hiddenCells(cellsOf(numbers, deeper, [1, 1, 1]), {...overTime, depths: [1, 1, 1]});
        const cut = [...inside].map(([unit, names]): [Unit, Set<string>] => {
          const keys = [...names].map((name) => JSON.parse(name) as CellKey).filter(([, , sex]) => sex!.length === 0);
          return [unit, new Set(keys.map((key) => nameOfKey(key.slice(0, 2))))];
        });
        expect(sortedNames(new Map(cut))).toEqual(sortedNames(alone));
      }),
      {numRuns: 60},
    );
  });

  function sortedNames(hidden: Hidden): string[] {
    return [...hidden].flatMap(([unit, names]) => [...names].map((name) => `${unit} ${name}`)).sort();
  }
});
