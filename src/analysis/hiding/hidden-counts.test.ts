import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {findDerived} from "../disclosure/attack.ts";
import {isFew} from "../recognisable.ts";
import {type CountCell, hideCounts} from "./hidden-counts.ts";
import {type CellKey, depthsWithin, nameOfKey} from "./paths.ts";

// Lists by controle (of gemeente or aanbieder) and wet, each number of people as given.
const depths = [2, 1];

interface Atom {
  readonly key: CellKey;
  readonly persons: number;
  readonly cents: number;
}

function allCells(atoms: readonly Atom[]): CountCell[] {
  const cells = new Map<string, CountCell>();
  for (const {key, persons, cents} of atoms) {
    for (const depth of depthsWithin(depths)) {
      const outer = key.map((path, chain) => path.slice(0, depth[chain]));
      const known = cells.get(nameOfKey(outer)) ?? {
        unit: "nu",
        key: outer,
        persons: 0,
        groups: [],
        cents: 0,
        payers: 0,
      };
      const together = known.persons + persons;
      cells.set(nameOfKey(outer), {
        ...known,
        persons: together,
        groups: [together],
        cents: known.cents + cents,
        payers: known.payers + (cents === 0 ? 0 : persons),
      });
    }
  }
  return [...cells.values()];
}

/** What an attacker learns: small cells that follow from all that is shown of all lists. */
async function derivedFrom(atoms: readonly Atom[], number: "persons" | "cents"): Promise<string[]> {
  const cells = allCells(atoms);
  const hidden = await hideCounts(cells, depths);
  const empty = hidden
    .emptyIn("nu")
    .map((key): CountCell => ({unit: "nu", key, persons: 0, groups: [], cents: 0, payers: 0}));
  const all = [...cells, ...empty];
  const places = new Map(all.map(({key}, place) => [nameOfKey(key), place]));
  const sums = new Map<string, {total: number; parts: number[]}>();
  all.forEach(({key}, place) => {
    key.forEach((path, chain) => {
      const total = path.length === 0 ? undefined : places.get(nameOfKey(key.with(chain, path.slice(0, -1))));
      if (total === undefined) return;
      const sum = sums.get(`${total} ${chain}`) ?? {total, parts: []};
      sum.parts.push(place);
      sums.set(`${total} ${chain}`, sum);
    });
  });
  const derived = await findDerived({
    cells: all.map((cell) => ({value: hidden.has("nu", cell.key) ? null : cell[number]})),
    equations: [...sums.values()],
    lowest: 0,
  });
  return derived
    .filter((place) => isFew(number === "persons" ? all[place]!.persons : all[place]!.payers))
    .map((place) => nameOfKey(all[place]!.key));
}

describe("counts without an indicator", () => {
  test("hide a large list beside a small one, in every list", async () => {
    const cells = allCells([
      {key: [["gemeente", "nooit-gestart"], ["Wmo"]], persons: 40, cents: 400},
      {key: [["gemeente", "zonder-buurt"], ["Wmo"]], persons: 3, cents: 30},
      {key: [["aanbieder", "ander-tarief"], ["Wmo"]], persons: 50, cents: 500},
    ]);
    const hidden = await hideCounts(cells, depths);
    expect(hidden.has("nu", [["gemeente", "zonder-buurt"], []])).toBe(true);
    expect(hidden.has("nu", [["gemeente", "nooit-gestart"], []])).toBe(true);
    expect(hidden.has("nu", [["gemeente"], []])).toBe(false);
    expect(hidden.has("nu", [["aanbieder", "ander-tarief"], ["Wmo"]])).toBe(false);
  });

  test("hide money beside money, where the list beside it has none", async () => {
    const cells = allCells([
      {key: [["aanbieder", "ander-tarief"], ["Wmo"]], persons: 3, cents: 30},
      {key: [["aanbieder", "nooit-gestopt"], ["Wmo"]], persons: 60, cents: 500},
      {key: [["aanbieder", "start-nog-open"], ["Wmo"]], persons: 20, cents: 0},
    ]);
    const hidden = await hideCounts(cells, depths);
    expect(hidden.has("nu", [["aanbieder", "nooit-gestopt"], []])).toBe(true);
  });

  test("hide no money behind a list that is known to have none, as its whole wet has none", async () => {
    const atoms = [
      {key: [["aanbieder", "c"], ["Jeugdwet"]], persons: 2, cents: 14},
      {key: [["aanbieder", "d"], ["Wmo"]], persons: 2, cents: 0},
      {key: [["aanbieder", "e"], ["Jeugdwet"]], persons: 10, cents: 10},
      {key: [["aanbieder", "e"], ["Wmo"]], persons: 10, cents: 0},
    ];
    expect(await derivedFrom(atoms, "cents")).toEqual([]);
  });

  test.each(["persons", "cents"] as const)("tell no small number of %s, whatever they are", async (number) => {
    const controle = fc.constantFrom("gemeente a", "gemeente b", "aanbieder c", "aanbieder d", "aanbieder e");
    const atom = fc.record({
      controle,
      wet: fc.constantFrom("Wmo", "Jeugdwet"),
      persons: fc.oneof(fc.integer({min: 1, max: 9}), fc.integer({min: 10, max: 80})),
      each: fc.constantFrom(0, 1, 7, 1000),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(atom, {selector: (one) => `${one.controle} ${one.wet}`, minLength: 1}),
        async (told) => {
          const atoms = told.map((one) => ({
            key: [one.controle.split(" "), [one.wet]],
            persons: one.persons,
            cents: one.persons * one.each,
          }));
          expect(await derivedFrom(atoms, number)).toEqual([]);
        },
      ),
      {numRuns: 150},
    );
  });
});
