import {formatNumber} from "../../reports/format.ts";
import type {Measure} from "../../reports/gemeenten/measures.ts";

interface Size {
  readonly width: number;
  readonly ticks: number;
}

const wide: Size = {width: 760, ticks: 6};
const narrow: Size = {width: 342, ticks: 4};
const height = 86;
const middle = 34;
const axisAt = 62;
const side = 22;

/** Peers as dots on a line with their middle half as a bar, the own one a diamond: for a desk and for a phone. */
export function stripCharts(measure: Measure): {wide: string; narrow: string} {
  return {wide: stripChart(measure, wide), narrow: stripChart(measure, narrow)};
}

function stripChart({peers, own, spread, digits, finding, unit}: Measure, {width, ticks}: Size): string {
  const values = [...peers.map(({value}) => value), ...(own === null ? [] : [own])];
  const scale = tickValues(Math.min(...values), Math.max(...values), ticks);
  const [low, high] = [scale[0]!, scale.at(-1)!];
  const x = (value: number) => (side + ((value - low) / (high - low)) * (width - 2 * side)).toFixed(1);
  const parts: string[] = [];
  for (const tick of scale) {
    parts.push(`<line x1="${x(tick)}" x2="${x(tick)}" y1="10" y2="${axisAt - 4}" stroke="var(--wb-rule)"/>`);
    const text = formatNumber(tick, Number.isInteger(tick) ? 0 : digits === 0 ? 0 : 1);
    parts.push(
      `<text x="${x(tick)}" y="${axisAt + 14}" text-anchor="middle" fill="var(--wb-ink-2)" font-size="13.5">${text}</text>`,
    );
  }
  if (spread !== null) {
    const from = Number(x(spread.low));
    const size = Math.max(2, Number(x(spread.high)) - from);
    parts.push(
      `<rect x="${from}" y="${middle - 11}" width="${size.toFixed(1)}" height="22" fill="var(--wb-band-95)"/>`,
    );
    const at = x(spread.median);
    parts.push(
      `<line x1="${at}" x2="${at}" y1="${middle - 15}" y2="${middle + 15}" stroke="var(--wb-ink-2)" stroke-width="2"/>`,
    );
  }
  for (const {value} of peers) {
    parts.push(`<circle cx="${x(value)}" cy="${middle}" r="5" fill="var(--wb-peer)" stroke="var(--wb-paper)"/>`);
  }
  if (own !== null) {
    const at = Number(x(own));
    const points = `${at},${middle - 10} ${at + 10},${middle} ${at},${middle + 10} ${at - 10},${middle}`;
    parts.push(`<polygon points="${points}" fill="var(--wb-accent)" stroke="var(--wb-paper)" stroke-width="1.5"/>`);
  }
  const label = `${finding}, ${unit}. De tabel met dezelfde getallen staat onder de figuur.`;
  return `<svg class="wb-chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(label)}">${parts.join("")}</svg>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** Round numbers around the values. */
function tickValues(low: number, high: number, most: number): number[] {
  const range = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(range / most));
  const step = [1, 2, 5, 10].map((size) => size * power).find((size) => range / size <= most - 1) ?? 10 * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({length: last - first + 1}, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
