/** Where one lies among its like, as a small strip: a bar for most of the others, a line for the middle, a diamond for one. */
export interface PlaceStrip {
  readonly own: number;
  readonly interval: readonly [low: number, high: number] | null;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** @returns SVG text; its words stand beside it */
export function placeStrip({own, interval, low, middle, high}: PlaceStrip): string {
  const [width, height] = [220, 22];
  const ends = [own, low, high, ...(interval ?? [])];
  const span = Math.max(...ends) - Math.min(...ends) || 1;
  const [first, last] = [Math.min(...ends) - 0.08 * span, Math.max(...ends) + 0.08 * span];
  const x = (value: number) => Math.round(((value - first) / (last - first)) * (width - 12) * 10) / 10 + 6;
  const y = height / 2;
  const parts = [
    `<path d="M6 ${y}H${width - 6}" stroke="var(--wb-rule)"/>`,
    `<rect x="${x(low)}" y="${y - 6}" width="${Math.max(1, Math.round((x(high) - x(low)) * 10) / 10)}" height="12" fill="var(--wb-peer-wash)"/>`,
    `<path d="M${x(middle)} ${y - 9}V${y + 9}" stroke="var(--wb-ink-3)" stroke-width="1.6"/>`,
    interval === null
      ? ""
      : `<path d="M${x(interval[0])} ${y}H${x(interval[1])}" stroke="var(--wb-accent)" stroke-width="2"/>`,
    `<path d="M${x(own)} ${y - 6}l5.5 6l-5.5 6l-5.5 -6z" fill="var(--wb-accent)"/>`,
  ];
  return `<svg class="wb-strip" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${parts.join("")}</svg>`;
}
