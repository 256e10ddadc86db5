import {findOpenCells} from "../disclosure/open-cells.ts";
import {isFew} from "../recognisable.ts";
import type {KeyTable} from "./key-table.ts";
import {Sums} from "./sums.ts";
import type {UnitCells} from "./unit-cells.ts";
import {quarterOf, type Unit} from "./units.ts";

/** Whether a small cell of a depth follows from sums over the paths and over time together. */
export function followsOverTime(
  units: ReadonlyMap<Unit, UnitCells>,
  keys: KeyTable,
  depths: readonly number[],
): boolean {
  const within = [...units].flatMap(([unit, own]) => own.keysWithin(depths).map((key) => ({unit, own, key})));
  const lowest = within.some(({own, key}) => own.cellOf(key)!.value < 0) ? Number.NEGATIVE_INFINITY : 0;
  const movable = within.filter(({own, key}) => own.isHidden(key) && own.cellOf(key)!.value > lowest);
  if (movable.length === 0) return false;
  const places = new Map([...units.keys()].map((unit, place) => [unit, place]));
  const sums = new Sums();
  // After the last path comes time.
  const overTime = depths.length;
  const nameOf = (unit: Unit, path: number, total: number) =>
    (places.get(unit)! * (depths.length + 1) + path) * keys.size + total;
  movable.forEach(({unit, own, key}, place) => {
    keys.parentsOf(key).forEach((parent, chain) => {
      if (parent >= 0 && own.cellOf(parent) !== undefined) sums.add(nameOf(unit, chain, parent), place, 1);
      if (keys.keyOf(key)[chain]!.length < depths[chain]!) sums.add(nameOf(unit, chain, key), place, -1);
    });
    const above = unitAbove(unit);
    if (above !== null && units.get(above)?.cellOf(key) !== undefined) sums.add(nameOf(above, overTime, key), place, 1);
    if (unit.length === 4 || unit.includes("K")) sums.add(nameOf(unit, overTime, key), place, -1);
  });
  const isOpen = findOpenCells(movable.length, sums.all());
  return movable.some(({own, key}, place) => isOpen[place] === 0 && own.cellOf(key)!.groups.some(isFew));
}

function unitAbove(unit: Unit): Unit | null {
  if (unit.length === 4) return null;
  return unit.includes("K") ? unit.slice(0, 4) : quarterOf(unit);
}
