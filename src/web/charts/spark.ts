/** The path and last point of a line without axes; null values leave a gap. */
export interface Spark {
  readonly path: string;
  readonly end: {readonly x: number; readonly y: number} | null;
}

const padding = 3;

export function sparkLine(values: readonly (number | null)[], width: number, height: number): Spark {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return {path: "", end: null};
  const low = Math.min(...known);
  const range = Math.max(...known) - low || 1;
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
