import {axisX, axisY, dot, gridY, line, type Markish} from "@observablehq/plot";
import {formatMonth, formatNumber} from "../../reports/format.ts";
import {firstDay, type Month} from "../../standards/calendar.ts";
import {draw} from "./draw.ts";

export interface ScorePoint {
  readonly month: Month;
  /** 0 to 1; null leaves a gap. */
  readonly score: number | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly tickMonths: number;
}

const wide: Size = {width: 760, height: 230, tickMonths: 3};
const narrow: Size = {width: 342, height: 210, tickMonths: 6};

/** A share by month, once for a desk and once for a phone. */
export function scoreCharts(points: readonly ScorePoint[], label: string): {wide: string; narrow: string} {
  return {wide: scoreChart(points, label, wide), narrow: scoreChart(points, label, narrow)};
}

/** Where the axis begins: a reader must know before looking at the slope. */
export function lowestShown(points: readonly ScorePoint[]): number {
  const known = points.flatMap(({score}) => (score === null ? [] : [score]));
  return known.length === 0 ? 0 : Math.floor(Math.min(...known, 0.95) * 20) / 20;
}

function scoreChart(points: readonly ScorePoint[], label: string, size: Size): string {
  const shown = points.map(({month, score}) => ({date: dateOf(month), score: score ?? Number.NaN}));
  const low = lowestShown(points);
  const ticks = ticksFrom(low);
  const months = points.filter(({month}) => (Number(month.slice(5)) - 1) % size.tickMonths === 0);
  const marks: Markish[] = [
    gridY({ticks, stroke: "var(--wb-rule)", strokeOpacity: 1}),
    axisY({
      ticks,
      tickSize: 0,
      tickFormat: (value: number) => `${formatNumber(value * 100)}\u00a0%`,
      label: null,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
    axisX({
      ticks: months.map(({month}) => dateOf(month)),
      tickSize: 5,
      tickFormat: (value: Date) => formatMonth(value.toISOString().slice(0, 7)),
      stroke: "var(--wb-rule-strong)",
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
      label: null,
    }),
    line(shown, {x: "date", y: "score", stroke: "var(--wb-accent)", strokeWidth: 2.4}),
    dot(shown.filter(({score}) => !Number.isNaN(score)).slice(-1), {
      x: "date",
      y: "score",
      r: 4,
      fill: "var(--wb-accent)",
    }),
  ];
  return draw({
    width: size.width,
    height: size.height,
    marks,
    label,
    hasLinks: false,
    options: {
      marginLeft: 52,
      marginRight: 34,
      marginTop: 12,
      marginBottom: 30,
      x: {type: "utc"},
      y: {domain: [low, 1], type: "linear"},
    },
  });
}

function ticksFrom(low: number): number[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.25].find((size) => (1 - low) / size <= 5) ?? 0.25;
  const ticks: number[] = [];
  for (let index = Math.round(1 / step); index * step >= low - 1e-9; index--) ticks.push(index * step);
  return ticks.reverse();
}

function dateOf(month: Month): Date {
  return new Date(`${firstDay(month)}T00:00:00Z`);
}
