import {axisX, barX, gridX, type Markish, text} from "@observablehq/plot";
import {formatNumber} from "../../reports/format.ts";
import type {RoomChart} from "../../reports/val-ons-aan/val-ons-aan.ts";
import {draw} from "./draw.ts";

interface Size {
  readonly name: string;
  readonly width: number;
  readonly rowHeight: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly ticks: number;
}

const wide: Size = {name: "breed", width: 760, rowHeight: 38, marginLeft: 272, marginRight: 186, ticks: 3};
const narrow: Size = {name: "smal", width: 342, rowHeight: 62, marginLeft: 2, marginRight: 22, ticks: 3};

/** Between what each hidden number must lie, as a hatched box: once for a desk and once for a phone. */
export function intervalCharts(chart: RoomChart, label: string): {wide: string; narrow: string} {
  return {wide: intervalChart(chart, label, wide), narrow: intervalChart(chart, label, narrow)};
}

function intervalChart({rows, isMoney}: RoomChart, label: string, size: Size): string {
  const isWide = size === wide;
  const patternId = `ruimte-${size.name}`;
  const known = rows.flatMap(({low, high}) => [low, high ?? low]).filter(Number.isFinite);
  const ticks = tickValues(Math.min(0, ...known), Math.max(1, ...known), size.ticks);
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  // What nothing stops runs off the axis.
  const boxes = rows.map((row, place) => ({
    ...row,
    id: String(place),
    from: Number.isFinite(row.low) ? row.low : first,
    to: row.high ?? last,
  }));
  const marks: Markish[] = [
    gridX({ticks, stroke: "var(--wb-rule)", strokeOpacity: 1}),
    axisX({
      ticks,
      tickSize: 0,
      tickFormat: (value: number) => `${isMoney ? "€\u00a0" : ""}${formatNumber(value, value % 1 === 0 ? 0 : 1)}`,
      label: null,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
    barX(boxes, {
      x1: "from",
      x2: "to",
      y: "id",
      fill: `url(#${patternId})`,
      stroke: "var(--wb-ink-2)",
      strokeWidth: 1.2,
      insetTop: isWide ? 9 : 40,
      insetBottom: isWide ? 9 : 4,
    }),
    text(boxes, {
      y: "id",
      frameAnchor: "left",
      textAnchor: "start",
      dx: isWide ? -size.marginLeft + 2 : 0,
      dy: isWide ? 0 : -22,
      text: "label",
      fill: "var(--wb-ink)",
      fontSize: 13.5,
      fontWeight: isWide ? 400 : 600,
    }),
    text(boxes, {
      y: "id",
      frameAnchor: isWide ? "right" : "left",
      textAnchor: "start",
      dx: isWide ? 14 : 0,
      dy: isWide ? 0 : -4,
      text: "text",
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
  ];
  const words = rows.map((row) => `${row.label}: ${row.text}`);
  const svg = draw({
    width: size.width,
    height: 48 + size.rowHeight * rows.length,
    marks,
    label: `${label}. ${words.join(". ")}.`,
    hasLinks: false,
    options: {
      marginLeft: size.marginLeft,
      marginRight: size.marginRight,
      marginTop: 8,
      marginBottom: 30,
      x: {domain: [first, last]},
      y: {domain: boxes.map(({id}) => id), type: "band", axis: null},
    },
  });
  return svg.replace(">", `>${hatch(patternId)}`);
}

function hatch(id: string): string {
  const line = `<path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke="var(--wb-hatch)" stroke-width="1"/>`;
  return `<defs><pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="var(--wb-paper)"/>${line}</pattern></defs>`;
}

/** Round values from at most `low` to at least `high`. */
function tickValues(low: number, high: number, most: number): number[] {
  const size = 10 ** Math.floor(Math.log10((high - low) / most));
  const step = [1, 2, 5, 10].map((times) => times * size).find((one) => (high - low) / one <= most) ?? 10 * size;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({length: last - first + 1}, (_, index) => (first + index) * step);
}
