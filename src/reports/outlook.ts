import {completeFrom, type MonthCompleteness} from "../analysis/completeness.ts";
import type {Month} from "../standards/calendar.ts";
import {addMonths, monthRange} from "../standards/calendar.ts";
import {type BudgetRow, budgetByMonth} from "./budget.ts";
import type {Figure} from "./figure.ts";

/** What the months cost so far, what they will cost once all claims are in, and what they were meant to cost. */
export interface Outlook {
  readonly months: ReadonlyMap<Month, OutlookMonth>;
  readonly totals: OutlookTotals;
}

export interface OutlookMonth {
  readonly granted: number | null;
  /** Expected once complete. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reference: number | null;
  readonly isComplete: boolean;
  readonly isHidden: boolean;
}

/** Over the months of the view. */
export interface OutlookTotals {
  readonly granted: number | null;
  readonly expected: number | null;
  readonly budget: number | null;
  /** Granted as a share of expected. */
  readonly completeShare: number | null;
  readonly reference: "begroting" | "vorig jaar";
}

export interface OutlookInput {
  readonly costs: ReadonlyMap<Month, Figure>;
  readonly completeness: ReadonlyMap<Month, MonthCompleteness>;
  readonly budget: readonly BudgetRow[] | null;
  readonly history: {readonly from: Month; readonly to: Month};
  readonly view: {readonly from: Month; readonly to: Month};
}

export function outlookOf({costs, completeness, budget, history, view}: OutlookInput): Outlook {
  const budgeted = budget === null ? null : budgetByMonth(budget);
  const months = new Map<Month, OutlookMonth>();
  for (const month of monthRange(history.from, history.to)) {
    const figure = costs.get(month);
    const earlier = months.get(addMonths(month, -12))?.value ?? null;
    const reference = budgeted === null ? earlier : (budgeted.get(month) ?? null);
    months.set(month, {...outlookMonth(figure, completeness.get(month)), reference});
  }
  return {months, totals: totalsOf(months, view, budgeted === null ? "vorig jaar" : "begroting")};
}

function outlookMonth(figure: Figure | undefined, completeness: MonthCompleteness | undefined) {
  const isHidden = figure?.missing === "verborgen";
  const granted = isHidden ? null : (figure?.value ?? 0);
  const share = completeness?.share ?? null;
  if (granted === null || share === null || share <= 0 || share >= completeFrom) {
    return {granted, value: granted, low: null, high: null, isComplete: true, isHidden};
  }
  // The bounds of what is expected for the whole gemeente, laid on this part of it.
  const bound = (cents: number | null | undefined) =>
    typeof cents !== "number" || !completeness?.known ? null : granted * (cents / completeness.known);
  return {
    granted,
    value: granted / share,
    low: bound(completeness?.low),
    high: bound(completeness?.high),
    isComplete: false,
    isHidden,
  };
}

function totalsOf(
  months: ReadonlyMap<Month, OutlookMonth>,
  view: {readonly from: Month; readonly to: Month},
  reference: OutlookTotals["reference"],
): OutlookTotals {
  const chosen = monthRange(view.from, view.to).map((month) => months.get(month));
  const sum = (pick: (month: OutlookMonth) => number | null) => {
    let total = 0;
    for (const month of chosen) {
      const value = month === undefined ? null : pick(month);
      if (value === null) return null;
      total += value;
    }
    return total;
  };
  const granted = sum((month) => month.granted);
  const expected = sum((month) => month.value);
  return {
    granted,
    expected,
    budget: reference === "begroting" ? sum((month) => month.reference) : null,
    completeShare: granted === null || expected === null || expected <= 0 ? null : granted / expected,
    reference,
  };
}
