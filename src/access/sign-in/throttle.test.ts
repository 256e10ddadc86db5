import {expect, test} from "vitest";
import {Throttle} from "./throttle.ts";

test("who was wrong too often waits until the oldest is long ago, and nobody else does", () => {
  let uptime = 0;
  const throttle = new Throttle(3, 60_000, () => uptime);
  for (; uptime < 30_000; uptime += 10_000) throttle.note("a");
  expect(throttle.wait("a")).toBe(30);
  expect(throttle.wait("b")).toBeNull();
  uptime = 60_000;
  expect(throttle.wait("a")).toBeNull();
  throttle.note("a");
  expect(throttle.wait("a")).toBe(10);
});

test("what is remembered does not grow with who comes", () => {
  const throttle = new Throttle(1, 60_000, () => 0);
  for (let place = 0; place < 20_000; place++) throttle.note(String(place));
  expect(throttle.wait("0")).toBeNull();
  expect(throttle.wait("19999")).toBe(60);
});

test("ten thousand places are remembered, and who was wrong longest ago is forgotten first", () => {
  const throttle = new Throttle(1, 60_000, () => 0);
  for (let place = 0; place < 10_000; place++) throttle.note(String(place));
  expect(throttle.wait("0")).toBe(60);
  throttle.note("0");
  throttle.note("10000");
  expect(throttle.wait("0")).toBe(60);
  expect(throttle.wait("1")).toBeNull();
});
