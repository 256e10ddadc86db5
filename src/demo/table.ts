/** Rows of a table written as text: names above, `|` between the cells. Easier to compare and to change than nested lists. */
export function readTable<Name extends string>(text: string, names: readonly Name[]): Record<Name, string>[] {
  const [header, ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  if (header.join() !== names.join()) throw new RangeError(`table has other columns: ${header.join()}`);
  return lines.map((cells) => {
    if (cells.length !== names.length) throw new RangeError(`row has ${cells.length} cells: ${cells.join(" | ")}`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index]])) as Record<Name, string>;
  });
}

/** "18:2 45:9" to [[18, 2], [45, 9]]. */
export function readPairs(text: string): [number, number][] {
  return text.split(" ").map((pair) => {
    const [left, right] = pair.split(":").map(readNumber);
    return [left, right];
  });
}

/** "01A04:72 01A01:28" to {"01A04": 72, "01A01": 28}. */
export function readWeights(text: string): Record<string, number> {
  return Object.fromEntries(
    text.split(" ").map((pair) => {
      const [name, weight] = pair.split(":");
      return [name, readNumber(weight)];
    }),
  );
}

/** "24-60" to [24, 60]; "10 0.42" to [10, 0.42]. */
export function readRange(text: string): [number, number] {
  const [from, to] = text.split(/[ -]/).map(readNumber);
  return [from, to];
}

export function readNumber(text: string): number {
  const value = Number(text);
  if (text === "" || Number.isNaN(value)) throw new RangeError(`not a number: ${text}`);
  return value;
}
