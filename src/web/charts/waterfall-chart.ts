import {axisX, axisY, barX, gridX, link, type Markish, text} from "@observablehq/plot";
import type {Waterfall, WaterfallBar} from "../../reports/aansluiting/waterfall.ts";
import {formatEuros, formatNumber} from "../../reports/format.ts";
import {draw} from "./draw.ts";

interface Size {
  readonly name: string;
  readonly width: number;
  readonly rowHeight: number;
  readonly marginLeft: number;
  readonly marginRight: number;
}

const wide: Size = {name: "breed", width: 760, rowHeight: 38, marginLeft: 214, marginRight: 118};
const narrow: Size = {name: "smal", width: 342, rowHeight: 46, marginLeft: 2, marginRight: 22};

/** From what was claimed to what was booked, bar by bar; once for a desk and once for a phone. */
export function waterfallCharts(waterfall: Waterfall, finding: string): {wide: string; narrow: string} {
  return {wide: waterfallChart(waterfall, finding, wide), narrow: waterfallChart(waterfall, finding, narrow)};
}

/** "De as begint bij € 34,4 mln." where it does not begin at 0. */
export function waterfallAxisNote({min}: Waterfall): string {
  return min <= 0 ? "" : `De as begint bij € ${formatNumber(min / 1e8, 1)} mln, zodat de kleine delen zichtbaar zijn.`;
}

function waterfallChart(waterfall: Waterfall, finding: string, size: Size): string {
  const {bars, min, max} = waterfall;
  const isWide = size === wide;
  const patternId = `onverklaard-${size.name}`;
  const bound = (bar: WaterfallBar) =>
    (bar.kind === "som" ? [min, bar.to] : [bar.from, bar.to]).map((value) => Math.max(min, value));
  const rows = bars.map((bar, index) => {
    const [a = min, b = min] = bound(bar);
    return {...bar, id: String(index), low: Math.min(a, b), high: Math.max(a, b)};
  });
  const fill = ({kind}: WaterfallBar) => {
    if (kind === "som") return "var(--wb-ink-2)";
    return kind === "onverklaard" ? `url(#${patternId})` : "var(--wb-accent)";
  };
  const colour = ({kind}: WaterfallBar) => (kind === "onverklaard" ? "var(--wb-norm)" : "var(--wb-ink)");
  const joints = rows.slice(0, -1).map((row, index) => ({x: row.to, y1: row.id, y2: rows[index + 1]!.id}));
  const ticks = tickValues(min, max, isWide ? 5 : 3);
  const digits = digitsOf(ticks);
  const weight = ({kind}: WaterfallBar) => (kind === "stap" ? 400 : 600);
  const marks: Markish[] = [
    gridX({ticks, stroke: "var(--wb-rule)", strokeOpacity: 1}),
    axisX({
      ticks,
      tickSize: 0,
      tickFormat: (value: number) => `€\u00a0${formatNumber(value / 1e8, digits)}\u00a0mln`,
      label: null,
      fill: "var(--wb-ink-2)",
      fontSize: 13.5,
    }),
    // On a phone the names stand above their bars, where these lines would run through them.
    ...(isWide
      ? [link(joints, {x1: "x", x2: "x", y1: "y1", y2: "y2", stroke: "var(--wb-ink-3)", strokeWidth: 1})]
      : []),
    barX(rows, {
      x1: "low",
      x2: "high",
      y: "id",
      fill,
      stroke: (bar: WaterfallBar) => (bar.kind === "onverklaard" ? "var(--wb-norm)" : "none"),
      insetTop: isWide ? 9 : 24,
      insetBottom: isWide ? 9 : 6,
    }),
  ];
  if (isWide) {
    marks.push(
      axisY({
        tickSize: 0,
        label: null,
        tickFormat: (id: string) => rows[Number(id)]!.label,
        fill: "var(--wb-ink)",
        fontSize: 13.5,
        lineWidth: 16,
      }),
      text(rows, {
        x: "high",
        y: "id",
        dx: 8,
        text: (bar: WaterfallBar) => formatEuros(bar.cents),
        textAnchor: "start",
        fill: colour,
        fontWeight: 600,
        fontSize: 13.5,
        stroke: "var(--wb-paper)",
        strokeWidth: 4,
        paintOrder: "stroke",
      }),
    );
  } else {
    for (const [which, anchor] of [
      ["label", "left"],
      ["cents", "right"],
    ] as const) {
      for (const kind of ["som", "stap", "onverklaard"] as const) {
        marks.push(
          text(
            rows.filter((row) => row.kind === kind),
            {
              y: "id",
              frameAnchor: anchor,
              dy: -10,
              text: (bar: WaterfallBar) => (which === "label" ? bar.label : formatEuros(bar.cents)),
              fill: kind === "onverklaard" ? "var(--wb-norm)" : "var(--wb-ink)",
              fontWeight: weight({kind} as WaterfallBar),
              fontSize: 13.5,
            },
          ),
        );
      }
    }
  }
  const words = bars.map((bar) => `${bar.label}: ${formatEuros(bar.cents)}`).join(". ");
  const svg = draw({
    width: size.width,
    height: rows.length * size.rowHeight + 40,
    marks,
    label: `${finding}. ${words}.`,
    hasLinks: false,
    options: {
      marginLeft: size.marginLeft,
      marginRight: size.marginRight,
      marginTop: 8,
      marginBottom: 30,
      x: {domain: [min, max]},
      y: {domain: rows.map(({id}) => id), type: "band", padding: 0, axis: null},
    },
  });
  return svg.replace(">", `>${hatch(patternId)}`);
}

/** Ochre lines: what nobody can explain is drawn and never coloured in as if it were known. */
function hatch(id: string): string {
  const line = '<path d="M0 6L6 0M-1 1L1 -1M5 7L7 5" stroke="var(--wb-norm)" stroke-width="1.6"/>';
  return `<defs><pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="var(--wb-norm-wash)"/>${line}</pattern></defs>`;
}

/** So many that no two ticks read the same. */
function digitsOf([first = 0, second = first]: readonly number[]): 0 | 1 | 2 | 3 {
  const step = (second - first) / 1e8;
  return step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
}

function tickValues(min: number, max: number, most: number): number[] {
  const rough = (max - min) / most;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const ticks: number[] = [];
  for (let tick = Math.ceil(min / step) * step; tick <= max; tick += step) ticks.push(tick);
  return ticks;
}
