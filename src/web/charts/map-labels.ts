import type {Point, Shape} from "./projection.ts";

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /**
   * From which width on there is room for it: 1 also on the narrowest phone, up to 4 on a desk. Sizes of text are in
   * `map.css`, where a narrower map has larger letters in its own units.
   */
  readonly room: 1 | 2 | 3 | 4;
}

export interface Place {
  readonly text: string;
  readonly shape: Shape;
  /** Goes before others. */
  readonly isFirst: boolean;
}

/** The size of the letters in units of the drawing, from the narrowest map to the widest. */
const sizes = [36, 29, 23, 16] as const;

/** Of the height of a letter, the average width in Source Sans at 600, on the safe side. */
const letterWidth = 0.54;

/** Names where there is room for them: the chosen and the largest areas first, and none over another. */
export function mapLabels(places: readonly Place[], width: number): Label[] {
  const anchored = places
    .map((place) => ({...place, anchor: anchorOf(place.shape), size: areaOf(place.shape)}))
    .filter(({anchor}) => anchor !== null)
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.size - a.size);
  const labels: Label[] = [];
  sizes.forEach((size, at) => {
    const room = (at + 1) as Label["room"];
    for (const {text, anchor} of anchored) {
      if (labels.some((label) => label.text === text && label.room < room)) continue;
      const half = (text.length * size * letterWidth) / 2;
      // A name near the edge moves inward rather than out of the drawing.
      const x = Math.min(Math.max(anchor![0], half + 2), Math.max(width - half - 2, half + 2));
      const box = {x, y: anchor![1], half, height: size * 1.1};
      const isFree = labels.every((other) => !overlap(box, boxOf(other, size)));
      if (isFree) labels.push({text, x: Math.round(x), y: Math.round(anchor![1]), room});
    }
  });
  return labels;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly height: number;
}

function boxOf({text, x, y}: Label, size: number): Box {
  return {x, y, half: (text.length * size * letterWidth) / 2, height: size * 1.1};
}

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

/** Well inside: the middle of the widest stretch, not far from the middle of the height. */
export function anchorOf(shape: Shape): Point | null {
  const ys = shape.flat().map(([, y]) => y);
  if (ys.length === 0) return null;
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  let best: {point: Point; score: number} | null = null;
  for (let step = 3; step <= 9; step++) {
    // A little beside a round part, so that no line goes exactly through a corner.
    const y = top + ((bottom - top) * (step + 0.013)) / 12;
    const crossings = crossingsAt(shape, y);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from, to] = [crossings[index]!, crossings[index + 1]!];
      const score = (to - from) * (1 - Math.abs(step - 6) * 0.06);
      if (best === null || score > best.score) best = {point: [(from + to) / 2, y], score};
    }
  }
  return best?.point ?? null;
}

function crossingsAt(shape: Shape, y: number): number[] {
  const crossings: number[] = [];
  for (const ring of shape) {
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length]!;
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    });
  }
  return crossings.sort((a, b) => a - b);
}

function areaOf(shape: Shape): number {
  let twice = 0;
  for (const ring of shape) {
    ring.forEach(([x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length]!;
      twice += x * nextY - nextX * y;
    });
  }
  return Math.abs(twice / 2);
}
