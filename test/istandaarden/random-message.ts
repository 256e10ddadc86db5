import {codeListOf, codesIn} from "../../src/standards/istandaarden/code-lists.ts";
import type {MessageNode, MessageTable} from "../../src/standards/istandaarden/message-table.ts";
import type {SimpleType} from "../../src/standards/istandaarden/simple-types.ts";
import type {Random} from "./random.ts";

/**
 * A message that is valid by the tables of the standard and otherwise chance: what may be left out sometimes is, what
 * may repeat sometimes does, and values come in all forms their type allows. Its words mean nothing.
 */
export function randomMessage(table: MessageTable, random: Random): string {
  const own = messagePrefix(table);
  const base = table.wet === "Wmo" ? "iwmo" : "ijw";
  const lineEnd = random.chance(0.5) ? "\r\n" : "\n";
  const lines: string[] = [];

  function write(number: number, depth: number): void {
    const node = table.nodes[number]!;
    const name = `${node.isBase ? base : own}:${node.name}`;
    const indent = "\t".repeat(depth);
    if (node.type !== null) {
      lines.push(`${indent}<${name}>${escapeXml(randomValue(node.type, table, random))}</${name}>`);
      return;
    }
    const declarations = ` xmlns:${base}="${table.baseNamespace}" xmlns:${own}="${table.namespace}"`;
    lines.push(`${indent}<${name}${number === 0 ? declarations : ""}>`);
    for (let child = node.firstChild; child !== -1; child = table.nodes[child]!.nextSibling) {
      const times = timesOf(table.nodes[child]!, random);
      for (let i = 0; i < times; i++) write(child, depth + 1);
    }
    lines.push(`${indent}</${name}>`);
  }

  write(0, 0);
  return `<?xml version="1.0" encoding="UTF-8"?>${lineEnd}${lines.join(lineEnd)}${lineEnd}`;
}

/** "jw301" or "wmo301": the prefix the examples of the standard use. */
export function messagePrefix(table: MessageTable): string {
  return `${table.wet === "Wmo" ? "wmo" : "jw"}${table.soort}`;
}

function timesOf(node: MessageNode, random: Random): number {
  if (node.isRepeatable) return random.pick([1, 1, 2, 3]);
  return node.isRequired || random.chance(0.6) ? 1 : 0;
}

function randomValue(type: SimpleType, table: MessageTable, random: Random): string {
  switch (type.kind) {
    case "fixed":
      return type.value;
    case "code":
      return random.pick([...codesIn(codeListOf(type.list, table.wet), table.release)]);
    case "integer":
      return randomInteger(type.max, random);
    case "date":
      return random.pick([
        "2024-02-29",
        "2023-12-31",
        "2025-01-01",
        `20${10 + random.below(80)}-0${1 + random.below(9)}-15`,
      ]);
    case "time":
      return random.pick(["00:00:00", "23:59:59", "12:30:00.5", "24:00:00"]);
    case "text":
      return randomText(type.maxLength, type.pattern, random);
  }
}

function randomInteger(max: number, random: Random): string {
  const value = random.pick([0, 1, max, random.below(max)]);
  if (random.chance(0.9)) return String(value);
  return random.pick([`+${value}`, `00${value}`, ` ${value} `, `\n\t${value}`]);
}

function randomText(maxLength: number, pattern: string, random: Random): string {
  const length = 1 + random.below(Math.min(maxLength, 40));
  const letters = (alphabet: readonly string[]) => Array.from({length}, () => random.pick(alphabet)).join("");
  switch (pattern) {
    case "digits":
      return letters([..."0123456789"]);
    case "digits4":
      return "0363";
    case "digits8":
      return random.pick(["42420001", "00000000"]);
    case "digits9":
      return random.pick(["999900006", "999900018", "000000000"]);
    case "alphanumeric":
      return letters([..."abcXYZ019"]);
    case "initials":
      return letters([..."abcXYZÉëü"]);
    case "version":
      return random.pick(["1.0.0", "0.1.0", "12.34.5678"]);
    default:
      // One letter of another plane counts as one, however many units or bytes it takes.
      return `x${letters([..."ab c&<>'\"éëŁ’😀"])}`.slice(0, 1) + letters([..."ab c&<>'\"éëŁ’😀"]).slice(0, length - 1);
  }
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
