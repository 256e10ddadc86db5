import {findMessage} from "../../../standards/istandaarden/message-table.ts";
import {compileMessage, writtenNames} from "../compiled-message.ts";
import {type Attribute, bindingsWithin, noBindings, resolveElement} from "../namespaces.ts";
import {claimsUtf8, decodeXml} from "../text-decoding.ts";
import {parseXml} from "../xml-events.ts";
import {attributeProblems} from "../xsi.ts";
import {type BytePlan, planFor} from "./byte-plan.ts";
import {namesInBytes, type WrittenNames} from "./written-names.ts";

/** What the first tag of a file and all before it say. */
export interface Opening {
  readonly plan: BytePlan;
  readonly names: WrittenNames;
  /** Where the first tag ends. */
  readonly end: number;
}

const longestOpening = 2048;
// Every sender has its own way to begin a file, and few have more than one.
const mostRemembered = 64;
const greater = 0x3e;

const known = new Map<string, Opening | null>();

/** How a file opens; null when that is not how a Bericht usually does. */
export function openingOf(bytes: Buffer, length: number): Opening | null {
  const end = endOfOpening(bytes, Math.min(length, longestOpening));
  if (end === -1) return null;
  const key = bytes.toString("latin1", 0, end);
  let opening = known.get(key);
  if (opening === undefined) {
    opening = readOpening(bytes.subarray(0, end));
    if (known.size === mostRemembered) known.clear();
    known.set(key, opening);
  }
  return opening;
}

/** Behind the first ">", or behind the second when the first ends a declaration of XML. -1: there is none. */
function endOfOpening(bytes: Buffer, length: number): number {
  const start = bytes[0] === 0xef ? 3 : 0;
  const isDeclared = bytes[start] === 0x3c && bytes[start + 1] === 0x3f;
  let wanted = isDeclared ? 2 : 1;
  for (let at = start; at < length; at++) {
    if (bytes[at] === greater && --wanted === 0) return at + 1;
  }
  return -1;
}

function readOpening(bytes: Uint8Array): Opening | null {
  const root = claimsUtf8(bytes) ? readRoot(bytes) : null;
  if (root === null) return null;
  const bindings = bindingsWithin(noBindings, root.attributes);
  if (bindings === "problem") return null;
  const {namespace, local} = resolveElement(bindings, root.name);
  const table = local === "Bericht" && namespace ? findMessage(namespace) : null;
  if (table === null || attributeProblems(root.attributes, bindings, table, 0).length > 0) return null;
  const message = compileMessage(table);
  const names = writtenNames(message, bindings);
  return names === null ? null : {plan: planFor(message), names: namesInBytes(names), end: bytes.length};
}

interface Root {
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

/** The first tag, as the parser of XML reads it. Null when it is none, or when more than one tag stands here. */
function readRoot(bytes: Uint8Array): Root | null {
  const decoded = decodeXml(bytes);
  if ("problem" in decoded) return null;
  const roots: Root[] = [];
  const ignore = () => undefined;
  const open = (name: string, attributes: readonly Attribute[]) => roots.push({name, attributes});
  const problem = parseXml(closed(decoded.pieces, roots), {open, text: ignore, cdata: ignore, close: ignore});
  return problem === null && roots.length === 1 ? roots[0]! : null;
}

/** The text, and an end tag for what it opened: to the parser it is a whole document. */
function* closed(texts: Iterable<string>, opened: readonly Root[]): Generator<string> {
  yield* texts;
  if (opened[0] !== undefined) yield `</${opened[0].name}>`;
}
