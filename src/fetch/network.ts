import {UserError} from "../errors.ts";
import {openDataHosts} from "./cbs/addresses.ts";
import {openOutgoing} from "./outgoing.ts";

/** The outside world, as an argument: a test gives it answers, and nothing else here opens a connection. */
export interface Network {
  fetch(url: string, signal: AbortSignal): Promise<NetworkAnswer>;
  /** Waits before a next attempt. */
  sleep(milliseconds: number): Promise<void>;
}

export interface NetworkAnswer {
  readonly status: number;
  readonly text: () => Promise<string>;
}

// The answer with most in it is that of the borders of the largest gemeente: some 20 MB.
const mostBytes = 100 * 1024 * 1024;

/** The network of this machine. */
export const realNetwork: Network = {
  fetch: openOutgoing({hosts: openDataHosts, mostBytes, isThroughProxy: process.env.NODE_USE_ENV_PROXY === "1"}),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** No usable answer came, however often we asked. */
export class NoAnswerError extends Error {
  readonly url: string;
  /** Null: nothing came at all, so it may be the network. */
  readonly status: number | null;

  constructor(url: string, status: number | null) {
    super(`no answer: ${url}`);
    this.name = "NoAnswerError";
    this.url = url;
    this.status = status;
  }
}

const attempts = 4;
const timeoutMs = 60_000;
const firstWaitMs = 1000;

/** The JSON at an address. What may pass (no connection, a busy server) is tried again, each time after a longer wait. */
export async function readJson(network: Network, url: string): Promise<unknown> {
  let status: number | null = null;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await network.sleep(firstWaitMs * 2 ** (attempt - 1));
    const outcome = await tryOnce(network, url);
    if ("json" in outcome) return outcome.json;
    status = outcome.status;
    if (status !== null && status < 500 && status !== 429 && status !== 408) break;
  }
  throw new NoAnswerError(url, status);
}

async function tryOnce(network: Network, url: string): Promise<{json: unknown} | {status: number | null}> {
  try {
    const answer = await network.fetch(url, AbortSignal.timeout(timeoutMs));
    if (answer.status !== 200) return {status: answer.status};
    return {json: JSON.parse(await answer.text()) as unknown};
  } catch (error) {
    if (error instanceof UserError) throw error;
    // No connection, too late, cut off half-way: all may pass.
    return {status: null};
  }
}
