import type {Network, NetworkAnswer} from "../src/fetch/network.ts";

export interface FakeNetwork extends Network {
  readonly asked: string[];
  readonly waits: number[];
}

/** What an address answers: a document, a status, or "dood" for no connection. */
export type FakeAnswer = object | number | "dood";

/** A network that answers what a test says and opens no connection. */
export function fakeNetwork(answer: (url: string, attempt: number) => FakeAnswer): FakeNetwork {
  const asked: string[] = [];
  const waits: number[] = [];
  return {
    asked,
    waits,
    async fetch(url): Promise<NetworkAnswer> {
      asked.push(url);
      const found = answer(url, asked.filter((one) => one === url).length);
      if (found === "dood") throw new TypeError("fetch failed");
      if (typeof found === "number") return {status: found, text: async () => ""};
      return {status: 200, text: async () => JSON.stringify(found)};
    },
    async sleep(milliseconds) {
      waits.push(milliseconds);
    },
  };
}
