import type {Database} from "../../database/database.ts";
import {type DataState, readDataState} from "../../database/derive/state.ts";
import {indicatorsOf} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Question} from "../../indicators/question.ts";
import {addMonths, type IsoDate} from "../../standards/calendar.ts";
import {studentTails} from "../../statistics/student-distribution.ts";
import {lastMonthOf} from "../changes/complete-quarters.ts";
import {countedRows} from "../counted.ts";
import type {DisclosedRow} from "../disclose.ts";
import {isComparable} from "../peers/comparable.ts";
import {type Ask, type ComparedUnit, compareIn, type UnitKind} from "../peers/compare.ts";
import {questionAt, type Signal, signalName} from "./signal.ts";
import {isLarge, mayBeFalse, ratesByKind, stillTelling} from "./telling.ts";
import {watchedKinds} from "./trend-signals.ts";

/**
 * What units are compared on: what people get, by which door, and whether it helps. The rest of the catalogue can be laid
 * beside others as well, on the page; to look at all of it after each delivery would take longer than the catalogue itself.
 */
const comparedFigures: ReadonlySet<string> = new Set([
  "clienten-per-1000",
  "nieuwe-clienten-per-1000",
  "jeugdigen-met-jeugdhulp",
  "verwezen-per-huisartsenpraktijk",
  "uitval",
  "herhaald-beroep",
  "terugval",
  "wachttijd-binnen-norm",
  "te-laat-gestart",
  "nooit-gestart",
  "via-huisarts",
  "eerste-deur",
  "licht-eerst",
  "stapeling",
  "met-verblijf",
  "afkeur",
  "tijdig-gedeclareerd",
]);

/** Units whose figure over the last whole year is not what was to be expected of them. */
export async function peerSignals(
  database: Database,
  gemeenteCode: string,
  knownOn: IsoDate,
  signal?: AbortSignal,
): Promise<Signal[]> {
  const found: Found[] = [];
  const ask = askCounted(database, await readDataState(database));
  for (const kind of watchedKinds) {
    for (const indicator of indicatorsOf(database).filter((one) => isComparable(one, kind) && isCompared(one))) {
      signal?.throwIfAborted();
      for (const wet of ["Wmo", "Jeugdwet"]) found.push(...(await among(indicator, kind, wet)));
    }
  }
  const rates = ratesByKind(found);
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
    const end = await lastMonthOf(database, indicator, gemeenteCode, knownOn);
    if (end === null) return [];
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
    const {units, funnel} = await compareIn(database, question, kind, {own: ask, others: null});
    if (funnel === null) return [];
    const placed = units.filter((unit): unit is PlacedUnit => unit.placed !== null);
    return placed.flatMap(({code, placed: {score, adjusted}}) =>
      score === null
        ? []
        : {
            indicator,
            kind,
            unit: code!,
            wet,
            period,
            score: score.score,
            chance: studentTails(Math.abs(score.score), Math.max(1, score.degrees)),
            isLarge: isLarge(adjusted, funnel.middle),
          },
    );
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

/** What a gemeente added itself is compared too, where chance has limits that one can be outside of. */
function isCompared({id, isLocal, counting}: Indicator): boolean {
  return comparedFigures.has(id) || (isLocal === true && (counting.isShareOfPeople || counting.isShareOfFacts));
}

/** Answers questions about one wet from what was counted of both at once. */
function askCounted(database: Database, state: DataState): Ask {
  return (questions) =>
    Promise.all(
      questions.map(async ({where, ...question}) => {
        const wet = where.find(({dimension}) => dimension === "wet")!.value;
        const both: Question = {...question, where: [], dimensions: [...question.dimensions, "wet"]};
        const rows = await countedRows(database, both, state);
        return {rows: rows.filter(({key}) => key.wet === wet).map(withoutWet)};
      }),
    );
}

function withoutWet(row: DisclosedRow): DisclosedRow {
  const {wet: _, ...key} = row.key;
  return {...row, key};
}
