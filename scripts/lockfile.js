// What package-lock.json says of the packages we stand on.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "./prepare-machine.js";

/** Every package, with where it stands below the root: "node_modules/hono". */
export function lockedPackages() {
  const {packages} = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, facts]) => ({path, name: facts.name ?? path.slice(path.lastIndexOf("node_modules/") + 13), ...facts}));
}

/** Where a package finds one that it needs: in the nearest node_modules above it. */
export function resolveNeed(paths, from, name) {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (paths.has(path)) return path;
    if (folder === "") return null;
    if (!folder.includes("/node_modules/")) folder = "/node_modules/";
  }
}
