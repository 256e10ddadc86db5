import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {seededRandom} from "../istandaarden/random.ts";
import {KillProof} from "./kill-proof.ts";

// The short form of `npm run kill`, whose last figures stand in docs/reliability.md.

const folder = mkdtempSync(join(tmpdir(), "wijkbalans-kill-"));
let proof: KillProof;

beforeAll(async () => {
  proof = await KillProof.prepare(folder, 300, false);
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("an import that is killed at any step loses nothing and doubles nothing", async () => {
  const random = seededRandom(11);
  const steps = [
    "at a question",
    "at a statement",
    "at rows that are added",
    "just before a commit",
    "just after a commit",
  ];
  const moments = new Set<string>();
  let kills = 0;
  for (let trial = 0; trial < 20; trial++) {
    for (const {moment} of await proof.killImport(random, steps[trial % steps.length])) {
      moments.add(moment);
      kills++;
    }
  }
  expect(kills).toBeGreaterThan(30);
  expect([...moments]).toEqual(expect.arrayContaining(steps));
}, 900_000);

test("a rebuild that is killed leaves the old database or the new one", async () => {
  const random = seededRandom(12);
  let kills = 0;
  for (let trial = 0; trial < 8; trial++) kills += (await proof.killRebuild(random)).length;
  expect(kills).toBeGreaterThan(5);
}, 900_000);
