import {columnsOf, type Equation} from "../disclosure/cells.ts";
import {findCircuits} from "../disclosure/circuits.ts";

/**
 * Hides cells until no sum has one hidden part alone: the quick way, for tables of three paths and more, where the cheapest
 * way would take minutes. It hides more than need be.
 *
 * @param values  what each cell holds; a cell of nothing cannot help to hide another
 * @param lines   the sums; their totals are taken to be known
 * @param start   what is hidden already
 * @returns       what is hidden, and whether a cell of `start` follows all the same
 */
export function fillLines(
  values: readonly number[],
  lines: readonly (readonly number[])[],
  start: readonly boolean[],
  mayHide: (cell: number) => boolean,
): {readonly hidden: readonly boolean[]; readonly follows: boolean} {
  const hidden = [...start];
  const linesOf = values.map((): number[] => []);
  lines.forEach((parts, line) => {
    for (const part of parts) linesOf[part]!.push(line);
  });
  const hiddenIn = (line: number) => lines[line]!.filter((part) => hidden[part] && values[part] !== 0).length;
  const toLookAt = new Set(lines.keys());
  for (const line of toLookAt) {
    toLookAt.delete(line);
    if (hiddenIn(line) !== 1) continue;
    const free = lines[line]!.filter((part) => !hidden[part] && values[part] !== 0 && mayHide(part));
    // Rather a cell that is not alone in its other sums; of those the smallest.
    const alone = (part: number) => linesOf[part]!.filter((other) => hiddenIn(other) === 0).length;
    const [best] = free.sort((a, b) => alone(a) - alone(b) || Math.abs(values[a]!) - Math.abs(values[b]!) || a - b);
    if (best === undefined) continue;
    hidden[best] = true;
    for (const other of linesOf[best]!) toLookAt.add(other);
  }
  return {hidden, follows: somethingFollows(values, lines, start, hidden)};
}

function somethingFollows(
  values: readonly number[],
  lines: readonly (readonly number[])[],
  start: readonly boolean[],
  hidden: readonly boolean[],
): boolean {
  // The total of each line stands behind the cells, as one that cannot move.
  const equations = lines.map((parts, line): Equation => ({total: values.length + line, parts}));
  const slack = values.map(Math.abs);
  const movable = hidden.flatMap((isHidden, cell) => (isHidden && slack[cell]! > 0 ? [cell] : []));
  const {isOpen} = findCircuits(columnsOf(values.length + lines.length, equations), movable, slack);
  return movable.some((cell) => start[cell] && isOpen[cell] === 0);
}
