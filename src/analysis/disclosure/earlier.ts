import type {Equation} from "./cells.ts";
import {type FullCell, type FullTable, nameOf} from "./table.ts";

/** A table as it was published before. */
export interface EarlierTable {
  readonly cells: readonly EarlierCell[];
  readonly equations: readonly Equation[];
}

export interface EarlierCell {
  readonly key: readonly string[];
  /** null: hidden. */
  readonly value: number | null;
  /** Why it was hidden; null: it was not. */
  readonly reason: string | null;
}

/** A table together with all that was published of it before: readers still have that at hand. */
export interface WholeStory {
  /** The cells of the table, in their order, and after them those that only stood in an earlier one. */
  readonly cells: readonly FullCell[];
  readonly equations: readonly Equation[];
  /** For each cell what readers have of it already; null: nothing. */
  readonly before: readonly ("shown" | "hidden" | "primary" | null)[];
}

/**
 * Puts the sums of earlier tables beside those of this one. The total of January to May less that of January to April is
 * May: with both totals at hand, a hidden May would follow.
 *
 * A cell of an earlier table is a cell of this one when it is about the same inner cells. One that differs now was another
 * figure: it is left out, with its sums.
 *
 * @param isSmall  whether a cell is hidden for what it is; one that was and no longer is, differs
 */
export function withEarlier(
  now: FullTable,
  earlier: readonly EarlierTable[],
  isSmall: (cell: FullCell) => boolean,
): WholeStory {
  if (earlier.length === 0) return {...now, before: now.cells.map(() => null)};
  const cells = [...now.cells];
  const equations = [...now.equations];
  const before: ("shown" | "hidden" | "primary" | null)[] = cells.map(() => null);
  const innerPlaces = new Map(innerCells(now).map((place) => [nameOf(now.cells[place]!.key), place]));
  const places = new Map(contentsOf(now).map((content, place) => [content, place]));
  for (const table of earlier) {
    const placeOf = contentsOf(table).map((content, place) => {
      const {key, value, reason} = table.cells[place]!;
      const known = places.get(content) ?? addOld(cells, key, content, innerPlaces);
      if (known === null || (value !== null && value !== cells[known]!.value)) return null;
      const wasSmall = reason !== null && reason !== "partner";
      if (wasSmall && !isSmall(cells[known]!)) return null;
      places.set(content, known);
      if (value !== null) before[known] = "shown";
      else if (before[known] !== "shown") before[known] = wasSmall ? "primary" : "hidden";
      return known;
    });
    for (const {total, parts} of table.equations) {
      const whole = placeOf[total] ?? null;
      const moved = parts.map((part) => placeOf[part] ?? null);
      // A total of one part is the same cell: there is no sum to know.
      if (whole === null || moved.includes(null) || moved.includes(whole)) continue;
      equations.push({total: whole, parts: moved.filter((part) => part !== null)});
    }
  }
  return {cells, equations: distinct(equations), before: cells.map((_, place) => before[place] ?? null)};
}

/** A cell that is in no table any more, as the sum of what it was about; null: some of that is not here any more. */
function addOld(
  cells: FullCell[],
  key: readonly string[],
  content: string,
  innerPlaces: ReadonlyMap<string, number>,
): number | null {
  const inner = content.split("\u0001").map((name) => innerPlaces.get(name));
  if (inner.some((place) => place === undefined)) return null;
  const sum = (of: (cell: FullCell) => number) => inner.reduce((total, place) => total! + of(cells[place!]!), 0)!;
  cells.push({key, value: sum(({value}) => value), persons: sum(({persons}) => persons)});
  return cells.length - 1;
}

function innerCells({cells, equations}: Pick<FullTable, "equations"> & {readonly cells: readonly unknown[]}): number[] {
  const totals = new Set(equations.map(({total}) => total));
  return cells.flatMap((_, place) => (totals.has(place) ? [] : [place]));
}

/** For each cell the inner cells that it is about, as one text. */
function contentsOf({
  cells,
  equations,
}: {
  readonly cells: readonly {readonly key: readonly string[]}[];
  readonly equations: readonly Equation[];
}): string[] {
  const partsOf = new Map(equations.map(({total, parts}) => [total, parts]));
  const found = new Map<number, ReadonlySet<string>>();
  const contentOf = (place: number): ReadonlySet<string> => {
    const known = found.get(place);
    if (known !== undefined) return known;
    const parts = partsOf.get(place);
    const content = new Set(parts?.flatMap((part) => [...contentOf(part)]) ?? [nameOf(cells[place]!.key)]);
    found.set(place, content);
    return content;
  };
  return cells.map((_, place) => [...contentOf(place)].sort().join("\u0001"));
}

function distinct(equations: readonly Equation[]): Equation[] {
  return [...new Map(equations.map((one) => [`${one.total}=${[...one.parts].sort().join()}`, one])).values()];
}
