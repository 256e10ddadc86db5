import {z95} from "./normal-distribution.ts";

/** How long something lasted, or has lasted so far. */
export interface Duration {
  /** From its begin, at least 0. */
  readonly time: number;
  /** Whether it ended at that time; else it was still going on, or we stopped looking: censored. */
  readonly event: boolean;
  /** From which time on we saw it: one that had ended before is not in the data. Below `time`; default from its begin. */
  readonly entry?: number;
}

/** On which scale the interval is symmetric; "log" is what others give by default. */
export type IntervalType = "log" | "log-log" | "plain" | "logit";

/** What holds from a time on, up to the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** Just before this time. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** The share that lasts longer than this time. */
  readonly survival: number;
  /** Greenwood's, of the logarithm of the survival; null once the survival is 0. */
  readonly logStandardError: number | null;
  /** 95 %; null where the scale has no answer: at a survival of 0, and for "log-log" and "logit" of 1. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** The cumulated hazard of Nelson and Aalen. */
  readonly cumulatedHazard: number;
}

export interface SurvivalAt {
  readonly survival: number;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atRisk: number;
}

/**
 * Which share lasts longer than any time, when part of it was still going on when we looked.
 *
 * Those still waiting count: leaving them out, or taking their time so far for the whole, makes waits look short.
 *
 * @param durations  in any order; none gives no steps
 * @returns          a step for each time at which something ended or was last seen, ascending; when all are censored
 *                   the survival stays 1
 * @throws RangeError  a time that is not a finite number from 0, or an entry that is not before it
 * @source  Kaplan and Meier (1958), JASA 53: 457–481; the intervals as in the R package survival
 */
export function kaplanMeier(durations: readonly Duration[], interval: IntervalType = "log"): SurvivalStep[] {
  check(durations);
  const entries = durations.flatMap(({entry}) => entry ?? []).sort((a, b) => a - b);
  let [entered, left, survival, variance, cumulatedHazard] = [durations.length - entries.length, 0, 1, 0, 0];
  let nextEntry = 0;
  return countByTime(durations).map(({time, events, censored}) => {
    while (nextEntry < entries.length && entries[nextEntry]! < time)
      [nextEntry, entered] = [nextEntry + 1, entered + 1];
    const atRisk = entered - left;
    left += events + censored;
    survival *= (atRisk - events) / atRisk;
    variance += events === 0 ? 0 : events / (atRisk * (atRisk - events));
    cumulatedHazard += events / atRisk;
    const logStandardError = survival > 0 ? Math.sqrt(variance) : null;
    const [lower, upper] = intervalOf(survival, logStandardError, interval);
    return {time, atRisk, events, censored, survival, logStandardError, lower, upper, cumulatedHazard};
  });
}

/**
 * What the steps say at one time.
 *
 * @param steps  of `kaplanMeier`; past the last one its survival is taken to hold
 * @param time   at least 0
 */
export function survivalAt(steps: readonly SurvivalStep[], time: number): SurvivalAt {
  const step = steps.findLast((candidate) => candidate.time <= time);
  const next = steps.find((candidate) => candidate.time >= time);
  const atRisk = next?.atRisk ?? 0;
  if (step === undefined) return {survival: 1, standardError: 0, lower: 1, upper: 1, atRisk};
  const {survival, logStandardError, lower, upper} = step;
  return {
    survival,
    standardError: logStandardError === null ? null : logStandardError * survival,
    lower,
    upper,
    atRisk,
  };
}

function check(durations: readonly Duration[]): void {
  for (const {time, entry = Number.NEGATIVE_INFINITY} of durations) {
    if (!(Number.isFinite(time) && time >= 0)) throw new RangeError(`time must be finite and at least 0: ${time}`);
    if (!(entry < time)) throw new RangeError(`entry must be before ${time}: ${entry}`);
  }
}

function countByTime(durations: readonly Duration[]): {time: number; events: number; censored: number}[] {
  const byTime = new Map<number, {time: number; events: number; censored: number}>();
  for (const {time, event} of durations) {
    const at = byTime.get(time) ?? {time, events: 0, censored: 0};
    at[event ? "events" : "censored"]++;
    byTime.set(time, at);
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}

function intervalOf(
  survival: number,
  logStandardError: number | null,
  interval: IntervalType,
): [lower: number, upper: number] | [null, null] {
  if (logStandardError === null) return [null, null];
  const margin = z95 * logStandardError;
  const log = Math.log(survival);
  if (interval === "plain") return [Math.max(0, survival * (1 - margin)), Math.min(1, survival * (1 + margin))];
  if (interval === "log") return [Math.exp(log - margin), Math.min(1, Math.exp(log + margin))];
  if (survival === 1) return [null, null];
  if (interval === "log-log") return [survival ** Math.exp(-margin / log), survival ** Math.exp(margin / log)];
  const odds = survival / (1 - survival);
  const factor = Math.exp(margin / (1 - survival));
  return [odds / (odds + factor), (odds * factor) / (1 + odds * factor)];
}
