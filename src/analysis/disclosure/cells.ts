/** A cell of a table, or of several tables that share it. */
export interface Cell {
  /** What is published of it unless it is hidden: a count, an amount. */
  readonly value: number;
  /** Its value tells about too few people: it is hidden, and must not follow from what is shown. */
  readonly isPrimary: boolean;
  /** How many people it is about. One person alone knows what the cell holds. */
  readonly persons: number;
  /** What is lost when it is hidden, at least 0. */
  readonly weight: number;
  /** What was decided elsewhere; null: free to be hidden or shown. A primary cell is hidden whatever stands here. */
  readonly fixed: "shown" | "hidden" | null;
}

/** The parts add up to the total; all are places in the list of cells. */
export interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Cells, and the sums that everybody knows to hold between them. */
export interface CellSystem {
  readonly cells: readonly Cell[];
  readonly equations: readonly Equation[];
  /** What everybody knows of every cell: counts are not negative; an amount with credits can be. */
  readonly lowest: 0 | typeof Number.NEGATIVE_INFINITY;
}

/** One equation that a cell stands in: +1 as a part, -1 as the total. */
export interface Term {
  readonly equation: number;
  readonly sign: 1 | -1;
}

/** The equations of each cell: the columns of the matrix that is zero on every true table. */
export function columnsOf(cellCount: number, equations: readonly Equation[]): readonly (readonly Term[])[] {
  const columns: Term[][] = Array.from({length: cellCount}, () => []);
  equations.forEach(({total, parts}, equation) => {
    columns[total]!.push({equation, sign: -1});
    for (const part of parts) columns[part]!.push({equation, sign: 1});
  });
  return columns;
}

/** How far a cell can go down before everybody sees that it cannot be. */
export function slackOf({lowest}: CellSystem, {value}: Cell): number {
  return value - lowest;
}
