import {randomBytes} from "node:crypto";
import {expect, test} from "vitest";
import {openBlock, readHeader, sealBlock} from "./block.ts";

const key = randomBytes(32);
const place = {segment: 3, begin: 4096};
const content = Buffer.from("<a/><b/>");
const list = {
  levering: {begonnenOp: "2025-04-01 12:00:00", bron: "post"},
  files: [
    {sha256: "11", name: "a.xml", size: 4, begin: 0},
    {sha256: "22", name: "b.xml", size: 4, begin: 4},
  ],
};
const {sealed, openLength} = sealBlock(key, place, "berichten", 7, content, list);

test("a block gives back its files and their list, and its header tells what it is", () => {
  const open = openBlock(key, place, sealed);
  expect(Buffer.from(open.bytes)).toEqual(content);
  expect(open.list).toEqual(list);
  expect(readHeader(sealed)).toMatchObject({...place, kind: "berichten", leveringNummer: 7, openLength, fileCount: 2});
});

test("the same files sealed twice look different", () => {
  expect(sealBlock(key, place, "berichten", 7, content, list).sealed).not.toEqual(sealed);
});

test("a block with any byte changed, of another key or in another place does not open", () => {
  for (let at = 0; at < sealed.length; at++) {
    const damaged = Buffer.from(sealed);
    damaged[at]! ^= 1;
    expect(() => openBlock(key, place, damaged)).toThrow(/Het archief is beschadigd in segment 3 bij byte 4096/);
  }
  expect(() => openBlock(randomBytes(32), place, sealed)).toThrow();
  expect(() => openBlock(key, {segment: 3, begin: 0}, sealed)).toThrow();
  expect(() => openBlock(key, place, sealed.subarray(0, -1))).toThrow();
});
