import {firstDay, type IsoDate, lastDay, type Month, monthRange} from "../../src/standards/calendar.ts";
import type {World} from "./world.ts";

export interface Period {
  readonly name: string; // as in an answer: "2025-01", "2025-K1", "2025"
  readonly first: IsoDate;
  readonly last: IsoDate;
}

export type Grain = "maand" | "kwartaal" | "jaar";

/** What a figure may be split by here. */
export type Split = "wet" | "aanbieder" | "wijk";

/** What a line, a Toewijzing or a Bericht has to be split by. */
export interface Splittable {
  readonly wet: string;
  readonly aanbieder: string;
  readonly wijk?: string | null;
}

/** A figure over what lies in a period and is of one wet, one aanbieder or one wijk; or of all. */
export type Figure = (world: World, period: Period, isOf: (one: Splittable) => boolean) => Counted;

/** Sums and shares have a numerator and what it is divided by; of a median the value is compared. */
export interface Counted {
  readonly numerator?: number;
  readonly denominator?: number;
  readonly median?: number;
}

export function periodsOf(grain: Grain, from: Month, to: Month): Period[] {
  const named = Map.groupBy(monthRange(from, to), (month) => {
    if (grain === "maand") return month;
    if (grain === "jaar") return month.slice(0, 4);
    return `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5)) / 3)}`;
  });
  return [...named].map(([name, months]) => ({name, first: firstDay(months[0]!), last: lastDay(months.at(-1)!)}));
}

export function isIn({first, last}: Pick<Period, "first" | "last">, day: IsoDate): boolean {
  return first <= day && day <= last;
}

/** Each cell by its period and key, where there is anything; counted anew for every cell, so that nothing is added up. */
export function countCells(
  figure: Figure,
  world: World,
  periods: readonly Period[],
  split: Split | null,
): Map<string, Counted> {
  const cells = new Map<string, Counted>();
  for (const period of periods) {
    for (const key of split === null ? [""] : keysOf(world, split)) {
      const isOf = (one: Splittable) => split === null || keyOf(world, split, one) === key;
      const counted = figure(world, period, isOf);
      if (isSomething(counted)) cells.set(`${period.name} ${key}`.trim(), counted);
    }
  }
  return cells;
}

export function isSomething({numerator, denominator, median}: Counted): boolean {
  return Boolean(numerator) || Boolean(denominator) || median !== undefined;
}

function keysOf({reference: {wijken, aanbieders}}: World, split: Split): readonly string[] {
  return {wet: ["Wmo", "Jeugdwet"], aanbieder: aanbieders, wijk: [...wijken, "onbekend"]}[split];
}

/** Who merged is one: also for what was before (catalogue: "wie is gefuseerd, telt als één"). */
function keyOf({reference: {opvolger}}: World, split: Split, one: Splittable): string {
  return split === "aanbieder" ? (opvolger.get(one.aanbieder) ?? one.aanbieder) : (one[split] ?? "onbekend");
}

/** Half is at most this and half at least; between two middle ones their mean. */
export function medianOf(values: readonly number[]): Counted {
  if (values.length === 0) return {};
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return {median: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2};
}
