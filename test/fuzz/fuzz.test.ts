import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, expect, test} from "vitest";
import {digestOf} from "../../src/ingest/workers/digest.ts";
import {makeDoor} from "../../src/ingest/workers/door.ts";
import {seededRandom} from "../istandaarden/random.ts";
import {assertInTime, fuzzDoor, fuzzImport, isLine, limits} from "./fuzz.ts";
import {makers} from "./inputs.ts";

// The short form of `npm run fuzz`, whose last figures stand in docs/reliability.md.

const folder = mkdtempSync(join(tmpdir(), "wijkbalans-fuzz-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("whatever is delivered as a Bericht is judged in time, in words", async () => {
  const refused = await fuzzDoor(24_000, seededRandom(2026));
  expect(refused).toBeGreaterThan(10_000);
  expect(refused).toBeLessThan(23_000);
});

test("so is what fast-check thinks of, which makes what goes wrong small", async () => {
  const door = makeDoor({pseudonymKey: Buffer.alloc(32, 1), gemeenten: [], buurten: []});
  const bytes = fc.oneof(
    fc.uint8Array({maxLength: 400}),
    fc.string({unit: "binary", maxLength: 200}).map((text) => Buffer.from(text)),
    fc
      .array(fc.constantFrom("<", ">", "</", "/>", "a", ":", "=", '"', "&", ";", "<?", "?>", "<!", "]]>", "--", " "))
      .map((tokens) => Buffer.from(`<${tokens.join("")}`)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (raw) => {
      const input = {kind: "fast-check", name: "a.xml", bytes: Buffer.from(raw)};
      const began = performance.now();
      const {findings, state} = await door(input.bytes, digestOf(input.bytes));
      assertInTime(input, performance.now() - began);
      return state === "geweigerd" && findings.length > 0 && findings.every(({message}) => isLine(message));
    }),
    {numRuns: 6000, seed: 2026},
  );
});

test("whatever is delivered is taken in or stands in quarantine with its line", async () => {
  const random = seededRandom(3);
  let refused = 0;
  for (let round = 0; round < 3; round++) refused += (await fuzzImport(folder, 700, random)).refused;
  expect(refused).toBeGreaterThan(1000);
  expect(process.memoryUsage().rss / 1e6).toBeLessThan(limits.megabytes);
});

test("every kind of input is made, and made again by its seed", () => {
  for (const [name, make] of Object.entries(makers)) {
    expect(make(seededRandom(5)), name).toEqual(make(seededRandom(5)));
  }
});
