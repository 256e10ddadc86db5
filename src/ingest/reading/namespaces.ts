/** An attribute as it is written. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** Which prefix stands for which namespace; "" is the default. */
export type Bindings = ReadonlyMap<string, string>;

export const xsiNamespace = "http://www.w3.org/2001/XMLSchema-instance";
const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

export const noBindings: Bindings = new Map([["xml", xmlNamespace]]);

/** A name with its namespace; null namespace is none, undefined is a prefix that stands for nothing. */
export interface ResolvedName {
  readonly namespace: string | null | undefined;
  readonly local: string;
}

/** The bindings within an element that has these attributes; a problem when one may not be. */
export function bindingsWithin(outer: Bindings, attributes: readonly Attribute[]): Bindings | "problem" {
  let inner: Map<string, string> | null = null;
  for (const {name, value} of attributes) {
    const prefix = declaredPrefix(name);
    if (prefix === null) continue;
    if (!mayBind(prefix, value)) return "problem";
    if (outer.get(prefix) === value) continue;
    inner ??= new Map(outer);
    inner.set(prefix, value);
  }
  return inner ?? outer;
}

/** "xmlns:ijw" declares "ijw", "xmlns" declares ""; any other attribute declares nothing. */
export function declaredPrefix(attributeName: string): string | null {
  if (attributeName === "xmlns") return "";
  return attributeName.startsWith("xmlns:") ? attributeName.slice("xmlns:".length) : null;
}

export function resolveElement(bindings: Bindings, name: string): ResolvedName {
  const {prefix, local} = splitName(name);
  const namespace = bindings.get(prefix);
  if (prefix === "") return {namespace: namespace || null, local};
  return {namespace, local};
}

/** As an element, but a name without prefix is in no namespace. */
export function resolveAttribute(bindings: Bindings, name: string): ResolvedName {
  const {prefix, local} = splitName(name);
  return {namespace: prefix === "" ? null : bindings.get(prefix), local};
}

/** Prefixes that stand for a namespace. */
export function prefixesOf(bindings: Bindings, namespace: string): string[] {
  return [...bindings].filter(([, bound]) => bound === namespace).map(([prefix]) => prefix);
}

function splitName(name: string): {prefix: string; local: string} {
  const colon = name.indexOf(":");
  return colon === -1 ? {prefix: "", local: name} : {prefix: name.slice(0, colon), local: name.slice(colon + 1)};
}

function mayBind(prefix: string, namespace: string): boolean {
  if (prefix.includes(":") || prefix === "xmlns") return false;
  if (prefix === "xml") return namespace === xmlNamespace;
  if (namespace === xmlNamespace || namespace === xmlnsNamespace) return false;
  // A prefix, once given, cannot be taken back; the default namespace can.
  return prefix === "" || namespace !== "";
}
