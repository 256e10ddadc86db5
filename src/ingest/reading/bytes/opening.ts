import {type CompiledMessage, compileMessage, writtenNames} from "../compiled-message.ts";
import {type Attribute, bindingsWithin, noBindings, resolveElement} from "../namespaces.ts";
import {claimsUtf8, decodeXml} from "../text-decoding.ts";
import {parseXml} from "../xml-events.ts";
import {attributeProblems} from "../xsi.ts";
import {findMessage} from "../../../standards/istandaarden/message-table.ts";
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

const known = new Map<string, Opening | null>();

/** How a file opens; null when that is not how a Bericht usually does. `bytes` has zeros behind the file. */
export function openingOf(bytes: Buffer): Opening | null {
  const end = endOfOpening(bytes);
  if (end === -1) return null;
  const key = bytes.latin1Slice(0, end);
  let opening = known.get(key);
  if (opening === undefined) {
    opening = readOpening(bytes.subarray(0, end));
    if (known.size === mostRemembered) known.clear();
    known.set(key, opening);
  }
  return opening;
}

/** Behind the first ">", or the second when the first ends a declaration of XML. */
function endOfOpening(bytes: Buffer): number {
  const start = bytes[0] === 0xef ? 3 : 0;
  const first = bytes.indexOf(0x3e, start);
  const isDeclaration = bytes[start] === 0x3c && bytes[start + 1] === 0x3f;
  const last = isDeclaration && first !== -1 ? bytes.indexOf(0x3e, first + 1) : first;
  return last < longestOpening ? last + 1 || -1 : -1;
}

function readOpening(bytes: Uint8Array): Opening | null {
  const root = claimsUtf8(bytes) ? readRoot(bytes) : null;
  const bindings = root === null ? "problem" : bindingsWithin(noBindings, root.attributes);
  if (root === null || bindings === "problem") return null;
  const {namespace, local} = resolveElement(bindings, root.name);
  const table = local === "Bericht" && namespace ? findMessage(namespace) : null;
  if (table === null || attributeProblems(root.attributes, bindings, table, 0).length > 0) return null;
  const message: CompiledMessage = compileMessage(table);
  const names = writtenNames(message, bindings);
  if (names === null) return null;
  return {plan: planFor(message), names: namesInBytes(names), end: bytes.length};
}

/** The first tag as the parser of XML reads it; null when there is another one, or more than that. */
function readRoot(bytes: Uint8Array): {name: string; attributes: readonly Attribute[]} | null {
  const decoded = decodeXml(bytes);
  if ("problem" in decoded) return null;
  const opened: {name: string; attributes: readonly Attribute[]}[] = [];
  let hasMore = false;
  function* pieces(texts: Iterable<string>): Generator<string> {
    yield* texts;
    // Here the file goes on with what is in the Bericht; the parser is told that it ends.
    const name = opened[0]?.name;
    if (name !== undefined && !hasMore) yield `</${name}>`;
  }
  let isClosed = false;
  const problem = parseXml(pieces(decoded.pieces), {
    open: (name, attributes) => opened.push({name, attributes}),
    text: () => undefined,
    cdata: () => {
      hasMore = true;
    },
    close: () => {
      hasMore = isClosed;
      isClosed = true;
    },
  });
  return problem === null && opened.length === 1 ? opened[0]! : null;
}
