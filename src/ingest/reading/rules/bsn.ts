import {isBsn} from "../../../standards/bsn.ts";
import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {text} from "../fields.ts";
import {requiredNode} from "../reading.ts";
import type {Check} from "./check.ts";

/** CS002: a Bsn passes the elfproef. */
export function bsnCheck(table: MessageTable, client: string): Check {
  const bsn = requiredNode(table, `${client}/Bsn`);
  return [
    bsn,
    (reading) => {
      if (!isBsn(text(reading, bsn))) {
        reading.report("CS002", "dit Bsn bestaat niet (het voldoet niet aan de elfproef). Vraag het juiste Bsn na");
      }
    },
  ];
}
