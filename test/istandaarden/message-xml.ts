import {type MessageTable, messageTable} from "../../src/standards/istandaarden/message-table.ts";
import type {Soort} from "../../src/standards/istandaarden/messages.ts";
import type {Release, Wet} from "../../src/standards/istandaarden/release.ts";
import {messagePrefix} from "./random-message.ts";

/** Elements by name; an array is an element that repeats. Order, prefixes and namespaces come from the standard. */
export interface Elements {
  readonly [name: string]: string | Elements | readonly (string | Elements)[];
}

export interface MessageChoice {
  readonly release?: Release;
  /** What differs from the Header that a message gets by itself. */
  readonly header?: Elements;
}

const versies = {BasisschemaXsdVersie: "1.0.0", BerichtXsdVersie: "1.0.0"};

/** A message from gemeente 0363 to or from aanbieder 42420001, of 15 March 2025. */
export function messageXml(wet: Wet, soort: Soort, body: Elements, choice: MessageChoice = {}): Buffer {
  const table = messageTable(wet, soort, choice.release ?? "3.2");
  const isFromGemeente = table.message.afzender === "gemeente";
  const header = {
    BerichtCode: table.message.berichtCode[wet],
    BerichtVersie: "3",
    BerichtSubversie: table.release.slice(2),
    Afzender: isFromGemeente ? "0363" : "42420001",
    Ontvanger: isFromGemeente ? "42420001" : "0363",
    BerichtIdentificatie: {Identificatie: "B1", Dagtekening: "2025-03-15"},
    XsdVersie: versies,
    ...(table.message.answers !== null && {
      IdentificatieRetour: "R1",
      DagtekeningRetour: "2025-03-18",
      XsdVersieRetour: versies,
    }),
    ...(soort === "325" && {XsdVersieDeclaratie: versies}),
    ...choice.header,
  };
  return Buffer.from(write(table, {Header: header, ...body}));
}

function write(table: MessageTable, content: Elements): string {
  const own = messagePrefix(table);
  const base = table.wet === "Wmo" ? "iwmo" : "ijw";

  function element(number: number, value: string | Elements, declarations = ""): string {
    const node = table.nodes[number]!;
    const name = `${node.isBase ? base : own}:${node.name}`;
    return `<${name}${declarations}>${typeof value === "string" ? value : children(number, value)}</${name}>\n`;
  }

  function children(parent: number, elements: Elements): string {
    let text = "\n";
    const rest = new Set(Object.keys(elements));
    for (let child = table.nodes[parent]!.firstChild; child !== -1; child = table.nodes[child]!.nextSibling) {
      const value = elements[table.nodes[child]!.name];
      if (value === undefined) continue;
      rest.delete(table.nodes[child]!.name);
      const values = isList(value) ? value : [value];
      text += values.map((one) => element(child, one)).join("");
    }
    if (rest.size > 0) throw new RangeError(`no such elements: ${[...rest]}`);
    return text;
  }

  const declarations = ` xmlns:${base}="${table.baseNamespace}" xmlns:${own}="${table.namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(0, content, declarations)}`;
}

function isList(value: Elements[string]): value is readonly (string | Elements)[] {
  return Array.isArray(value);
}
