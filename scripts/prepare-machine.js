// What every script needs before it can do its work: packages installed, code built. Runs on any Node from 20.12 on.
import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, statSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const ownNode = join(root, "node_modules", "node", "bin", "node");

/** Installs when node_modules is absent or older than the lockfile. Says so, since it takes a while. */
export function installPackages() {
  const stamp = join(root, "node_modules", ".package-lock.json");
  if (existsSync(stamp) && existsSync(ownNode) && changedAt(stamp) >= changedAt(join(root, "package-lock.json")))
    return;
  console.error("Pakketten installeren (npm ci), dit duurt ongeveer een halve minuut");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Builds when dist/ is absent or older than a file it is made of. */
export function buildWhenNeeded() {
  const built = join(root, "dist", "cli", "main.js");
  if (existsSync(built) && changedAt(built) >= newestIn(join(root, "src"))) return;
  console.error("Bouwen");
  execFileSync(ownNode, [join(root, "scripts", "build.js")], {cwd: root, stdio: ["ignore", "inherit", "inherit"]});
}

function changedAt(path) {
  return statSync(path).mtimeMs;
}

function newestIn(folder) {
  return Math.max(
    ...readdirSync(folder, {withFileTypes: true, recursive: true})
      .filter((entry) => entry.isFile())
      .map((entry) => changedAt(join(entry.parentPath, entry.name))),
  );
}
