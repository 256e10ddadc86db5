import type {Database} from "../../database/database.ts";
import {indicatorsOf} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {addMonths, type IsoDate} from "../../standards/calendar.ts";
import {falseDiscoveryRates} from "../../statistics/false-discovery.ts";
import {studentTails} from "../../statistics/student-distribution.ts";
import {completeQuarters, watcher} from "../changes/find-changes.ts";
import {isComparable} from "../peers/comparable.ts";
import {type ComparedUnit, compare, type UnitKind} from "../peers/compare.ts";
import {questionAt, type Signal, signalName} from "./signal.ts";
import {isLarge, mayBeFalse, stillTelling} from "./telling.ts";
import {watchedKinds} from "./trend-signals.ts";

const comparedKinds = watchedKinds.filter((kind) => kind !== "gemeente") satisfies UnitKind[];

/** Units whose figure over the last whole year is not what was to be expected of them. */
export async function peerSignals(database: Database, gemeenteCode: string, knownOn: IsoDate): Promise<Signal[]> {
  const to = (await completeQuarters(database, gemeenteCode, knownOn)).at(-1)?.to;
  if (to === undefined) return [];
  const found: Found[] = [];
  for (const kind of comparedKinds) {
    for (const indicator of indicatorsOf(database).filter((one) => isComparable(one, kind) && tellsCounts(one))) {
      for (const wet of ["Wmo", "Jeugdwet"]) found.push(...(await among(indicator, kind, wet)));
    }
  }
  const rates = falseDiscoveryRates(found.map(({chance}) => chance));
  return found.flatMap(({indicator, chance, unit, kind, wet, score, isLarge, period}, at) => {
    if (!isLarge || chance > stillTelling) return [];
    const side = score > 0 ? ("hoger" as const) : ("lager" as const);
    const place = {kind, unit, wet};
    return {
      name: signalName("afwijking", indicator.id, place, side),
      rule: "afwijking" as const,
      question: questionAt({indicator: indicator.id, gemeenteCode, ...period, knownOn}, place),
      side,
      weight: Math.abs(score),
      isStrong: rates[at]! <= mayBeFalse,
    };
  });

  async function among(indicator: Indicator, kind: UnitKind, wet: string): Promise<Found[]> {
    const end = addMonths(to!, -indicator.knownAfterMonths);
    const period = {from: addMonths(end, -11), to: end};
    const question = {
      indicator: indicator.id,
      gemeenteCode,
      dimensions: [],
      grain: "totaal" as const,
      ...period,
      where: [{dimension: "wet" as const, value: wet}],
      knownOn,
    };
    const {units, funnel} = await compare(database, question, kind, watcher);
    if (funnel === null) return [];
    const placed = units.filter((unit): unit is PlacedUnit => unit.placed !== null);
    // What units usually differ by is itself known from so many units only.
    const degrees = Math.max(1, placed.length - 1);
    return placed.map(({code, placed: {score, adjusted}}) => ({
      indicator,
      kind,
      unit: code!,
      wet,
      period,
      score,
      chance: studentTails(Math.abs(score), degrees),
      isLarge: isLarge(adjusted, funnel.middle),
    }));
  }
}

type PlacedUnit = ComparedUnit & {readonly placed: NonNullable<ComparedUnit["placed"]>};

interface Found {
  readonly indicator: Indicator;
  readonly kind: UnitKind;
  readonly unit: string;
  readonly wet: string;
  readonly period: {readonly from: string; readonly to: string};
  readonly score: number;
  readonly chance: number;
  readonly isLarge: boolean;
}

/** Of sums of money and of days nobody knows how far chance moves them: there are no limits to be outside of. */
function tellsCounts({counting}: Indicator): boolean {
  return counting.isShareOfPeople || counting.isShareOfFacts || counting.numerator === "persons";
}
