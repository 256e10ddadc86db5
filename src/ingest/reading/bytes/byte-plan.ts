import type {CompiledMessage} from "../compiled-message.ts";
import type {AtEnd} from "../reading.ts";
import {type ByteReader, byteReader} from "./byte-readers.ts";
import {isUnread} from "./unread.ts";

/** A message as flat numbers by node: what a loop over bytes can follow without looking anything up. */
export interface BytePlan {
  readonly message: CompiledMessage;
  readonly parent: Int16Array;
  readonly firstChild: Int16Array;
  readonly nextSibling: Int16Array;
  readonly end: Int16Array;
  readonly isRequired: Uint8Array;
  readonly isRepeatable: Uint8Array;
  /** Whether an element must follow this one before its parent may end. */
  readonly needsSibling: Uint8Array;
  readonly needsChild: Uint8Array;
  readonly readers: readonly (ByteReader | null)[];
  readonly atEnd: readonly (AtEnd | null)[];
}

const plans = new Map<CompiledMessage, BytePlan>();

export function planFor(message: CompiledMessage): BytePlan {
  let plan = plans.get(message);
  if (plan === undefined) {
    plan = makePlan(message);
    plans.set(message, plan);
  }
  return plan;
}

function makePlan(message: CompiledMessage): BytePlan {
  const {table} = message;
  const {nodes} = table;
  const needsSibling = new Uint8Array(nodes.length);
  // A sibling has a higher number, so it is known before those that come before it.
  for (let node = nodes.length - 1; node >= 0; node--) {
    const next = nodes[node]!.nextSibling;
    needsSibling[node] = next !== -1 && (nodes[next]!.isRequired || needsSibling[next] === 1) ? 1 : 0;
  }
  const needsChild = Uint8Array.from(nodes, ({firstChild}) =>
    firstChild !== -1 && (nodes[firstChild]!.isRequired || needsSibling[firstChild] === 1) ? 1 : 0,
  );
  return {
    message,
    parent: Int16Array.from(nodes, ({parent}) => parent),
    firstChild: Int16Array.from(nodes, ({firstChild}) => firstChild),
    nextSibling: Int16Array.from(nodes, ({nextSibling}) => nextSibling),
    end: Int16Array.from(nodes, ({end}) => end),
    isRequired: Uint8Array.from(nodes, ({isRequired}) => Number(isRequired)),
    isRepeatable: Uint8Array.from(nodes, ({isRepeatable}) => Number(isRepeatable)),
    needsSibling,
    needsChild,
    readers: nodes.map(({type}, node) =>
      type === null ? null : byteReader(type, table, message.readers[node]!, !isUnread(table, node)),
    ),
    atEnd: message.atEnd,
  };
}
