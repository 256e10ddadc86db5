import type {DisclosedRow, DisclosedSeries} from "../analysis/disclose.ts";
import type {DimensionName} from "../indicators/question.ts";

/** One figure as this reader may see it; a value that is not there always says why. */
export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: Missing | null;
}

/** verborgen: fewer than 10 people. te weinig: base too small for a rate. geen: nothing to count. */
export type Missing = "verborgen" | "te weinig" | "nog niet bekend" | "geen";

/** What every page and file says of what is hidden. */
export const hiddenReason = "minder dan 10 mensen, of nodig om zo’n aantal te verbergen";
export const hiddenLine = `Verborgen: ${hiddenReason}.`;

export const noFigure: Figure = {value: null, numerator: null, denominator: null, missing: "geen"};

/** Nothing happened, which is known: a cell without facts in a series of counts or sums. */
export const zeroFigure: Figure = {value: 0, numerator: 0, denominator: null, missing: null};

export function figureOf(row: DisclosedRow | undefined, absent: Figure): Figure {
  if (row === undefined) return absent;
  return {
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    missing: row.value === null ? (row.reason ?? "geen") : null,
  };
}

/** The figure of a series that was asked without dimensions, over its whole period. */
export function totalOf(series: DisclosedSeries, absent: Figure = noFigure): Figure {
  return figureOf(series.rows[0], absent);
}

/** Each code's figure in a series over one dimension and one period. */
export function figuresByCode(series: DisclosedSeries, dimension: DimensionName): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const row of series.rows) figures.set(row.key[dimension] ?? "onbekend", figureOf(row, noFigure));
  return figures;
}

/** Each period's figure in a series without dimensions. */
export function figuresByPeriod(series: DisclosedSeries): Map<string, Figure> {
  return new Map(series.rows.map((row) => [row.period, figureOf(row, noFigure)]));
}

/** Each code's figures by period. */
export function figuresByCodeAndPeriod(
  series: DisclosedSeries,
  dimension: DimensionName,
): Map<string, Map<string, Figure>> {
  const figures = new Map<string, Map<string, Figure>>();
  for (const row of series.rows) {
    const code = row.key[dimension] ?? "onbekend";
    const ofCode = figures.get(code) ?? new Map<string, Figure>();
    ofCode.set(row.period, figureOf(row, noFigure));
    figures.set(code, ofCode);
  }
  return figures;
}
