import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, numberOrNull, textOrNull} from "../fields.ts";
import {requiredNode} from "../reading.ts";
import type {Check} from "./check.ts";

/** CS335 and CS336: a Toewijzing is removed by ending it on its first day. Before 3.1 there was no other way than 01. */
export function redenWijzigingCheck(table: MessageTable, path: string): Check[] {
  if (table.release < "3.1") return [];
  const reden = requiredNode(table, `${path}/RedenWijziging`);
  const ingangsdatum = requiredNode(table, `${path}/Ingangsdatum`);
  const einddatum = requiredNode(table, `${path}/Einddatum`);
  return [
    [
      requiredNode(table, path),
      (reading) => {
        const value = textOrNull(reading, reden);
        if (value === "01") reading.report("CS336", "reden 01 is vervallen. Gebruik 13 of 14");
        if (value === "13" && numberOrNull(reading, einddatum) !== number(reading, ingangsdatum)) {
          reading.report(
            "CS335",
            "de toewijzing is verwijderd (reden 13), maar eindigt niet op de ingangsdatum. Maak de datums gelijk",
          );
        }
      },
    ],
  ];
}

/** TR134: what is sent has been decided. */
export function toewijzingsdatumCheck(table: MessageTable, path: string): Check {
  const toewijzingsdatum = requiredNode(table, `${path}/Toewijzingsdatum`);
  const {dagtekening} = headerNodes(table);
  return [
    toewijzingsdatum,
    (reading) => {
      if (number(reading, toewijzingsdatum) > number(reading, dagtekening)) {
        reading.report("TR134", "de toewijzingsdatum ligt na de Dagtekening. Verbeter een van de twee");
      }
    },
  ];
}
