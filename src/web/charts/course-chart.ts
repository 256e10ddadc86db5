import {areaY, axisX, axisY, dot, gridY, line, type Markish, text} from "@observablehq/plot";
import type {Course} from "../../reports/course.ts";
import {draw} from "./draw.ts";
import {axisOf} from "./value-axis.ts";

interface Size {
  readonly width: number;
  readonly height: number;
  readonly marginRight: number;
}

const wide: Size = {width: 760, height: 280, marginRight: 168};
const narrow: Size = {width: 342, height: 240, marginRight: 14};

/** The line of one over the years in the band of the others, once for a desk and once for a phone. */
export function courseCharts(course: Course, label: string): {wide: string; narrow: string} {
  return {wide: courseChart(course, label, wide), narrow: courseChart(course, label, narrow)};
}

function courseChart(course: Course, label: string, size: Size): string {
  const isWide = size === wide;
  const years = course.years.map((one) => ({...one, at: Number(one.year), own: one.own ?? Number.NaN}));
  const bands = years.flatMap(({at, others}) => (others === null ? [] : [{at, ...others}]));
  const known = years.filter(({own}) => !Number.isNaN(own));
  const values = [...known.map(({own}) => own), ...bands.flatMap(({p10, p90}) => [p10, p90])];
  const axis = axisOf(Math.min(...values), Math.max(...values), course.unit, 5);
  const end = known.at(-1)!;
  const lastBand = bands.at(-1);
  const halo = {stroke: "var(--wb-paper)", strokeWidth: 5, paintOrder: "stroke"} as const;
  const beside = (y: number, words: string, isName: boolean, dy = 0): Markish =>
    text([{at: years.at(-1)!.at}], {
      x: "at",
      y: () => y,
      text: () => words,
      textAnchor: "start",
      dx: 12,
      dy,
      fill: isName ? "var(--wb-accent)" : "var(--wb-ink-2)",
      fontWeight: isName ? 600 : 400,
      fontSize: isName ? 14 : 13,
      ...halo,
    });
  const marks: Markish[] = [
    areaY(bands, {x: "at", y1: "p10", y2: "p90", fill: "var(--wb-peer-wash)"}),
    areaY(bands, {x: "at", y1: "p25", y2: "p75", fill: "var(--wb-rule)"}),
    gridY({ticks: axis.ticks, stroke: "var(--wb-rule)", strokeOpacity: 1}),
    line(bands, {x: "at", y: "p50", stroke: "var(--wb-ink-3)", strokeWidth: 1.4, strokeDasharray: "5 3"}),
    line(years, {x: "at", y: "own", stroke: "var(--wb-accent)", strokeWidth: 2.4}),
    dot(known, {x: "at", y: "own", r: 4, symbol: "diamond", fill: "var(--wb-accent)"}),
    axisY({
      ticks: axis.ticks,
      tickSize: 0,
      tickFormat: axis.format,
      label: null,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
    axisX({
      ticks: years.map(({at}) => at),
      tickSize: 5,
      tickFormat: (value: number) => String(value),
      stroke: "var(--wb-rule-strong)",
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
      label: null,
    }),
    ...(isWide ? endLabels() : []),
  ];
  return draw({
    width: size.width,
    height: size.height,
    marks,
    label,
    hasLinks: false,
    options: {
      marginLeft: 62,
      marginRight: size.marginRight,
      marginTop: 14,
      marginBottom: 30,
      x: {domain: [years[0]!.at, years.at(-1)!.at]},
      y: {domain: [axis.low, axis.high], type: "linear"},
    },
  });

  /** The own name, and what the edges of the band are; a word that would stand in another is left to the text above. */
  function endLabels(): Markish[] {
    const line = (axis.high - axis.low) / 13;
    const taken = [end.own];
    const labels = [beside(end.own, course.ownName, true)];
    if (lastBand === undefined) return labels;
    const words = [
      [lastBand.p90, "9 van de 10 lager"],
      [lastBand.p50, "midden"],
      [lastBand.p10, "1 van de 10 lager"],
    ] as const;
    for (const [y, said] of words) {
      if (taken.some((other) => Math.abs(other - y) < line)) continue;
      taken.push(y);
      labels.push(beside(y, said, false));
    }
    return labels;
  }
}
