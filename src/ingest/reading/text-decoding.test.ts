import {describe, expect, test} from "vitest";
import {decodeXml} from "./text-decoding.ts";

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
    expect(decode(Buffer.from(`\uFEFF${declared("UTF-16")}`, "utf16le"))).toContain("Zoé");
  });

  test.each([
    ["nothing", Buffer.alloc(0), "leeg"],
    ["bytes that are no UTF-8", Buffer.from(declared("UTF-8"), "latin1"), "geen geldige UTF-8"],
    ["an encoding nobody knows", Buffer.from(declared("klingon")), "'klingon' kunnen we niet lezen"],
    ["UTF-16 by name alone", Buffer.from(declared("UTF-16", "Zoe")), "is dat niet"],
    ["ASCII with other letters", Buffer.from(declared("US-ASCII")), "is dat niet"],
  ])("is refused with one Dutch line: %s", (_, bytes, words) => {
    expect(decode(bytes)).toMatch(/^! /);
    expect(decode(bytes)).toContain(words);
  });
});
