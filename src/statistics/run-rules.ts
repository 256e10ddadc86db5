/** How long values stay on one side of a centre line, and how often they cross it. */
export interface Runs {
  /** Values that are not on the line. */
  readonly useful: number;
  readonly longest: number;
  /** The longest run that chance allows. */
  readonly longestAllowed: number;
  readonly crossings: number;
  /** The fewest crossings that chance allows. */
  readonly crossingsAllowed: number;
  /** An unusually long run or unusually few crossings: the level has moved. */
  readonly isSignal: boolean;
}

/**
 * The run rules of Anhøj: they see a shift without needing limits, whatever the distribution.
 *
 * @param sides  for each value in order of time: above (1), on (0) or below (−1) the line
 * @returns      null when no value is off the line
 * @source  Anhøj and Olesen (2014), PLoS ONE 9: e113825; Schilling (2012) for the longest run; Chen (2010) for crossings
 */
export function runRules(sides: readonly number[]): Runs | null {
  const useful = sides.filter((side) => side !== 0);
  if (useful.length === 0) return null;
  let longest = 1;
  let length = 1;
  let crossings = 0;
  for (let index = 1; index < useful.length; index++) {
    const isSame = useful[index] === useful[index - 1];
    length = isSame ? length + 1 : 1;
    crossings += isSame ? 0 : 1;
    longest = Math.max(longest, length);
  }
  const {longestAllowed, crossingsAllowed} = runBounds(useful.length);
  const isSignal = longest > longestAllowed || crossings < crossingsAllowed;
  return {useful: useful.length, longest, longestAllowed, crossings, crossingsAllowed, isSignal};
}

/** What chance allows among so many values that are off the line. */
export function runBounds(useful: number): Pick<Runs, "longestAllowed" | "crossingsAllowed"> {
  return {longestAllowed: Math.round(Math.log2(useful)) + 3, crossingsAllowed: fairCoinQuantile(0.05, useful - 1)};
}

/** The least number of heads in so many throws that is reached or stayed under with probability `p`. */
function fairCoinQuantile(p: number, throws: number): number {
  // In logarithms: 2 ** −throws is 0 for a computer from 1075 throws on.
  let logProbability = -throws * Math.LN2;
  let cumulated = Math.exp(logProbability);
  let heads = 0;
  while (cumulated < p) {
    heads++;
    logProbability += Math.log((throws - heads + 1) / heads);
    cumulated += Math.exp(logProbability);
  }
  return heads;
}
