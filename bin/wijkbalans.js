#!/usr/bin/env node
// npm puts Node 24 (a dependency) first on the path of npx and of scripts; called directly, the machine's own may be older.
import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";

const main = new URL("../dist/cli/main.js", import.meta.url);
const ownNode = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));

if (!existsSync(main)) {
  console.error("Wijkbalans is nog niet gebouwd. Draai eerst: npm ci");
  process.exitCode = 3;
} else if (Number(process.versions.node.split(".")[0]) < 24 && existsSync(ownNode)) {
  const child = spawn(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {stdio: "inherit"});
  // Who stops this process means the one that does the work.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 3;
  });
} else {
  const {run} = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
}
