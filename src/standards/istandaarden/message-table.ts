import {type CodeListName, codeListsByWet, sharedCodeLists} from "./code-lists.ts";
import {type CompositeTypeName, compositeTypes, type TypeName} from "./composite-types.ts";
import {type Message, messages, onlyInJeugdwet, type Shape, type Soort, soorten} from "./messages.ts";
import {baseNamespace, messageNamespace, type Release, releases, subversieOf, type Wet} from "./release.ts";
import {type SimpleType, type SimpleTypeName, simpleTypes} from "./simple-types.ts";

/** One message of one law and release, flat: what a reader needs to walk it without looking anything up. */
export interface MessageTable {
  readonly wet: Wet;
  readonly soort: Soort;
  readonly release: Release;
  readonly message: Message;
  readonly namespace: string;
  readonly baseNamespace: string;
  /** Depth first, so the descendants of a node are those from its own number + 1 up to its `end`. Node 0 is Bericht. */
  readonly nodes: readonly MessageNode[];
}

/** One element at one place. Numbers point into `nodes`; -1 is none. */
export interface MessageNode {
  readonly name: string;
  /** In the namespace of the basisschema; otherwise in that of the message. */
  readonly isBase: boolean;
  readonly isRequired: boolean;
  readonly isRepeatable: boolean;
  readonly parent: number;
  readonly firstChild: number;
  readonly nextSibling: number;
  readonly end: number;
  /** What a leaf may hold; null: it has elements of its own. */
  readonly type: SimpleType | null;
  /** As the schema calls the type: "LDT_Datum", "CDT_Adres", "Client"; null: it has no name. */
  readonly typeName: string | null;
}

const tables = new Map<string, MessageTable>();

/** The definition of the message with this namespace; null when no release we know has it. */
export function findMessage(namespace: string): MessageTable | null {
  if (tables.size === 0) compileAll();
  return tables.get(namespace) ?? null;
}

/** The definition of a message by law, kind and release. */
export function messageTable(wet: Wet, soort: Soort, release: Release): MessageTable {
  const table = findMessage(messageNamespace(wet, release, soort));
  if (table === null) throw new RangeError(`no such message: ${wet} ${soort} ${release}`);
  return table;
}

/** The number of the node at a path such as "Bericht/Client/Bsn"; -1 when the message does not have it. */
export function nodeAt(table: MessageTable, path: string): number {
  const [root, ...names] = path.split("/");
  let at = root === "Bericht" ? 0 : -1;
  for (const name of names) {
    if (at === -1) return -1;
    at = childNamed(table, at, name);
  }
  return at;
}

/** The names from Bericht down to a node. */
export function pathOf(table: MessageTable, number: number): string {
  const node = table.nodes[number]!;
  return node.parent === -1 ? node.name : `${pathOf(table, node.parent)}/${node.name}`;
}

function childNamed(table: MessageTable, parent: number, name: string): number {
  let child = table.nodes[parent]!.firstChild;
  while (child !== -1 && table.nodes[child]!.name !== name) child = table.nodes[child]!.nextSibling;
  return child;
}

function compileAll(): void {
  for (const wet of ["Wmo", "Jeugdwet"] as const) {
    for (const release of releases) {
      for (const soort of soorten) {
        const table = compile(wet, soort, release);
        tables.set(table.namespace, table);
      }
    }
  }
}

function compile(wet: Wet, soort: Soort, release: Release): MessageTable {
  const message = messages[soort];
  const nodes: Mutable<MessageNode>[] = [];
  const header: Content = {
    BerichtCode: {kind: "fixed", value: message.berichtCode[wet], isInteger: false},
    BerichtVersie: {kind: "fixed", value: "3", isInteger: true},
    BerichtSubversie: {kind: "fixed", value: subversieOf(release), isInteger: true},
    Afzender: message.afzender === "gemeente" ? "LDT_Gemeente" : "LDT_AgbCode",
    Ontvanger: message.afzender === "gemeente" ? "LDT_AgbCode" : "LDT_Gemeente",
    BerichtIdentificatie: "CDT_BerichtIdentificatie",
    XsdVersie: "CDT_XsdVersie",
    ...message.header,
  };
  const root = newNode("Bericht", false, -1, "Root");
  nodes.push(root);
  addChildren(nodes, 0, {Header: header, ...message.body}, {wet, isBase: false});
  root.end = nodes.length;
  return {
    wet,
    soort,
    release,
    message,
    namespace: messageNamespace(wet, release, soort),
    baseNamespace: baseNamespace(wet, release),
    nodes,
  };
}

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

/** A Shape in which a leaf may also have a type of its own. */
interface Content {
  readonly [element: string]: Shape[string] | SimpleType | Content;
}

interface Place {
  readonly wet: Wet;
  readonly isBase: boolean;
}

function addChildren(nodes: Mutable<MessageNode>[], parent: number, content: Content, place: Place): void {
  let previous = -1;
  for (const [element, definition] of Object.entries(content)) {
    if (place.wet === "Wmo" && onlyInJeugdwet.has(element)) continue;
    const number = nodes.length;
    const node = newNode(element, place.isBase, parent, typeNameOf(element, definition));
    nodes.push(node);
    if (previous === -1) nodes[parent]!.firstChild = number;
    else nodes[previous]!.nextSibling = number;
    previous = number;
    fill(nodes, number, definition, place);
    node.end = nodes.length;
  }
}

function fill(nodes: Mutable<MessageNode>[], number: number, definition: Content[string], place: Place): void {
  if (typeof definition === "string") {
    if (isComposite(definition))
      addChildren(nodes, number, compositeTypes[compositeName(definition)], {...place, isBase: true});
    else nodes[number]!.type = simpleType(definition);
  } else if (isSimpleType(definition)) {
    nodes[number]!.type = definition;
  } else {
    addChildren(nodes, number, definition, place);
  }
}

function newNode(element: string, isBase: boolean, parent: number, typeName: string | null): Mutable<MessageNode> {
  return {
    name: element.replace(/[?+]$/, ""),
    isBase,
    isRequired: !element.endsWith("?"),
    isRepeatable: element.endsWith("+"),
    parent,
    firstChild: -1,
    nextSibling: -1,
    end: -1,
    type: null,
    typeName,
  };
}

/** A class is a type of its own name; the types of the Header's codes and of DeclaratieNummer have none. */
function typeNameOf(element: string, definition: Content[string]): string | null {
  if (typeof definition === "string") return definition === "DeclaratieNummer" ? null : definition;
  return isSimpleType(definition) ? null : element.replace(/[?+]$/, "");
}

function simpleType(name: string): SimpleType {
  const bare = name.replace("LDT_", "");
  if (bare in simpleTypes) return simpleTypes[bare as SimpleTypeName];
  if (bare in sharedCodeLists || bare in codeListsByWet) return {kind: "code", list: bare as CodeListName};
  throw new RangeError(`no such type: ${name}`);
}

function isComposite(name: string): name is Extract<TypeName, `CDT_${string}`> {
  return name.startsWith("CDT_");
}

function compositeName(name: string): CompositeTypeName {
  return name.slice("CDT_".length) as CompositeTypeName;
}

function isSimpleType(definition: Exclude<Content[string], string>): definition is SimpleType {
  return "kind" in definition;
}
