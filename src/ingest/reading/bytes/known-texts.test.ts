import {expect, test} from "vitest";
import {seededRandom} from "../../../../test/istandaarden/random.ts";
import {knownText} from "./known-texts.ts";

test("a text is what its bytes say, however many stood in its place before", () => {
  const random = seededRandom(7);
  for (let i = 0; i < 100_000; i++) {
    const text = Array.from({length: random.below(20)}, () => random.pick(["0", "1", "a"])).join("");
    const bytes = Buffer.from(`>${text}<`);
    expect(knownText(bytes, 1, bytes.length - 1)).toBe(text);
  }
});
