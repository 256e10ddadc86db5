import {expect, test} from "vitest";
import {type Pending, PendingSeal} from "./pending.ts";

const begunAtMs = Date.parse("2026-11-27T08:00:00Z");
const pending: Pending = {state: "s", nonce: "n", verifier: "v", freshSinceMs: null, returnPath: "/", begunAtMs};
const after = (ms: number) => new Date(begunAtMs + ms);

test("what was begun is opened within ten minutes, and not before it was begun", () => {
  const seal = new PendingSeal();
  const sealed = seal.seal(pending);
  expect(seal.open(sealed, after(0))).toEqual(pending);
  expect(seal.open(sealed, after(599_999))).toEqual(pending);
  expect(seal.open(sealed, after(600_000))).toBeNull();
  expect(seal.open(sealed, after(-1))).toBeNull();
});

test("what another process sealed, or what is cut off, is not opened", () => {
  const sealed = new PendingSeal().seal(pending);
  expect(new PendingSeal().open(sealed, after(0))).toBeNull();
  const seal = new PendingSeal();
  const own = seal.seal(pending);
  for (let length = 0; length < own.length - 1; length += 7) {
    expect(seal.open(own.slice(0, length), after(0))).toBeNull();
  }
});
