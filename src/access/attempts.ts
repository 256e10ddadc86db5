/** Counts wrong attempts, and says when there were too many of late. What is right is never held back by it. */
export class Attempts {
  readonly #most: number;
  readonly #withinMs: number;
  readonly #uptime: () => number;
  #times: number[] = [];

  /** @param uptime  milliseconds that go on whatever happens to the clock */
  constructor(most: number, withinMs: number, uptime: () => number) {
    this.#most = most;
    this.#withinMs = withinMs;
    this.#uptime = uptime;
  }

  /** Notes a wrong attempt. Gives the seconds to wait when it is one too many, or null. */
  note(): number | null {
    const now = this.#uptime();
    this.#times = this.#times.filter((time) => now - time < this.#withinMs).slice(-this.#most);
    const oldest = this.#times[0];
    if (this.#times.length >= this.#most && oldest !== undefined) {
      return Math.ceil((this.#withinMs - (now - oldest)) / 1000);
    }
    this.#times.push(now);
    return null;
  }
}
