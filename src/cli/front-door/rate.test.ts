import {expect, test} from "vitest";
import {Rate} from "./rate.ts";

test("a burst is free, what follows comes as fast as the bucket fills, and each client has its own", () => {
  let uptime = 0;
  const rate = new Rate({perSecond: 2, atOnce: 3}, () => uptime);
  expect([1, 2, 3].map(() => rate.ask("a"))).toEqual([null, null, null]);
  expect(rate.ask("a")).toBe(1);
  expect(rate.ask("b")).toBeNull();
  uptime = 500;
  expect([rate.ask("a"), rate.ask("a")]).toEqual([null, 1]);
  uptime = 60_000;
  expect([1, 2, 3, 4].map(() => rate.ask("a"))).toEqual([null, null, null, 1]);
});

test("asking while refused does not put the next time off", () => {
  let uptime = 0;
  const rate = new Rate({perSecond: 1, atOnce: 1}, () => uptime);
  rate.ask("a");
  for (; uptime < 900; uptime += 100) expect(rate.ask("a")).toBe(1);
  uptime = 1000;
  expect(rate.ask("a")).toBeNull();
});

test("a million clients cost no more memory than twenty thousand", () => {
  const rate = new Rate({perSecond: 1, atOnce: 1}, () => 0);
  expect(rate.ask("first")).toBeNull();
  expect(rate.ask("first")).toBe(1);
  for (let client = 0; client < 1_000_000; client++) rate.ask(String(client));
  expect(rate.ask("first")).toBeNull(); // forgotten, not remembered for ever
});
