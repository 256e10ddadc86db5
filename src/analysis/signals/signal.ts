import type {Question} from "../../indicators/question.ts";
import type {PlaceKind} from "../changes/change.ts";

/**
 * Why a figure stands out.
 *
 * - plafond: at this pace more is spent than was agreed for the year
 * - norm: it passed a norm that somebody set
 * - trendbreuk: it went another way than that of the others
 * - afwijking: it is not what was to be expected of the unit
 */
export const signalRules = ["plafond", "norm", "trendbreuk", "afwijking"] as const;

export type SignalRule = (typeof signalRules)[number];

export type Side = "hoger" | "lager";

/** A figure that stands out. It holds no number: who reads of it asks its question in his own rights. */
export interface Signal {
  /** The same at each delivery, as long as it is the same thing: "trendbreuk:uitval:team=T02:Jeugdwet:hoger". */
  readonly name: string;
  readonly rule: SignalRule;
  /** About one unit and one wet, over the whole period at once. */
  readonly question: Question;
  readonly side: Side;
  /** By which signals of one rule are put in order, the most telling first. */
  readonly weight: number;
  /** False: too weak to be told anew, strong enough to go on when it was told before. */
  readonly isStrong: boolean;
}

export interface SignalPlace {
  readonly kind: PlaceKind;
  readonly unit: string;
  /** null: both together. */
  readonly wet: string | null;
}

export function signalName(rule: SignalRule, indicator: string, {kind, unit, wet}: SignalPlace, side: Side): string {
  return [rule, indicator, `${kind}=${unit}`, wet ?? "beide", side].join(":");
}

/** The question about one unit and one wet, whatever it was found by. */
export function questionAt(
  asked: Pick<Question, "indicator" | "gemeenteCode" | "from" | "to" | "knownOn">,
  {kind, unit, wet}: SignalPlace,
): Question {
  return {
    ...asked,
    dimensions: [],
    grain: "totaal",
    where: [
      ...(kind === "gemeente" ? [] : [{dimension: kind, value: unit}]),
      ...(wet === null ? [] : [{dimension: "wet" as const, value: wet}]),
    ],
  };
}

/** What a signal is about, read back from its question. */
export function placeOf({where, gemeenteCode}: Question): SignalPlace {
  const wet = where.find(({dimension}) => dimension === "wet")?.value ?? null;
  const unit = where.find(({dimension}) => isPlaceKind(dimension));
  return unit === undefined
    ? {kind: "gemeente", unit: gemeenteCode, wet}
    : {kind: unit.dimension as PlaceKind, unit: unit.value, wet};
}

function isPlaceKind(dimension: string): boolean {
  return ["wijk", "buurt", "team", "aanbieder", "verwijzer-praktijk"].includes(dimension);
}
