/** How often one may ask: so many a second in the long run, and so many at once. */
export interface RateLimit {
  readonly perSecond: number;
  readonly atOnce: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** When so many clients are known, those of before are forgotten: who was quiet that long begins afresh. */
const generation = 10_000;

/** Counts what each client asks, as a bucket that fills again: a burst is free, a stream is not. */
export class Rate {
  readonly #limit: RateLimit;
  readonly #uptime: () => number;
  #buckets = new Map<string, Bucket>();
  #before = new Map<string, Bucket>();

  /** @param uptime  milliseconds that go on whatever happens to the clock */
  constructor(limit: RateLimit, uptime: () => number) {
    this.#limit = limit;
    this.#uptime = uptime;
  }

  /** Null: it may; else in how many seconds it may again. */
  ask(client: string): number | null {
    const {perSecond, atOnce} = this.#limit;
    const now = this.#uptime();
    const known = this.#buckets.get(client) ?? this.#before.get(client);
    const tokens =
      known === undefined ? atOnce : Math.min(atOnce, known.tokens + ((now - known.at) / 1000) * perSecond);
    if (this.#buckets.size >= generation && !this.#buckets.has(client)) {
      this.#before = this.#buckets;
      this.#buckets = new Map();
    }
    this.#buckets.set(client, {tokens: tokens >= 1 ? tokens - 1 : tokens, at: now});
    return tokens >= 1 ? null : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }
}
