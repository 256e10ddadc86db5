import {type MessageTable, pathOf} from "../../../standards/istandaarden/message-table.ts";

// Names, addresses beyond the postcode, ways to reach someone, remarks and versions: no row and no rule wants their text.
const unreadElements: ReadonlySet<string> = new Set([
  "XsdVersie",
  "XsdVersieRetour",
  "XsdVersieDeclaratie",
  "Naam",
  "Relaties",
  "Communicatie",
  "Commentaar",
  "Telefoon",
  "Organisatie",
  "Emailadres",
  "Straatnaam",
  "Plaatsnaam",
]);

/** Whether the text of a leaf is asked for by nobody; that it is there still can be seen. */
export function isUnread(table: MessageTable, node: number): boolean {
  return pathOf(table, node)
    .split("/")
    .some((name) => unreadElements.has(name));
}
