// npm start: from a fresh clone to a page about Heuveldam. A second start serves at once.
import {spawn, spawnSync} from "node:child_process";
import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {buildWhenNeeded, installPackages, ownNode, root} from "./prepare-machine.js";

const command = join(root, "bin", "wijkbalans.js");
const world = join(root, "demo", "heuveldam");
const mark = "heuveldam-ingelezen";

// The commands keep a gemeente's own data in 'data': Heuveldam stands apart, or its own messages would be refused there.
const ownData = join(root, "data");
// But an earlier npm start took it in there: then that is Heuveldam, and stays so.
const demoData = existsSync(join(ownData, mark)) ? ownData : join(root, "demo", "data");
const hasOwnData = demoData !== ownData && existsSync(join(ownData, "wijkbalans.duckdb"));
const hasDemo = existsSync(world) || existsSync(join(demoData, mark));

installPackages();
buildWhenNeeded();

// Who has data and never made Heuveldam came for the own data.
const showsOwn = hasOwnData && !hasDemo;
if (!showsOwn) takeInHeuveldam();
if (!showsOwn && hasOwnData) {
  console.error("Dit is Heuveldam. Uw eigen gegevens in de map 'data' ziet u met: npx wijkbalans serve --port 8090");
}

// On Heuveldam one can be anybody; on a gemeente's own data only who one is.
const served = showsOwn ? ["--data", ownData] : ["--data", demoData, "--demo"];
const server = spawn(ownNode, [command, "serve", "--port", process.env.PORT ?? "8080", ...served], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => {
  process.exitCode = code ?? 0;
});

function takeInHeuveldam() {
  if (existsSync(join(demoData, mark))) return;
  if (!existsSync(join(world, "waarheid.json"))) {
    console.error("De verzonnen gemeente Heuveldam maken");
    run(["demo", "--out", world]);
  }
  console.error("De berichten van Heuveldam inlezen");
  run(["import", world, "--data", demoData]);
  writeFileSync(join(demoData, mark), "");
}

function run(args) {
  const {status} = spawnSync(ownNode, [command, ...args], {stdio: ["ignore", "ignore", "inherit"], cwd: root});
  if (status !== 0) process.exit(status ?? 3);
}
