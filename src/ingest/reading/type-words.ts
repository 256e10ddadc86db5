import {codeListOf, codesIn} from "../../standards/istandaarden/code-lists.ts";
import type {Release, Wet} from "../../standards/istandaarden/release.ts";
import type {SimpleType} from "../../standards/istandaarden/simple-types.ts";

/** What a leaf should hold, in Dutch: "een datum als 2025-01-31". */
export function describeType(type: SimpleType, wet: Wet, release: Release): string {
  switch (type.kind) {
    case "integer":
      return `een geheel getal van 0 tot en met ${type.max.toLocaleString("nl-NL")}`;
    case "date":
      return "een bestaande datum als 2025-01-31";
    case "time":
      return "een tijd als 13:45:00";
    case "fixed":
      return `de waarde ${type.value}`;
    case "code":
      return describeCodes([...codesIn(codeListOf(type.list, wet), release)], codeListOf(type.list, wet).name);
    case "text":
      return describeText(type.maxLength, type.pattern);
  }
}

function describeCodes(codes: readonly string[], list: string): string {
  return codes.length > 12 ? `een code uit de lijst ${list}` : `een van de codes ${codes.join(", ")}`;
}

function describeText(maxLength: number, pattern: string): string {
  const limit = Number.isFinite(maxLength) ? ` van hooguit ${maxLength} tekens` : "";
  switch (pattern) {
    case "digits":
      return `een getal${limit.replace("tekens", "cijfers")}`;
    case "digits4":
      return "een gemeentecode van 4 cijfers";
    case "digits8":
      return "een AGB-code van 8 cijfers";
    case "digits9":
      return "een nummer van 9 cijfers";
    case "alphanumeric":
      return `letters en cijfers${limit.replace(" van", ",")}`;
    case "initials":
      return `letters zonder punten${limit.replace(" van", ",")}`;
    case "version":
      return "een versie als 1.0.0";
    case "line":
      return `één regel tekst${limit}`;
    default:
      return `tekst${limit}`;
  }
}
