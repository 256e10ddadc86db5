import {rowPlace} from "../sheet/sheet.ts";
import {textAt} from "./columns.ts";
import type {LandelijkProblem, LandelijkSheet} from "./read-landelijk.ts";

/** The year of a file, by a column `jaar` or by its name; it must be one that we know the figures of. */
export function yearOf(
  {columns, rows, namedYear, sheet}: LandelijkSheet,
  what: string,
  known: readonly [from: number, to: number],
): number | LandelijkProblem {
  const at = columns.find(["jaar", "perioden", "boekjaar"]);
  let year = namedYear;
  if (at !== null) {
    const years = new Set(rows.map((row) => textAt(row, at).slice(0, 4)));
    if (years.size !== 1) {
      const [, second] = years;
      const row = rows.find((one) => textAt(one, at).slice(0, 4) === second) ?? rows[0];
      return {
        problem: `${row === undefined ? "" : `${rowPlace(sheet, row.number)}: `}er staan meer jaren in dit bestand. Lever elk jaar in een eigen bestand.`,
      };
    }
    year = Number([...years][0]);
  }
  if (year === null || !Number.isInteger(year)) {
    return {
      problem: `Van welk jaar deze ${what} zijn, staat er niet bij. Zet het jaar in de naam van het bestand, als 2022.`,
    };
  }
  if (year >= known[0] && year <= known[1]) return year;
  return {problem: `Van ${year} kennen wij geen ${what}. Wij kennen ${known[0]} t/m ${known[1]}. Klopt het jaar?`};
}
