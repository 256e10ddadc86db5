/**
 * Within which distance of 0 a number with Student's t-distribution lies with probability `p`.
 *
 * @param p        0 up to, not including, 1; both sides together: 0.95 gives the 97.5 % quantile
 * @param degrees  degrees of freedom, a whole number from 1
 * @throws RangeError  an argument outside its bounds
 * @source  Abramowitz and Stegun, 26.7.3 and 26.7.4
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`p not in 0–1: ${p}`);
  if (!(Number.isInteger(degrees) && degrees >= 1)) throw new RangeError(`degrees must be a whole number: ${degrees}`);
  // With t = √ν tan θ the probability is c ∫ cos^(ν−1) θ: concave, so Newton's steps from 0 never pass the answer.
  const density = densityAtZero(degrees);
  let angle = 0;
  for (let step = 0; step < 200; step++) {
    const move = (p - probabilityWithin(angle, degrees)) / (density * Math.cos(angle) ** (degrees - 1));
    angle += move;
    if (Math.abs(move) < 1e-15 * angle) break;
  }
  return Math.sqrt(degrees) * Math.tan(angle);
}

/**
 * With which probability a number with Student's t-distribution lies further from 0 than `t`, both sides together.
 *
 * @param t        at least 0
 * @param degrees  degrees of freedom, a whole number from 1
 * @returns good to about 1e-15, not to so many digits of a smaller probability
 * @throws RangeError  an argument outside its bounds
 * @source  Abramowitz and Stegun, 26.7.3 and 26.7.4
 */
export function studentTails(t: number, degrees: number): number {
  if (!(t >= 0)) throw new RangeError(`t must not be negative: ${t}`);
  if (!(Number.isInteger(degrees) && degrees >= 1)) throw new RangeError(`degrees must be a whole number: ${degrees}`);
  return Math.max(0, 1 - probabilityWithin(Math.atan(t / Math.sqrt(degrees)), degrees));
}

function probabilityWithin(angle: number, degrees: number): number {
  const square = Math.cos(angle) ** 2;
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = 0;
  for (let n = isOdd ? 2 : 1; n < degrees; n += 2) {
    sum += term;
    term *= (n / (n + 1)) * square;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

function densityAtZero(degrees: number): number {
  let density = degrees % 2 === 1 ? 2 / Math.PI : 1;
  for (let n = degrees % 2 === 1 ? 1 : 2; n < degrees; n += 2) density *= (n + 1) / n;
  return density;
}
