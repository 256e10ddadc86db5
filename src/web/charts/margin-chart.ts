import {axisX, axisY, dot, gridX, type Markish, ruleY, text} from "@observablehq/plot";
import {formatNumber, formatPercent} from "../../reports/format.ts";
import type {Margin, MarginRow} from "../../reports/geteld/margin.ts";
import {draw} from "./draw.ts";

/** Two shares with their margins under each other: a diamond on a line. */
export function marginCharts(margin: Margin): {wide: string; narrow: string} {
  return {wide: marginChart(margin, 760, 150, 172), narrow: marginChart(margin, 342, 150, 12)};
}

function marginChart(margin: Margin, width: number, height: number, marginRight: number): string {
  const isWide = width > 500;
  const low = Math.floor(Math.min(...margin.rows.map((row) => row.low)) * 50) / 50;
  const high = Math.ceil(Math.max(...margin.rows.map((row) => row.high)) * 50) / 50;
  const colour = (row: MarginRow) => (row.isNow ? "var(--wb-accent)" : "var(--wb-peer)");
  const ticks = tickValues(low, high, isWide ? 6 : 4);
  const marks: Markish[] = [
    gridX({ticks, stroke: "var(--wb-rule)", strokeOpacity: 1}),
    axisX({
      ticks,
      tickSize: 0,
      tickFormat: (value: number) => `${formatNumber(value * 100)}\u00a0%`,
      label: null,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
    axisY({tickSize: 0, label: null, fill: "var(--wb-ink)", fontSize: 13.5, lineWidth: 9}),
    ruleY(margin.rows, {y: "label", x1: "low", x2: "high", stroke: colour, strokeWidth: 2.4}),
    dot(margin.rows, {
      x: "share",
      y: "label",
      symbol: "diamond",
      r: 7,
      fill: colour,
      stroke: "var(--wb-paper)",
      strokeWidth: 2,
    }),
    text(margin.rows, {
      x: "share",
      y: "label",
      dy: -16,
      text: (row: MarginRow) => formatPercent(row.share),
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
        text: "counts",
        fill: "var(--wb-ink-2)",
        fontSize: 13.5,
      }),
    );
  }
  const words = margin.rows.map((row) => `${row.label}: ${formatPercent(row.share)}, tussen ${row.counts}`);
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
      x: {domain: [low, high]},
      y: {domain: margin.rows.map((row) => row.label), type: "band"},
    },
  });
}

function tickValues(low: number, high: number, most: number): number[] {
  const steps = [0.01, 0.02, 0.05, 0.1, 0.2];
  const step = steps.find((size) => (high - low) / size <= most) ?? 0.25;
  const ticks: number[] = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + 1e-9; index++) ticks.push(index * step);
  return ticks;
}
