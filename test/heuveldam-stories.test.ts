import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {localAdministrator} from "../src/access/reader.ts";
import {askMany} from "../src/analysis/ask.ts";
import {findSignals} from "../src/analysis/signals/find-signals.ts";
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
    readonly wijkteamMetNieuweWerkwijze: {readonly team: string};
    readonly budgetplafondBereikt: {readonly aanbieder: string};
    readonly innamestop: {readonly productgroep: string; readonly van: string; readonly totEnMet: string};
    readonly buurtTeKleinOmTeTonen: {readonly buurt: string};
  };
}

// What was planted in Heuveldam is found by a screen, and nothing beside it. Which screen finds which; a signal is found
// here, and stands on Vandaag for whom the figure over its twelve months is not hidden:
//
// | planted                                        | found by                                    | tested in                 |
// | ---------------------------------------------- | ------------------------------------------- | ------------------------- |
// | a wijk above what its age and income explain   | Spiegel, wijken, Mensen met hulp, Wmo; and  | here                      |
// |                                                | a signal on Vandaag                         |                           |
// | a practice that refers twice as much           | Spiegel, praktijken; a signal on Vandaag    | here                      |
// | a budgetplafond that is reached in October     | a signal on Vandaag, from the summer on     | here                      |
// | a stop of intake of hulp bij het huishouden    | Stand van zorg: instroom falls away for it  | here                      |
// | a buurt too small to show                      | Stand van zorg per buurt: all of it hidden  | here                      |
// | an aanbieder that always declares late         | Datakwaliteit and Aansluiting               | heuveldam-quality.test.ts |
// | an aanbieder that merged, a code that moved,   | Datakwaliteit and Aansluiting               | heuveldam-quality.test.ts |
// | a tarief that was decided late                 |                                             |                           |
// | a team with a new way of working               | a signal on Vandaag: fewer new young people | here                      |
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

  async function signals(knownOn: string): Promise<string[]> {
    const found = await findSignals(database, {gemeenteCode: "GM9999", knownOn, norms: []});
    return found.filter(({isStrong}) => isStrong).map(({name}) => name);
  }

  test("signals tell of the practice, the wijk and the team, and of no other", async () => {
    const {verwijzer} = verhalen.praktijkDieVaakVerwijst;
    const {wijk} = verhalen.wijkBovenVerwachting;
    const {team} = verhalen.wijkteamMetNieuweWerkwijze;
    const ofUnits = (await signals("2026-10-30")).filter((name) => /:(verwijzer-praktijk|wijk|team)=/.test(name));
    expect(ofUnits.toSorted()).toEqual([
      `afwijking:clienten-per-1000:wijk=${wijk}:Wmo:hoger`,
      `afwijking:nieuwe-clienten-per-1000:team=${team}:Jeugdwet:lager`,
      `afwijking:verwezen-per-huisartsenpraktijk:verwijzer-praktijk=${verwijzer}:Jeugdwet:hoger`,
    ]);
  });

  test("a signal tells of the budgetplafond before it is reached", async () => {
    const {aanbieder} = verhalen.budgetplafondBereikt;
    expect(await signals("2025-09-30")).toContain(
      `plafond:gebruik-budgetplafond:aanbieder=${aanbieder}:Jeugdwet:hoger:2025`,
    );
  });

  test("the stop of intake is seen in the figure of who came into care for that help", async () => {
    const {productgroep, van, totEnMet} = verhalen.innamestop;
    const [series] = await askMany(
      database,
      [
        {
          indicator: "instroom",
          gemeenteCode: "GM9999",
          dimensions: [],
          grain: "maand",
          from: "2025-01",
          to: "2026-10",
          where: [{dimension: "productgroep", value: productgroep}],
          knownOn: "2026-10-30",
        },
      ],
      localAdministrator,
    );
    const inflow = new Map(series!.rows.map(({period, value}) => [period, value ?? 0]));
    const at = (year: string, ...months: readonly string[]) =>
      months.reduce((sum, month) => sum + (inflow.get(`${year}-${month}`) ?? 0), 0);
    expect([van, totEnMet]).toEqual(["2025-07-01", "2025-08-31"]);
    // Of two such summers one is empty, though who asked before it still comes in July.
    expect(at("2025", "07", "08")).toBeLessThan(0.5 * at("2026", "07", "08"));
    // Who had to wait comes some weeks after it is over. January holds who was there when the messages began.
    const usual = at("2025", "02", "03", "04", "05", "06") / 5;
    expect(at("2025", "10")).toBeGreaterThan(1.2 * usual);
  });

  test("of the buurt that is too small nothing is shown", async () => {
    const {buurt} = verhalen.buurtTeKleinOmTeTonen;
    const [series] = await askMany(
      database,
      [
        {
          indicator: "clienten",
          gemeenteCode: "GM9999",
          dimensions: ["buurt"],
          grain: "totaal",
          from: "2025-01",
          to: "2025-12",
          where: [],
          knownOn: "2026-10-30",
        },
      ],
      {...localAdministrator, seesLines: false},
    );
    const row = series!.rows.find(({key}) => key.buurt === buurt);
    expect(row === undefined || row.isHidden).toBe(true);
    expect(series!.rows.filter(({isHidden}) => !isHidden).length).toBeGreaterThan(30);
  });
});
