import {expect, test} from "vitest";
import {decodeLeaf} from "./leaf-text.ts";

function decode(written: string): string | null {
  const bytes = Buffer.from(written);
  return decodeLeaf(bytes, 0, bytes.length);
}

test.each([
  ["Noordë &amp; zn", "Noordë & zn"],
  ["&lt;&gt;&quot;&apos;", "<>\"'"],
  ["&amp;lt;", "&lt;"],
  ["a\r\nb\rc\nd", "a\nb\nc\nd"],
  ["[1] > 2", "[1] > 2"],
  ["\uFEFFa\uFFFD", "\uFEFFa\uFFFD"],
])("'%s' means '%s'", (written, text) => {
  expect(decode(written)).toBe(text);
});

test.each(["&", "&;", "&nbsp;", "&constructor;", "&#65;", "&AMP;", "&amp", "a]]>b", "\uFFFE", "\uFFFF"])(
  "'%s' is in doubt",
  (written) => {
    expect(decode(written)).toBeNull();
  },
);
