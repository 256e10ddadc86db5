import type {Border} from "../../reports/wijkprofiel/borders.ts";

/** A point of a drawing, in its own units. */
export type Point = readonly [x: number, y: number];

/** Rings as they are drawn; with the even-odd rule a ring inside another is a hole. */
export type Shape = readonly (readonly Point[])[];

export interface Projection {
  readonly width: number;
  readonly height: number;
  project(border: Border): Shape;
}

/** Room for a thick line around the outermost border. */
const margin = 6;

/**
 * Fits borders into a drawing of a given width, north up.
 *
 * Longitude is scaled by the cosine of the middle latitude: over the few kilometres of a gemeente that is as true as any
 * projection, and nobody can see the difference.
 *
 * @param tallest  the drawing is made narrower inside its width rather than taller than this
 * @throws RangeError  there is no point to fit
 */
export function fitProjection(borders: readonly Border[], width: number, tallest: number): Projection {
  const points = borders.flat(2);
  if (points.length === 0) throw new RangeError("no border to project");
  const [west, east] = extent(points.map(([longitude]) => longitude));
  const [south, north] = extent(points.map(([, latitude]) => latitude));
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  // A border of one point has no size; it is drawn as one, without a division by zero.
  const across = Math.max((east - west) * narrowing, 1e-9);
  const down = Math.max(north - south, 1e-9);
  const scale = Math.min((width - 2 * margin) / across, (tallest - 2 * margin) / down);
  const left = (width - across * scale) / 2;
  return {
    width,
    height: Math.round(down * scale + 2 * margin),
    project: (border) =>
      border.map((ring) =>
        ring.map(
          ([longitude, latitude]): Point => [
            left + (longitude - west) * narrowing * scale,
            margin + (north - latitude) * scale,
          ],
        ),
      ),
  };
}

/** Without spreading: a gemeente can have more points than a call takes arguments. */
function extent(values: readonly number[]): [low: number, high: number] {
  let [low, high] = [values[0]!, values[0]!];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
