import {dayFromNumber, dayNumber, isMoreThanYearsBefore} from "../../../standards/calendar.ts";
import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, textOrNull} from "../fields.ts";
import {requiredNode} from "../reading.ts";
import type {Check} from "./check.ts";

const unknown = dayNumber("1900-01-01");
const oldestAge = 120;

/** CS139, TR002 and TR134: a date of birth agrees with its DatumGebruik and is of someone who may be alive. */
export function geboortedatumCheck(table: MessageTable, path: string): Check {
  const datum = requiredNode(table, `${path}/Datum`);
  const datumGebruik = requiredNode(table, `${path}/DatumGebruik`);
  const {dagtekening} = headerNodes(table);
  return [
    requiredNode(table, path),
    (reading) => {
      const birth = number(reading, datum);
      const use = textOrNull(reading, datumGebruik);
      const day = number(reading, dagtekening);
      if (use !== null && !agrees(birth, use)) {
        reading.report(
          "CS139",
          "'Datum' past niet bij 'DatumGebruik'. Zet wat onbekend is op 1, of alles op 1900-01-01",
        );
      }
      if (birth > day) reading.report("TR134", "de geboortedatum ligt na de Dagtekening. Verbeter de datum");
      const isUnknown = use === "3" && birth === unknown;
      if (!isUnknown && isMoreThanYearsBefore(birth, day, oldestAge)) {
        reading.report("TR002", "de geboortedatum ligt meer dan 120 jaar terug. Verbeter de datum");
      }
    },
  ];
}

function agrees(birth: number, use: string): boolean {
  if (use === "3") return birth === unknown;
  return dayFromNumber(birth).endsWith(use === "2" ? "-01-01" : "-01");
}
