import {gammaTail} from "./gamma-distribution.ts";
import type {Duration} from "./kaplan-meier.ts";
import {dot, solve} from "./linear-equations.ts";
import {sum} from "./mean.ts";

export interface LogRankTest {
  /** For each group: events, and how many there would be if all groups were alike; weighted if the test is. */
  readonly groups: readonly {readonly observed: number; readonly expected: number}[];
  readonly chiSquare: number;
  readonly degrees: number;
  /** With which probability chance alone makes the groups differ so much. */
  readonly p: number;
}

/**
 * Whether groups differ in how long it lasts.
 *
 * @param groups  at least two, each of at least one duration
 * @param weight  "equal" is the log-rank test; "early" that of Peto: a difference weighs more while many are left
 * @returns       null when nothing can be told: no events, or never more than one group left when there was one
 * @throws RangeError  fewer than two groups, or an empty one
 * @source  Mantel (1966); Peto and Peto (1972); Harrington and Fleming (1982), Biometrika 69: 553–566 (rho 0 and 1)
 */
export function logRank(
  groups: readonly (readonly Duration[])[],
  weight: "equal" | "early" = "equal",
): LogRankTest | null {
  if (groups.length < 2) throw new RangeError(`groups to compare must be at least 2: ${groups.length}`);
  for (const group of groups) if (group.length === 0) throw new RangeError(`a group has durations: ${group.length}`);
  const totals = groups.map(() => ({observed: 0, expected: 0}));
  const covariance = groups.map(() => groups.map(() => 0));
  let survival = 1;
  for (const {atRisk, events} of countPerGroup(groups)) {
    const all = sum(atRisk);
    const ended = sum(events);
    const weightNow = weight === "equal" ? 1 : survival;
    const spread = all > 1 ? (weightNow ** 2 * ended * (all - ended)) / (all - 1) : 0;
    for (const [one, mine] of atRisk.entries()) {
      totals[one]!.observed += weightNow * events[one]!;
      totals[one]!.expected += (weightNow * ended * mine) / all;
      for (const [other, theirs] of atRisk.entries()) {
        covariance[one]![other]! += spread * (mine / all) * ((one === other ? 1 : 0) - theirs / all);
      }
    }
    survival *= 1 - ended / all;
  }
  // The differences add up to 0, so the last group says nothing new; nor does one from which no event was expected.
  const telling = [...totals.keys()].filter((group) => covariance[group]![group]! > 0).slice(0, -1);
  if (telling.length === 0) return null;
  const differences = telling.map((group) => totals[group]!.observed - totals[group]!.expected);
  const solved = solve(
    telling.map((one) => telling.map((other) => covariance[one]![other]!)),
    differences,
  );
  const chiSquare = dot(solved, differences);
  return {groups: totals, chiSquare, degrees: telling.length, p: gammaTail(chiSquare / 2, telling.length / 2)};
}

/** For each time with an event: how many of each group were left just before it, and for how many it was the end. */
function countPerGroup(groups: readonly (readonly Duration[])[]): {atRisk: number[]; events: number[]}[] {
  const all = groups.flatMap((group, at) => group.map((duration) => ({...duration, at})));
  const times = [...new Set(all.filter(({event}) => event).map(({time}) => time))].sort((a, b) => a - b);
  return times.map((now) => {
    const counts = {atRisk: groups.map(() => 0), events: groups.map(() => 0)};
    for (const {time, event, entry, at} of all) {
      if (time < now || (entry !== undefined && entry >= now)) continue;
      counts.atRisk[at]!++;
      if (event && time === now) counts.events[at]!++;
    }
    return counts;
  });
}
