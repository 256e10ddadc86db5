import {type MessageTable, pathOf} from "../../../standards/istandaarden/message-table.ts";

// Names, addresses beyond the postcode, ways to reach someone, remarks, versions: no row and no rule wants their text.
const unreadElements: ReadonlySet<string> = new Set([
  "XsdVersie",
  "XsdVersieRetour",
  "XsdVersieDeclaratie",
  "Naam",
  "Communicatie",
  "Commentaar",
  "Telefoon",
  "Organisatie",
  "Emailadres",
  "Straatnaam",
  "Plaatsnaam",
]);

/** Whether a leaf holds text that nobody asks for; that it is there can still be seen. */
export function isUnread(table: MessageTable, node: number): boolean {
  const isText = table.nodes[node]!.type?.kind === "text";
  return (
    isText &&
    pathOf(table, node)
      .split("/")
      .some((name) => unreadElements.has(name))
  );
}
