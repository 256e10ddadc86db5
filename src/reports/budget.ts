import {readFileSync} from "node:fs";
import type {Month} from "../standards/calendar.ts";
import type {Sources} from "./sources.ts";
import type {View} from "./view.ts";

/** What the gemeente meant to spend in a month of care. It is not about people, so nothing in it is hidden. */
export interface BudgetRow {
  readonly month: Month;
  readonly wet: string;
  readonly productgroep: string;
  readonly cents: number;
}

const sql = readFileSync(new URL("budget.sql", import.meta.url), "utf8");

/** The begroting for what a view is about; null when it is not made at that level: per wijk, aanbieder or team. */
export async function readBudget(
  {database, reader}: Pick<Sources, "database" | "reader">,
  view: View,
): Promise<BudgetRow[] | null> {
  const isBudgeted = view.where.every(({dimension}) => dimension === "wet" || dimension === "productgroep");
  if (!isBudgeted || reader.within.length > 0) return null;
  const rows = await database.query<{jaar: number; maand: number; wet: string; productgroep: string; cents: number}>(
    sql,
    {gemeente_code: view.gemeenteCode, bekend_op: view.knownOn},
  );
  const chosen = rows
    .map(({jaar, maand, wet, productgroep, cents}) => ({
      month: `${jaar}-${String(maand).padStart(2, "0")}`,
      wet,
      productgroep,
      cents: Number(cents),
    }))
    .filter((row) => view.where.every(({dimension, value}) => row[dimension as "wet" | "productgroep"] === value));
  return chosen.length === 0 ? null : chosen;
}

/** Begroting by month. */
export function budgetByMonth(rows: readonly BudgetRow[]): Map<Month, number> {
  const byMonth = new Map<Month, number>();
  for (const {month, cents} of rows) byMonth.set(month, (byMonth.get(month) ?? 0) + cents);
  return byMonth;
}
