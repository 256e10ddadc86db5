/** How many answers are made at once, and how many may wait for their turn. */
export interface TurnLimits {
  readonly atOnce: number;
  readonly waitingEach: number;
  readonly waitingInAll: number;
  readonly longestWaitMs: number;
}

/** Who asks: an address, and one of the people behind it. */
export interface Asker {
  readonly client: string;
  readonly session: string;
}

export type NoTurn = "too many of this client" | "too many in all";

interface Waiting {
  begin(): void;
}

/**
 * Lets clients take turns, so that who asks a hundred things at once waits for himself and not in front of another.
 *
 * Addresses take turns, and within an address its people do. A Map keeps its keys in order of coming, so taking the
 * first and putting it back behind the last is taking turns.
 */
export class Turns {
  readonly #limits: TurnLimits;
  readonly #waiting = new Map<string, Map<string, Waiting[]>>();
  readonly #waitingOf = new Map<string, number>();
  #waitingInAll = 0;
  #running = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /** Resolves when it is one's turn, to be ended with `end`; or tells why there will be none. */
  async begin(asker: Asker): Promise<NoTurn | null> {
    const {atOnce, waitingEach, waitingInAll, longestWaitMs} = this.#limits;
    if (this.#running < atOnce) {
      this.#running++;
      return null;
    }
    if (this.#waitingInAll >= waitingInAll) return "too many in all";
    if ((this.#waitingOf.get(asker.client) ?? 0) >= waitingEach) return "too many of this client";
    return new Promise((resolve) => {
      const waiting: Waiting = {
        begin: () => {
          clearTimeout(timer);
          resolve(null);
        },
      };
      const timer = setTimeout(() => {
        this.#leave(asker, waiting);
        resolve("too many in all");
      }, longestWaitMs);
      this.#join(asker, waiting);
    });
  }

  end(): void {
    const next = this.#next();
    if (next === null) this.#running--;
    else next.begin();
  }

  #join({client, session}: Asker, waiting: Waiting): void {
    const sessions = this.#waiting.get(client) ?? new Map<string, Waiting[]>();
    const queue = sessions.get(session) ?? [];
    queue.push(waiting);
    sessions.set(session, queue);
    this.#waiting.set(client, sessions);
    this.#count(client, 1);
  }

  #next(): Waiting | null {
    const client = this.#waiting.entries().next().value;
    if (client === undefined) return null;
    const [name, sessions] = client;
    const [session, queue] = sessions.entries().next().value!;
    const waiting = queue.shift()!;
    this.#count(name, -1);
    sessions.delete(session);
    if (queue.length > 0) sessions.set(session, queue);
    this.#waiting.delete(name);
    if (sessions.size > 0) this.#waiting.set(name, sessions);
    return waiting;
  }

  #leave({client, session}: Asker, waiting: Waiting): void {
    const sessions = this.#waiting.get(client);
    const queue = sessions?.get(session);
    if (sessions === undefined || queue === undefined) return;
    queue.splice(queue.indexOf(waiting), 1);
    this.#count(client, -1);
    if (queue.length === 0) sessions.delete(session);
    if (sessions.size === 0) this.#waiting.delete(client);
  }

  #count(client: string, change: 1 | -1): void {
    this.#waitingInAll += change;
    const count = (this.#waitingOf.get(client) ?? 0) + change;
    if (count === 0) this.#waitingOf.delete(client);
    else this.#waitingOf.set(client, count);
  }
}
