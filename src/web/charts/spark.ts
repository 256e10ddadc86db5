/** The path and last point of a line without axes; null values leave a gap. */
export interface Spark {
  readonly path: string;
  readonly end: {readonly x: number; readonly y: number} | null;
}

const padding = 3;

export function sparkLine(values: readonly (number | null)[], width: number, height: number): Spark {
  return sparkLines([values], width, height)[0]!;
}

/** Several lines on one scale. */
export function sparkLines(lines: readonly (readonly (number | null)[])[], width: number, height: number): Spark[] {
  const known = lines.flat().filter((value) => value !== null);
  const low = known.length === 0 ? 0 : Math.min(...known);
  const range = known.length === 0 ? 1 : Math.max(...known) - low || 1;
  return lines.map((values) => lineOf(values, {low, range}, width, height));
}

function lineOf(
  values: readonly (number | null)[],
  {low, range}: {readonly low: number; readonly range: number},
  width: number,
  height: number,
): Spark {
  if (values.filter((value) => value !== null).length < 2) return {path: "", end: null};
  const x = (index: number) => round(padding + (index / (values.length - 1)) * (width - 2 * padding));
  const y = (value: number) => round(height - padding - ((value - low) / range) * (height - 2 * padding));
  let path = "";
  let isDrawing = false;
  values.forEach((value, index) => {
    if (value !== null) path += `${isDrawing ? "L" : "M"}${x(index)},${y(value)}`;
    isDrawing = value !== null;
  });
  const last = values.findLastIndex((value) => value !== null);
  return {path, end: {x: x(last), y: y(values[last]!)}};
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
