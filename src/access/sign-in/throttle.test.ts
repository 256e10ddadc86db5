import {expect, test} from "vitest";
import {placeOf, senderOf, Throttle} from "./throttle.ts";

test("who was wrong too often waits until the oldest is long ago, and nobody else does", () => {
  let uptime = 0;
  const throttle = new Throttle(3, 60_000, () => uptime);
  for (; uptime < 30_000; uptime += 10_000) throttle.note("a");
  expect(throttle.wait("a")).toBe(30);
  expect(throttle.wait("b")).toBeNull();
  uptime = 60_000;
  expect(throttle.wait("a")).toBeNull();
});

test("what is remembered does not grow with who comes", () => {
  const throttle = new Throttle(1, 60_000, () => 0);
  for (let place = 0; place < 20_000; place++) throttle.note(String(place));
  expect(throttle.wait("0")).toBeNull();
  expect(throttle.wait("19999")).toBe(60);
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("%s is at %s", (address, place) => {
  expect(placeOf(address)).toBe(place);
});

test.each([
  ["a sender writes the header himself", "192.0.2.1", "198.51.100.9", [], "192.0.2.1"],
  ["our proxy writes it", "127.0.0.1", "192.0.2.1", ["127.0.0.1"], "192.0.2.1"],
  ["a sender wrote before our proxy did", "127.0.0.1", "198.51.100.9, 192.0.2.1", ["127.0.0.1"], "192.0.2.1"],
  ["there are two proxies", "10.0.0.1", "192.0.2.1, 10.0.0.2", ["10.0.0.1", "10.0.0.2"], "192.0.2.1"],
  ["our proxy says nothing", "127.0.0.1", null, ["127.0.0.1"], "127.0.0.1"],
])("when %s, it came from the right one", (_when, socket, header, proxies, sender) => {
  expect(senderOf(socket, header, proxies)).toBe(sender);
});
