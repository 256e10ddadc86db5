import type {MessageTable} from "../../standards/istandaarden/message-table.ts";
import type {ResolvedName} from "./namespaces.ts";

/** A child of an element by the number of its node, or in Dutch why there may be none of that name here. */
export type ChildOrProblem = number | string;

/** The child of `parent` that has this name, after `last` was the child that came before it (-1: none yet). */
export function findChild(table: MessageTable, parent: number, last: number, name: ResolvedName): ChildOrProblem {
  const {nodes} = table;
  const {name: parentName, firstChild} = nodes[parent]!;
  if (firstChild === -1) return `'${parentName}' mag zelf geen elementen bevatten. Zet er alleen de waarde in`;
  const {local} = name;
  let child = firstChild;
  while (child !== -1 && nodes[child]!.name !== local) child = nodes[child]!.nextSibling;
  if (child === -1) return `${quoted(local)} hoort niet in '${parentName}'. Haal het weg of verbeter de naam`;
  const wanted = nodes[child]!.isBase ? table.baseNamespace : table.namespace;
  if (name.namespace !== wanted) return `element '${local}' heeft de verkeerde namespace. Gebruik ${wanted}`;
  if (child < last) {
    return `element '${local}' staat niet op zijn plaats in '${parentName}'. Houd de volgorde van de standaard aan`;
  }
  if (child === last && !nodes[child]!.isRepeatable) {
    return `element '${local}' staat vaker dan één keer in '${parentName}'. Laat er één staan`;
  }
  return child;
}

/** Names of the elements that must be there after `last` and before `until`; -1 is up to the end. */
export function missingBetween(table: MessageTable, parent: number, last: number, until: number): string[] {
  const {nodes} = table;
  const missing: string[] = [];
  let child = last === -1 ? nodes[parent]!.firstChild : nodes[last]!.nextSibling;
  for (; child !== until && child !== -1; child = nodes[child]!.nextSibling) {
    if (nodes[child]!.isRequired) missing.push(nodes[child]!.name);
  }
  return missing;
}

/** A name from the file, unless it could hold something about a person. */
function quoted(local: string): string {
  return /^[A-Za-z_][\w.-]{0,40}$/.test(local) && !/\d{3}/.test(local) ? `element '${local}'` : "een onbekend element";
}
