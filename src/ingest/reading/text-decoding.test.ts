import {describe, expect, test} from "vitest";
import {claimsUtf8, decodeXml} from "./text-decoding.ts";

function decode(bytes: Uint8Array): string {
  const decoded = decodeXml(bytes);
  return "problem" in decoded ? `! ${decoded.problem}` : [...decoded.pieces].join("");
}

function declared(encoding: string, text = "Zoé"): string {
  return `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;
}

describe("the text of a file", () => {
  test("is UTF-8, with or without a byte order mark", () => {
    expect(decode(Buffer.from(declared("UTF-8")))).toContain("Zoé");
    expect(decode(Buffer.from(`\uFEFF${declared("utf-8")}`))).toBe(declared("utf-8"));
    expect(decode(Buffer.from("<a>Zoé</a>"))).toBe("<a>Zoé</a>");
  });

  test("comes in pieces that never cut a letter in two", () => {
    const long = declared("UTF-8", "é😀".repeat(200_000));
    expect(decode(Buffer.from(long))).toBe(long);
  });

  test.each([
    ["ISO-8859-1", "latin1"],
    ["windows-1252", "latin1"],
    ["UTF-16", "utf16le"],
  ] as const)("may be %s when it says so", (encoding, bytes) => {
    expect(decode(Buffer.from(declared(encoding), bytes))).toContain("Zoé");
  });

  test("of UTF-16 is known by its first bytes", () => {
    const marked = Buffer.from(`\uFEFF${declared("UTF-16")}`, "utf16le");
    const unmarked = Buffer.from(declared("UTF-16"), "utf16le");
    for (const bytes of [marked, unmarked]) {
      expect(claimsUtf8(bytes)).toBe(false);
      expect(decode(bytes)).toContain("Zoé");
      const bigEndian = Buffer.from(bytes).swap16();
      expect(claimsUtf8(bigEndian)).toBe(false);
      expect(decode(bigEndian)).toContain("Zoé");
    }
  });

  test.each([
    ["ISO-8859-1", "\u0080"],
    ["iso_8859-1", "\u0080"],
    ["latin1", "\u0080"],
    ["Latin-1", "\u0080"],
    ["windows-1252", "€"],
  ])("in %s means what that name says, also where others differ", (encoding, letter) => {
    expect(decode(Buffer.from(declared(encoding, "\u0080"), "latin1"))).toBe(declared(encoding, letter));
  });

  test("in ISO-8859-15 is not read as ISO-8859-1", () => {
    expect(decode(Buffer.from(declared("ISO-8859-15", "\u00a4"), "latin1"))).toContain("€");
  });

  test("in ASCII may have every letter of ASCII", () => {
    expect(decode(Buffer.from(declared("US-ASCII", "Zoe\u007f")))).toContain("Zoe\u007f");
    expect(decode(Buffer.from(declared("ascii", "Zoe")))).toContain("Zoe");
  });

  test("follows its byte order mark, whatever the declaration says", () => {
    expect(decode(Buffer.from(`\uFEFF${declared("ISO-8859-1")}`))).toBe(declared("ISO-8859-1"));
  });

  test("follows a declaration at the very start, and no other", () => {
    const later = `<a><!-- ${declared("ISO-8859-1", "")} -->Zoé</a>`;
    expect(decode(Buffer.from(later))).toBe(later);
    const wide = declared("ISO-8859-1").replace("encoding=", "encoding\n = ");
    expect(decode(Buffer.from(wide, "latin1"))).toBe(wide);
  });

  test("says whether it claims to be UTF-8, or leaves it unsaid", () => {
    const claims = (encoding: string) => claimsUtf8(Buffer.from(declared(encoding)));
    expect(["UTF-8", "utf8"].map(claims)).toEqual([true, true]);
    expect(["utf-80", "x-utf-8", "ISO-8859-1"].map(claims)).toEqual([false, false, false]);
    expect(claimsUtf8(Buffer.from("<a/>"))).toBe(true);
  });

  test.each([
    ["nothing", Buffer.alloc(0), "leeg"],
    ["bytes that are no UTF-8", Buffer.from(declared("UTF-8"), "latin1"), "geen geldige UTF-8"],
    ["an encoding nobody knows", Buffer.from(declared("klingon")), "'klingon' kunnen we niet lezen"],
    ["UTF-16 by name alone", Buffer.from(declared("UTF-16", "Zoe")), "is dat niet"],
    ["UTF-16 without a hyphen, by name alone", Buffer.from(declared("utf16", "Zoe")), "is dat niet"],
    ["UCS-2 by name alone", Buffer.from(declared("UCS2", "Zoe")), "is dat niet"],
    ["UTF-32 by name alone", Buffer.from(declared("utf32", "Zoe")), "is dat niet"],
    ["ASCII with other letters", Buffer.from(declared("US-ASCII")), "is dat niet"],
    ["ASCII with the first byte beyond it", Buffer.from(declared("US-ASCII", "\u0080"), "latin1"), "is dat niet"],
    [
      "UTF-16 that ends in half a letter",
      Buffer.from(declared("UTF-16"), "utf16le").subarray(0, -1),
      "'utf-16le' kunnen we niet lezen",
    ],
  ])("is refused with one Dutch line: %s", (_, bytes, words) => {
    expect(decode(bytes)).toMatch(/^! /);
    expect(decode(bytes)).toContain(words);
  });
});
