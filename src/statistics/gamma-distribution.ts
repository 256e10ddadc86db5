/**
 * Below which value a gamma-distributed number with scale 1 lies with probability `p`.
 *
 * A quantile of chi-square with `d` degrees of freedom is twice that of gamma with shape `d / 2`. Good to 1e-10 of its
 * value for shapes up to a hundred million; what is smaller than the smallest number is 0.
 *
 * @param p      more than 0, less than 1
 * @param shape  more than 0; need not be whole
 * @throws RangeError  `p` or `shape` outside its bounds
 * @source  DLMF 8.2; Newton's method on ln P against ln x
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie between 0 and 1: ${p}`);
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY)) throw new RangeError(`shape must be positive: ${shape}`);
  // ln P is a concave function of ln x, so whatever the start, once below the answer each step nears it from there.
  let x = shape;
  for (let step = 0; step < 200 && x > 0; step++) {
    const {logLower, slope} = lowerTail(x, shape);
    // The first step can go far too low, beyond the smallest number there is.
    const move = Math.max((Math.log(p) - logLower) / slope, -50);
    x *= Math.exp(move);
    if (Math.abs(move) < 1e-13) break;
  }
  return x;
}

/**
 * With which probability a gamma-distributed number with scale 1 lies above `x`.
 *
 * @param x      at least 0
 * @param shape  more than 0
 * @source  DLMF 8.9.2 and 8.11.4
 */
export function gammaTail(x: number, shape: number): number {
  if (x === 0) return 1;
  return x > shape + 1 ? Math.exp(logUpperTail(x, shape)) : 1 - Math.exp(lowerTail(x, shape).logLower);
}

/** ln P, and by how much it rises with ln x. */
function lowerTail(x: number, shape: number): {logLower: number; slope: number} {
  if (x <= shape + 1) {
    const sum = lowerSeries(x, shape);
    return {logLower: logTerm(x, shape) + Math.log(sum), slope: shape / sum};
  }
  const logLower = Math.log1p(-Math.exp(logUpperTail(x, shape)));
  return {logLower, slope: shape * Math.exp(logTerm(x, shape) - logLower)};
}

/** P over x^a e^−x / Γ(a + 1): 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + … */
function lowerSeries(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** ln Q for x > a + 1, by the continued fraction 1/(x + 1 − a −) 1(1 − a)/(x + 3 − a −) 2(2 − a)/(x + 5 − a −) … */
function logUpperTail(x: number, shape: number): number {
  // Evaluated from the front (Lentz). All denominators are positive where x > a + 1.
  let b = x + 1 - shape;
  let d = 1 / b;
  let c = Number.POSITIVE_INFINITY;
  let fraction = d;
  for (let n = 1, change = 0; Math.abs(change - 1) > 4e-16; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (b + a * d);
    c = b + a / c;
    change = c * d;
    fraction *= change;
  }
  return logTerm(x, shape) + Math.log(shape * fraction);
}

/** ln of x^a e^−x / Γ(a + 1). In logarithms, because a small shape has quantiles as small as 1e-200. */
function logTerm(x: number, shape: number): number {
  if (shape < 10) return logTerm(x, shape + 1) + Math.log(shape + 1) - Math.log(x);
  const ratio = x / shape;
  // Near 1 the plain logarithm would lose the digits that a large shape multiplies.
  const log = ratio < 0.5 ? Math.log(x) - Math.log(shape) : Math.log1p((x - shape) / shape);
  return shape * log - (x - shape) - Math.log(2 * Math.PI * shape) / 2 - stirling(shape);
}

/** What Stirling's formula for ln Γ(a + 1) lacks; from 10 upwards the rest is below 1e-16. */
function stirling(a: number): number {
  const w = 1 / a ** 2;
  return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - (w * 691) / 360360))))) / a;
}
