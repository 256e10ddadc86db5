import {SaxesParser} from "saxes";
import type {Attribute} from "./namespaces.ts";

/** What stands in an XML text, in order. `line` is the line the reader has come to. */
export interface XmlEvents {
  open(name: string, attributes: readonly Attribute[], line: number): void;
  text(text: string, line: number): void;
  cdata(text: string, line: number): void;
  close(line: number): void;
}

/** Stops the reading of a text, with the Dutch line that says why. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Refusal";
  }
}

const noAttributes: readonly Attribute[] = [];

/** Reads XML 1.0 from its first to its last piece. Null when it is well-formed; otherwise what is wrong, in Dutch. */
export function parseXml(pieces: Iterable<string>, events: XmlEvents): string | null {
  // Namespaces are resolved by whoever listens: it knows which names to expect, and so is quicker.
  const parser = new SaxesParser({
    xmlns: false,
    position: false,
    fragment: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  let attributes: Attribute[] = [];
  let lastLine = 1;
  parser.on("attribute", (attribute) => {
    attributes.push({name: attribute.name, value: String(attribute.value)});
  });
  parser.on("opentag", (tag) => {
    if (attributes.length === 0) events.open(tag.name, noAttributes, parser.line);
    else {
      events.open(tag.name, attributes, parser.line);
      attributes = [];
    }
  });
  parser.on("closetag", () => {
    lastLine = parser.line;
    events.close(lastLine);
  });
  parser.on("text", (text) => events.text(text, parser.line));
  parser.on("cdata", (text) => events.cdata(text, parser.line));
  parser.on("doctype", () => {
    throw new Refusal("Het bestand heeft een DOCTYPE. Dat laten we om veiligheid niet toe: haal die regel weg.");
  });
  parser.on("error", (error) => {
    // Behind a lone '&' the parser looks for a ';' until the end, so only what ended well says where to look.
    const isCutOff = /^unclosed tag|^unexpected end/.test(error.message);
    throw new Refusal(isCutOff ? explainEnd(lastLine) : `Regel ${parser.line}: ${explain(error.message)}`);
  });
  try {
    for (const piece of pieces) parser.write(piece);
    parser.close();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

// The words of the parser can hold words of the file, so none of them is passed on.
const explanations: readonly [RegExp, string][] = [
  [
    /^document must contain a root/,
    "er staat geen bericht in het bestand. Vraag de afzender om het opnieuw te sturen.",
  ],
  [/close tag|closing tag/, "de begin- en eindtags passen niet bij elkaar. Vraag de afzender om goede XML."],
  [/duplicate attribute/, "een attribuut staat er twee keer. Vraag de afzender om goede XML."],
  [/attribute|whitespace between/, "een attribuut is niet goed geschreven. Vraag de afzender om goede XML."],
  [/entity/, "een teken is niet goed geschreven (een losse '&'?). Schrijf '&amp;' en stuur het opnieuw."],
  [/text data outside/, "er staat tekst buiten het bericht. Stuur alleen het bericht zelf."],
  [/only one root/, "er staat meer dan één bericht in het bestand. Stuur elk bericht apart."],
  [/^disallowed character\.$/, "er staat een teken dat in XML niet mag. Vraag de afzender om goede XML."],
  [
    /XML declaration|version|standalone|encoding/,
    "de eerste regel (<?xml …?>) klopt niet. Vraag de afzender om goede XML.",
  ],
];

function explainEnd(line: number): string {
  return `Na regel ${line} houdt het bestand te vroeg op, of er staat een losse '&' in. Vraag de afzender om goede XML.`;
}

function explain(message: string): string {
  const found = explanations.find(([pattern]) => pattern.test(message));
  return found?.[1] ?? "dit is geen goede XML. Vraag de afzender om het opnieuw te sturen.";
}
