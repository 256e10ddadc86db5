import {findMessage, type MessageNode} from "../../standards/istandaarden/message-table.ts";
import {checkedRule} from "../../standards/istandaarden/rules/rules.ts";
import {type CompiledMessage, compileMessage, writtenNames} from "./compiled-message.ts";
import type {Finding} from "./finding.ts";
import {createFindings} from "./findings.ts";
import {type Attribute, resolveElement} from "./namespaces.ts";
import type {Reading, ReadingContext} from "./reading.ts";
import {type BerichtRows, createRows} from "./rows.ts";
import {createScopes} from "./scopes.ts";
import {findChild, missingBetween} from "./structure.ts";
import {explainUnknownMessage} from "./unknown-message.ts";
import type {LeafValue} from "./values.ts";
import {Refusal, type XmlEvents} from "./xml-events.ts";
import {attributeProblems} from "./xsi.ts";

/** What a walk through a Bericht found. */
export interface WalkResult {
  /** Null: the first element did not say which message this is. */
  readonly message: CompiledMessage | null;
  readonly fields: readonly (LeafValue | undefined)[];
  readonly rows: BerichtRows;
  readonly findings: readonly Finding[];
  readonly isRefused: boolean;
}

/** An element that is open. */
interface Frame {
  node: number;
  /** The child that came last, and how many of it; -1 is none yet. */
  last: number;
  count: number;
}

/**
 * Checks the elements of a Bericht against its table as they come, and makes rows where a class ends.
 *
 * After a mistake it goes on where the structure allows: what does not belong is skipped with all that is in it.
 */
