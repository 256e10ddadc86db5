import {XmlDocument, XmlElement} from "libxml2-wasm";
import {codeListOf, codesIn} from "../../src/standards/istandaarden/code-lists.ts";
import {type MessageTable, pathOf} from "../../src/standards/istandaarden/message-table.ts";
import type {SimpleType, TextPattern} from "../../src/standards/istandaarden/simple-types.ts";
import {schemaText} from "./official-schemas.ts";

const xs = {xs: "http://www.w3.org/2001/XMLSchema"};

/** Each element of a message as "path [min..max] base-or-message type: what the type allows", in order. */
export function linesOfTable(table: MessageTable): string[] {
  return table.nodes.slice(1).map((node, index) => {
    const cardinality = `[${node.isRequired ? 1 : 0}..${node.isRepeatable ? "n" : 1}]`;
    const place = `${pathOf(table, index + 1)} ${cardinality} ${node.isBase ? "basisschema" : "bericht"}`;
    const type = `${place} ${node.typeName ?? "-"}`;
    return node.type === null ? type : `${type}: ${wordsOf(node.type, table)}`;
  });
}

const patternWords: Readonly<Record<TextPattern, string>> = {
  any: "",
  line: ".*[^\\s].*",
  prose: "([.\\s]*\\S+[.\\s]*)+",
  digits: "[0-9]*",
  digits4: "[0-9]{4}",
  digits8: "[0-9]{8}",
  digits9: "[0-9]{9}",
  alphanumeric: "([a-zA-Z0-9])+",
  initials: "([a-zA-ZÀ-ỳ])+",
  version: "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)",
};

function wordsOf(type: SimpleType, table: MessageTable): string {
  switch (type.kind) {
    case "text": {
      // A type of four digits needs no length besides, and the schema gives it none.
      const hasLimit = Number.isFinite(type.maxLength) && type.pattern !== "digits4";
      return `string 1..${hasLimit ? type.maxLength : "n"} ${patternWords[type.pattern]}`.trim();
    }
    case "code":
      return `string {${[...codesIn(codeListOf(type.list, table.wet), table.release)].sort().join(" ")}}`;
    case "integer":
      return `integer 0..${type.max}`;
    case "date":
      return "date [^:Z]*";
    case "time":
      return "time [^Z+-]+";
    case "fixed":
      return `${type.isInteger ? "integer" : "string"} = ${type.value}`;
  }
}

/** The same lines, read from the official schema. */
export function linesOfSchema(standard: string, table: MessageTable): string[] {
  const name = `${table.wet === "Wmo" ? "wmo" : "jw"}${table.soort}`;
  const message = XmlDocument.fromString(schemaText(standard, table.wet, name));
  const base = XmlDocument.fromString(schemaText(standard, table.wet, "basisschema"));
  const lines: string[] = [];

  function children(type: string, path: string, inBase: boolean): void {
    const schema = inBase ? base : message;
    for (const child of schema.root.find(`//xs:complexType[@name='${type}']/xs:sequence/xs:element`, xs)) {
      if (child instanceof XmlElement) element(child, path, inBase);
    }
  }

  function element(node: XmlElement, path: string, inBase: boolean): void {
    const own = `${path}/${node.attr("name")?.value}`;
    const min = node.attr("minOccurs")?.value ?? "1";
    const max = node.attr("maxOccurs")?.value === "unbounded" ? "n" : "1";
    const place = `${own} [${min}..${max}] ${inBase ? "basisschema" : "bericht"}`;
    const type = node.attr("type")?.value.split(":").at(-1);
    if (type === undefined) lines.push(`${place} -: ${narrowed(node)}`);
    else if (type.startsWith("LDT_")) lines.push(`${place} ${type}: ${facets(type)}`);
    else {
      lines.push(`${place} ${type}`);
      children(type, own, type.startsWith("CDT_"));
    }
  }

  /** A type that takes one of the basisschema and adds a pattern. */
  function narrowed(node: XmlElement): string {
    const restriction = node.get("xs:simpleType/xs:restriction", xs) as XmlElement;
    const type = restriction.attr("base")?.value.split(":").at(-1) ?? "";
    const pattern = (restriction.get("xs:pattern", xs) as XmlElement).attr("value")?.value ?? "";
    return type === "LDT_IdentificatieDeclaratie" ? `${facets(type)} ${pattern}` : `${baseOf(type)} = ${pattern}`;
  }

  function facets(type: string): string {
    const value = (facet: string) =>
      (restrictionOf(type).get(`xs:${facet}`, xs) as XmlElement | null)?.attr("value")?.value;
    const codes = restrictionOf(type)
      .find("xs:enumeration", xs)
      .map((code) => (code as XmlElement).attr("value")?.value);
    if (codes.length > 0) return `string {${codes.sort().join(" ")}}`;
    const pattern = value("pattern") ?? "";
    if (baseOf(type) === "integer") return `integer ${value("minInclusive")}..${value("maxInclusive")}`;
    if (baseOf(type) !== "string") return `${baseOf(type)} ${pattern}`;
    return `string ${value("minLength")}..${value("maxLength") ?? "n"} ${pattern}`.trim();
  }

  function restrictionOf(type: string): XmlElement {
    return base.get(`//xs:simpleType[@name='${type}']/xs:restriction`, xs) as XmlElement;
  }

  function baseOf(type: string): string {
    return restrictionOf(type).attr("base")?.value.split(":").at(-1) ?? "";
  }

  children("Root", "Bericht", false);
  message.dispose();
  base.dispose();
  return lines;
}
