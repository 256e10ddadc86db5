import {axisX, axisY, dot, gridX, type Markish, ruleY, text} from "@observablehq/plot";
import type {Unit} from "../../indicators/indicator.ts";
import {formatNumber} from "../../reports/format.ts";
import type {Margin, MarginRow} from "../../reports/geteld/margin.ts";
import {formatOf} from "../../reports/units.ts";
import {draw} from "./draw.ts";

/** A figure with its margin, and that of the year before above it: a diamond on a line. */
export function marginCharts(margin: Margin): {wide: string; narrow: string} {
  const height = 50 + 50 * margin.rows.length;
  return {wide: marginChart(margin, 760, height, 220), narrow: marginChart(margin, 342, height, 24)};
}

function marginChart(margin: Margin, width: number, height: number, marginRight: number): string {
  const isWide = width > 500;
  const ticks = tickValues(
    Math.min(...margin.rows.map((row) => row.low)),
    Math.max(...margin.rows.map((row) => row.high)),
    isWide ? 6 : 3,
  );
  const colour = (row: MarginRow) => (row.isNow ? "var(--wb-accent)" : "var(--wb-peer)");
  const marks: Markish[] = [
    gridX({ticks, stroke: "var(--wb-rule)", strokeOpacity: 1}),
    axisX({
      ticks,
      tickSize: 0,
      tickFormat: (value: number) => tickText(value, margin.unit),
      label: null,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
    axisY({tickSize: 0, label: null, fill: "var(--wb-ink)", fontSize: 13.5, lineWidth: 9}),
    ruleY(margin.rows, {y: "label", x1: "low", x2: "high", stroke: colour, strokeWidth: 2.4}),
    dot(margin.rows, {
      x: "value",
      y: "label",
      symbol: "diamond",
      r: 7,
      fill: colour,
      stroke: "var(--wb-paper)",
      strokeWidth: 2,
    }),
    text(margin.rows, {
      x: "value",
      y: "label",
      dy: -16,
      text: "text",
      fill: "var(--wb-ink)",
      fontWeight: 600,
      fontSize: 13.5,
    }),
  ];
  if (isWide) {
    marks.push(
      text(margin.rows, {
        y: "label",
        frameAnchor: "right",
        textAnchor: "start",
        dx: 14,
        text: "bounds",
        fill: "var(--wb-ink-2)",
        fontSize: 13.5,
      }),
    );
  }
  const words = margin.rows.map((row) => `${row.label}: ${row.text}, tussen ${row.bounds}`);
  return draw({
    width,
    height,
    marks,
    label: `${margin.finding}. ${words.join(". ")}.`,
    hasLinks: false,
    options: {
      marginLeft: 104,
      marginRight,
      marginTop: 12,
      marginBottom: 28,
      x: {domain: [ticks[0]!, ticks.at(-1)!]},
      y: {domain: margin.rows.map((row) => row.label), type: "band"},
    },
  });
}

/** Round values from at most `low` to at least `high`. */
function tickValues(low: number, high: number, most: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const size = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((times) => times * size).find((one) => span / one <= most) ?? 10 * size;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({length: last - first + 1}, (_, index) => (first + index) * step);
}

/** The unit stands in the numbers beside the chart; on the axis only that of shares. */
function tickText(value: number, unit: Unit): string {
  if (unit === "aandeel") return formatOf(unit)(value).replace(/,0(?=\u00a0)/, "");
  return formatNumber(value, Number.isInteger(Math.round(value * 1e6) / 1e6) ? 0 : 1);
}
