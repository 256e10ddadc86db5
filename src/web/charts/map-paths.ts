import type {Point, Shape} from "./projection.ts";

/** A point nearer than this to the line between its neighbours cannot be seen to be gone. */
const tolerance = 0.3;

/**
 * The paths of areas that lie against each other, without the points that nobody can see.
 *
 * A border of two areas is thinned once: between the places where three meet, always in the same direction. So neighbours
 * keep one line between them, and no gap or overlap shows.
 *
 * @returns  for each shape the `d` of a path, in tenths; '' for a shape of which nothing is left to see
 */
export function mapPaths(shapes: readonly Shape[]): string[] {
  const rounded = shapes.map((shape) => shape.map((ring) => closedRing(ring)).filter((ring) => ring.length >= 3));
  const neighbours = new Map<string, Set<string>>();
  for (const ring of rounded.flat()) {
    ring.forEach((point, index) => {
      const beside = neighbours.get(keyOf(point)) ?? new Set<string>();
      beside.add(keyOf(ring[(index + 1) % ring.length]!));
      beside.add(keyOf(ring[(index + ring.length - 1) % ring.length]!));
      neighbours.set(keyOf(point), beside);
    });
  }
  const isJunction = (point: Point) => neighbours.get(keyOf(point))!.size > 2;
  return rounded.map((shape) => shape.map((ring) => pathOf(thinned(ring, isJunction))).join(""));
}

/** In tenths, without repeated points; the last one leads back to the first. */
function closedRing(ring: readonly Point[]): Point[] {
  const points = ring.map(([x, y]): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
  return points.filter((point, index) => {
    const before = points[(index + points.length - 1) % points.length]!;
    return keyOf(point) !== keyOf(before);
  });
}

function thinned(ring: readonly Point[], isJunction: (point: Point) => boolean): readonly Point[] {
  const fixed = ring.flatMap((point, index) => (isJunction(point) ? [index] : []));
  // A ring that meets others at no point of three begins where any ring over the same points would begin.
  const stops =
    fixed.length >= 2 ? fixed : [...new Set([lowestOf(ring), farthestFrom(ring, lowestOf(ring))])].sort(byNumber);
  const thin: Point[] = [];
  stops.forEach((start, at) => {
    const end = stops[(at + 1) % stops.length]!;
    const count = (end - start + ring.length) % ring.length || ring.length;
    const stretch = Array.from({length: count + 1}, (_, step) => ring[(start + step) % ring.length]!);
    thin.push(...thinStretch(stretch).slice(0, -1));
  });
  return thin.length >= 3 ? thin : ring;
}

function thinStretch(stretch: readonly Point[]): Point[] {
  const isForward = keyOf(stretch[0]!) < keyOf(stretch.at(-1)!);
  const points = isForward ? stretch : stretch.toReversed();
  const kept = [points[0]!, ...between(points, 0, points.length - 1), points.at(-1)!];
  return isForward ? kept : kept.reverse();
}

/** Douglas and Peucker: the points that stand out, in their order. */
function between(points: readonly Point[], from: number, to: number): Point[] {
  let farthest = -1;
  let most = tolerance;
  for (let index = from + 1; index < to; index++) {
    const distance = distanceTo(points[index]!, points[from]!, points[to]!);
    if (distance > most) [farthest, most] = [index, distance];
  }
  if (farthest < 0) return [];
  return [...between(points, from, farthest), points[farthest]!, ...between(points, farthest, to)];
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;
}

/** Steps from point to point are shorter to write than places. */
function pathOf(ring: readonly Point[]): string {
  const tenths = ring.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  const [first] = tenths;
  if (first === undefined) return "";
  let path = `M${write(first[0])},${write(first[1])}l`;
  tenths.slice(1).forEach(([x, y], index) => {
    const [beforeX, beforeY] = tenths[index]!;
    path += `${index === 0 ? "" : " "}${write(x - beforeX)},${write(y - beforeY)}`;
  });
  return `${path}z`;
}

function write(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, "$1.");
}

function lowestOf(ring: readonly Point[]): number {
  return ring.reduce((best, point, index) => (keyOf(point) < keyOf(ring[best]!) ? index : best), 0);
}

function farthestFrom(ring: readonly Point[], start: number): number {
  const [x, y] = ring[start]!;
  const distance = (index: number) => Math.hypot(ring[index]![0] - x, ring[index]![1] - y);
  return ring.reduce((best, _, index) => (distance(index) > distance(best) ? index : best), start);
}

function keyOf([x, y]: Point): string {
  return `${x},${y}`;
}

function byNumber(a: number, b: number): number {
  return a - b;
}
