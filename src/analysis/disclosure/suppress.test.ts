import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {attack, findDerived} from "./attack.ts";
import type {CellSystem} from "./cells.ts";
import {hidePartners, showAgain} from "./heuristic.ts";
import {findOptimum} from "./optimum.ts";
import {taskOf} from "./protection.ts";
import {openRingFinder} from "./rings.ts";
import {type SuppressedTable, type SuppressOptions, suppress} from "./suppress.ts";
import {addTotals, nameOf, type Table} from "./table.ts";

/** Counts of people by buurt and kind of help. */
function counts(table: Readonly<Record<string, readonly number[]>>): Table {
  return {
    dimensions: [{name: "buurt"}, {name: "hulp"}],
    rows: Object.entries(table).flatMap(([buurt, cells]) =>
      cells.map((count, place) => ({key: [buurt, `hulp ${place + 1}`], value: count, persons: count})),
    ),
  };
}

function hiddenKeys({cells}: SuppressedTable): string[] {
  return cells.filter(({value}) => value === null).map(({key}) => key.join(" "));
}

test("hides a small cell and three others, and leaves all totals to be read", async () => {
  const table = await suppress(counts({west: [3, 40, 60], oost: [25, 50, 70], zuid: [80, 90, 99]}));
  expect(hiddenKeys(table)).toEqual(["west hulp 1", "west hulp 2", "oost hulp 1", "oost hulp 2"]);
  expect(table.cells.find(({key}) => key.join(" ") === "Totaal Totaal")).toEqual({
    key: ["Totaal", "Totaal"],
    value: 517,
    persons: 517,
    reason: null,
  });
});

test("leaves nobody what it is: a real zero", async () => {
  const table = await suppress(counts({west: [0, 40], oost: [25, 50]}));
  expect(hiddenKeys(table)).toEqual([]);
});

test("keeps an amount uncertain by a tenth, whatever its cents", async () => {
  const rows = [
    {key: ["a"], value: 1_000_00, persons: 4},
    {key: ["b"], value: 1_00, persons: 30},
    {key: ["c"], value: 900_00, persons: 40},
    {key: ["d"], value: 5_000_00, persons: 50},
  ];
  const table = await suppress({dimensions: [{name: "wijk"}], rows});
  // b holds too little to hide a in: a would be told to the euro.
  expect(hiddenKeys(table)).toEqual(["a", "c"]);
  const [a] = await attack(table);
  expect(a!.high - a!.low).toBeGreaterThan(200_00);
});

test("hides a cell that one aanbieder dominates, where that is asked", async () => {
  const rows = ["a", "b", "c"].map((key, place) => ({
    key: [key],
    value: 100,
    persons: 50,
    contributions: place === 0 ? {x: 95, y: 5} : {x: 40, y: 60},
  }));
  const table = {dimensions: [{name: "wijk"}], rows};
  const hidden = await suppress(table, {dominance: {largest: 1, share: 0.9}});
  expect(hidden.cells[0]!.reason).toBe("dominance");
  expect(hidden.cells.filter(({reason}) => reason === "partner")).toHaveLength(1);
  expect(hiddenKeys(await suppress(table))).toEqual([]);
  const unknown = {...table, rows: rows.map(({contributions: _, ...row}) => row)};
  await expect(suppress(unknown, {dominance: {largest: 1, share: 0.9}})).rejects.toThrow("without contributions");
});

test("an amount that can be below zero has no floor to be told from", async () => {
  const rows = [-500, 800, 300].map((value, place) => ({key: [`w${place}`], value, persons: place === 0 ? 5 : 40}));
  const table = await suppress({dimensions: [{name: "wijk"}], rows});
  expect(hiddenKeys(table)).toEqual(["w0", "w2"]);
  expect(await attack(table)).toMatchObject([
    {low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY},
    {low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY},
  ]);
});

test("what was rounded gives no more away than what was exact", async () => {
  const table = counts({west: [3, 41, 62], oost: [27, 52, 74], zuid: [83, 96, 99]});
  const rounded = await suppress(table, {roundTo: 5});
  expect(hiddenKeys(rounded)).toEqual(hiddenKeys(await suppress(table)));
  expect(rounded.cells.every(({value}) => value === null || value % 5 === 0)).toBe(true);
  expect(await findDerived(rounded)).toEqual([]);
});

