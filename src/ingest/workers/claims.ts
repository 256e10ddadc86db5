/**
 * What has been seen, shared by all threads: a hash table of the first 128 bits of SHA-256 digests.
 *
 * A file is claimed before it is read, so the same content is taken in once, whichever thread meets it first. With 128
 * bits two contents that share an entry will not be met, so a claim needs no second look at the whole digest.
 */
export class Claims {
  readonly memory: SharedArrayBuffer;
  readonly #words: BigUint64Array;
  readonly #slots: number;

  /** @param size  at least the number of claims that will be made, or the memory of another thread's table */
  constructor(size: number | SharedArrayBuffer) {
    this.memory = typeof size === "number" ? new SharedArrayBuffer(slotsFor(size) * 16) : size;
    this.#words = new BigUint64Array(this.memory);
    this.#slots = this.#words.length / 2;
  }

  /** True for the first to come with this digest. */
  claim(high: bigint, low: bigint): boolean {
    // Zero is an empty place, and a first word whose second is zero is one that is being written.
    const first = high === 0n ? 1n : high;
    const second = low | 1n;
    let slot = this.#firstSlot(first);
    for (let probes = 0; probes < this.#slots; probes++) {
      const found = Atomics.compareExchange(this.#words, slot * 2, 0n, first);
      if (found === 0n) {
        Atomics.store(this.#words, slot * 2 + 1, second);
        return true;
      }
      if (found === first && this.#secondAt(slot) === second) return false;
      slot = slot + 1 === this.#slots ? 0 : slot + 1;
    }
    throw new RangeError(`the table of claims is full: ${this.#slots}`);
  }

  /** Whether this digest was claimed; claims nothing. */
  has(high: bigint, low: bigint): boolean {
    const first = high === 0n ? 1n : high;
    const second = low | 1n;
    let slot = this.#firstSlot(first);
    for (let probes = 0; probes < this.#slots; probes++) {
      const found = Atomics.load(this.#words, slot * 2);
      if (found === 0n) return false;
      if (found === first && this.#secondAt(slot) === second) return true;
      slot = slot + 1 === this.#slots ? 0 : slot + 1;
    }
    return false;
  }

  #firstSlot(first: bigint): number {
    return Number(BigInt.asUintN(48, first)) % this.#slots;
  }

  #secondAt(slot: number): bigint {
    let second = 0n;
    while (second === 0n) second = Atomics.load(this.#words, slot * 2 + 1);
    return second;
  }
}

/** A third stays empty, so that a search is short; more would be memory that millions of files ask for. */
function slotsFor(size: number): number {
  return Math.max(1024, Math.ceil(size * 1.5));
}
