import {
  type ChanceInterval,
  type ChanceMethod,
  canBeChance,
  chanceInterval,
  chanceMethod,
} from "../../analysis/chance.ts";
import type {Indicator, Unit} from "../../indicators/indicator.ts";
import type {Figure} from "../figure.ts";
import {formatSpan} from "../format.ts";
import {formatOf} from "../units.ts";
import type {View} from "../view.ts";

/** A figure with its margin, beside that of the year before: may the difference be chance? */
export interface Margin {
  readonly finding: string;
  readonly note: string;
  readonly method: string;
  readonly unit: Unit;
  readonly rows: readonly MarginRow[];
}

export interface MarginRow {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** "14,2 %". */
  readonly text: string;
  /** "12,8 % tot 15,7 %". */
  readonly bounds: string;
  readonly isNow: boolean;
}

export interface MarginSide {
  readonly figure: Figure;
  readonly view: Pick<View, "from" | "to">;
  /** Of a quantile, which takes a look at its facts; null for all other figures. */
  readonly interval: ChanceInterval | null;
}

const methods: Readonly<Record<ChanceMethod, string>> = {
  wilson: "Marge volgens Wilson",
  byar: "Marge volgens Byar, onder de 10 exact",
  rangorde: "Marge volgens de rangorde",
};

/** null: the figure has no margin of chance, or there is none to show. */
export function marginOf(indicator: Indicator, now: MarginSide, before: MarginSide | null): Margin | null {
  const current = rowOf(indicator, now, true);
  if (current === null) return null;
  const earlier = before === null ? null : rowOf(indicator, before, false);
  return {
    finding: findingOf(indicator, now, earlier === null ? null : before, [earlier?.row, current.row]),
    note: `${indicator.name}, met de marge van 95 %. Bij kleine aantallen is de marge groot.`,
    method: methods[current.method],
    unit: indicator.unit,
    rows: earlier === null ? [current.row] : [earlier.row, current.row],
  };
}

/** Why an indicator has no margin of chance; null: it has one. */
export function withoutMargin(indicator: Indicator): string | null {
  if (chanceMethod(indicator) !== null) return null;
  return "Dit cijfer heeft geen marge van toeval. Het is opgeteld uit bedragen of hoeveelheden, en een enkele grote kan veel uitmaken.";
}

function rowOf(
  indicator: Indicator,
  {figure, view, interval}: MarginSide,
  isNow: boolean,
): {row: MarginRow; method: ChanceMethod} | null {
  const bounds = interval ?? chanceInterval(indicator, figure);
  if (bounds === null || figure.value === null) return null;
  const {low, high, method} = bounds;
  const format = formatOf(indicator.unit);
  const row = {
    label: formatSpan(view.from, view.to),
    value: figure.value,
    low,
    high,
    text: format(figure.value),
    bounds: `${format(low)} tot ${format(high)}`,
    isNow,
  };
  return {row, method};
}

function findingOf(
  indicator: Indicator,
  now: MarginSide,
  before: MarginSide | null,
  [earlier, current]: readonly [MarginRow | undefined, MarginRow],
): string {
  if (before === null || earlier === undefined) return `Door toeval kan dit cijfer liggen tussen ${current.bounds}`;
  const year = formatSpan(before.view.from, before.view.to);
  // Bounds that keep apart leave no doubt; where they touch, a quantile tells no more.
  const isChance =
    canBeChance(indicator, now.figure, before.figure) ?? (earlier.low <= current.high && current.low <= earlier.high);
  return isChance ? `Het verschil met ${year} kan toeval zijn` : `Het verschil met ${year} is meer dan toeval`;
}
