import {expect, test} from "vitest";
import {Turns} from "./turns.ts";

const limits = {atOnce: 1, waitingEach: 5, waitingInAll: 8, longestWaitMs: 60_000};

/** Lets all of these wait, and gives the order in which their turn came. */
async function orderOf(turns: Turns, askers: readonly string[]): Promise<string[]> {
  const order: string[] = [];
  await turns.begin({client: "before", session: ""});
  const all = askers.map(async (asker) => {
    const [client = "", session = ""] = asker.split("/");
    expect(await turns.begin({client, session})).toBeNull();
    order.push(asker);
    turns.end();
  });
  turns.end();
  await Promise.all(all);
  return order;
}

test("who asks once is not behind who asked five times", async () => {
  expect(await orderOf(new Turns(limits), ["a", "a", "a", "a", "b", "c"])).toEqual(["a", "b", "c", "a", "a", "a"]);
});

test("within one address its people take turns", async () => {
  const order = await orderOf(new Turns(limits), ["a/1", "a/1", "a/1", "a/2", "b/1"]);
  expect(order).toEqual(["a/1", "b/1", "a/2", "a/1", "a/1"]);
});

test("one client can fill its own queue, and all together the whole", async () => {
  const turns = new Turns(limits);
  await turns.begin({client: "x", session: ""});
  for (let i = 0; i < 5; i++) void turns.begin({client: "a", session: ""});
  expect(await turns.begin({client: "a", session: ""})).toBe("too many of this client");
  for (const client of ["b", "c", "d"]) void turns.begin({client, session: ""});
  expect(await turns.begin({client: "e", session: ""})).toBe("too many in all");
});

test("who waits too long is told, and leaves his place", async () => {
  const turns = new Turns({...limits, longestWaitMs: 20});
  await turns.begin({client: "x", session: ""});
  expect(await turns.begin({client: "a", session: ""})).toBe("too many in all");
  turns.end();
  expect(await turns.begin({client: "b", session: ""})).toBeNull();
  turns.end();
});
