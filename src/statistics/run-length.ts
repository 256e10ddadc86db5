import {gaussLegendre} from "./gauss-legendre.ts";
import {solve} from "./linear-equations.ts";
import {normalTail} from "./normal-distribution.ts";

/**
 * How many values pass on average before a two-sided CUSUM signals, from its start at 0.
 *
 * Chooses `k` and `h`: long when nothing changed (false alarms are rare), short after a shift that matters.
 *
 * @param k      slack, in standard deviations, above 0: half of the shift that matters
 * @param h      limit, in standard deviations, above 0
 * @param shift  of the mean, in standard deviations; 0 for the length in control
 * @throws RangeError  a `k` or `h` that is not above 0, or a shift that is not finite
 * @source  Page (1954), Biometrika 41: 100–115 (the integral equation); Kemp (1961) for both sides together
 */
export function cusumRunLength(k: number, h: number, shift = 0): number {
  return 1 / (1 / oneSidedCusumRunLength(k, h, shift) + 1 / oneSidedCusumRunLength(k, h, -shift));
}

/** As `cusumRunLength`, of a CUSUM that looks for a rise only. */
export function oneSidedCusumRunLength(k: number, h: number, shift = 0): number {
  if (!(k > 0 && h > 0 && Number.isFinite(k + h + shift))) {
    throw new RangeError(`not a slack, a limit and a shift: ${k}, ${h}, ${shift}`);
  }
  // From height z the sum falls to 0, or lands at x in 0–h, or signals: L(z) = 1 + L(0) Φ(k − z − shift) + ∫ L(x) φ dx.
  const nodes = gaussLegendre(nodesFor(h), 0, h);
  const heights = [0, ...nodes.map(({at}) => at)];
  const matrix = heights.map((z, row) => {
    const chances = [normalBelow(k - z - shift), ...nodes.map(({at, weight}) => weight * density(at + k - z - shift))];
    return chances.map((chance, column) => (row === column ? 1 : 0) - chance);
  });
  return solve(matrix, new Array<number>(heights.length).fill(1))[0]!;
}

/**
 * How many values pass on average before a two-sided EWMA signals, from its start at the centre.
 *
 * @param lambda  weight of the newest value, above 0 up to 1
 * @param limit   in standard deviations of the EWMA once it has run long, above 0
 * @param shift   of the mean, in standard deviations of a value
 * @throws RangeError  an argument outside its bounds
 * @source  Crowder (1987), Technometrics 29: 401–407
 */
export function ewmaRunLength(lambda: number, limit: number, shift = 0): number {
  if (!(lambda > 0 && lambda <= 1 && limit > 0 && Number.isFinite(limit + shift))) {
    throw new RangeError(`not a weight, a limit and a shift: ${lambda}, ${limit}, ${shift}`);
  }
  const height = limit * Math.sqrt(lambda / (2 - lambda));
  const nodes = gaussLegendre(nodesFor((2 * height) / lambda), -height, height);
  const chancesFrom = (z: number) =>
    nodes.map(({at, weight}) => (weight / lambda) * density((at - (1 - lambda) * z) / lambda - shift));
  const matrix = nodes.map(({at}, row) => chancesFrom(at).map((chance, column) => (row === column ? 1 : 0) - chance));
  const lengths = solve(matrix, new Array<number>(nodes.length).fill(1));
  return 1 + chancesFrom(0).reduce((total, chance, column) => total + chance * lengths[column]!, 0);
}

/** Enough to integrate a normal density over so many of its standard deviations to the last digits. */
function nodesFor(width: number): number {
  return 24 + Math.ceil(6 * width);
}

function density(z: number): number {
  return Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
}

function normalBelow(z: number): number {
  return z >= 0 ? 1 - normalTail(z) : normalTail(-z);
}