describe("on any table", () => {
  const cell = fc.oneof({weight: 3, arbitrary: fc.nat(12)}, {weight: 4, arbitrary: fc.nat(200)}, fc.constant(0));
  const flat = fc
    .tuple(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 5}))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, {minLength: columns, maxLength: columns}), {minLength: rows, maxLength: rows}),
    )
    .map((cells): Table => counts(Object.fromEntries(cells.map((row, place) => [`b${place}`, row]))));
  const layered = fc.array(fc.tuple(cell, cell, fc.nat(5000)), {minLength: 12, maxLength: 12}).map((cells): Table => {
    const grouping = (codes: readonly string[]) =>
      new Map(codes.map((code, place) => [code, `${code[0]}${place >> 1}`]));
    const [areas, months] = [
      ["buurt0", "buurt1", "buurt2", "buurt3"],
      ["maand0", "maand1", "maand2"],
    ];
    return {
      dimensions: [
        {name: "gebied", groupings: [grouping(areas)]},
        {name: "tijd", groupings: [grouping(months)]},
      ],
      rows: areas.flatMap((area, row) =>
        months.map((month, column) => {
          const [persons, more, cents] = cells[3 * row + column]!;
          return {key: [area, month], value: persons === 0 ? 0 : persons * 100 + more + cents, persons};
        }),
      ),
    };
  });

  test.each([
    ["flat", flat],
    ["layered, with amounts", layered],
  ])("nothing hidden follows from what is shown: %s", async (_, tables) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const hidden = await suppress(table);
        expect(await findDerived(hidden)).toEqual([]);
        const persons = {...hidden, lowest: 0 as const, cells: hidden.cells.map((one) => ({value: one.persons}))};
        expect(await findDerived(persons)).toEqual([]);
      }),
      {numRuns: 30},
    );
  });

  test.each([
    ["flat", flat],
    ["layered", layered],
  ])("every cell is shown as it is or hidden with a reason, and small ones are hidden: %s", async (_, tables) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const truth = addTotals(table).cells;
        const {cells} = await suppress(table);
        expect(cells).toHaveLength(truth.length);
        cells.forEach(({key, value, persons, reason}, place) => {
          const real = truth[place]!;
          expect(key).toEqual(real.key);
          const isSmall = real.persons > 0 && real.persons < 10;
          expect(reason === "few persons").toBe(isSmall);
          expect([value, persons]).toEqual(reason === null ? [real.value, real.persons] : [null, null]);
        });
      }),
      {numRuns: 15},
    );
  });

  test("the same table gets the same pattern", async () => {
    await fc.assert(
      fc.asyncProperty(flat, async (table) => {
        expect(await suppress(table)).toEqual(await suppress(table));
      }),
      {numRuns: 20},
    );
  });

  test("the quick way hides at most 1.5 times as many cells as the best", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(flat, layered), async (table) => {
        const full = addTotals(table);
        const system: CellSystem = {
          cells: full.cells.map(({persons}) => ({
            value: persons,
            persons,
            isPrimary: persons > 0 && persons < 10,
            weight: 1 + persons / 1e6,
            fixed: null,
          })),
          equations: full.equations,
          lowest: 0,
        };
        const task = taskOf(system, {least: 1, share: 0}, false);
        const start = system.cells.map(({isPrimary}) => isPrimary);
        const rings = openRingFinder(task);
        const best = (await findOptimum(task, start, rings))!.hidden.filter(Boolean).length;
        const quick = (await showAgain(task, start, (await hidePartners(task, start, rings)).hidden, rings)).filter(
          Boolean,
        ).length;
        rings.close();
        expect(quick).toBeGreaterThanOrEqual(best);
        expect(quick).toBeLessThanOrEqual(1.5 * best);
      }),
      {numRuns: 30},
    );
  });
});

describe("month after month", () => {
  const areas = ["west", "oost", "noord", "zuid", "midden"];
  const month = fc.array(fc.oneof(fc.nat(15), fc.integer({min: 10, max: 120})), {minLength: 5, maxLength: 5});

  /** What was published each time: first one month, then two, …; with the total so far. */
  async function publish(months: readonly (readonly number[])[], remembers: boolean): Promise<SuppressedTable[]> {
    const published: SuppressedTable[] = [];
    for (let count = 1; count <= months.length; count++) {
      const rows = months
        .slice(0, count)
        .flatMap((cells, place) =>
          cells.map((persons, area) => ({key: [areas[area]!, `maand ${place}`], value: persons, persons})),
        );
      const options: SuppressOptions = remembers ? {earlier: [...published]} : {};
      published.push(await suppress({dimensions: [{name: "gebied"}, {name: "maand"}], rows}, options));
    }
    return published;
  }

  /** The small cells that follow for who kept everything that was published. */
  async function derivedFromAll(published: readonly SuppressedTable[]): Promise<string[]> {
    const names = new Map<string, number>();
    const cells: {value: number | null; isSmall: boolean}[] = [];
    const equations = published.flatMap((table, time) => {
      const places = table.cells.map(({key, value, reason}) => {
        // The total of all months so far is another figure each time.
        const name = key[1] === "Totaal" ? `${nameOf(key)} ${time}` : nameOf(key);
        const place = names.get(name) ?? names.size;
        names.set(name, place);
        cells[place] ??= {value: null, isSmall: false};
        cells[place] = {value: value ?? cells[place].value, isSmall: cells[place].isSmall || reason === "few persons"};
        return place;
      });
      return table.equations.map(({total, parts}) => ({
        total: places[total]!,
        parts: parts.map((part) => places[part]!),
      }));
    });
    const known = cells.flatMap(({value, isSmall}, place) => (isSmall && value !== null ? [place] : []));
    const derived = await findDerived({cells, equations, lowest: 0});
    const namesInOrder = [...names.keys()];
    return [...known, ...derived.filter((place) => cells[place]!.isSmall)].map((place) => namesInOrder[place]!);
  }

  test("no new month reveals an old cell, nor do two totals reveal a new one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(month, {minLength: 2, maxLength: 5}), async (months) => {
        expect(await derivedFromAll(await publish(months, true))).toEqual([]);
      }),
      {numRuns: 15},
    );
  });

  test("without a memory it would: so the test can fail", async () => {
    const months = [
      [30, 40, 50, 60, 70],
      [3, 40, 50, 60, 70],
    ];
    expect(await derivedFromAll(await publish(months, false))).not.toEqual([]);
    expect(await derivedFromAll(await publish(months, true))).toEqual([]);
  });

  test("a cell that has grown is shown again", async () => {
    const table = (count: number) => counts({west: [count, 40], oost: [25, 50]});
    const before = await suppress(table(4));
    expect(hiddenKeys(before)).toContain("west hulp 1");
    expect(hiddenKeys(await suppress(table(14), {earlier: [before]}))).toEqual([]);
  });
});
