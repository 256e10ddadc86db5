import {askMany} from "../../analysis/ask.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {type Figure, noFigure, totalOf, zeroFigure} from "../figure.ts";
import {monthsPassed} from "../period.ts";
import {partFilter, partOf} from "../proof-link.ts";
import type {Sources} from "../sources.ts";
import {formatOf} from "../units.ts";
import {questionFor, type View} from "../view.ts";

/** What each indicator comes to in the months of a view, or in the last of which it is known. */
export async function figuresNow(sources: Sources, view: View, indicators: readonly Indicator[]): Promise<Figure[]> {
  const series = await askMany(
    sources.database,
    indicators.map((indicator) =>
      questionFor(monthsPassed(view, indicator.knownAfterMonths), indicator.id, {
        where: partFilter(partOf(indicator, undefined)),
      }),
    ),
    sources.reader,
  );
  return series.map((one, index) =>
    totalOf(one, indicators[index]!.counting.value === "numerator" ? zeroFigure : noFigure),
  );
}

/** The part that the figure is of, as it stands behind "alleen"; null: it is of the whole. */
export function partShown(indicator: Indicator, {names}: Sources): string | null {
  const part = partOf(indicator, undefined);
  if (part === null) return null;
  const name = names.nameOf("deel", part);
  return name[0]!.toLowerCase() + name.slice(1);
}

/** null: there is no value, and the figure says why. */
export function figureText({unit}: Indicator, {value}: Figure): string | null {
  return value === null ? null : formatOf(unit)(value);
}

/** A written figure as its number and the rest: "€ 12", "" or "3,4", "per 1.000 inwoners". */
export function splitFigure(text: string): {readonly value: string; readonly unit: string} {
  const [, value = text, unit = ""] = /^((?:\u2212?\u00a0?€\u00a0|HHI\u00a0)?[\d.,\u2212]+)(.*)$/su.exec(text) ?? [];
  return {value, unit: unit.trim()};
}
