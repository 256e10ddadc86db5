import type {ReadRow} from "../read-table.ts";
import type {Judged} from "./judged.ts";

/** An end before its beginning, more answers than questions. */
export function checkOrder(judged: Judged): void {
  const {ascending = [], descending = []} = judged.words;
  for (const row of judged.rows) {
    checkPairs(judged, row, ascending, (left, right) => left <= right, "ligt voor");
    checkPairs(judged, row, descending, (left, right) => left >= right, "is meer dan");
  }
}

type Comparable = string | number;

function checkPairs(
  judged: Judged,
  row: ReadRow,
  columns: readonly string[],
  fits: (left: Comparable, right: Comparable) => boolean,
  words: string,
): void {
  for (const [index, right] of columns.slice(1).entries()) {
    const left = columns[index]!;
    const values = [row.row[left] ?? null, row.row[right] ?? null] as (Comparable | null)[];
    if (values[0] === null || values[1] === null || fits(values[0]!, values[1]!)) continue;
    judged.fault(row, right, `${judged.place(row, right)}: ${values[1]} ${words} ${left} (${values[0]}).`);
  }
}
