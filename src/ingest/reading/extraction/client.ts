import {isBsn} from "../../../standards/bsn.ts";
import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {text} from "../fields.ts";
import {type AtEnd, requiredNode} from "../reading.ts";

/** Where a Bsn ends it becomes a pseudonym, and is checked: nothing further on sees it. */
export function clientActions(table: MessageTable, path: string): [number, AtEnd][] {
  const bsn = requiredNode(table, `${path}/Bsn`);
  const readBsn: AtEnd = (reading) => {
    const value = text(reading, bsn);
    reading.client = reading.context.pseudonym(value);
    if (!isBsn(value)) {
      reading.report("CS002", "dit Bsn bestaat niet (het voldoet niet aan de elfproef). Vraag het juiste Bsn na");
    }
  };
  return [[bsn, readBsn]];
}
