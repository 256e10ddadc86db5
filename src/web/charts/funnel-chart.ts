import {areaY, axisX, axisY, dot, gridY, line, type Markish, text} from "@observablehq/plot";
import {formatNumber} from "../../reports/format.ts";
import type {FunnelFigure} from "../../reports/spiegel/funnel-figure.ts";
import {draw} from "./draw.ts";
import {axisOf} from "./value-axis.ts";

interface Size {
  readonly width: number;
  readonly height: number;
  readonly marginRight: number;
  readonly xTicks: number;
}

const wide: Size = {width: 760, height: 380, marginRight: 148, xTicks: 6};
const narrow: Size = {width: 342, height: 320, marginRight: 12, xTicks: 4};

/** Each unit between the limits of chance, once for a desk and once for a phone. */
export function funnelCharts(figure: FunnelFigure, label: string): {wide: string; narrow: string} {
  return {wide: funnelChart(figure, label, wide), narrow: funnelChart(figure, label, narrow)};
}

function funnelChart(figure: FunnelFigure, label: string, size: Size): string {
  const isWide = size === wide;
  const {points, curve, middle} = figure;
  // A limit can lie at the end of the world; the points and the inner limits say how far to look.
  const values = points.map(({value}) => value);
  const axis = axisOf(
    Math.min(...values, ...curve.map(({low95}) => low95)),
    // Room for a name above the highest point.
    Math.max(...values.map((value) => value + 0.04 * Math.abs(value)), ...curve.map(({high95}) => high95)),
    figure.unit,
    isWide ? 6 : 5,
  );
  const within = (value: number) => Math.min(Math.max(value, axis.low), axis.high);
  const bounds = curve.map(({size: at, low95, high95, low998, high998}) => ({
    size: at,
    low95: within(low95),
    high95: within(high95),
    low998: within(low998),
    high998: within(high998),
  }));
  const own = points.filter(({isOwn}) => isOwn);
  const others = points.filter(({isOwn}) => !isOwn);
  const apart = others.filter(({name, verdict}) => name !== null && (verdict === "hoger" || verdict === "lager"));
  const halo = {stroke: "var(--wb-paper)", strokeWidth: 5, paintOrder: "stroke"} as const;
  const last = bounds.at(-1)!;
  const marks: Markish[] = [
    areaY(bounds, {x: "size", y1: "low998", y2: "high998", fill: "var(--wb-band-95)"}),
    areaY(bounds, {x: "size", y1: "low95", y2: "high95", fill: "var(--wb-band-80)"}),
    gridY({ticks: axis.ticks, stroke: "var(--wb-rule)", strokeOpacity: 1}),
    line(
      [bounds[0]!, last].map(({size: at}) => ({size: at, middle})),
      {x: "size", y: "middle", stroke: "var(--wb-ink-2)", strokeWidth: 1.4, strokeDasharray: "5 3"},
    ),
    axisY({
      ticks: axis.ticks,
      tickSize: 0,
      tickFormat: axis.format,
      label: null,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
    axisX({
      ticks: size.xTicks,
      tickSize: 5,
      tickFormat: (value: number) => formatNumber(value),
      stroke: "var(--wb-rule-strong)",
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
      label: null,
    }),
    dot(others, {
      x: "size",
      y: "value",
      r: 5,
      fill: "var(--wb-peer)",
      stroke: "var(--wb-paper)",
      strokeWidth: 1.5,
      href: "href",
      title: "title",
    }),
    dot(own, {
      x: "size",
      y: "value",
      r: 8,
      symbol: "diamond",
      fill: "var(--wb-accent)",
      stroke: "var(--wb-paper)",
      strokeWidth: 1.5,
      title: "title",
    }),
    ...nameLabels(),
    ...(isWide ? sideLabels(figure, last, halo) : []),
  ];
  return draw({
    width: size.width,
    height: size.height,
    marks,
    label: `${label}. ${points.map(({title}) => title).join(". ")}.`,
    hasLinks: points.some(({href}) => href !== null),
    options: {
      marginLeft: 62,
      marginRight: size.marginRight,
      marginTop: 22,
      marginBottom: 30,
      x: {domain: [bounds[0]!.size, last.size]},
      y: {domain: [axis.low, axis.high], type: "linear"},
    },
  });

  /** The own name; on a desk also those of whoever lies outside. To the left of its point where there is no room beside it. */
  function nameLabels(): Markish[] {
    const middleSize = (bounds[0]!.size + last.size) / 2;
    const named = [...own, ...(isWide || own.length === 0 ? apart : [])];
    return (["start", "end"] as const).map((textAnchor) =>
      text(
        named.filter((point) => point.size > middleSize === (textAnchor === "end")),
        {
          x: "size",
          y: "value",
          text: "name",
          textAnchor,
          dy: -15,
          fill: "var(--wb-accent)",
          fontWeight: 600,
          fontSize: 13.5,
          ...halo,
        },
      ),
    );
  }
}

/** What each band is, beside its end; kept apart where the funnel is narrow. */
function sideLabels(
  {middle, middleWords}: FunnelFigure,
  last: {readonly size: number; readonly high95: number; readonly high998: number},
  halo: Readonly<Record<string, string | number>>,
): Markish[] {
  const [name, value] = middleWords.split(/: /) as [string, string];
  const label = (y: number, words: string, dy: number) =>
    text([{size: last.size}], {
      x: "size",
      y: () => y,
      text: () => words,
      textAnchor: "start",
      dx: 10,
      dy,
      fill: "var(--wb-ink-2)",
      fontSize: 13,
      ...halo,
    });
  return [
    label(last.high998, "bijna alle hierbinnen", -10),
    label(last.high95, "19 van de 20 hierbinnen", 6),
    label(middle, `${name}:`, 24),
    label(middle, value, 41),
  ];
}
