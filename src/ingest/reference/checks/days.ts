import {referenceTables} from "../../../database/reference-tables.ts";
import type {Judged} from "./judged.ts";

const [earliest, latest] = ["1990-01-01", "2060-12-31"];

/** A day long past or far ahead: a year typed wrong, or a number that became a date. */
export function checkDays(judged: Judged): void {
  const days = Object.entries(referenceTables[judged.table]).filter(([, {type}]) => type === "date");
  for (const [column] of days) {
    for (const row of judged.rows) {
      const day = row.row[column] ?? null;
      if (day === null || (String(day) >= earliest && String(day) <= latest)) continue;
      // How many sheets write "no end".
      if (column === "einddatum" && String(day) > latest) continue;
      judged.ask(
        `dag ${column}`,
        `${judged.place(row, column)}: ${day} is wel heel lang geleden of ver weg. Klopt dat?`,
      );
    }
  }
}
