/**
 * How often, of two of which we know which ended first, the one with the higher risk did: 0.5 is guessing.
 *
 * Two equal risks count for half. Two that ended at the same time are no pair.
 *
 * @param durations  with what a model says of each: the higher `risk`, the sooner it should end
 * @returns          0 to 1; null without a pair
 * @source  Harrell et al. (1982), JAMA 247: 2543–2546
 */
export function concordance(
  durations: readonly {readonly time: number; readonly event: boolean; readonly risk: number}[],
): number | null {
  const risks = [...new Set(durations.map(({risk}) => risk))].sort((a, b) => a - b);
  const rankOf = new Map(risks.map((risk, index) => [risk, index + 1]));
  const counts = countingTree(risks.length);
  let [pairs, agreeing] = [0, 0];
  // Longest first; at one time the censored come first, because they outlast what ended then.
  const order = durations.toSorted((a, b) => b.time - a.time || Number(a.event) - Number(b.event));
  let waiting: number[] = [];
  for (const [index, {time, event, risk}] of order.entries()) {
    const rank = rankOf.get(risk)!;
    if (order[index - 1]?.time !== time) {
      for (const earlier of waiting) counts.add(earlier);
      waiting = [];
    }
    if (!event) {
      counts.add(rank);
      continue;
    }
    const [below, upTo] = [counts.upTo(rank - 1), counts.upTo(rank)];
    pairs += counts.upTo(risks.length);
    agreeing += (below + upTo) / 2;
    waiting.push(rank);
  }
  return pairs === 0 ? null : agreeing / pairs;
}

/** Counts of ranks from 1 that can be added to and summed in a few steps (Fenwick). */
function countingTree(size: number): {add(rank: number): void; upTo(rank: number): number} {
  const sums = new Float64Array(size + 1);
  return {
    add(rank) {
      for (let at = rank; at <= size; at += at & -at) sums[at]!++;
    },
    upTo(rank) {
      let total = 0;
      for (let at = rank; at > 0; at -= at & -at) total += sums[at]!;
      return total;
    },
  };
}
