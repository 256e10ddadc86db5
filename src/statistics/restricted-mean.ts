import type {SurvivalStep} from "./kaplan-meier.ts";

/**
 * The mean duration, when what lasts longer than `limit` counts for that much.
 *
 * The mean itself cannot be known while some go on; this one can, and two groups can be laid side by side.
 *
 * @param steps  of `kaplanMeier`; past the last one its survival is taken to hold
 * @param limit  above 0, in the unit of the times
 * @throws RangeError  a limit that is not a finite number above 0
 * @source  Irwin (1949), Journal of Hygiene 47: 188–189; Greenwood for the standard error
 */
export function restrictedMean(steps: readonly SurvivalStep[], limit: number): {mean: number; standardError: number} {
  if (!(limit > 0 && Number.isFinite(limit))) throw new RangeError(`limit must be finite and above 0: ${limit}`);
  const within = steps.filter(({time}) => time < limit);
  let [mean, variance] = [0, 0];
  // From the end, so that what has been added is the area after each step.
  for (const [back, {time, survival, atRisk, events}] of within.toReversed().entries()) {
    mean += survival * ((within[within.length - back]?.time ?? limit) - time);
    if (atRisk > events) variance += (mean ** 2 * events) / (atRisk * (atRisk - events));
  }
  return {mean: mean + (within[0]?.time ?? limit), standardError: Math.sqrt(variance)};
}
