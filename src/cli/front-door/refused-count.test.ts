import {afterEach, beforeEach, expect, test, vi} from "vitest";
import type {Look} from "../../access/looking/look.ts";
import {countRefused} from "./refused-count.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const now = () => new Date("2026-11-27T08:00:00Z");

test("ten thousand refusals in a minute are one line for each kind, and no address is in it", () => {
  const looks: Look[] = [];
  const refused = countRefused((look) => looks.push(look), now);
  for (let request = 0; request < 10_000; request++) refused.add(429, `10.0.0.${request % 3}`);
  refused.add(403, "10.0.0.9");
  expect(looks).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(looks.map(({wat}) => wat)).toEqual([
    "429 te vaak: 10000 keer, van 3 adressen",
    "403 niet van hier gestuurd, of zonder recht: 1 keer, van 1 adres",
  ]);
  expect(looks[0]).toMatchObject({soort: "voordeur", uitkomst: "geweigerd", gebruiker: "openbaar"});
  vi.advanceTimersByTime(600_000);
  expect(looks).toHaveLength(2);
});

test("what was counted when the server stops is noted", () => {
  const looks: Look[] = [];
  const refused = countRefused((look) => looks.push(look), now);
  refused.add(400, "10.0.0.1");
  refused.flush();
  refused.flush();
  expect(looks.map(({wat}) => wat)).toEqual(["400 niet goed opgebouwd: 1 keer, van 1 adres"]);
});

test("of a thousand addresses and more that is all that is kept", () => {
  const looks: Look[] = [];
  const refused = countRefused((look) => looks.push(look), now);
  for (let address = 0; address < 5000; address++) refused.add(429, `client-${address}`);
  refused.flush();
  expect(looks[0]!.wat).toBe("429 te vaak: 5000 keer, van 1000 of meer adressen");
});
