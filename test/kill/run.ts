// npm run kill -- [--times 500] [--files 400] [--seed 1]: kills imports and rebuilds, and prints where and how it went.
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {seededRandom} from "../istandaarden/random.ts";
import {KillProof} from "./kill-proof.ts";

const {values} = parseArgs({
  options: {
    times: {type: "string", default: "500"},
    files: {type: "string", default: "400"},
    seed: {type: "string", default: "1"},
  },
});
const times = Number(values.times);
const random = seededRandom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), "wijkbalans-kill-"));
const counts = new Map<string, number>();
let kills = 0;
let trials = 0;
const began = performance.now();
try {
  const files = Number(values.files);
  const usual = await KillProof.prepare(folderIn("gewoon"), files, false);
  const withLargeFile = await KillProof.prepare(folderIn("groot"), files, true);
  while (kills < times) {
    // A file that is kept in parts takes many times longer than all others together.
    const proof = random.chance(0.15) ? withLargeFile : usual;
    // An import has many more moments than a rebuild.
    const killed = random.chance(0.7) ? await proof.killImport(random) : await proof.killRebuild(random);
    trials++;
    kills += killed.length;
    for (const {process: name, moment} of killed) {
      counts.set(`${name} ${moment}`, (counts.get(`${name} ${moment}`) ?? 0) + 1);
    }
    process.stderr.write(`\r${kills} of ${times} kills`);
  }
  process.stderr.write("\n");
} finally {
  rmSync(folder, {recursive: true, force: true});
}

function folderIn(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

console.log("| what was killed, and when | kills |\n| --- | --- |");
for (const [moment, count] of [...counts].sort()) console.log(`| ${moment} | ${count} |`);
const minutes = (performance.now() - began) / 60_000;
console.log(
  `${kills} kills in ${trials} runs, ${minutes.toFixed(1)} minutes: nothing lost, nothing double, nothing left over`,
);
