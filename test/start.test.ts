import {spawnSync} from "node:child_process";
import {cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";

// npm start beside a stand-in for the product: it tells what it was asked, and makes what the real one would.

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wijkbalans-start-"));
  give("package.json", '{"type": "module"}');
  mkdirSync(join(root, "scripts"));
  cpSync(join(import.meta.dirname, "../scripts/start.js"), join(root, "scripts/start.js"));
  give(
    "scripts/prepare-machine.js",
    `import {dirname} from "node:path";
    export const root = dirname(import.meta.dirname);
    export const ownNode = process.execPath;
    export function installPackages() {}
    export function buildWhenNeeded() {}`,
  );
  give(
    "bin/wijkbalans.js",
    `import {mkdirSync, writeFileSync} from "node:fs";
    const [name, ...rest] = process.argv.slice(2);
    console.error(["ASKED", name, ...rest.map((word) => word.replace(${JSON.stringify(`${root}/`)}, ""))].join(" "));
    const folder = (option) => rest[rest.indexOf(option) + 1];
    if (name === "demo") {
      mkdirSync(folder("--out"), {recursive: true});
      writeFileSync(folder("--out") + "/waarheid.json", "{}");
    }
    if (name === "import") {
      mkdirSync(folder("--data"), {recursive: true});
      writeFileSync(folder("--data") + "/wijkbalans.duckdb", "");
    }`,
  );
});

afterEach(() => rmSync(root, {recursive: true, force: true}));

function give(path: string, text = ""): void {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
}

/** What npm start asks of the product, and what it says. */
function start(environment: Readonly<Record<string, string>> = {}): {asked: string[]; said: string} {
  const {stderr} = spawnSync(process.execPath, [join(root, "scripts/start.js")], {
    encoding: "utf8",
    env: {...process.env, PORT: "8080", ...environment},
  });
  const lines = stderr.trim().split("\n");
  return {
    asked: lines.filter((line) => line.startsWith("ASKED ")).map((line) => line.slice(6)),
    said: lines.filter((line) => !line.startsWith("ASKED ")).join("\n"),
  };
}

const heuveldam = "serve --port 8080 --data demo/data --demo";

test("a first start makes Heuveldam beside the folder for own data, and a second serves at once", () => {
  expect(start().asked).toEqual(["demo --out demo/heuveldam", "import demo/heuveldam --data demo/data", heuveldam]);
  expect(existsSync(join(root, "data"))).toBe(false);
  expect(start().asked).toEqual([heuveldam]);
  expect(start({PORT: "8090"}).asked).toEqual(["serve --port 8090 --data demo/data --demo"]);
});

test("a start that was cut off goes on where it was", () => {
  give("demo/heuveldam/waarheid.json", "{}");
  give("demo/data/wijkbalans.duckdb");
  expect(start().asked).toEqual(["import demo/heuveldam --data demo/data", heuveldam]);
});

test("who took in own data after that still sees Heuveldam, and is told how to see the own", () => {
  start();
  give("data/wijkbalans.duckdb");
  const {asked, said} = start();
  expect(asked).toEqual([heuveldam]);
  expect(said).toContain("npx wijkbalans serve");
});

test("who has own data and never made Heuveldam sees the own, without a role to choose", () => {
  give("data/wijkbalans.duckdb");
  expect(start().asked).toEqual(["serve --port 8080 --data data"]);
  expect(existsSync(join(root, "demo"))).toBe(false);
});

test("Heuveldam that an earlier version took into the folder for own data is served from there", () => {
  give("demo/heuveldam/waarheid.json", "{}");
  give("data/wijkbalans.duckdb");
  give("data/heuveldam-ingelezen");
  expect(start().asked).toEqual(["serve --port 8080 --data data --demo"]);
});
