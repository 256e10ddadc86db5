import type {MessageTable} from "../../standards/istandaarden/message-table.ts";
import {actionsFor} from "./extraction/actions.ts";
import {type HeaderNodes, headerNodes} from "./fields.ts";
import {type Bindings, prefixesOf} from "./namespaces.ts";
import type {AtEnd, EndActions} from "./reading.ts";
import type {Check} from "./rules/check.ts";
import {checksFor} from "./rules/checks.ts";
import {describeType} from "./type-words.ts";
import {type LeafReader, leafReader} from "./values.ts";

/** A message made ready for reading: beside each node how its value is read and what is done at its end. */
export interface CompiledMessage {
  readonly table: MessageTable;
  readonly readers: readonly (LeafReader | null)[];
  /** What a leaf should hold, in Dutch. */
  readonly expectations: readonly (string | null)[];
  readonly atEnd: readonly (AtEnd | null)[];
  readonly header: HeaderNodes;
  /** Names of the nodes as written with given prefixes, by "prefix of the message|prefix of the basisschema". */
  readonly writtenNames: Map<string, readonly string[]>;
}

const compiled = new Map<string, CompiledMessage>();

export function compileMessage(table: MessageTable): CompiledMessage {
  const known = compiled.get(table.namespace);
  if (known !== undefined) return known;
  const message: CompiledMessage = {
    table,
    readers: table.nodes.map(({type}) => (type === null ? null : leafReader(type, table.wet, table.release))),
    expectations: table.nodes.map(({type}) => (type === null ? null : describeType(type, table.wet, table.release))),
    atEnd: atEndOf(table.nodes.length, actionsFor(table), checksFor(table)),
    header: headerNodes(table),
    writtenNames: new Map(),
  };
  compiled.set(table.namespace, message);
  return message;
}

/** By node: its checks, then what makes rows of it. */
function atEndOf(nodeCount: number, actions: EndActions, checks: readonly Check[]): (AtEnd | null)[] {
  const atEnd = new Array<AtEnd | null>(nodeCount).fill(null);
  for (const [node, check] of checks) atEnd[node] = both(atEnd[node]!, check);
  for (const [node, action] of actions) atEnd[node] = both(atEnd[node]!, action);
  return atEnd;
}

function both(first: AtEnd | null, second: AtEnd): AtEnd {
  if (first === null) return second;
  return (reading) => {
    first(reading);
    second(reading);
  };
}

// Anyone may choose prefixes, so only the first few choices are remembered.
const rememberedPrefixes = 64;

/**
 * How each node is written where these bindings hold, so that a name as it stands can be compared at once.
 * Null when one namespace has two prefixes, or one that is not there: then names must be resolved.
 */
export function writtenNames(message: CompiledMessage, bindings: Bindings): readonly string[] | null {
  const {table} = message;
  const own = prefixesOf(bindings, table.namespace);
  const base = prefixesOf(bindings, table.baseNamespace);
  if (own.length !== 1 || base.length !== 1) return null;
  const key = `${own[0]}|${base[0]}`;
  const known = message.writtenNames.get(key);
  if (known !== undefined) return known;
  const names = table.nodes.map(({name, isBase}) => {
    const prefix = isBase ? base[0] : own[0];
    return prefix === "" ? name : `${prefix}:${name}`;
  });
  if (message.writtenNames.size < rememberedPrefixes) message.writtenNames.set(key, names);
  return names;
}
