/** Counts wrong attempts for each place they come from, and says when one must wait. */
export class Throttle {
  readonly #most: number;
  readonly #withinMs: number;
  readonly #uptime: () => number;
  readonly #times = new Map<string, number[]>();

  /** @param uptime  milliseconds that go on whatever happens to the clock */
  constructor(most: number, withinMs: number, uptime: () => number) {
    this.#most = most;
    this.#withinMs = withinMs;
    this.#uptime = uptime;
  }

  /** Seconds to wait, or null: go on. */
  wait(place: string): number | null {
    const now = this.#uptime();
    const times = this.#recent(place, now);
    const first = times.at(-this.#most);
    return first === undefined ? null : Math.ceil((this.#withinMs - (now - first)) / 1000);
  }

  note(place: string): void {
    const now = this.#uptime();
    const times = [...this.#recent(place, now), now].slice(-this.#most);
    this.#times.delete(place);
    this.#times.set(place, times);
    // Places are cheap for who has many; what is remembered of them is not.
    const [oldest] = this.#times.keys();
    if (this.#times.size > mostPlaces && oldest !== undefined) this.#times.delete(oldest);
  }

  #recent(place: string, now: number): number[] {
    return (this.#times.get(place) ?? []).filter((time) => now - time < this.#withinMs);
  }
}

const mostPlaces = 10_000;
