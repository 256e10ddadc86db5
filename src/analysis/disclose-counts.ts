import type {Reader} from "../access/reader.ts";
import {minimumPersons} from "./disclose.ts";

/** Never exported, so that only discloseCounts() makes what asks for it. */
declare const passedTheDoor: unique symbol;

/** A row of counts as one reader may see it: of too few people all its numbers are null. */
export type DisclosedCount<Row, Numbers extends keyof Row> = Readonly<Omit<Row, Numbers>> & {
  readonly [Name in Numbers]: number | null;
} & {readonly isHidden: boolean; readonly [passedTheDoor]: true};

/**
 * Makes rows about people fit for their reader: the way out for what is counted without an indicator.
 *
 * As disclose(): a row about 1 to 9 people loses all its numbers; nobody at all is a real zero, and stays.
 */
export function discloseCounts<Row extends {readonly persons: number}, Numbers extends keyof Row>(
  rows: readonly Row[],
  columns: {readonly money: readonly Numbers[]; readonly counts: readonly Numbers[]},
  {audience}: Reader,
): readonly DisclosedCount<Row, Numbers>[] {
  return rows.map((row) => {
    const isHidden = row.persons > 0 && row.persons < minimumPersons;
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
