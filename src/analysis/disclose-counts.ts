import type {Reader} from "../access/reader.ts";
import {isFew} from "./recognisable.ts";

/** What else readers can have of the same counts. */
export interface Linked<Row> {
  /** A whole that these rows add up to. */
  readonly isWholeTold?: boolean;
  /** More lists and figures than this one: which rows tell on those is decided elsewhere. */
  readonly tells?: (row: Row) => boolean;
}

/** Never exported, so that only discloseCounts() makes what asks for it. */
declare const passedTheDoor: unique symbol;

/** A row of counts as one reader may see it: of too few people all its numbers are null. */
export type DisclosedCount<Row, Numbers extends keyof Row> = Readonly<Omit<Row, Numbers>> & {
  readonly [Name in Numbers]: number | null;
} & {readonly isHidden: boolean; readonly [passedTheDoor]: true};

/**
 * Makes rows about people fit for their reader: the way out for what is counted without an indicator.
 *
 * As disclose(): a row about 1 to 9 people loses all its numbers; nobody at all is a real zero, and stays. Where the rows
 * add up to a whole that is told as well, such a row would follow from the others, so the one with the fewest people is
 * hidden beside it. Where they hang together with more than one whole, it is said which rows are hidden for that.
 *
 */
export function discloseCounts<Row extends {readonly persons: number}, Numbers extends keyof Row>(
  rows: readonly Row[],
  columns: {readonly money: readonly Numbers[]; readonly counts: readonly Numbers[]},
  {audience}: Reader,
  {isWholeTold = false, tells = () => false}: Linked<Row> = {},
): readonly DisclosedCount<Row, Numbers>[] {
  const hidden = new Set(rows.filter((row) => isFew(row.persons) || tells(row)));
  if (isWholeTold) hideWithFew(rows, hidden);
  return rows.map((row) => {
    const isHidden = hidden.has(row);
    const shown = (name: Numbers, step: number) => {
      const value = row[name];
      if (isHidden || typeof value !== "number") return null;
      return audience === "openbaar" ? Math.round(value / step) * step + 0 : value;
    };
    const numbers = Object.fromEntries([
      ...columns.money.map((name) => [name, shown(name, 10_000)]),
      ...columns.counts.map((name) => [name, shown(name, 5)]),
    ]);
    return {...row, ...numbers, isHidden} as unknown as DisclosedCount<Row, Numbers>;
  });
}

/** The hidden rows together are told by the whole less the others: of one, or of few people, that is too much. */
function hideWithFew<Row extends {readonly persons: number}>(rows: readonly Row[], hidden: Set<Row>): void {
  const others = rows.filter((row) => row.persons > 0 && !hidden.has(row)).sort((a, b) => a.persons - b.persons);
  const persons = () => [...hidden].reduce((sum, row) => sum + row.persons, 0);
  while (others.length > 0 && hidden.size > 0 && (hidden.size === 1 || isFew(persons()))) hidden.add(others.shift()!);
}
