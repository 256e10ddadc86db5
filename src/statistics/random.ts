/** A stream of numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** 0 up to, not including, 1. */
  uniform(): number;
  /** A whole number from `low` up to and including `high`. */
  integer(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Standard normal. */
  normal(): number;
  /** Log-normal: half of the draws lie below `median`; `sigma` is the standard deviation of the logarithm. */
  logNormal(median: number, sigma: number): number;
  /** One of the values, each equally likely. */
  pick<T>(values: readonly T[]): T;
  /** The index of one of the weights, each as likely as it is heavy. */
  weighted(weights: readonly number[]): number;
}

/**
 * sfc32: small, fast, and sound in the usual test batteries (PractRand).
 *
 * @param seed   any whole number
 * @param label  separates streams: a draw more in one moves nothing in another
 * @source  Doty-Humphrey, PractRand 0.93, "sfc32"
 */
export function randomStream(seed: number, label = ""): Random {
  const uniform = sfc32(seed, label);

  function normal(): number {
    // Marsaglia's polar method would save the cosine, and cost a loop.
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  }

  return {
    uniform,
    integer: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    chance: (probability) => uniform() < probability,
    normal,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick: (values) => values[Math.floor(uniform() * values.length)],
    weighted(weights) {
      let total = 0;
      for (const weight of weights) total += weight;
      let left = uniform() * total;
      for (let index = 0; index < weights.length - 1; index++) {
        left -= weights[index];
        if (left < 0) return index;
      }
      return weights.length - 1;
    },
  };
}

function sfc32(seed: number, label: string): () => number {
  let a = mix(seed | 0);
  let b = mix(Math.floor(seed / 2 ** 32) | 0) ^ 0x9e3779b9;
  let c = mix(hashText(label));
  let counter = 1;

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  }

  // The first numbers still show the seed.
  for (let round = 0; round < 15; round++) next();
  return next;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** A whole number in, 32 well-mixed bits out: for what must be the same whenever it is asked (a name, an address). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return (hash ^ (hash >>> 15)) >>> 0;
}
