/** An element of a Bericht, without its namespace. */
export interface XmlElement {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

/** Reads elements and their text and nothing else: a Bericht uses no attribute that matters to a count. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = {name: "", children: [], text: ""};
  const open = [root];
  for (const [, closes, name, text] of xml.matchAll(/<(\/?)(?:[\w.-]+:)?([\w.-]+)[^>]*>([^<]*)/g)) {
    if (closes === "/") open.pop();
    else {
      const element: XmlElement = {name: name!, children: [], text: text!};
      open.at(-1)!.children.push(element);
      open.push(element);
    }
  }
  return root.children[0]!;
}

/** All elements with this name, however deep, but none within another of that name. */
export function allBelow(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : allBelow(child, name)));
}

/** The element at the end of these names. */
export function at(element: XmlElement, ...path: readonly string[]): XmlElement | null {
  let found: XmlElement | undefined = element;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found ?? null;
}

export function textAt(element: XmlElement, ...path: readonly string[]): string | null {
  return at(element, ...path)?.text ?? null;
}

/** The text of an element that the standard makes obligatory. */
export function needed(element: XmlElement, ...path: readonly string[]): string {
  const text = textAt(element, ...path);
  if (text === null) throw new Error(`no such element: ${path.join("/")}`);
  return text;
}
