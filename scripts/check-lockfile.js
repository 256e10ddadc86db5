// The lockfile is for everybody: it names no address that only one network knows.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "./prepare-machine.js";

if (/"resolved":/.test(readFileSync(join(root, "package-lock.json"), "utf8"))) {
  console.error("package-lock.json names download addresses; .npmrc should keep them out. Run: npm install");
  process.exitCode = 1;
}
