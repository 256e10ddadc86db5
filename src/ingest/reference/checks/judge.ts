import type {Row} from "../../../database/database.ts";
import {referenceWords} from "../../../database/reference/reference-words.ts";
import {cellPlace, rowPlace} from "../../sheet/sheet.ts";
import type {ReadRow, TableReading} from "../read-table.ts";
import type {ReferenceState} from "../reference-state.ts";
import {checkDays} from "./days.ts";
import type {Check, Judged} from "./judged.ts";
import {checkKeys} from "./keys.ts";
import {checkOrder} from "./order.ts";
import {checkPeriods} from "./periods.ts";
import {checkPrices} from "./prices.ts";
import {checkReferences} from "./references.ts";
import {checkRowCount} from "./row-count.ts";
import {checkTotals} from "./totals.ts";

const rowChecks: readonly Check[] = [checkKeys, checkOrder];
/** These ask, of the rows that are right. */
const questions: readonly Check[] = [checkRowCount, checkReferences, checkPeriods, checkPrices, checkTotals, checkDays];

/**
 * Judges the rows of a file together and beside what we know. What is found is added to the reading's faults and
 * questions; the rows that are right are given back.
 */
export async function judgeRows(
  reading: TableReading,
  rows: readonly ReadRow[],
  gemeenten: readonly string[],
  state: ReferenceState,
): Promise<ReadRow[]> {
  const bad = new Set<number>();
  const {table, sheet, columns} = reading;
  const current: readonly Row[] = await state.rowsOf(table, gemeenten);
  const judged = (of: readonly ReadRow[]): Judged => ({
    table,
    words: referenceWords[table],
    rows: of,
    current,
    place: ({number}, column) => {
      const found = columns.find((one) => one.column === column);
      return found === undefined ? rowPlace(sheet, number) : cellPlace(sheet, number, found.index, found.written);
    },
    rowsOf: (other) => state.rowsOf(other, gemeenten),
    fault: ({number}, kind, line) => {
      bad.add(number);
      reading.faults.add(kind, line);
    },
    ask: (kind, line) => reading.questions.add(kind, line),
  });
  for (const check of rowChecks) await check(judged(rows));
  const good = rows.filter(({number}) => !bad.has(number));
  for (const check of questions) await check(judged(good));
  return good;
}
