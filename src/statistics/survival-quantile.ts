import type {SurvivalStep} from "./kaplan-meier.ts";

export interface SurvivalQuantile {
  /** Null when fewer than this share ended while we looked. */
  readonly time: number | null;
  /** Null when the bound of the survival never comes that low. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Within which time a share `p` ended: 0.5 gives the median duration.
 *
 * Where the survival lies exactly at `1 - p` for a while, the middle of that while.
 *
 * @param steps  of `kaplanMeier`, whose kind of interval gives the bounds
 * @param p      above 0, below 1
 * @throws RangeError  `p` outside its bounds
 * @source  Brookmeyer and Crowley (1982), Biometrics 38: 29–41; the middle as in the R package survival
 */
export function survivalQuantile(steps: readonly SurvivalStep[], p: number): SurvivalQuantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`p not between 0 and 1: ${p}`);
  return {
    time: crossing(steps, ({survival}) => survival, 1 - p),
    lower: crossing(steps, ({lower}) => lower, 1 - p),
    upper: crossing(steps, ({upper}) => upper, 1 - p),
  };
}

function crossing(
  steps: readonly SurvivalStep[],
  heightOf: (step: SurvivalStep) => number | null,
  level: number,
): number | null {
  // Products of shares are rarely 0.5 to the last digit.
  const tolerance = 1.5e-8;
  const reached = nearestBelow(steps, heightOf, level + tolerance);
  if (reached === null) return null;
  if (heightOf(reached)! < level - tolerance) return reached.time;
  const last = steps.at(-1)!;
  const lastHeight = heightOf(last);
  const staysThere = lastHeight !== null && Math.abs(lastHeight - level) <= tolerance;
  const passed = staysThere ? last : nearestBelow(steps, heightOf, level - tolerance);
  return passed === null ? null : (reached.time + passed.time) / 2;
}

/** The first step at the height that comes nearest to a level from below. A bound can rise again where few are left. */
function nearestBelow(
  steps: readonly SurvivalStep[],
  heightOf: (step: SurvivalStep) => number | null,
  level: number,
): SurvivalStep | null {
  let nearest: SurvivalStep | null = null;
  for (const step of steps) {
    const height = heightOf(step);
    if (height === null || height > level) continue;
    if (nearest === null || height > heightOf(nearest)!) nearest = step;
  }
  return nearest;
}
