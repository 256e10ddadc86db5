import {mayRead, type Reader} from "../../access/reader.ts";
import type {RoleName} from "../../access/role.ts";
import type {DimensionName, Filter, Question} from "../../indicators/question.ts";
import {wijkOf} from "../../standards/areas.ts";
import type {IsoDate, Month} from "../../standards/calendar.ts";

/** What somebody wants to be warned of: a figure that passes a norm. */
export interface Signaalregel {
  /** Of this gemeente; a change of it has the same. */
  readonly number: number;
  /** As it was when the rule was made: over the last 12 months that were over then. See movedTo. */
  readonly question: Question;
  /** hoger: warn above the norm; lager: below it. */
  readonly side: RuleSide;
  /** In the unit of the figure: cents, a share from 0 to 1, days. */
  readonly norm: number;
  /** Why this norm, in the words of who made it; "" where nothing is said. */
  readonly why: string;
  /** mij: who made it; allen: all who may see the figure. */
  readonly audience: RuleAudience;
  /** Who made it. */
  readonly userId: string;
  readonly name: string;
  /** When it was made, or changed last: "2026-11-27 08:00:00", UTC. */
  readonly at: string;
}

export const ruleSides = ["hoger", "lager"] as const;

export type RuleSide = (typeof ruleSides)[number];

export const ruleAudiences = ["mij", "allen"] as const;

export type RuleAudience = (typeof ruleAudiences)[number];

/** A period that a question is asked over: months, the last of them included. */
export interface RulePeriod {
  readonly from: Month;
  readonly to: Month;
}

/** The question of a rule over other months, as known on another day. */
export function movedTo({question}: Pick<Signaalregel, "question">, period: RulePeriod, knownOn: IsoDate): Question {
  return {...question, from: period.from, to: period.to, knownOn};
}

/**
 * Whether a figure is on the side of the norm that the rule warns of. On the norm itself is not past it.
 *
 * @param value  in the unit of the figure, as disclosed; null: it may not be seen or is not there, so nobody is warned
 */
export function passesNorm({side, norm}: Pick<Signaalregel, "side" | "norm">, value: number | null): boolean {
  if (value === null || !Number.isFinite(value)) return false;
  return side === "hoger" ? value > norm : value < norm;
}

/** Whether the figure of a rule is of the part of the gemeente that a reader sees, and of nothing beside it. */
export function isWithin({question}: Pick<Signaalregel, "question">, reader: Reader): boolean {
  if (!mayRead(reader, question.gemeenteCode)) return false;
  return reader.within.every(({dimension, values}) => {
    const asked = question.where.flatMap((filter) => valueAlong(filter, dimension) ?? []);
    return asked.length > 0 && asked.every((value) => values.includes(value));
  });
}

/** What a filter says of a dimension: a buurt says in which wijk it lies. null: nothing. */
function valueAlong({dimension, value}: Filter, along: DimensionName): string | null {
  if (dimension === along) return value;
  return dimension === "buurt" && along === "wijk" ? wijkOf(value) : null;
}

/** Who sets a norm for others answers for the whole gemeente. */
const maySetForAll: ReadonlySet<RoleName> = new Set([
  "beleidsmaker",
  "controller",
  "contractmanager",
  "bestuurder",
  "analist",
]);

/** Whether a reader may make rules that hold for all who may see the figure. */
export function setsForAll({role, within}: Reader): boolean {
  return maySetForAll.has(role) && within.length === 0;
}
