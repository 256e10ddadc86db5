// npm run check: all that the build server does, on a machine that has what it needs.
import {spawnSync} from "node:child_process";
import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {ownNode, root} from "./prepare-machine.js";

const steps = [
  ["types", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]],
  ["style", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]],
  ["import direction", ["scripts/check-imports.js"]],
  ["lockfile", ["scripts/check-lockfile.js"]],
  ["dependencies", ["scripts/check-dependencies.js"]],
  ["build", ["scripts/build.js"]],
];

for (const [name, args] of steps) {
  const began = Date.now();
  const {status} = spawnSync(ownNode, args, {cwd: root, stdio: "inherit"});
  if (status !== 0) {
    console.error(`${name}: failed`);
    process.exit(1);
  }
  console.log(`${name}: ok (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
process.exit(runTests());

/** Runs them all and ends with the count on one line, whatever the reporter prints. */
function runTests() {
  const report = join(root, "node_modules", ".vitest-report.json");
  rmSync(report, {force: true});
  const {status} = spawnSync(
    ownNode,
    ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    {
      cwd: root,
      stdio: "inherit",
      env: {...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}`},
    },
  );
  const {numPassedTests, numFailedTests, numPendingTests, success} = JSON.parse(readFileSync(report, "utf8"));
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
  return status === 0 && success && numPassedTests > 0 ? 0 : 1;
}
