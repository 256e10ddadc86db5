import {describe, expect, test} from "vitest";
import {randomStream} from "../statistics/random.ts";
import {cutGemeente, drawBorders, outlineOf, type Point} from "./borders.ts";

const weights = [[1, 2, 1], [3, 1], [1, 1, 1, 1, 2], [0.4], [2, 2]];

describe.each([1, 2, 3])("borders of seed %i", (seed) => {
  const wijken = cutGemeente(weights, randomStream(seed));
  const rings = drawBorders(wijken.flat());

  test("are closed rings, one for each buurt", () => {
    expect(rings).toHaveLength(13);
    for (const ring of rings) {
      expect(ring.length).toBeGreaterThan(3);
      expect(ring[0]).toEqual(ring[ring.length - 1]);
    }
  });

  test("cover the gemeente without gap or overlap", () => {
    const parts = rings.reduce((sum, ring) => sum + areaOf(ring), 0);
    const whole = areaOf(outlineOf(rings));
    expect(parts / whole).toBeCloseTo(1, 9);
    const random = randomStream(99);
    let inside = 0;
    for (let draw = 0; draw < 2000; draw++) {
      const point: Point = [5.18 + 0.08 * random.uniform(), 52.53 + 0.06 * random.uniform()];
      const owners = rings.filter((ring) => contains(ring, point)).length;
      expect(owners).toBeLessThanOrEqual(1);
      expect(owners === 1).toBe(contains(outlineOf(rings), point));
      inside += owners;
    }
    expect(inside).toBeGreaterThan(300);
  });

  test("never cross themselves", () => {
    for (const ring of rings) expect(crossings(ring)).toBe(0);
  });
});

function areaOf(ring: readonly Point[]): number {
  let twice = 0;
  for (let index = 0; index + 1 < ring.length; index++) {
    twice += ring[index][0] * ring[index + 1][1] - ring[index + 1][0] * ring[index][1];
  }
  return twice / 2;
}

function contains(ring: readonly Point[], [x, y]: Point): boolean {
  let isInside = false;
  for (let index = 0; index + 1 < ring.length; index++) {
    const [[ax, ay], [bx, by]] = [ring[index], ring[index + 1]];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
  }
  return isInside;
}

function crossings(ring: readonly Point[]): number {
  const side = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  let count = 0;
  for (let first = 0; first + 1 < ring.length; first++) {
    for (let second = first + 2; second + 1 < ring.length; second++) {
      const [a, b, c, d] = [ring[first], ring[first + 1], ring[second], ring[second + 1]];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count++;
    }
  }
  return count;
}
