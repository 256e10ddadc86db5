// How many signals there are in a Heuveldam where nothing happens: node bench/false-alarms.ts [SEEDS] [INWONERS] [JAREN]
// Each trendbreuk and afwijking is a false one; that more is spent than was budgeted can be true all the same.
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {findSignals} from "../src/analysis/signals/find-signals.ts";
import {readDataState} from "../src/database/derive/state.ts";
import {openDatabase} from "../src/database/open.ts";
import {command, timeProcess} from "./processes.ts";

const [seeds = "20", inwoners = "68000", jaren = "4"] = process.argv.slice(2);

const counts: number[] = [];
for (let seed = 1; seed <= Number(seeds); seed++) {
  const names = await signalsOf(seed);
  counts.push(names.filter((name) => /^(trendbreuk|afwijking):/.test(name)).length);
  console.log(JSON.stringify({seed, signals: names}));
}
const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
console.log(
  JSON.stringify({
    inwoners,
    jaren,
    deliveries: counts.length,
    falseOnes: mean,
    none: counts.filter((n) => n === 0).length,
  }),
);

async function signalsOf(seed: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "wijkbalans-signalen-"));
  try {
    const [world, data] = [join(folder, "wereld"), join(folder, "data")];
    await timeProcess(process.execPath, [
      command,
      "demo",
      "--out",
      world,
      "--inwoners",
      inwoners,
      "--jaren",
      jaren,
      "--seed",
      String(seed),
      "--zonder-verhalen",
    ]);
    await timeProcess(process.execPath, [command, "import", world, "--data", data]);
    const database = await openDatabase(data);
    try {
      const {dataDate} = await readDataState(database);
      const found = await findSignals(database, {gemeenteCode: "GM9999", knownOn: dataDate!, norms: []});
      return found.filter(({isStrong}) => isStrong).map(({name, weight}) => `${name} ${weight.toFixed(1)}`);
    } finally {
      await database.close();
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
