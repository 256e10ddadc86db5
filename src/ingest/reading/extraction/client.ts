import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {text} from "../fields.ts";
import {type AtEnd, requiredNode} from "../reading.ts";

/** Where a Bsn ends it becomes a pseudonym: nothing further on sees it. */
export function clientActions(table: MessageTable, path: string): [number, AtEnd][] {
  const bsn = requiredNode(table, `${path}/Bsn`);
  const readBsn: AtEnd = (reading) => {
    reading.client = reading.context.pseudonym(text(reading, bsn));
  };
  return [[bsn, readBsn]];
}
