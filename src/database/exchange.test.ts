import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {type Exchange, exchange, finishExchange} from "./exchange.ts";

let folder: string;
let plan: Exchange;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wijkbalans-wissel-"));
  mkdirSync(join(folder, "herbouw"));
  writeFileSync(join(folder, "wijkbalans.duckdb"), "oud");
  writeFileSync(join(folder, "wijkbalans.duckdb.wal"), "logboek van oud");
  writeFileSync(join(folder, "herbouw", "wijkbalans.duckdb"), "nieuw");
  plan = {
    moves: [{from: join(folder, "herbouw", "wijkbalans.duckdb"), to: join(folder, "wijkbalans.duckdb")}],
    remove: [join(folder, "herbouw")],
  };
});

afterEach(() => rmSync(folder, {recursive: true}));

function expectNew(): void {
  expect(readFileSync(join(folder, "wijkbalans.duckdb"), "utf8")).toBe("nieuw");
  for (const name of ["wijkbalans.duckdb.wal", "herbouw", "wissel.json"]) {
    expect(existsSync(join(folder, name))).toBe(false);
  }
}

test("a new database takes the place of the old, and of its log", () => {
  exchange(folder, plan);
  expectNew();
});

test.each([
  ["before anything was moved", () => undefined],
  ["when the old log was gone", () => rmSync(join(folder, "wijkbalans.duckdb.wal"))],
  [
    "when the old database was gone too",
    () => {
      rmSync(join(folder, "wijkbalans.duckdb.wal"));
      rmSync(join(folder, "wijkbalans.duckdb"));
    },
  ],
])("a process that ended %s leaves it to the next", (_, undone) => {
  writeFileSync(join(folder, "wissel.json"), JSON.stringify(plan));
  undone();
  finishExchange(folder);
  expectNew();
});
