// npm run fuzz -- [--minutes 30] [--seed N]: inputs of all kinds until the time is up; a counterexample ends it.
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {seededRandom} from "../istandaarden/random.ts";
import {Counterexample, fuzzDoor, fuzzImport, limits} from "./fuzz.ts";

const {values} = parseArgs({options: {minutes: {type: "string", default: "30"}, seed: {type: "string"}}});
const began = performance.now();
const minutesGone = () => (performance.now() - began) / 60_000;
const firstSeed = Number(values.seed ?? Date.now() % 1e9);
const folder = mkdtempSync(join(tmpdir(), "wijkbalans-fuzz-"));
const totals = {judged: 0, refused: 0, delivered: 0, quarantined: 0, megabytes: 0};
let peak = 0;
let seed = firstSeed;
try {
  for (; minutesGone() < Number(values.minutes); seed++) {
    const random = seededRandom(seed);
    totals.refused += await fuzzDoor(5000, random);
    totals.judged += 5000;
    const {files, megabytes, refused} = await fuzzImport(folder, 1000, random);
    totals.delivered += files;
    totals.quarantined += refused;
    totals.megabytes += megabytes;
    peak = Math.max(peak, process.memoryUsage().rss / 1e6);
    if (peak > limits.megabytes) throw new Error(`memory: ${Math.round(peak)} MB`);
    process.stderr.write(`\r${minutesGone().toFixed(1)} minutes, ${totals.judged + totals.delivered} inputs`);
  }
} catch (error) {
  console.error(`\nseed ${seed}: ${error instanceof Error ? error.message.slice(0, 2000) : error}`);
  if (error instanceof Counterexample) {
    const path = join(tmpdir(), `counterexample-${seed}-${error.input.name}`);
    writeFileSync(path, error.input.bytes);
    console.error(`kept as ${path}`);
  }
  process.exitCode = 1;
} finally {
  rmSync(folder, {recursive: true, force: true});
}
console.log(`\nseeds ${firstSeed} to ${seed - 1}, ${minutesGone().toFixed(1)} minutes`);
console.log("| inputs | number |\n| --- | --- |");
console.log(`| judged at the door | ${totals.judged} |\n| of which refused | ${totals.refused} |`);
console.log(`| files of deliveries | ${totals.delivered} |\n| of which in quarantine | ${totals.quarantined} |`);
console.log(`| MB of deliveries | ${Math.round(totals.megabytes)} |\n| highest memory, MB | ${Math.round(peak)} |`);
