import fc from "fast-check";
import {expect, test} from "vitest";
import {findDerived} from "../disclosure/attack.ts";
import {groupsOf, isFew} from "../recognisable.ts";
import {hiddenAlike} from "./hidden-alike.ts";
import type {Hidden} from "./hidden-cells.ts";
import {nameOfKey} from "./paths.ts";
import type {CountedCell} from "./unit-cells.ts";

const additivity = {depths: [1], isOverTime: false, share: 0};

/** People of each wijk in 2025, and how many of them the figure counts. */
function cellsOf(people: readonly number[], counted: readonly number[]): CountedCell[] {
  const cell = (key: CountedCell["key"], persons: number, numeratorPersons: number): CountedCell => ({
    unit: "2025",
    key,
    value: persons,
    persons,
    groups: groupsOf({persons, numeratorPersons}),
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return [
    cell([[]], sum(people), sum(counted)),
    ...people.flatMap((persons, wijk) => (persons === 0 ? [] : [cell([[`wijk ${wijk}`]], persons, counted[wijk]!)])),
  ];
}

/** The small wijken that follow for who reads how many people there are wherever one of the figures tells it. */
async function derivedFrom(people: readonly number[], figures: readonly Hidden[]): Promise<string[]> {
  const cells = cellsOf(people, people);
  const names = cells.map(({key}) => nameOfKey(key));
  const isHidden = names.map((name) => figures.every((hidden) => hidden.get("2025")!.has(name)));
  const derived = await findDerived({
    cells: cells.map(({value}, place) => ({value: isHidden[place] ? null : value})),
    equations: [{total: 0, parts: cells.slice(1).map((_, place) => place + 1)}],
    lowest: 0,
  });
  return derived.filter((place) => isFew(cells[place]!.persons)).map((place) => names[place]!);
}

test("figures about the same people hide a small wijk behind the same one", async () => {
  // Of the first figure zuid is too few to tell, of the second noord.
  const people = [3, 40, 30, 50];
  const figures = await Promise.all(
    [
      [1, 20, 2, 25],
      [1, 20, 15, 4],
    ].map((counted) => hiddenAlike(cellsOf(people, counted), additivity, 3)),
  );
  expect(await derivedFrom(people, figures)).toEqual([]);
});

test("whatever the figures are, together they tell no small wijk", async () => {
  const wijken = fc.array(
    fc
      .integer({min: 0, max: 40})
      .chain((people) =>
        fc.tuple(fc.constant(people), fc.integer({min: 0, max: people}), fc.integer({min: 0, max: people})),
      ),
    {minLength: 2, maxLength: 7},
  );
  await fc.assert(
    fc.asyncProperty(wijken, async (rows) => {
      const people = rows.map(([persons]) => persons);
      const figures = await Promise.all(
        [1, 2].map((figure) =>
          hiddenAlike(
            cellsOf(
              people,
              rows.map((row) => row[figure]!),
            ),
            additivity,
            3,
          ),
        ),
      );
      expect(await derivedFrom(people, figures)).toEqual([]);
    }),
    {numRuns: 150},
  );
});
