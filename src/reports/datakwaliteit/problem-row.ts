import type {Controle} from "../../analysis/quality/controle.ts";
import type {DisclosedProblemGroup} from "../../analysis/quality/problem-groups.ts";
import {addDays, type IsoDate} from "../../standards/calendar.ts";
import type {Missing} from "../figure.ts";

/** Open problems in one row of a table. */
export interface ProblemRow {
  readonly name: string;
  readonly href: string | null;
  readonly count: number | null;
  readonly cents: number | null;
  readonly missing: Missing | null;
  /** Of the largest row: the bar. */
  readonly bar: number;
  /** Of these nobody can say how much money is at stake. */
  readonly withoutAmount: number;
  readonly since: IsoDate | null;
}

export function problemRow(name: string, href: string | null, group: DisclosedProblemGroup, most: number): ProblemRow {
  return {
    name,
    href,
    count: group.count,
    cents: group.cents,
    missing: group.isHidden ? "verborgen" : null,
    bar: most > 0 && group.cents !== null ? group.cents / most : 0,
    withoutAmount: group.withoutAmount ?? 0,
    since: group.isHidden ? null : group.since,
  };
}

export function mostCents(groups: readonly DisclosedProblemGroup[]): number {
  return Math.max(0, ...groups.map(({cents}) => cents ?? 0));
}

/** When the oldest should have been mended. */
export function dueOf(controle: Controle, since: IsoDate): IsoDate {
  return addDays(since, controle.termDays);
}