export function walkBericht(context: ReadingContext): {events: XmlEvents; result(): WalkResult} {
  let message: CompiledMessage | null = null;
  let nodes: readonly MessageNode[] = [];
  // How each node is written here; null: names must be resolved.
  let names: readonly string[] | null = null;
  let depth = -1;
  let skipped = 0;
  let leafText = "";
  let line = 0;
  const frames: Frame[] = [];
  const fields: (LeafValue | undefined)[] = [];
  const scopes = createScopes();
  const rows = createRows();
  const findings = createFindings();

  function open(name: string, attributes: readonly Attribute[], at: number): void {
    if (skipped > 0) {
      skipped++;
      return;
    }
    line = at;
    if (attributes.length > 0) enterScope(attributes);
    const child = depth === -1 ? openRoot(name) : childFor(frames[depth]!, name);
    if (child === -1) {
      skipped = 1;
      leaveScope(depth + 1);
      return;
    }
    if (depth !== -1) countChild(child);
    push(child);
    if (attributes.length > 0)
      attributeProblems(attributes, scopes.bindings, message!.table, child).forEach(refuseHere);
  }

  function openRoot(name: string): number {
    const {namespace, local} = resolveElement(scopes.bindings, name);
    const table = local === "Bericht" && namespace ? findMessage(namespace) : null;
    if (table === null) throw new Refusal(explainUnknownMessage(namespace, local));
    message = compileMessage(table);
    nodes = table.nodes;
    names = writtenNames(message, scopes.bindings);
    return 0;
  }

  /** The node that an element with this name is, here and now; -1 after a finding that says why it is none. */
  function childFor({node, last}: Frame, name: string): number {
    const next = last === -1 ? nodes[node]!.firstChild : nodes[last]!.isRepeatable ? last : nodes[last]!.nextSibling;
    if (names !== null && next !== -1 && names[next] === name) return next;
    const child = findChild(message!.table, node, last, resolveElement(scopes.bindings, name));
    if (typeof child === "string") {
      refuseHere(child);
      return -1;
    }
    if (child !== last) reportMissing(node, last, child);
    return child;
  }

  function countChild(child: number): void {
    const frame = frames[depth]!;
    frame.count = frame.last === child ? frame.count + 1 : 1;
    frame.last = child;
    const {isRepeatable, firstChild, end} = nodes[child]!;
    if (isRepeatable && firstChild !== -1) fields.fill(undefined, child, end);
  }

  function push(node: number): void {
    depth++;
    leafText = "";
    const frame = frames[depth];
    if (frame === undefined) {
      frames.push({node, last: -1, count: 0});
    } else {
      frame.node = node;
      frame.last = -1;
      frame.count = 0;
    }
  }

  function text(value: string, at: number): void {
    if (skipped > 0 || depth === -1) return;
    if (isInLeaf()) {
      leafText = leafText === "" ? value : leafText + value;
    } else if (!isBlank(value)) {
      line = at;
      refuseHere(`tussen de elementen van '${nameHere()}' staat losse tekst. Haal die weg`);
    }
  }

  function cdata(value: string, at: number): void {
    if (skipped > 0 || depth === -1) return;
    line = at;
    if (isInLeaf()) leafText += value;
    else refuseHere(`tussen de elementen van '${nameHere()}' staat CDATA. Haal die weg`);
  }

  function close(at: number): void {
    if (skipped > 0) {
      skipped--;
      return;
    }
    line = at;
    const {node, last} = frames[depth]!;
    const reader = message!.readers[node]!;
    if (reader !== null) closeLeaf(node, reader(leafText));
    else reportMissing(node, last, -1);
    if (!findings.isRefused()) message!.atEnd[node]?.(reading);
    leaveScope(depth);
    depth--;
  }

  function closeLeaf(node: number, value: LeafValue | undefined): void {
    if (value === undefined) {
      reportValue(node);
    } else if (Number.isNaN(value)) {
      const place = {rule: "TR134", niveau: 2, retourcode: "0001", path: pathHere(), line} as const;
      findings.refuse(place, "deze datum kan niet. Verbeter het jaar");
    } else {
      const earlier = nodes[node]!.isRepeatable ? fields[node] : undefined;
      fields[node] = earlier === undefined ? value : `${earlier},${value}`;
    }
    leafText = "";
  }

  function reportValue(node: number): void {
    const expected = message!.expectations[node];
    if (leafText === "") refuseHere(`element '${nameHere()}' is leeg. Vul het of laat het weg; verwacht: ${expected}`);
    else refuseHere(`de waarde van '${nameHere()}' is niet toegestaan. Verwacht: ${expected}`);
  }

  function reportMissing(parent: number, last: number, until: number): void {
    for (const name of missingBetween(message!.table, parent, last, until)) {
      refuse(`${pathHere()}/${name}`, `in '${nameHere()}' ontbreekt het verplichte element '${name}'. Vul het aan`);
    }
  }

  function enterScope(attributes: readonly Attribute[]): void {
    const change = scopes.enter(attributes, depth + 1);
    if (change === "problem") {
      throw new Refusal(`Regel ${line}: een namespace is niet goed gekozen. Vraag de afzender om goede XML.`);
    }
    if (change === "changed" && message !== null) names = writtenNames(message, scopes.bindings);
  }

  function leaveScope(at: number): void {
    if (scopes.leave(at) && message !== null) names = writtenNames(message, scopes.bindings);
  }

  function refuseHere(what: string): void {
    refuse(pathHere(), what);
  }

  function refuse(path: string, what: string): void {
    findings.refuse({rule: "XSD", niveau: 1, retourcode: null, path, line}, what);
  }

  function isInLeaf(): boolean {
    return message!.readers[frames[depth]!.node] !== null;
  }

  function nameHere(): string {
    return nodes[frames[depth]!.node]!.name;
  }

  function pathHere(): string {
    let path = "Bericht";
    for (let at = 1; at <= depth; at++) {
      const {name, isRepeatable} = nodes[frames[at]!.node]!;
      path += isRepeatable ? `/${name}[${frames[at - 1]!.count}]` : `/${name}`;
    }
    return path;
  }

  const reading: Reading = {
    context,
    fields,
    client: "",
    memory: new Map(),
    add: rows.add,
    nextLine: rows.nextLine,
    report(rule, what) {
      const {niveau, retourcode} = checkedRule(rule);
      findings.add({rule, niveau, retourcode, path: pathHere(), line}, what);
    },
  };

  return {
    events: {open, text, cdata, close},
    result: () => ({
      message,
      fields,
      rows: findings.isRefused() ? {} : rows.all,
      findings: findings.all(),
      isRefused: findings.isRefused(),
    }),
  };
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}
