import {type Unit, unitDecimals} from "../../indicators/indicator.ts";
import {formatNumber} from "../../reports/format.ts";

/** An axis with round steps, and how its numbers are written. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/**
 * Round steps from at most `low` to at least `high`, in the unit of a figure.
 *
 * It begins at 0 where the values leave that in sight; a share ends at 100 %.
 */
export function axisOf(low: number, high: number, unit: Unit, most: number): ValueAxis {
  const isMoney = unit === "cent" || unit === "cent per uur";
  const scale = unit === "aandeel" ? 100 : isMoney ? 0.01 : 1;
  const from = low > 0 && low < 0.4 * high ? 0 : low;
  const span = (high - from) * scale || 1;
  const size = 10 ** Math.floor(Math.log10(span / most));
  const step = ([1, 2, 2.5, 5, 10].map((times) => times * size).find((one) => span / one <= most) ?? 10 * size) / scale;
  const first = Math.floor(from / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({length: last - first + 1}, (_, index) => (first + index) * step);
  const digits = step * scale >= 1 && (step * scale) % 1 === 0 ? 0 : unitDecimals[unit] === 0 ? 1 : 2;
  const written = (value: number) => formatNumber(value * scale, digits as 0 | 1 | 2);
  return {
    low: ticks[0]!,
    high: ticks.at(-1)!,
    ticks,
    format: (value) =>
      unit === "aandeel" ? `${written(value)}\u00a0%` : isMoney ? `€\u00a0${written(value)}` : written(value),
  };
}
