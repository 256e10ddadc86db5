import type {ReadRow} from "../read-table.ts";
import {type Judged, keyOf} from "./judged.ts";

/** Two rows for one thing that hold on the same day. */
export function checkPeriods(judged: Judged): void {
  const {periods} = judged.words;
  if (periods === undefined) return;
  for (const rows of Map.groupBy(judged.rows, ({row}) => keyOf(row, periods.within)).values()) {
    if (rows.length > 1) checkGroup(judged, rows);
  }
}

function checkGroup(judged: Judged, rows: readonly ReadRow[]): void {
  const inTime = [...rows].sort((a, b) => beginOf(a).localeCompare(beginOf(b)) || a.number - b.number);
  let longest = inTime[0]!;
  for (const row of inTime.slice(1)) {
    if (beginOf(row) <= endOf(longest)) {
      judged.ask(
        "overlap",
        `${judged.place(row, "begindatum")}: deze periode overlapt die van rij ${longest.number}. Kloppen de datums?`,
      );
    }
    if (endOf(row) > endOf(longest)) longest = row;
  }
}

function beginOf({row}: ReadRow): string {
  return String(row.begindatum);
}

function endOf({row}: ReadRow): string {
  return String(row.einddatum ?? "9999-12-31");
}
