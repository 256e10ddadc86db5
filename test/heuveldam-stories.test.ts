import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {localAdministrator} from "../src/access/reader.ts";
import type {CommandInput} from "../src/cli/command.ts";
import {demo} from "../src/cli/demo.ts";
import {importCommand} from "../src/cli/import.ts";
import type {Database} from "../src/database/database.ts";
import {openDatabase} from "../src/database/open.ts";
import {readSources} from "../src/reports/sources.ts";
import {spiegel} from "../src/reports/spiegel/spiegel.ts";
import type {Query} from "../src/reports/view.ts";

interface Truth {
  readonly verhalen: {
    readonly wijkBovenVerwachting: {readonly wijk: string; readonly wet: string};
    readonly praktijkDieVaakVerwijst: {readonly verwijzer: string};
  };
}

// What was planted in Heuveldam is found by a screen, and nothing beside it. Which screen finds which:
//
// | planted                                        | found by                                   |
// | ---------------------------------------------- | ------------------------------------------ |
// | a wijk above what its age and income explain   | Spiegel, wijken, Mensen met hulp, Wmo      |
// | a practice that refers twice as much           | Spiegel, praktijken, Verwezen kinderen     |
// | an aanbieder that always declares late         | Spiegel, aanbieders, Vertraging            |
// | an aanbieder that merged, a code that moved,   | Datakwaliteit and Aansluiting, see         |
// | a tarief that was decided late                 | heuveldam-quality.test.ts                  |
describe("the stories of Heuveldam", () => {
  const folder = mkdtempSync(join(tmpdir(), "wijkbalans-verhalen-"));
  const dataFolder = join(folder, "data");
  let database: Database;
  let verhalen: Truth["verhalen"];

  beforeAll(async () => {
    const world = join(folder, "wereld");
    await run(demo.run, [], {out: world, inwoners: "68000", jaren: "2"});
    await run(importCommand.run, [world]);
    verhalen = (JSON.parse(readFileSync(join(world, "waarheid.json"), "utf8")) as Truth).verhalen;
    database = await openDatabase(dataFolder);
  });

  afterAll(async () => {
    await database?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  async function run(
    command: (input: CommandInput) => Promise<number>,
    positionals: string[],
    values: CommandInput["values"] = {},
  ): Promise<void> {
    await command({
      positionals,
      values,
      dataFolder,
      folder,
      output: {isTerminal: false, write: () => undefined, say: () => undefined},
      now: () => new Date("2026-11-01T08:00:00Z"),
      openDatabase: (options) => openDatabase(dataFolder, options),
    });
  }

  /** The names of those that the mirror sets apart, with its words. */
  async function apart(query: Query): Promise<string[]> {
    const {table} = await spiegel(await readSources(database, localAdministrator), query);
    return table.rows.filter(({isAttention}) => isAttention).map(({name, words}) => `${name}: ${words}`);
  }

  async function nameOf(kind: "wijk" | "verwijzer-praktijk", code: string): Promise<string> {
    return (await readSources(database, localAdministrator)).names.nameOf(kind, code);
  }

  test("the mirror finds the wijk above what its age and income explain, and no other", async () => {
    const {wijk, wet} = verhalen.wijkBovenVerwachting;
    expect(await apart({cijfer: "clienten-per-1000", wet})).toEqual([
      `${await nameOf("wijk", wijk)}: hoger dan verwacht`,
    ]);
  });

  test("and of the Jeugdwet, where nothing was planted in a wijk, none", async () => {
    expect(await apart({cijfer: "jeugdigen-met-jeugdhulp"})).toEqual([]);
  });

  test("the mirror finds the practice that refers twice as much, and no other", async () => {
    const name = await nameOf("verwijzer-praktijk", verhalen.praktijkDieVaakVerwijst.verwijzer);
    expect(await apart({per: "verwijzer-praktijk"})).toEqual([`${name}: hoger dan verwacht`]);
  });
});
