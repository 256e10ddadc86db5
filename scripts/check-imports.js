// The direction of imports, as docs/architecture.md draws it. A file may import from its own folder and from those
// below it; folders on one line do not know each other. Each package outside our trade is imported in one folder only.
// And no files go round in a circle: which of them runs first would then hang on who asked for it.
import {readdirSync, readFileSync} from "node:fs";
import {builtinModules} from "node:module";
import {join, relative, resolve, sep} from "node:path";
import {importCircles, valueImportsOf} from "./import-circles.js";
import {root} from "./prepare-machine.js";

const layers = [
  ["cli"],
  ["web", "api", "mail", "demo"],
  ["reports"],
  ["collaboration"],
  ["analysis"],
  ["indicators", "ingest", "fetch"],
  ["access"],
  ["database"],
  ["standards"],
  ["statistics"],
  ["durable-file.ts", "errors.ts", "worker-file.ts"],
];
/** demo/ makes files on disk and nothing else: it may know what the world prescribes, and no more. */
const demoMayImport = new Set(["demo", "database", "standards", "statistics", "errors.ts", "worker-file.ts"]);
/** The pages and the JSON are two faces of one server. */
const sharedPackages = new Map([
  ["hono", ["web", "api", "cli"]],
  ["@hono/node-server", ["web", "cli"]],
  ["zod", ["web", "api", "indicators", "ingest", "access", "collaboration"]],
]);
/** One folder below knows how people sign in, and what tokens look like. */
const packageHomes = new Map([
  ["openid-client", join("access", "sign-in")],
  ["jose", join("access", "sign-in")],
]);

const source = join(root, "src");
const faults = [];
const packageFolders = new Map();
const ownImports = new Map();

for (const file of typescriptFiles(source)) {
  const from = folderOf(file);
  const isTest = /\.test\.tsx?$/.test(file);
  const code = readFileSync(file, "utf8");
  const own = valueImportsOf(code).filter((specifier) => specifier.startsWith("."));
  ownImports.set(
    file,
    own.map((specifier) => resolve(file, "..", specifier)),
  );
  for (const specifier of importsOf(code)) {
    if (specifier.startsWith(".")) checkOwn(file, from, specifier, isTest);
    else if (!isTest) checkPackage(file, from, specifier);
  }
}
for (const circle of importCircles(ownImports)) {
  faults.push(`imports in a circle: ${circle.map((file) => relative(root, file)).join(" -> ")}`);
}
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
}

function checkOwn(file, from, specifier, isTest) {
  const target = resolve(file, "..", specifier);
  if (!target.startsWith(source + sep)) {
    if (!isTest) faults.push(`${relative(root, file)}: imports ${specifier}, outside src/`);
    return;
  }
  const to = folderOf(target);
  const allowed = from === "demo" ? demoMayImport.has(to) : from === to || rank(to) > rank(from);
  const onlyCli = to === "demo" && from !== "demo" && from !== "cli";
  if (!allowed || onlyCli) faults.push(`${relative(root, file)}: ${from}/ may not import ${to}/ (${specifier})`);
}

function checkPackage(file, from, specifier) {
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return;
  const name = specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : specifier.split("/")[0];
  const shared = sharedPackages.get(name);
  if (shared !== undefined) {
    if (!shared.includes(from)) faults.push(`${relative(root, file)}: ${name} belongs in ${shared.join(", ")}`);
    return;
  }
  const ownHome = packageHomes.get(name);
  if (ownHome !== undefined && !relative(source, file).startsWith(ownHome + sep)) {
    faults.push(`${relative(root, file)}: ${name} belongs in ${ownHome}/`);
  }
  const home = packageFolders.get(name) ?? from;
  packageFolders.set(name, home);
  if (home !== from) faults.push(`${relative(root, file)}: ${name} is imported in ${home}/ already`);
}

function rank(folder) {
  const index = layers.findIndex((layer) => layer.includes(folder));
  if (index < 0) throw new Error(`folder has no place in the house: ${folder}`);
  return index;
}

function folderOf(path) {
  return relative(source, path).split(sep)[0];
}

function typescriptFiles(folder) {
  return readdirSync(folder, {recursive: true})
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(code) {
  return [...code.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]);
}
