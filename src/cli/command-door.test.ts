import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {Database} from "../database/database.ts";
import {openDatabase} from "../database/open.ts";
import type {Output} from "./command.ts";
import {openCommandDoor} from "./command-door.ts";
import {socketPath} from "./socket.ts";
import {runThroughServer} from "./through-server.ts";

let folder: string;
let database: Database;
let door: {close(): void} | null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "wijkbalans-door-"));
  database = await openDatabase(folder);
  door = null;
});

afterEach(async () => {
  door?.close();
  await database.close();
  rmSync(folder, {recursive: true, force: true});
});

function recording() {
  const said: string[] = [];
  const written: string[] = [];
  const output: Output = {
    isTerminal: false,
    write: (text) => void written.push(text),
    say: (text) => void said.push(text),
  };
  return {output, said, written};
}

describe("a command while a server holds the data folder", () => {
  test("works on the server's database and gives its exit code and text", async () => {
    door = await openCommandDoor(folder, database);
    const {output, said, written} = recording();
    const line = {args: ["verify", "--json"], folder, isTerminal: false};
    expect(await runThroughServer(folder, line, output)).toBe(0);
    expect(JSON.parse(written.join(""))).toMatchObject({bestanden: 0, berichten: 0});
    expect(said).toEqual([]);
    // The command closed what it opened, and the server goes on.
    expect(await database.query("select 1 as one")).toEqual([{one: 1}]);
  });

  test("passes on the line that explains a mistake", async () => {
    door = await openCommandDoor(folder, database);
    const {output, said} = recording();
    expect(await runThroughServer(folder, {args: ["measure", "kostn"], folder, isTerminal: false}, output)).toBe(2);
    expect(said.join("")).toBe("Indicator 'kostn' bestaat niet. Bedoelde u 'kosten'? Zie 'indicators'.\n");
  });

  test("reads paths from where the command was given", async () => {
    door = await openCommandDoor(folder, database);
    writeFileSync(join(folder, "leeg.xml"), "");
    const {output} = recording();
    expect(await runThroughServer(folder, {args: ["import", "leeg.xml"], folder, isTerminal: false}, output)).toBe(1);
    expect(await database.query("select toestand from bestand")).toEqual([{toestand: "geweigerd"}]);
  });

  test("does its own work when there is no server, or one that was killed", async () => {
    const {output} = recording();
    const line = {args: ["verify"], folder, isTerminal: false};
    expect(await runThroughServer(folder, line, output)).toBeNull();
    writeFileSync(socketPath(folder), "");
    expect(await runThroughServer(folder, line, output)).toBeNull();
  });
});
