/** Where to take a function, and with which weight, to integrate it. */
export interface Node {
  readonly at: number;
  readonly weight: number;
}

/**
 * Gauss-Legendre quadrature: exact for a polynomial of degree `2 · count − 1`, and soon as good for a smooth function.
 *
 * @param count  nodes, at least 1
 * @source  Abramowitz and Stegun, 25.4.29; the roots by Newton's method
 */
export function gaussLegendre(count: number, from: number, to: number): Node[] {
  return Array.from({length: count}, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let {slope} = legendre(count, x);
    for (let step = 0; step < 8; step++) {
      const {value, slope: steepness} = legendre(count, x);
      x -= value / steepness;
      slope = legendre(count, x).slope;
    }
    const half = (to - from) / 2;
    return {at: from + half * (1 + x), weight: (2 * half) / ((1 - x ** 2) * slope ** 2)};
  });
}

function legendre(degree: number, x: number): {value: number; slope: number} {
  let [before, value] = [1, x];
  for (let n = 2; n <= degree; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return {value, slope: (degree * (before - x * value)) / (1 - x ** 2)};
}
