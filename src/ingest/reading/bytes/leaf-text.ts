const entities: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

/** The text of a leaf as XML means it; null when it holds more than the five entities that always exist. */
export function decodeLeaf(bytes: Buffer, start: number, end: number): string | null {
  let isKnown = true;
  const text = bytes
    .toString("utf8", start, end)
    .replace(/\r\n?/g, "\n")
    .replace(/&([a-z]+;)?/g, (_, name: string | undefined) => {
      const character = name === undefined ? undefined : entities[name.slice(0, -1)];
      if (character === undefined) isKnown = false;
      return character ?? "";
    });
  return isKnown ? text : null;
}
