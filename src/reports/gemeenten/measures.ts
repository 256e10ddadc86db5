import type {Peer} from "../../analysis/look-alikes/look-alikes.ts";
import {type Iv3Year, type National, netPerInhabitant} from "../../analysis/look-alikes/national.ts";
import {type Iv3Sum, iv3SumNames} from "../../standards/iv3-sums.ts";
import {leastSquares} from "../../statistics/least-squares.ts";
import {quantile} from "../../statistics/quantile.ts";
import {formatNumber, formatPercent} from "../format.ts";

/** One figure of the own gemeente beside those of its peers. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  /** "per 1.000 inwoners", "%", "euro per inwoner". */
  readonly unit: string;
  /** "2022", "jaarrekening 2023". */
  readonly when: string;
  readonly digits: 0 | 1;
  readonly finding: string;
  readonly own: number | null;
  readonly peers: readonly {readonly code: string; readonly name: string; readonly value: number}[];
  /** Peers without a value. */
  readonly missing: number;
  /** Null: fewer than four peers have a value. */
  readonly spread: {readonly low: number; readonly median: number; readonly high: number} | null;
  /** How many peers lie lower. */
  readonly lower: number;
  readonly notes: readonly string[];
}

/** With fewer values than this there is no spread to speak of. */
export const fewestForSpread = 4;

const needLine = "Wat wij verwachten volgt uit alle gemeenten in het bestand";

export function careMeasures(national: National, jaar: number, own: string, peers: readonly Peer[]): Measure[] {
  return [
    measure(national, own, peers, {
      id: "wmo",
      name: "Wmo-cliënten",
      unit: "per 1.000 inwoners",
      when: String(jaar),
      digits: 0,
      figureOf: (code) => national.kenmerken.get(jaar)?.get(code)?.wmo_per_1000 ?? null,
      notes: expectedNotes(national, jaar, own, "wmo_per_1000", {
        columns: ["pct_65_plus", "pct_sociaal_minimum"],
        words: "het deel 65 jaar en ouder en het deel huishoudens rond het sociaal minimum",
      }),
    }),
    measure(national, own, peers, {
      id: "jeugdzorg",
      name: "Jongeren met jeugdzorg",
      unit: "% van de jongeren",
      when: String(jaar),
      digits: 1,
      figureOf: (code) => national.kenmerken.get(jaar)?.get(code)?.pct_jeugdzorg ?? null,
      notes: expectedNotes(national, jaar, own, "pct_jeugdzorg", {
        columns: ["pct_sociaal_minimum"],
        words: "het deel huishoudens rond het sociaal minimum",
      }),
    }),
  ];
}

/** What each year and document of Iv3 says of a sum of taakvelden. */
export function moneyMeasures(
  {national, own, peers}: {national: National; own: string; peers: readonly Peer[]},
  iv3: Iv3Year,
): Measure[] {
  const sums: readonly Iv3Sum[] = ["wmo", "jeugd", "verblijf", "voorkant"];
  return sums.map((som) =>
    measure(national, own, peers, {
      id: `lasten-${som}`,
      name: iv3SumNames[som].name,
      unit: "euro per inwoner, lasten min baten",
      when: `${iv3.soort} ${iv3.jaar}`,
      digits: 0,
      figureOf: (code) => netPerInhabitant(iv3.byCode.get(code), som),
      notes: [
        `Taakvelden ${iv3SumNames[som].taakvelden}.`,
        ...(som === "verblijf" ? ["Centrumgemeenten boeken dit vaak voor een hele regio."] : []),
      ],
    }),
  );
}

interface Asked extends Pick<Measure, "id" | "name" | "unit" | "when" | "digits" | "notes"> {
  figureOf(code: string): number | null;
}

function measure(national: National, own: string, peers: readonly Peer[], asked: Asked): Measure {
  const {figureOf, ...rest} = asked;
  const value = figureOf(own);
  const known = peers.flatMap(({code}) => {
    const one = figureOf(code);
    return one === null ? [] : [{code, name: national.names.get(code) ?? code, value: one}];
  });
  const values = known.map((one) => one.value);
  const spread =
    values.length < fewestForSpread
      ? null
      : {low: quantile(values, 0.25), median: quantile(values, 0.5), high: quantile(values, 0.75)};
  const lower = value === null ? 0 : values.filter((one) => one < value).length;
  const found = {...rest, own: value, peers: known, missing: peers.length - known.length, spread, lower};
  return {...found, finding: findingOf(found, national.names.get(own) ?? own)};
}

function findingOf(
  {name, when, own, peers, spread, lower, digits}: Omit<Measure, "finding">,
  gemeente: string,
): string {
  if (own === null) return `${name}: van ${gemeente} is er over ${when} geen cijfer`;
  if (spread === null) return `${name}: te weinig gemeenten met een cijfer om ${gemeente} naast te leggen`;
  const [shown, middle] = [formatNumber(own, digits), formatNumber(spread.median, digits)];
  if (shown === middle) return `${name}: ${gemeente} zit in het midden van gemeenten die erop lijken`;
  const place =
    own > spread.high
      ? "hoger dan de meeste gemeenten die erop lijken"
      : own < spread.low
        ? "lager dan de meeste gemeenten die erop lijken"
        : own > spread.median
          ? "iets boven het midden"
          : "iets onder het midden";
  return `${name}: ${gemeente} zit ${place} (${lower} van de ${peers.length} zitten lager)`;
}

/** What need explains, fitted on all gemeenten of the year; and where the own figure lies beside that. */
export function expectation(
  national: National,
  jaar: number,
  own: string,
  kenmerk: string,
  columns: readonly string[],
) {
  const complete = [...(national.kenmerken.get(jaar)?.values() ?? [])].flatMap((one) => {
    const [value, row] = [one[kenmerk], columns.map((name) => one[name])];
    return value == null || row.some((cell) => cell == null) ? [] : [{value, row: row as number[]}];
  });
  const fit = leastSquares(
    complete.map(({row}) => row),
    complete.map(({value}) => value),
  );
  const mine = national.kenmerken.get(jaar)?.get(own);
  const row = columns.map((name) => mine?.[name]);
  const expected = fit === null || row.some((cell) => cell == null) ? null : fit.predict(row as number[]);
  return fit === null ? null : {fit, gemeenten: complete.length, expected, value: mine?.[kenmerk] ?? null};
}

function expectedNotes(
  national: National,
  jaar: number,
  own: string,
  kenmerk: string,
  {columns, words}: {columns: readonly string[]; words: string},
): string[] {
  const found = expectation(national, jaar, own, kenmerk, columns);
  if (found === null) return [];
  const {fit, gemeenten, expected, value} = found;
  const weak =
    fit.rSquared < 0.2 ? " Behoefte verklaart hier weinig: beleid, aanbod en verwijzers doen er meer toe." : "";
  const about = `${needLine} (${formatNumber(gemeenten)}): ${words}. Dat verklaart ${formatPercent(fit.rSquared, 0)} van de verschillen; de rest wijkt meestal minder dan ${formatNumber(fit.residualSd, 1)} af.${weak}`;
  if (expected === null || value === null) return [about];
  const gap = value - expected;
  const far = Math.abs(gap) > fit.residualSd;
  const side = gap > 0 ? "hoger" : "lager";
  const verdict = far
    ? `${formatNumber(value, 1)} is ${side} dan verwacht (${formatNumber(expected, 1)}).`
    : `Verwacht is ${formatNumber(expected, 1)}; ${formatNumber(value, 1)} ligt daar dicht bij.`;
  return [verdict, about];
}
