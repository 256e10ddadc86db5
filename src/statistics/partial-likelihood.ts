import {dot} from "./linear-equations.ts";

/** How to weigh durations that ended at the same time. */
export type Ties = "efron" | "breslow" | "exact";

/** Cox's partial likelihood at some coefficients, and how it changes with them. */
export interface PartialLikelihood {
  readonly coefficients: readonly number[];
  readonly logLikelihood: number;
  readonly gradient: readonly number[];
  /** The second derivatives, with their sign turned. */
  readonly information: readonly (readonly number[])[];
}

interface Ending {
  readonly time: number;
  readonly event: boolean;
  readonly covariates: readonly number[];
}

/**
 * The partial likelihood of durations, as a function of the coefficients.
 *
 * At each time with an event it compares those that ended with all that could have: a sum over the latter, or with
 * `exact` over all sets of them as large as the set that ended.
 *
 * @throws RangeError  when asked: more ties at one time than `exact` can count
 * @source  as `coxRegression`
 */
export function partialLikelihood(
  durations: readonly Ending[],
  ties: Ties,
): (coefficients: readonly number[]) => PartialLikelihood {
  // The longest first: who is at risk grows.
  const groups = [...Map.groupBy(durations, ({time}) => time).values()].sort((a, b) => b[0]!.time - a[0]!.time);
  return (coefficients) => {
    const count = coefficients.length;
    const gradient = new Array<number>(count).fill(0);
    const information = gradient.map(() => new Array<number>(count).fill(0));
    let logLikelihood = 0;
    const riskSet: Weighted[] = [];
    const atRisk = noMoments(count);
    for (const group of groups) {
      const ending = noMoments(count);
      for (const {covariates, event} of group) {
        const logWeight = dot(covariates, coefficients);
        const weighted = {covariates, weight: Math.exp(logWeight)};
        riskSet.push(weighted);
        addTo(atRisk, weighted);
        if (!event) continue;
        addTo(ending, weighted);
        logLikelihood += logWeight;
        for (const [row, value] of covariates.entries()) gradient[row]! += value;
      }
      for (const {sum, first, second} of divisors(ties, group.filter(({event}) => event).length, {
        riskSet,
        atRisk,
        ending,
      })) {
        logLikelihood -= Math.log(sum);
        for (let row = 0; row < count; row++) {
          gradient[row]! -= first[row]! / sum;
          for (let column = 0; column < count; column++) {
            information[row]![column]! += second[row]![column]! / sum - (first[row]! / sum) * (first[column]! / sum);
          }
        }
      }
    }
    return {coefficients, logLikelihood, gradient, information};
  };
}

interface Weighted {
  readonly covariates: readonly number[];
  readonly weight: number;
}

/** A sum of weights, and its first and second derivatives to the coefficients. */
interface Moments {
  sum: number;
  readonly first: number[];
  readonly second: number[][];
}

/** What the likelihood is divided by at one time. */
function divisors(
  ties: Ties,
  events: number,
  {riskSet, atRisk, ending}: {riskSet: readonly Weighted[]; atRisk: Moments; ending: Moments},
): Moments[] {
  if (events === 0) return [];
  if (ties === "exact") return [subsetMoments(riskSet, events, atRisk.first.length)];
  // Efron: as if they had ended one by one, each of them equally likely to be gone already.
  return Array.from({length: events}, (_, gone) => less(atRisk, ties === "efron" ? gone / events : 0, ending));
}

function noMoments(count: number): Moments {
  const zeros = () => new Array<number>(count).fill(0);
  return {sum: 0, first: zeros(), second: Array.from({length: count}, zeros)};
}

function addTo(moments: Moments, {covariates, weight}: Weighted): void {
  moments.sum += weight;
  for (const [row, value] of covariates.entries()) {
    moments.first[row]! += weight * value;
    for (const [column, other] of covariates.entries()) moments.second[row]![column]! += weight * value * other;
  }
}

function less(moments: Moments, part: number, other: Moments): Moments {
  return {
    sum: moments.sum - part * other.sum,
    first: moments.first.map((value, row) => value - part * other.first[row]!),
    second: moments.second.map((values, row) => values.map((value, at) => value - part * other.second[row]![at]!)),
  };
}

/** Of the products of weights over all sets of one size, added one duration at a time. */
function subsetMoments(riskSet: readonly Weighted[], size: number, count: number): Moments {
  const bySize = Array.from({length: size + 1}, () => noMoments(count));
  bySize[0]!.sum = 1;
  for (const {covariates, weight} of riskSet) {
    for (let taken = size; taken >= 1; taken--) {
      const [to, from] = [bySize[taken]!, bySize[taken - 1]!];
      for (const [row, value] of covariates.entries()) {
        for (const [column, other] of covariates.entries()) {
          const mixed = from.first[row]! * other + value * from.first[column]!;
          to.second[row]![column]! += weight * (from.second[row]![column]! + mixed + value * other * from.sum);
        }
        to.first[row]! += weight * (from.first[row]! + value * from.sum);
      }
      to.sum += weight * from.sum;
    }
  }
  if (!Number.isFinite(bySize[size]!.sum)) throw new RangeError(`too many ties at a time to be exact: ${size}`);
  return bySize[size]!;
}
