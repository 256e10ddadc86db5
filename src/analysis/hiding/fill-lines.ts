/**
 * Hides cells until no sum has one hidden part alone: quickly, and more than need be.
 *
 * @param values  what each cell holds; a cell of nothing cannot help to hide another
 * @param lines   the sums; their totals are taken to be known
 * @param start   what is hidden already
 * @returns       what is hidden
 */
export function fillLines(
  values: readonly number[],
  lines: readonly (readonly number[])[],
  start: readonly boolean[],
  mayHide: (cell: number) => boolean,
): readonly boolean[] {
  const hidden = [...start];
  const linesOf = values.map((): number[] => []);
  const hiddenIn = new Int32Array(lines.length);
  lines.forEach((parts, line) => {
    for (const part of parts) {
      linesOf[part]!.push(line);
      if (hidden[part] && values[part] !== 0) hiddenIn[line]!++;
    }
  });
  const toLookAt = new Set(lines.keys());
  for (const line of toLookAt) {
    toLookAt.delete(line);
    if (hiddenIn[line] !== 1) continue;
    const free = lines[line]!.filter((part) => !hidden[part] && values[part] !== 0 && mayHide(part));
    // Rather a cell that is not alone in its other sums; of those the smallest.
    const alone = (part: number) => linesOf[part]!.filter((other) => hiddenIn[other] === 0).length;
    const [best] = free.sort((a, b) => alone(a) - alone(b) || Math.abs(values[a]!) - Math.abs(values[b]!) || a - b);
    if (best === undefined) continue;
    hidden[best] = true;
    for (const other of linesOf[best]!) {
      hiddenIn[other]!++;
      toLookAt.add(other);
    }
  }
  return hidden;
}
