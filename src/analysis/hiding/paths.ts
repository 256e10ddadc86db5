import type {DimensionName, Question} from "../../indicators/question.ts";

/** Dimensions of which each divides the one before it. */
const chains: readonly (readonly DimensionName[])[] = [
  ["team", "wijk", "buurt"],
  ["wet", "productgroep", "product"],
  ["verwijzer", "verwijzer-praktijk"],
  ["aanbieder"],
  ["leeftijdsgroep"],
  ["geslacht"],
];

/**
 * The table whose cells decide on a question: for each chain that the question names, all levels down to the deepest one
 * named. A wijk is decided on within its team, so that the team cannot tell it.
 */
export function pathsFor({
  dimensions,
  where,
  within = [],
}: Pick<Question, "dimensions" | "where" | "within">): readonly (readonly DimensionName[])[] {
  const named = new Set([...dimensions, ...[...where, ...within].map(({dimension}) => dimension)]);
  return chains.flatMap((chain) => {
    const depth = chain.findLastIndex((name) => named.has(name)) + 1;
    return depth === 0 ? [] : [chain.slice(0, depth)];
  });
}

/** The codes along one path, from the top: ["T1", "WK1"]; empty: all together. */
export type Path = readonly string[];

/** A cell: a path for each chain. */
export type CellKey = readonly Path[];

export function nameOfKey(key: CellKey): string {
  return JSON.stringify(key);
}

/** The sums that a cell is a part of: the same with one level less in one of its paths, and which that is. */
export function parentsOf(key: CellKey): (readonly [chain: number, parent: CellKey])[] {
  return key.flatMap((path, chain) =>
    path.length === 0 ? [] : [[chain, key.with(chain, path.slice(0, -1))] as const],
  );
}

/** Every way to cut the paths short, the shortest first: the depths of the tables that a table adds up to, and its own. */
export function depthsWithin(deepest: readonly number[]): (readonly number[])[] {
  const all = deepest.reduce<readonly (readonly number[])[]>(
    (depths, most) => depths.flatMap((one) => Array.from({length: most + 1}, (_, depth) => [...one, depth])),
    [[]],
  );
  return [...all].sort((a, b) => sum(a) - sum(b) || (a.join() < b.join() ? -1 : 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
