import {showableName} from "../sources/names.ts";

/** Lines of one kind that are told each; of more only the number is. */
const mostOfAKind = 25;

/** What is to be told of a file, line by line; of many lines of one kind the first, and how many more there are. */
export class Remarks {
  readonly #kinds = new Map<string, {lines: string[]; count: number}>();

  add(kind: string, line: string): void {
    const one = this.#kinds.get(kind) ?? {lines: [], count: 0};
    this.#kinds.set(kind, one);
    one.count++;
    // Names of columns and sheets come from the file, and anybody can put anything in a file.
    if (one.lines.length < mostOfAKind) one.lines.push(showableName(line));
  }

  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  /** Of all, those that are not told too. */
  get count(): number {
    return [...this.#kinds.values()].reduce((sum, {count}) => sum + count, 0);
  }

  lines(): string[] {
    return [...this.#kinds.values()].flatMap(({lines, count}) =>
      count === lines.length ? lines : [...lines, `En nog ${count - lines.length} keer zoiets als hierboven.`],
    );
  }
}
