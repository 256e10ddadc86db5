import fc from "fast-check";
import {expect, test} from "vitest";
import {packText, slotSize, unpackTexts} from "./packed-text.ts";

test("packed and unpacked text is the same text", () => {
  fc.assert(
    fc.property(fc.array(fc.string({unit: "binary", maxLength: 16})), (texts) => {
      const slots = new Uint8Array(texts.length * slotSize);
      const long = texts.flatMap((text, row) => (packText(slots, row, text) ? [] : [[row, text] as const]));
      expect(unpackTexts({slots, long}, texts.length)).toEqual(texts.map((text) => text.toWellFormed()));
    }),
  );
});

test("twelve bytes fit a slot and thirteen do not", () => {
  const slots = new Uint8Array(2 * slotSize);
  expect(packText(slots, 0, "ééééée")).toBe(true); // 11 bytes
  expect(packText(slots, 1, "éééééée")).toBe(false); // 13 bytes
  expect(slots.subarray(slotSize)).toEqual(new Uint8Array(slotSize));
});
