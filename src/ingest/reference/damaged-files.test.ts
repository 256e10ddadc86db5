import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {dayStyle, workbook} from "../../../test/workbook.ts";
import {readTable} from "./read-table.ts";

const csv = Buffer.from(
  'Tarieven\r\ncontract_nummer;product_code;eenheid;tarief_cents;begindatum;bekend_op\r\nC1;01A04;04;3434;2025-01-01;2024-12-11\r\n"C;2";01A05;04;"34,5";1-1-2025;45658\r\n',
);
const book = workbook({
  Uitleg: {rows: [["Wat staat hier?"]]},
  Tarieven: {
    rows: [
      ["contract_nummer", "product_code", "eenheid", "tarief_cents", "begindatum", "bekend_op"],
      ["C1", "01A04", "04", 3434, {v: "45658", s: dayStyle}, "2024-12-11"],
      ["C2", "01A05", "04", {f: "1/0", t: "e", v: "#DIV/0!"}, {f: "A1"}, "2024-12-11"],
    ],
    merges: ["A2:A3"],
  },
});

/** Some bytes others, some gone, some double: what a bad disk, a bad program or a bad person does. */
function damaged(whole: Buffer): fc.Arbitrary<Buffer> {
  const spot = fc.nat(whole.length - 1);
  const change = fc.oneof(
    fc.record({kind: fc.constant("byte" as const), at: spot, byte: fc.nat(255), length: fc.constant(1)}),
    fc.record({
      kind: fc.constant("gone" as const),
      at: spot,
      byte: fc.constant(0),
      length: fc.integer({min: 1, max: 40}),
    }),
    fc.record({
      kind: fc.constant("double" as const),
      at: spot,
      byte: fc.constant(0),
      length: fc.integer({min: 1, max: 40}),
    }),
  );
  return fc.array(change, {minLength: 1, maxLength: 4}).map((changes) =>
    changes.reduce((bytes, {kind, at, byte, length}) => {
      const before = bytes.subarray(0, at);
      if (kind === "byte") return Buffer.concat([before, Buffer.of(byte), bytes.subarray(at + 1)]);
      if (kind === "gone") return Buffer.concat([before, bytes.subarray(at + length)]);
      return Buffer.concat([before, bytes.subarray(at, at + length), bytes.subarray(at)]);
    }, whole),
  );
}

describe("a damaged file never breaks the reading, and each line about it is one line", () => {
  test.each([
    ["CSV", csv, 2000],
    ["workbook", book, 600],
  ])("%s", async (_, whole, numRuns) => {
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        const reading = await readTable("contract_tarief", bytes);
        const lines =
          "problem" in reading ? [reading.problem] : [...reading.faults.lines(), ...reading.questions.lines()];
        for (const line of lines) expect(line).toMatch(/^\P{Cc}{10,400}[.?]$/u);
      }),
      {numRuns},
    );
  });

  test("bytes without any sense", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 400}), async (bytes) => {
        const reading = await readTable("team", bytes);
        expect("problem" in reading && reading.problem.length > 10).toBe(true);
      }),
      {numRuns: 1000},
    );
  });
});
