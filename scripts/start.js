// npm start: from a fresh clone to a page about Heuveldam. A second start serves at once.
import {spawn, spawnSync} from "node:child_process";
import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {buildWhenNeeded, installPackages, ownNode, root} from "./prepare-machine.js";

const command = join(root, "bin", "wijkbalans.js");
const world = join(root, "demo", "heuveldam");
const data = join(root, "data");
const taken = join(data, "heuveldam-ingelezen");

installPackages();
buildWhenNeeded();

// A data folder without our mark and without the demo beside it is a gemeente's own: leave it as it is.
const hasOwnData = existsSync(join(data, "wijkbalans.duckdb")) && !existsSync(world);
if (!hasOwnData && !existsSync(taken)) {
  if (!existsSync(join(world, "waarheid.json"))) {
    console.error("De verzonnen gemeente Heuveldam maken");
    run(["demo", "--out", world]);
  }
  console.error("De berichten van Heuveldam inlezen");
  run(["import", world, "--data", data]);
  writeFileSync(taken, "");
}

// On Heuveldam one can be anybody; on a gemeente's own data only who one is.
const demo = hasOwnData ? [] : ["--demo"];
const server = spawn(ownNode, [command, "serve", "--port", process.env.PORT ?? "8080", "--data", data, ...demo], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => {
  process.exitCode = code ?? 0;
});

function run(args) {
  const {status} = spawnSync(ownNode, [command, ...args], {stdio: ["ignore", "ignore", "inherit"], cwd: root});
  if (status !== 0) process.exit(status ?? 3);
}
