import type {Wet} from "../parameters.ts";

/** The prefixes of one message: "jw323:" for its own elements, "ijw:" for those of the basisschema. */
export interface Names {
  readonly own: string;
  readonly base: string;
}

export function namesOf(wet: Wet, soort: string): Names {
  return wet === "Wmo" ? {own: `wmo${soort}:`, base: "iwmo:"} : {own: `jw${soort}:`, base: "ijw:"};
}

const tabs = Array.from({length: 16}, (_, depth) => "\t".repeat(depth));

/** One element with text, on a line of its own. */
export function leaf(depth: number, name: string, value: string | number): string {
  return `${tabs[depth]}<${name}>${value}</${name}>\r\n`;
}

/** One element around lines. */
export function block(depth: number, name: string, lines: string): string {
  return `${tabs[depth]}<${name}>\r\n${lines}${tabs[depth]}</${name}>\r\n`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
