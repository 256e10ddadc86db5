const entities: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
]);

/** The text of a leaf as XML means it; null where it holds what XML does not allow, or an entity of its own. */
export function decodeLeaf(bytes: Buffer, start: number, end: number): string | null {
  const written = bytes.toString("utf8", start, end);
  if (/]]>|[\uFFFE\uFFFF]/.test(written)) return null;
  let isKnown = true;
  const text = written.replace(/\r\n?/g, "\n").replace(/&(?:[a-z]+;)?/g, (entity) => {
    const character = entities.get(entity);
    if (character === undefined) isKnown = false;
    return character ?? entity;
  });
  return isKnown ? text : null;
}
