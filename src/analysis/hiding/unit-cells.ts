import type {KeyTable} from "./key-table.ts";
import type {NumberedCell} from "./numbered-cells.ts";
import {type CellKey, depthsWithin} from "./paths.ts";
import type {Unit} from "./units.ts";

/** What was counted in one cell of one unit of the calendar. */
export interface CountedCell {
  readonly unit: Unit;
  readonly key: CellKey;
  /** What protects: the amount, or the number of people. */
  readonly value: number;
  readonly persons: number;
  /** How many are in each group of people that it tells about; see groupsOf(). */
  readonly groups: readonly number[];
}

/** The cells of one month, quarter or year, by the number of their key, and which of them are hidden so far. */
export class UnitCells {
  /** What everybody knows of every cell: it is not less than this. */
  readonly lowest: 0 | typeof Number.NEGATIVE_INFINITY;
  readonly #keys: KeyTable;
  readonly #cells: (NumberedCell | undefined)[] = [];
  readonly #byDepth: ReadonlyMap<string, readonly number[]>;
  readonly #hidden = new Map<string, Set<number>>();

  constructor(keys: KeyTable, cells: readonly NumberedCell[]) {
    this.#keys = keys;
    this.lowest = cells.some(({value}) => value < 0) ? Number.NEGATIVE_INFINITY : 0;
    for (const cell of cells) this.#cells[cell.key] = cell;
    this.#byDepth = Map.groupBy(
      cells.map(({key}) => key),
      (key) => keys.depthOf(key),
    );
  }

  cellOf(key: number): NumberedCell | undefined {
    return this.#cells[key];
  }

  /** The keys of a depth in which something was counted. */
  keysAt(depths: readonly number[]): readonly number[] {
    return this.#byDepth.get(depths.join()) ?? [];
  }

  /** As keysAt(), of that depth and of all sums that it adds up to. */
  keysWithin(depths: readonly number[]): readonly number[] {
    return depthsWithin(depths).flatMap((one) => this.keysAt(one));
  }

  hide(key: number): void {
    const depth = this.#keys.depthOf(key);
    const hidden = this.#hidden.get(depth) ?? new Set();
    this.#hidden.set(depth, hidden.add(key));
  }

  isHidden(key: number): boolean {
    return this.#hidden.get(this.#keys.depthOf(key))?.has(key) === true;
  }

  hiddenAt(depths: readonly number[]): Iterable<number> {
    return this.#hidden.get(depths.join()) ?? [];
  }

  allHidden(): ReadonlySet<number> {
    return new Set([...this.#hidden.values()].flatMap((keys) => [...keys]));
  }

  hasHiddenSum(key: number): boolean {
    return this.#keys.parentsOf(key).some((parent) => parent >= 0 && this.isHidden(parent));
  }

  /** Where a sum of nothing is hidden, what it consists of must not be seen to be nothing. */
  hideBelowNothing(depths: readonly number[]): void {
    const isHiddenNothing = (key: number) => this.#cells[key] === undefined && this.isHidden(key);
    if (![...this.#hidden.values()].some((keys) => [...keys].some(isHiddenNothing))) return;
    for (const key of this.nothingAt(depths)) {
      if (this.#keys.parentsOf(key).some((parent) => parent >= 0 && isHiddenNothing(parent))) this.hide(key);
    }
  }

  /** The keys of a depth that nobody is in, though somebody is in each of the sums that they are part of. */
  nothingAt(depths: readonly number[]): readonly number[] {
    const crossed = depths.reduce<readonly CellKey[]>(
      (keys, depth, chain) => {
        const paths = this.#pathsOf(chain, depth, depths);
        return keys.flatMap((key) => paths.map((path) => [...key, path]));
      },
      [[]],
    );
    return crossed
      .map((key) => this.#keys.numberOf(key))
      .filter((key) => this.#cells[key] === undefined)
      .filter((key) =>
        this.#keys
          .parentsOf(key)
          .every((parent) => parent < 0 || this.#cells[parent] !== undefined || this.isHidden(parent)),
      );
  }

  /** Every path that a chain has at a depth: with all other chains together it is a cell too. */
  #pathsOf(chain: number, depth: number, depths: readonly number[]): readonly CellKey[number][] {
    const alone = depths.map((_, other) => (other === chain ? depth : 0));
    return this.keysAt(alone).map((key) => this.#keys.keyOf(key)[chain]!);
  }
}
