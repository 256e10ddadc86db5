import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, text} from "../fields.ts";
import {requiredNode} from "../reading.ts";
import type {Check} from "./check.ts";

/** CS058: a delivery is first or removed; changed ones are removed and delivered anew. */
export function statusCheck(table: MessageTable, path: string): Check {
  const status = requiredNode(table, `${path}/StatusAanlevering`);
  return [
    status,
    (reading) => {
      const value = text(reading, status);
      if (value !== "1" && value !== "3") reading.report("CS058", "deze status mag hier niet. Gebruik 1 of 3");
    },
  ];
}

/** TR134: what is told has happened. */
export function hasHappenedCheck(table: MessageTable, path: string): Check {
  const datum = requiredNode(table, path);
  const {dagtekening} = headerNodes(table);
  const name = table.nodes[datum]!.name.toLowerCase();
  return [
    datum,
    (reading) => {
      if (number(reading, datum) > number(reading, dagtekening)) {
        reading.report("TR134", `de ${name} ligt na de Dagtekening. Meld dit pas als het zover is`);
      }
    },
  ];
}

/** TR018: a stop is not before its start. */
export function stopAfterStartCheck(table: MessageTable, path: string): Check {
  const begindatum = requiredNode(table, `${path}/Begindatum`);
  const einddatum = requiredNode(table, `${path}/Einddatum`);
  return [
    einddatum,
    (reading) => {
      if (number(reading, einddatum) < number(reading, begindatum)) {
        reading.report("TR018", "de einddatum ligt voor de begindatum. Verbeter een van de twee");
      }
    },
  ];
}
