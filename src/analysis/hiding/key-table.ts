import {type CellKey, nameOfKey} from "./paths.ts";
import type {CountedCell} from "./unit-cells.ts";
import type {Unit} from "./units.ts";

/** A cell under the number of its key. */
export type NumberedCell = Omit<CountedCell, "key"> & {readonly key: number};

/** The cells of each unit, and what their numbers stand for. */
export interface NumberedCells {
  readonly keys: KeyTable;
  readonly units: ReadonlyMap<Unit, readonly NumberedCell[]>;
}

export function numberCells(cells: readonly CountedCell[]): NumberedCells {
  const keys = new KeyTable();
  const numbered = inOneOrder(cells).map(
    ({cell, name}): NumberedCell => ({...cell, key: keys.numberOf(cell.key, name)}),
  );
  return {keys, units: Map.groupBy(numbered, ({unit}) => unit)};
}

/**
 * Puts cells in one order, whatever order they were counted in: which of them is hidden for another can hang on it, and that
 * must be the same one each time.
 */
export function inOneOrder<C extends Pick<CountedCell, "unit" | "key">>(
  cells: readonly C[],
): {readonly cell: C; readonly name: string}[] {
  const named = cells.map((cell) => ({cell, name: nameOfKey(cell.key)}));
  return named.sort((a, b) => compare(a.cell.unit, b.cell.unit) || compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Gives every key a number, with what it is a part of: a table of a year has thousands, and is looked at many times. */
export class KeyTable {
  readonly #numbers = new Map<string, number>();
  readonly #keys: CellKey[] = [];
  readonly #names: string[] = [];
  readonly #depths: string[] = [];
  readonly #parents: (readonly number[])[] = [];

  get size(): number {
    return this.#keys.length;
  }

  numberOf(key: CellKey, name = nameOfKey(key)): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#keys.length;
    this.#numbers.set(name, number);
    this.#keys.push(key);
    this.#names.push(name);
    this.#depths.push(key.map((path) => path.length).join());
    this.#parents.push([]);
    this.#parents[number] = key.map((path, chain) =>
      path.length === 0 ? -1 : this.numberOf(key.with(chain, path.slice(0, -1))),
    );
    return number;
  }

  keyOf(number: number): CellKey {
    return this.#keys[number]!;
  }

  nameOf(number: number): string {
    return this.#names[number]!;
  }

  /** How deep it lies along each path: "1,2". */
  depthOf(number: number): string {
    return this.#depths[number]!;
  }

  /** For each path the same with one level less in it; -1: it has no level there. */
  parentsOf(number: number): readonly number[] {
    return this.#parents[number]!;
  }
}
