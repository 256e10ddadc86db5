/** Classes of values, from low to high: `counts[i]` values lie from `edges[i - 1]` up to, not including, `edges[i]`. */
export interface Classes {
  /** One fewer than there are classes; rising. */
  readonly edges: readonly number[];
  /** How many values lie in each class; never 0. */
  readonly counts: readonly number[];
}

/** What one finer place of the edges costs, against classes that are not equally full. */
const finenessPrice = 0.06;

/**
 * Divides values into classes that are about equally full, with edges that a person can read.
 *
 * Quantiles alone give edges such as 43.7. Of all round steps the one is taken whose edges are coarse and whose classes
 * are still about equally full. Equal values lie in one class, so there may be fewer classes than asked.
 *
 * @param values    rounded as they are shown, so that no value reads as lying in another class than it does
 * @param most      classes at most, at least 1
 * @param decimals  places behind the comma that an edge may have
 * @returns         no class at all for no values, and one without edges where all are equal
 * @throws RangeError  a value that is no finite number
 */
export function quantileClasses(values: readonly number[], most = 5, decimals = 0): Classes {
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new RangeError(`not a finite number: ${bad}`);
  if (values.length === 0) return {edges: [], counts: []};
  const sorted = values.toSorted((a, b) => a - b);
  const wanted = Math.min(most, new Set(sorted).size);
  if (wanted === 1) return {edges: [], counts: [sorted.length]};
  let best: {classes: Classes; price: number} | null = null;
  for (const [fineness, step] of stepsFor(sorted, decimals).entries()) {
    const edges = filledEdges(sorted, wanted, step, decimals);
    const counts = countsBetween(sorted, edges);
    const price = unevenness(counts, sorted.length, wanted) + fineness * finenessPrice;
    if (best === null || price < best.price - 1e-9) best = {classes: {edges, counts}, price};
  }
  return best!.classes;
}

/** The class of a value: 0 is the lowest. */
export function classOf(value: number, edges: readonly number[]): number {
  const above = edges.findIndex((edge) => value < edge);
  return above < 0 ? edges.length : above;
}

/** 100, 50, 20, 10, …: from about the whole range to the finest place. */
function stepsFor(sorted: readonly number[], decimals: number): number[] {
  const range = sorted.at(-1)! - sorted[0]!;
  const steps: number[] = [];
  for (let power = Math.ceil(Math.log10(range)); power >= -decimals; power--) {
    for (const times of [5, 2, 1]) if (times * 10 ** power <= range) steps.push(times * 10 ** power);
  }
  return steps.length === 0 ? [10 ** -decimals] : steps;
}

/** The edges nearest to the quantiles that are multiples of the step, without those that leave a class empty. */
function filledEdges(sorted: readonly number[], wanted: number, step: number, decimals: number): number[] {
  const edges: number[] = [];
  let before = 0;
  for (let index = 1; index < wanted; index++) {
    const at = Math.round((sorted.length * index) / wanted);
    const middle = (sorted[at - 1]! + sorted[at]!) / 2;
    const edge = Number((Math.round(middle / step) * step).toFixed(decimals));
    const below = sorted.filter((value) => value < edge).length;
    if (below > before && below < sorted.length) {
      edges.push(edge);
      before = below;
    }
  }
  return edges;
}

function countsBetween(sorted: readonly number[], edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const value of sorted) counts[classOf(value, edges)]! += 1;
  return counts;
}

/** 0: all classes are there and equally full; 1 or more: nearly all is in one. */
function unevenness(counts: readonly number[], values: number, wanted: number): number {
  const even = values / wanted;
  const off = counts.reduce((sum, count) => sum + Math.abs(count - even), 0) + (wanted - counts.length) * even;
  return off / values;
}
