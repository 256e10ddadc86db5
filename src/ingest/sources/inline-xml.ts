import type {SaxesParser, SaxesTagNS} from "saxes";

export type EnvelopeParser = SaxesParser<{xmlns: true; position: true}>;

/** Cuts one element out of the text that is being parsed, with the namespaces that hold there. */
export class InlineXmlReader {
  readonly #text: string;
  readonly #parser: EnvelopeParser;
  /** Namespaces declared on each open element. */
  readonly #declared: Record<string, string>[] = [];
  #found: {startTag: string; contentAt: number; depth: number} | null = null;

  constructor(text: string, parser: EnvelopeParser) {
    this.#text = text;
    this.#parser = parser;
  }

  /** A start tag was read; `isWanted` is whether the element is the one to cut out. */
  open(tag: SaxesTagNS, isWanted: boolean): void {
    if (isWanted) {
      const depth = this.#declared.length;
      this.#found ??= {startTag: this.#startTag(tag), contentAt: this.#parser.position, depth};
    }
    this.#declared.push(tag.ns);
  }

  /** An end tag was read. Gives the bytes of the element when it is its own. */
  close(): Uint8Array | null {
    this.#declared.pop();
    if (this.#found === null || this.#declared.length !== this.#found.depth) return null;
    return Buffer.from(this.#found.startTag + this.#text.slice(this.#found.contentAt, this.#parser.position));
  }

  // What the envelope declares would be lost.
  #startTag(tag: SaxesTagNS): string {
    const end = this.#parser.position;
    const own = this.#text.slice(this.#text.lastIndexOf(`<${tag.name}`, end), end);
    const inherited = Object.entries(Object.assign({}, ...this.#declared) as Record<string, string>)
      .filter(([prefix]) => prefix !== "xml" && prefix !== "xmlns" && !Object.hasOwn(tag.ns, prefix))
      .map(([prefix, uri]) => ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escapeAttribute(uri)}"`);
    const nameEnd = 1 + tag.name.length;
    return own.slice(0, nameEnd) + inherited.join("") + own.slice(nameEnd);
  }
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
