import {expect, test} from "vitest";
import {type EarlierTable, withEarlier} from "./earlier.ts";
import {addTotals, type FullCell, total} from "./table.ts";

const isSmall = ({persons}: FullCell) => persons > 0 && persons < 10;

function months(counts: Readonly<Record<string, number>>) {
  return addTotals({
    dimensions: [{name: "maand"}],
    rows: Object.entries(counts).map(([month, count]) => ({key: [month], value: count, persons: count})),
  });
}

/** As published: what is small or named is hidden. */
function published(counts: Readonly<Record<string, number>>, partners: readonly string[] = []): EarlierTable {
  const {cells, equations} = months(counts);
  return {
    equations,
    cells: cells.map((cell) => {
      const reason = isSmall(cell) ? "few persons" : partners.includes(cell.key[0]!) ? "partner" : null;
      return {key: cell.key, value: reason === null ? cell.value : null, reason};
    }),
  };
}

const now = months({januari: 20, februari: 4, maart: 30});
const placeOf = (month: string) => now.cells.findIndex(({key}) => key[0] === month);

test("without earlier tables nothing is known", () => {
  const {cells, equations, before} = withEarlier(now, [], isSmall);
  expect(cells).toEqual(now.cells);
  expect(equations).toEqual(now.equations);
  expect(before).toEqual([null, null, null, null]);
});

test("the total of the months before is a sum of cells of now, and so tells the last month", () => {
  const {cells, equations, before} = withEarlier(now, [published({januari: 20, februari: 4}, ["januari"])], isSmall);
  const old = cells.length - 1;
  expect(cells[old]).toMatchObject({value: 24, persons: 24});
  expect(before[old]).toBe("shown");
  expect(before[placeOf("januari")]).toBe("hidden");
  expect(before[placeOf("februari")]).toBe("primary");
  expect(before[placeOf("maart")]).toBe(null);
  expect(before[placeOf(total)]).toBe(null);
  const added = equations.filter((one) => !now.equations.includes(one));
  expect(added).toHaveLength(1);
  expect(added[0]!.total).toBe(old);
  expect([...added[0]!.parts].sort()).toEqual([placeOf("januari"), placeOf("februari")].sort());
});

test("what was shown once is known, whatever was hidden of it elsewhere", () => {
  const tables = [published({januari: 20, februari: 4}), published({januari: 20, februari: 4}, ["januari"])];
  for (const order of [tables, tables.toReversed()]) {
    expect(withEarlier(now, order, isSmall).before[placeOf("januari")]).toBe("shown");
  }
});

test("the same table twice adds nothing the second time", () => {
  const once = withEarlier(now, [published({januari: 20, februari: 4, maart: 30})], isSmall);
  expect(once.cells).toHaveLength(now.cells.length);
  expect(once.equations).toHaveLength(now.equations.length);
  const old = published({januari: 20, februari: 4});
  expect(withEarlier(now, [old, old], isSmall)).toEqual(withEarlier(now, [old], isSmall));
});

test("a figure that differs now was another figure, and its sums say nothing of this one", () => {
  const {equations, before} = withEarlier(now, [published({januari: 21, februari: 4})], isSmall);
  expect(before[placeOf("januari")]).toBe(null);
  expect(before[placeOf("februari")]).toBe("primary");
  expect(equations).toHaveLength(now.equations.length);
});

test("a small cell that is small no longer was another figure too", () => {
  const grown = months({januari: 20, februari: 14, maart: 30});
  const {before, equations} = withEarlier(grown, [published({januari: 20, februari: 4, maart: 30})], isSmall);
  expect(before[placeOf("februari")]).toBe(null);
  expect(before[placeOf("januari")]).toBe("shown");
  expect(equations).toHaveLength(grown.equations.length);
});

test("a total of what is no longer in the table is left out", () => {
  const {cells, before} = withEarlier(now, [published({december: 50, januari: 20})], isSmall);
  expect(cells).toHaveLength(now.cells.length);
  expect(before[placeOf("januari")]).toBe("shown");
});

test("a total of one cell is that cell, and no sum", () => {
  const {cells, equations, before} = withEarlier(now, [published({januari: 20})], isSmall);
  expect(cells).toHaveLength(now.cells.length);
  expect(equations).toHaveLength(now.equations.length);
  expect(before[placeOf("januari")]).toBe("shown");
});
