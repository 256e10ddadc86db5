import {areaY, axisX, axisY, dot, gridY, line, type Markish, rect, text} from "@observablehq/plot";
import {formatMonth, formatNumber} from "../../reports/format.ts";
import type {MonthFigure, MonthPoint} from "../../reports/stand-van-zorg/month-figure.ts";
import {addMonths, firstDay, type Month, monthsBetween} from "../../standards/calendar.ts";
import {draw} from "./draw.ts";

interface Size {
  readonly width: number;
  readonly height: number;
  readonly marginRight: number;
  readonly tickMonths: number;
}

const wide: Size = {width: 760, height: 330, marginRight: 128, tickMonths: 6};
const narrow: Size = {width: 342, height: 280, marginRight: 10, tickMonths: 12};

/** The line of months, once for a desk and once for a phone: text is never scaled down. */
export function monthCharts(figure: MonthFigure): {wide: string; narrow: string} {
  return {wide: monthChart(figure, wide), narrow: monthChart(figure, narrow)};
}

/** "De as begint bij 3,0." where it does not begin at 0; a reader must know before looking at the slope. */
export function axisNote(figure: MonthFigure): string {
  const {min, divisor, digits} = scaleOf(figure);
  return min === 0 ? "" : ` De as begint bij ${formatNumber(min / divisor, digits)}.`;
}

