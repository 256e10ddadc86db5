import type {Random} from "../statistics/random.ts";

export type Point = readonly [x: number, y: number];
export type Polygon = readonly Point[]; // convex, counterclockwise, without the first point repeated

/** In the Markermeer, where nobody lives. */
const centre = {longitude: 5.22, latitude: 52.56};

/**
 * Cuts a made-up gemeente into convex parts, and each again into parts, with sizes near the weights.
 *
 * @param weights  for each wijk the weights of its buurten
 * @returns        for each wijk its buurten, in km from the centre
 */
export function cutGemeente(weights: readonly (readonly number[])[], random: Random): Polygon[][] {
  const sides = 14;
  const total = weights.flat().reduce((sum, weight) => sum + weight, 0);
  const radius = Math.sqrt(total / Math.PI);
  const outline: Point[] = Array.from({length: sides}, (_, index) => {
    const angle = (2 * Math.PI * index) / sides;
    return [1.25 * radius * Math.cos(angle), 0.85 * radius * Math.sin(angle)];
  });
  const sums = weights.map((parts) => parts.reduce((sum, weight) => sum + weight, 0));
  return divide(outline, sums, random).map((wijk, index) => divide(wijk, weights[index], random));
}

function divide(polygon: Polygon, weights: readonly number[], random: Random): Polygon[] {
  if (weights.length === 1) return [polygon];
  const half = Math.ceil(weights.length / 2);
  const left = weights.slice(0, half);
  const right = weights.slice(half);
  const share = sum(left) / sum(weights);
  const [first, second] = cut(polygon, share, random);
  return [...divide(first, left, random), ...divide(second, right, random)];
}

/** Cuts across the longest direction, so that parts stay compact. */
function cut(polygon: Polygon, share: number, random: Random): [Polygon, Polygon] {
  const angle = longestDirection(polygon) + (random.uniform() - 0.5) * 0.6;
  const normal: Point = [Math.cos(angle), Math.sin(angle)];
  const reach = polygon.map((point) => dot(point, normal));
  let low = Math.min(...reach);
  let high = Math.max(...reach);
  const area = areaOf(polygon);
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (areaOf(keep(polygon, normal, middle)) < share * area) low = middle;
    else high = middle;
  }
  const at = (low + high) / 2;
  return [keep(polygon, normal, at), keep(polygon, [-normal[0], -normal[1]], -at)];
}

function longestDirection(polygon: Polygon): number {
  let longest = 0;
  let direction = 0;
  for (const [ax, ay] of polygon) {
    for (const [bx, by] of polygon) {
      const length = Math.hypot(bx - ax, by - ay);
      if (length > longest) {
        longest = length;
        direction = Math.atan2(by - ay, bx - ax);
      }
    }
  }
  return direction;
}

/** The part of the polygon where the normal reaches no further than `at`. */
function keep(polygon: Polygon, normal: Point, at: number): Polygon {
  const kept: Point[] = [];
  polygon.forEach((from, index) => {
    const to = polygon[(index + 1) % polygon.length];
    const a = dot(from, normal) - at;
    const b = dot(to, normal) - at;
    if (a <= 0) kept.push(from);
    if (a < 0 !== b < 0 && a !== 0 && b !== 0) {
      const part = a / (a - b);
      kept.push([round(from[0] + part * (to[0] - from[0])), round(from[1] + part * (to[1] - from[1]))]);
    }
  });
  return kept;
}

/**
 * Bends straight parts into borders on the globe. A corner of one part on the side of another becomes a point of both,
 * and each stretch is bent the same way from either side, so that neighbours share their border exactly.
 *
 * @returns  rings of [longitude, latitude], closed
 */
export function drawBorders(parts: readonly Polygon[]): Point[][] {
  const corners = [...new Map(parts.flat().map((point) => [key(point), point])).values()];
  return parts.map((part) => {
    const ring: Point[] = [];
    part.forEach((from, index) => {
      const to = part[(index + 1) % part.length];
      const stops = [from, ...cornersBetween(from, to, corners)];
      stops.forEach((stop, at) => {
        ring.push(...stretch(stop, stops[at + 1] ?? to));
      });
    });
    return [...ring, ring[0]];
  });
}

function cornersBetween(from: Point, to: Point, corners: readonly Point[]): Point[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const along = (point: Point) =>
    ((point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])) / length;
  return corners
    .filter((point) => {
      const distance = along(point);
      if (distance <= 1e-6 || distance >= length - 1e-6) return false;
      const across = ((point[0] - from[0]) * (to[1] - from[1]) - (point[1] - from[1]) * (to[0] - from[0])) / length;
      return Math.abs(across) < 1e-6;
    })
    .sort((a, b) => along(a) - along(b));
}

function stretch(from: Point, to: Point): Point[] {
  const forward = key(from) < key(to);
  const [a, b] = forward ? [from, to] : [to, from];
  const steps = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / 0.15));
  const points: Point[] = [];
  for (let step = 0; step <= steps; step++) {
    points.push(bend([a[0] + ((b[0] - a[0]) * step) / steps, a[1] + ((b[1] - a[1]) * step) / steps]));
  }
  return (forward ? points : points.reverse()).slice(0, -1);
}

/** Slow waves: one point never lands on another, so what did not overlap still does not. */
function bend([x, y]: Point): Point {
  const bentX = x + 0.16 * Math.sin(1.9 * y + 0.5) + 0.05 * Math.sin(4.1 * y + 1.3);
  const bentY = y + 0.14 * Math.sin(1.7 * bentX + 1.1) + 0.05 * Math.sin(3.7 * bentX);
  const longitude = centre.longitude + bentX / (111.32 * Math.cos((centre.latitude * Math.PI) / 180));
  return [Number(longitude.toFixed(6)), Number((centre.latitude + bentY / 111.2).toFixed(6))];
}

/** The outline of parts that lie against each other: the stretches that only one of them has. */
export function outlineOf(rings: readonly (readonly Point[])[]): Point[] {
  const stretches = new Map<string, [Point, Point]>();
  for (const ring of rings) {
    for (let index = 0; index + 1 < ring.length; index++) {
      const [from, to] = [ring[index], ring[index + 1]];
      const opposite = `${key(to)} ${key(from)}`;
      if (!stretches.delete(opposite)) stretches.set(`${key(from)} ${key(to)}`, [from, to]);
    }
  }
  const nextOf = new Map([...stretches.values()].map(([from, to]) => [key(from), to]));
  const first = [...stretches.values()][0][0];
  const outline: Point[] = [first];
  for (let at = nextOf.get(key(first)); at !== undefined && key(at) !== key(first); at = nextOf.get(key(at))) {
    outline.push(at);
  }
  return [...outline, first];
}

function key([x, y]: Point): string {
  return `${x.toFixed(7)},${y.toFixed(7)}`;
}

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function areaOf(polygon: Polygon): number {
  let twice = 0;
  polygon.forEach(([x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length];
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}
