import type {Term} from "./cells.ts";

/** Cells as the edges of a graph with an equation at each end: what can change together is a ring. */
export interface Network {
  readonly nodeCount: number;
  /** The two ends of each cell, what it adds flowing from the first to the second; null: it stands in no equation. */
  readonly ends: readonly (readonly [number, number] | null)[];
  /** The cells at each node. */
  readonly edges: readonly (readonly number[])[];
}

/**
 * The network that a system of cells is; null: it is none, as with a hierarchy or three dimensions.
 *
 * It is one when every cell stands in at most two equations, and those can be turned so that it stands in one as a part
 * and in the other as a total. A cell in one equation ends at a node of its own kind, outside the table.
 */
export function networkOf(columns: readonly (readonly Term[])[], equationCount: number): Network | null {
  if (columns.some((terms) => terms.length > 2)) return null;
  const sides = sidesOf(columns, equationCount);
  if (sides === null) return null;
  const outside = equationCount;
  const ends = columns.map(([first, second]) => {
    if (first === undefined) return null;
    const pair = [first.equation, second?.equation ?? outside] as const;
    return sides[first.equation]! * first.sign > 0 ? pair : ([pair[1], pair[0]] as const);
  });
  const edges: number[][] = Array.from({length: equationCount + 1}, () => []);
  ends.forEach((pair, cell) => {
    for (const node of pair ?? []) edges[node]!.push(cell);
  });
  return {nodeCount: equationCount + 1, ends, edges};
}

/** What it costs that a cell goes up, or down, at least 0; Infinity: it cannot. */
export type MoveCost = (cell: number, direction: 1 | -1) => number;

/**
 * The cheapest ring through a cell: the other cells, which move so that all sums stay when this one goes up, or down; null:
 * there is none.
 */
export function cheapestRing(network: Network, through: number, direction: 1 | -1, cost: MoveCost): number[] | null {
  const pair = network.ends[through]!;
  if (pair === null) return [];
  // What the cell adds must flow back.
  const [to, from] = direction === 1 ? pair : [pair[1], pair[0]];
  const distance = new Float64Array(network.nodeCount).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(network.nodeCount).fill(-1);
  const isDone = new Uint8Array(network.nodeCount);
  distance[from] = 0;
  for (let node = from; node >= 0 && node !== to; node = nearest(distance, isDone)) {
    isDone[node] = 1;
    for (const cell of network.edges[node]!) {
      if (cell === through) continue;
      const next = otherEnd(network, cell, node);
      if (isDone[next] === 1) continue;
      const length = distance[node]! + cost(cell, network.ends[cell]![0] === node ? 1 : -1);
      if (length < distance[next]!) {
        distance[next] = length;
        cameBy[next] = cell;
      }
    }
  }
  if (distance[to] === Number.POSITIVE_INFINITY) return null;
  const ring: number[] = [];
  for (let node = to; node !== from; node = otherEnd(network, ring.at(-1)!, node)) ring.push(cameBy[node]!);
  return ring;
}

/** A side for each equation, so that a cell with one sign in both joins the two sides and no other does; null: no way. */
function sidesOf(columns: readonly (readonly Term[])[], equationCount: number): Int8Array | null {
  const bonds: {to: number; turns: boolean}[][] = Array.from({length: equationCount}, () => []);
  for (const [first, second] of columns) {
    if (first === undefined || second === undefined) continue;
    const turns = first.sign === second.sign;
    bonds[first.equation]!.push({to: second.equation, turns});
    bonds[second.equation]!.push({to: first.equation, turns});
  }
  const side = new Int8Array(equationCount);
  for (let start = 0; start < equationCount; start++) {
    if (side[start] !== 0) continue;
    side[start] = 1;
    const toVisit = [start];
    for (let at = toVisit.pop(); at !== undefined; at = toVisit.pop()) {
      for (const {to, turns} of bonds[at]!) {
        const wanted = turns ? -side[at]! : side[at]!;
        if (side[to] !== 0 && side[to] !== wanted) return null;
        if (side[to] === 0) {
          side[to] = wanted;
          toVisit.push(to);
        }
      }
    }
  }
  return side;
}

function nearest(distance: Float64Array, isDone: Uint8Array): number {
  let best = -1;
  for (let node = 0; node < distance.length; node++) {
    if (isDone[node] === 0 && distance[node]! < (best < 0 ? Number.POSITIVE_INFINITY : distance[best]!)) best = node;
  }
  return best;
}

function otherEnd({ends}: Network, cell: number, node: number): number {
  const [one, other] = ends[cell]!;
  return one === node ? other : one;
}
