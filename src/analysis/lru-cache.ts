/** Keeps the `size` values that were used last. */
export class LruCache<T> {
  readonly #size: number;
  readonly #values = new Map<string, T>();

  constructor(size: number) {
    if (!(size >= 1)) throw new RangeError(`size must be at least 1: ${size}`);
    this.#size = size;
  }

  get(key: string): T | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    // A Map keeps the order in which keys were set, so what was set first was used longest ago.
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#size && oldest !== undefined) this.#values.delete(oldest);
  }

  delete(key: string): void {
    this.#values.delete(key);
  }
}
