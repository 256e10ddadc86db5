import type {Row} from "../../../database/database.ts";
import {isCents} from "../../../database/reference/table-words.ts";
import {euros, type Judged, times} from "./judged.ts";

/** The amounts of a year by month; a table without months has one. */
type Months = Map<number, number>;

/** A year that is far from the one before, or from what we knew of it. */
export function checkTotals(judged: Judged): void {
  const {total} = judged.words;
  if (total === undefined) return;
  const {column, within, mostTimes} = total;
  const now = sums(
    judged,
    judged.rows.map(({row}) => row),
  );
  const before = sums(judged, judged.current);
  const words = (amount: number) => (isCents(column) ? euros(amount) : amount.toLocaleString("nl-NL"));
  for (const [group, years] of now) {
    const of = within.length === 0 ? "" : ` van ${(JSON.parse(group) as string[]).slice(1).join(", ")}`;
    for (const [year, months] of [...years].sort(([a], [b]) => a - b)) {
      const earlier = years.get(year - 1);
      const [own, other] = earlier === undefined ? [0, 0] : inBoth(months, earlier);
      if (isFar(own, other, mostTimes)) {
        judged.ask(
          "totaal",
          `Het totaal${of} in ${year} (${words(own)}) is ${times(own / other)} keer dat van ${year - 1} (${words(other)}). Klopt dat?`,
        );
      }
      const [mine, known] = inBoth(months, before.get(group)?.get(year) ?? new Map());
      if (isFar(mine, known, mostTimes)) {
        judged.ask(
          "totaal eerder",
          `Het totaal${of} in ${year} wordt ${words(mine)}, en was ${words(known)}. Klopt dat?`,
        );
      }
    }
  }
}

function isFar(own: number, other: number, mostTimes: number): boolean {
  return own > 0 && other > 0 && (own > other * mostTimes || own < other / mostTimes);
}

/** The sums over the months that both have. */
function inBoth(left: Months, right: Months): [left: number, right: number] {
  let sums: [number, number] = [0, 0];
  for (const [month, amount] of left) {
    const other = right.get(month);
    if (other !== undefined) sums = [sums[0] + amount, sums[1] + other];
  }
  return sums;
}

function sums({words}: Judged, rows: readonly Row[]): Map<string, Map<number, Months>> {
  const {column, within} = words.total!;
  const groups = new Map<string, Map<number, Months>>();
  for (const row of latest(words.key, rows)) {
    const key = JSON.stringify([row.gemeente_code, ...within.map((name) => row[name])]);
    const years = groups.get(key) ?? new Map<number, Months>();
    groups.set(key, years);
    const months = years.get(Number(row.jaar)) ?? new Map<number, number>();
    years.set(Number(row.jaar), months);
    const month = Number(row.maand ?? 0);
    months.set(month, (months.get(month) ?? 0) + Number(row[column]));
  }
  return groups;
}

/** Of an amount that was decided more than once the last decision. */
function latest(key: readonly string[] | null, rows: readonly Row[]): readonly Row[] {
  if (key === null || !key.includes("vastgesteld_op")) return rows;
  const others = key.filter((name) => name !== "vastgesteld_op");
  const last = new Map<string, Row>();
  for (const row of rows) {
    const own = JSON.stringify([row.gemeente_code, ...others.map((name) => row[name])]);
    if (String(row.vastgesteld_op) >= String(last.get(own)?.vastgesteld_op ?? "")) last.set(own, row);
  }
  return [...last.values()];
}
