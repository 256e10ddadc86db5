import {sum} from "./mean.ts";

/** How long something lasted and how it ended. */
export interface CompetingDuration {
  /** From its begin, at least 0. */
  readonly time: number;
  /** The way it ended; null while it goes on, or when we stopped looking: censored. */
  readonly cause: string | null;
}

/** What holds from a time on, up to the next step. */
export interface CompetingStep {
  readonly time: number;
  readonly atRisk: number;
  readonly goesOn: Share;
  /** By cause: the share that has ended that way by this time. With `goesOn` they add up to 1. */
  readonly ended: Readonly<Record<string, Share>>;
}

export interface Share {
  readonly share: number;
  readonly standardError: number;
}

/**
 * Which share has ended in each way by any time, when part of it was still going on when we looked.
 *
 * Kaplan-Meier for one way of ending, with the others as censored, answers another question: how many would have ended
 * so if the other ways did not exist. That is always too many.
 *
 * @param durations  in any order; none gives no steps
 * @returns          a step for each time at which something ended, ascending
 * @throws RangeError  a time that is not a finite number from 0
 * @source  Aalen and Johansen (1978); the standard error is the infinitesimal jackknife, as in the R package survival
 */
export function aalenJohansen(durations: readonly CompetingDuration[]): CompetingStep[] {
  for (const {time} of durations) {
    if (!(Number.isFinite(time) && time >= 0)) throw new RangeError(`time must be finite and at least 0: ${time}`);
  }
  const causes = [...new Set(durations.flatMap(({cause}) => cause ?? []))].sort();
  const alike = groupAlike(durations);
  const times = [...new Set(alike.flatMap(({time, cause}) => (cause === null ? [] : time)))].sort((a, b) => a - b);
  // How the share that goes on, and each that ended, would move if one duration of a group counted for a little more.
  const influence = {goesOn: alike.map(() => 0), ended: causes.map(() => alike.map(() => 0))};
  const shares = {goesOn: 1, ended: causes.map(() => 0)};
  const withError = (share: number, influences: readonly number[]): Share => ({
    share,
    standardError: Math.sqrt(sum(influences.map((value, index) => alike[index]!.count * value ** 2))),
  });
  return times.map((time) => {
    const atRisk = sum(alike.map((group) => (group.time >= time ? group.count : 0)));
    const before = [...influence.goesOn];
    const survived = shares.goesOn;
    let left = atRisk;
    for (const [at, cause] of causes.entries()) {
      const endsNow = alike.map((group) => group.time === time && group.cause === cause);
      const events = sum(alike.map(({count}, index) => (endsNow[index] ? count : 0)));
      const rate = events / atRisk;
      left -= events;
      for (const [index, group] of alike.entries()) {
        const moved = group.time >= time ? ((endsNow[index] ? 1 : 0) - rate) / atRisk : 0;
        const toCause = before[index]! * rate + survived * moved;
        influence.ended[at]![index]! += toCause;
        influence.goesOn[index]! -= toCause;
      }
      shares.ended[at]! += survived * rate;
    }
    shares.goesOn *= left / atRisk;
    const ended = causes.map((cause, at) => [cause, withError(shares.ended[at]!, influence.ended[at]!)] as const);
    return {time, atRisk, goesOn: withError(shares.goesOn, influence.goesOn), ended: Object.fromEntries(ended)};
  });
}

/** Durations of one time and cause weigh alike in all that follows. */
function groupAlike(durations: readonly CompetingDuration[]): (CompetingDuration & {readonly count: number})[] {
  const groups = Map.groupBy(durations, ({time, cause}) => JSON.stringify([time, cause]));
  return [...groups.values()].map((group) => ({time: group[0]!.time, cause: group[0]!.cause, count: group.length}));
}
