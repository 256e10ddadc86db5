import type {Published} from "../disclosure/attack.ts";
import type {Equation} from "../disclosure/cells.ts";

/** A part of what was published that tells nothing of the rest, with cells of its own. */
export interface Component {
  readonly published: Published;
  /** Its hidden cells, by their place in it. */
  readonly hidden: readonly number[];
  /** For each of its cells the place in the whole. */
  readonly placeOf: readonly number[];
}

/**
 * Takes what was published apart: cells that are not known exactly hang together when they stand in one sum.
 *
 * @returns the parts that hide something
 */
export function componentsOf(published: Published): Component[] {
  const {cells, equations, roundedTo = 0} = published;
  const isLoose = cells.map(({value}) => value === null || roundedTo > 0);
  const group = new Groups(cells.length);
  const looseIn = equations.map(({total, parts}) => [total, ...parts].filter((cell) => isLoose[cell]));
  for (const [first, ...others] of looseIn) for (const other of others) group.join(first!, other);
  const equationsOf = Map.groupBy(equations.keys(), (place) => {
    const [first] = looseIn[place]!;
    return first === undefined ? -1 : group.of(first);
  });
  const hiddenOf = Map.groupBy(
    [...cells.keys()].filter((cell) => cells[cell]!.value === null),
    (cell) => group.of(cell),
  );
  return [...hiddenOf].map(([root, hidden]) =>
    componentOf(
      published,
      hidden,
      (equationsOf.get(root) ?? []).map((place) => equations[place]!),
    ),
  );
}

function componentOf(published: Published, hidden: readonly number[], equations: readonly Equation[]): Component {
  const placeOf = [...new Set([...hidden, ...equations.flatMap(({total, parts}) => [total, ...parts])])];
  const local = new Map(placeOf.map((cell, place) => [cell, place]));
  return {
    published: {
      ...published,
      cells: placeOf.map((cell) => published.cells[cell]!),
      equations: equations.map(({total, parts}) => ({
        total: local.get(total)!,
        parts: parts.map((part) => local.get(part)!),
      })),
    },
    hidden: hidden.map((cell) => local.get(cell)!),
    placeOf,
  };
}

/** Which of so many things hang together. */
class Groups {
  readonly #above: Int32Array;

  constructor(count: number) {
    this.#above = Int32Array.from({length: count}, (_, place) => place);
  }

  of(place: number): number {
    let root = place;
    while (this.#above[root] !== root) root = this.#above[root]!;
    this.#above[place] = root;
    return root;
  }

  join(some: number, other: number): void {
    this.#above[this.of(some)] = this.of(other);
  }
}