function monthChart(figure: MonthFigure, size: Size): string {
  const scale = scaleOf(figure);
  const points = figure.points.map((point) => ({...point, date: dateOf(point.month)}));
  const known = points.filter((point) => point.value !== null);
  const firstOpen = known.findIndex((point) => !point.isComplete);
  const closed = firstOpen === -1 ? known : known.slice(0, firstOpen);
  // The dotted part begins at the last complete month, so the line does not break.
  const open = firstOpen === -1 ? [] : known.slice(Math.max(0, firstOpen - 1));
  const end = known.at(-1);
  const reference = points.filter((point) => point.reference !== null);
  const halo = {stroke: "var(--wb-paper)", strokeWidth: 5, paintOrder: "stroke"} as const;
  const isWide = size === wide;
  const marks: Markish[] = [
    gridY({ticks: scale.ticks, stroke: "var(--wb-rule)", strokeOpacity: 1}),
    axisY({
      ticks: scale.ticks,
      tickSize: 0,
      tickFormat: (value: number) => formatNumber(value / scale.divisor, scale.digits),
      label: null,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
    axisX({
      ticks: tickDates(figure, size.tickMonths),
      tickSize: 5,
      tickFormat: (value: Date) => formatMonth(value.toISOString().slice(0, 7)),
      stroke: "var(--wb-rule-strong)",
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
      label: null,
    }),
    areaY(
      open.filter((point) => point.low !== null),
      {x: "date", y1: "low", y2: "high", fill: "var(--wb-band-80)"},
    ),
    line(reference, {
      x: "date",
      y: "reference",
      curve: figure.reference.kind === "begroting" ? "step" : "linear",
      stroke: figure.reference.kind === "begroting" ? "var(--wb-norm)" : "var(--wb-peer)",
      strokeWidth: 1.6,
      strokeDasharray: "5 3",
    }),
    line(closed, {x: "date", y: "value", stroke: "var(--wb-accent)", strokeWidth: 2.4}),
    line(open, {x: "date", y: "value", stroke: "var(--wb-accent)", strokeWidth: 2.4, strokeDasharray: "2 3"}),
    dot(end === undefined ? [] : [end], {x: "date", y: "value", r: 4, fill: "var(--wb-accent)"}),
    text([points[0]!], {
      x: "date",
      y: () => scale.max,
      text: () => scale.unit,
      textAnchor: "start",
      dx: isWide ? -44 : -36,
      dy: -22,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
      ...halo,
    }),
    ...(isWide ? endLabels(figure, points, scale, halo) : []),
    rect(points, {
      x1: (point: {month: Month}) => halfMonth(point.month, -1),
      x2: (point: {month: Month}) => halfMonth(point.month, 1),
      y1: () => scale.min,
      y2: () => scale.max,
      fill: "transparent",
      href: "href",
      title: "title",
    }),
  ];
  return draw({
    width: size.width,
    height: size.height,
    marks,
    label: `${figure.finding}. De tabel met dezelfde getallen staat onder de figuur.`,
    hasLinks: true,
    options: {
      marginLeft: isWide ? 44 : 36,
      marginRight: size.marginRight,
      marginTop: 30,
      marginBottom: 30,
      x: {type: "utc"},
      y: {domain: [scale.min, scale.max], type: "linear"},
    },
  });
}

/** Names at the end of the lines. A phone has no room beside them: there a legend stands above the chart. */
function endLabels(
  figure: MonthFigure,
  points: readonly (MonthPoint & {date: Date})[],
  scale: Scale,
  halo: Readonly<Record<string, string | number>>,
): Markish[] {
  const end = points.filter((point) => point.value !== null).at(-1);
  const reference = points.filter((point) => point.reference !== null).at(-1)?.reference ?? null;
  if (end === undefined) return [];
  const isOpen = !end.isComplete;
  const positions = labelPositions(end.value!, reference, isOpen, scale);
  const label = (y: number, words: string, fill: string, isName: boolean, dy: number): Markish =>
    text([end], {
      x: "date",
      y: () => y,
      text: () => words,
      textAnchor: "start",
      dx: 12,
      dy,
      fill,
      fontWeight: isName ? 600 : 400,
      fontSize: isName ? 14 : 13.5,
      ...halo,
    });
  const marks = [label(positions.value, figure.name, "var(--wb-accent)", true, 0)];
  if (isOpen) marks.push(label(positions.value, "nog niet compleet", "var(--wb-ink-2)", false, 17));
  if (positions.reference !== null) {
    const fill = figure.reference.kind === "begroting" ? "var(--wb-norm)" : "var(--wb-ink-3)";
    marks.push(label(positions.reference, figure.reference.name, fill, true, 0));
  }
  return marks;
}

/** Keeps the two names apart: each line of a label takes about 18 of the 270 pixels of the plot. */
function labelPositions(value: number, reference: number | null, isOpen: boolean, scale: Scale) {
  if (reference === null) return {value, reference};
  const pixel = (scale.max - scale.min) / 270;
  const room = (value > reference && isOpen ? 36 : 19) * pixel;
  const shift = Math.max(0, room - Math.abs(value - reference)) / 2;
  const side = value >= reference ? 1 : -1;
  return {value: value + side * shift, reference: reference - side * shift};
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly divisor: number;
  readonly digits: 0 | 1 | 2;
  readonly unit: string;
}

/** Round bounds around all that is drawn, and the unit that keeps the ticks short. */
export function scaleOf(figure: MonthFigure): Scale {
  const all = figure.points.flatMap((point) =>
    [point.value, point.reference, point.high, point.low].filter((value) => value !== null),
  );
  const high = Math.max(...all, 1);
  const low = Math.min(...all, high);
  const divisor = high >= 100_000_000 ? 100_000_000 : high >= 100_000 ? 100_000 : 100;
  const unit = {100000000: "€ mln per maand", 100000: "€ duizend per maand", 100: "€ per maand"}[divisor]!;
  const step = niceStep((high - low * (low > high * 0.5 ? 1 : 0)) / 5);
  const min = low > high * 0.5 ? Math.floor(low / step) * step : 0;
  const max = Math.ceil((high + step * 0.05) / step) * step;
  const ticks: number[] = [];
  for (let tick = min; tick <= max + step / 2; tick += step) ticks.push(tick);
  const shown = step / divisor;
  return {
    min,
    max,
    ticks,
    divisor,
    digits: shown >= 1 ? 0 : shown >= 0.1 ? 1 : 2,
    unit: unit.replaceAll(" ", "\u00a0"),
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const factor = rough / power;
  return (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * power;
}

function tickDates(figure: MonthFigure, every: number): Date[] {
  const first = figure.points[0]!.month;
  const last = figure.points.at(-1)!.month;
  const count = monthsBetween(first, last);
  const step = count <= 8 ? Math.max(1, Math.round(every / 6)) : count <= 15 ? Math.max(3, every / 2) : every;
  const dates: Date[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    if ((Number(month.slice(5, 7)) - 1) % step === 0) dates.push(dateOf(month));
  }
  return dates;
}

function dateOf(month: Month): Date {
  return new Date(`${firstDay(month)}T00:00:00Z`);
}

/** Half a month before or after: the column in which a pointer finds this month. */
function halfMonth(month: Month, direction: 1 | -1): Date {
  return new Date((dateOf(month).getTime() + dateOf(addMonths(month, direction)).getTime()) / 2);
}
