import {KeyTable} from "./key-table.ts";
import {nameOfKey} from "./paths.ts";
import type {CountedCell} from "./unit-cells.ts";
import type {Unit} from "./units.ts";

/** A cell under the number of its key. */
export type NumberedCell = Omit<CountedCell, "key"> & {readonly key: number};

/** The cells of each unit, and what their numbers stand for. */
export interface NumberedCells {
  readonly keys: KeyTable;
  readonly units: ReadonlyMap<Unit, readonly NumberedCell[]>;
}

/** Gives each key a number, and puts the cells in one order. */
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
