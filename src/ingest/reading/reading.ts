import {type MessageTable, nodeAt} from "../../standards/istandaarden/message-table.ts";
import type {BerichtRow, BerichtTable} from "./rows.ts";
import type {LeafValue} from "./values.ts";

/** What the reader needs of the world, so that no Bsn, name or address leaves it. */
export interface ReadingContext {
  /** The keyed hash that stands for a Bsn. */
  pseudonym(bsn: string): string;
  /** The keyed hash that stands for an address. Postcode as "1234AB". */
  huishouden(postcode: string, huisnummer: number, huisletter: string | null, toevoeging: string | null): string;
  /** The Buurt of a postcode such as "1234AB"; null when it is not known. */
  buurtOf(postcode: string): string | null;
}

/** A Bericht halfway: the leaves read so far, by number of their node, and what came of them. */
export interface Reading {
  readonly context: ReadingContext;
  /** A leaf of a class that repeats is forgotten when the next one begins. */
  readonly fields: readonly (LeafValue | undefined)[];
  /** Pseudonym of the Client being read. */
  client: string;
  /** What rules remember until the end of the Bericht, each by a key of its own. */
  readonly memory: Map<object, object>;
  add(table: BerichtTable, row: BerichtRow): void;
  /** How many rows a table has so far, this one included: the number of a line in the Bericht. */
  nextLine(table: BerichtTable): number;
  /** A finding about the element that just ended, by a rule of the standard; `what` without its full stop. */
  report(rule: string, what: string): void;
}

/** What is done where an element ends, by number of its node. */
export type AtEnd = (reading: Reading) => void;
export type EndActions = ReadonlyMap<number, AtEnd>;

/** The number of a node that the message surely has. */
export function requiredNode(table: MessageTable, path: string): number {
  const number = nodeAt(table, path);
  if (number === -1) throw new RangeError(`no such element: ${path}`);
  return number;
}

/** All nodes with a name, wherever they stand. */
export function nodesNamed(table: MessageTable, name: string): number[] {
  return table.nodes.flatMap((node, number) => (node.name === name ? [number] : []));
}
