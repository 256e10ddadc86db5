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

/** Where a request came from, as far as it tells places apart: of IPv6 the network, as one machine has all of it. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  const all = plain.includes("::")
    ? [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...tail.split(":")]
    : groups;
  return all.slice(0, 4).join(":");
}

/**
 * The address a request came from: the last one that a proxy of ours did not add itself.
 *
 * Whoever sends the header can write anything before that.
 */
export function senderOf(socketAddress: string, forwardedFor: string | null, proxies: readonly string[]): string {
  const hops = [...(forwardedFor ?? "").split(",").map((hop) => hop.trim()), plainAddress(socketAddress)];
  const isProxy = (address: string) => proxies.includes(address);
  if (!isProxy(plainAddress(socketAddress))) return plainAddress(socketAddress);
  return hops.filter((hop) => hop !== "").findLast((hop) => !isProxy(hop)) ?? plainAddress(socketAddress);
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}
