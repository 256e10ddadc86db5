import {findOpenCells, type Sum} from "../disclosure/open-cells.ts";
import {isFew} from "../recognisable.ts";
import type {KeyTable} from "./key-table.ts";
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
  const sums = new Sums([...units.keys()], keys.size, depths.length);
  movable.forEach(({unit, own, key}, place) => {
    keys.parentsOf(key).forEach((parent, chain) => {
      if (parent >= 0 && own.cellOf(parent) !== undefined) sums.add(unit, chain, parent, place, 1);
      if (keys.keyOf(key)[chain]!.length < depths[chain]!) sums.add(unit, chain, key, place, -1);
    });
    const above = unitAbove(unit);
    if (above !== null && units.get(above)?.cellOf(key) !== undefined) sums.add(above, depths.length, key, place, 1);
    if (unit.length === 4 || unit.includes("K")) sums.add(unit, depths.length, key, place, -1);
  });
  const isOpen = findOpenCells(movable.length, sums.all());
  return movable.some(({own, key}, place) => isOpen[place] === 0 && own.cellOf(key)!.groups.some(isFew));
}

function unitAbove(unit: Unit): Unit | null {
  if (unit.length === 4) return null;
  return unit.includes("K") ? unit.slice(0, 4) : quarterOf(unit);
}

/** Sums of what can move: along each chain within a unit, and of a cell over the units that its unit consists of. */
class Sums {
  readonly #units: ReadonlyMap<Unit, number>;
  readonly #keyCount: number;
  readonly #kinds: number;
  readonly #sums = new Map<number, {cells: number[]; signs: (1 | -1)[]}>();

  constructor(units: readonly Unit[], keyCount: number, chainCount: number) {
    this.#units = new Map(units.map((unit, place) => [unit, place]));
    this.#keyCount = keyCount;
    this.#kinds = chainCount + 1;
  }

  /** @param chain  along which the key is a total; after the last chain comes time */
  add(unit: Unit, chain: number, total: number, cell: number, sign: 1 | -1): void {
    const name = (this.#units.get(unit)! * this.#kinds + chain) * this.#keyCount + total;
    const sum = this.#sums.get(name);
    if (sum === undefined) {
      this.#sums.set(name, {cells: [cell], signs: [sign]});
    } else {
      sum.cells.push(cell);
      sum.signs.push(sign);
    }
  }

  all(): Sum[] {
    return [...this.#sums.values()];
  }
}
