import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {localAdministrator} from "../src/access/reader.ts";
import {readCodeChanges} from "../src/analysis/quality/code-changes.ts";
import {readReconciliation} from "../src/analysis/reconciliation/reconciliation.ts";
import type {CommandInput} from "../src/cli/command.ts";
import {demo} from "../src/cli/demo.ts";
import {importCommand} from "../src/cli/import.ts";
import type {Database} from "../src/database/database.ts";
import {openDatabase} from "../src/database/open.ts";

interface Truth {
  readonly eersteMaand: string;
  readonly kosten: ByMonth;
  readonly kostenIngediend: ByMonth;
  readonly kostenGeweigerd: ByMonth;
  readonly kostenInGeheelGeweigerdeDeclaraties: ByMonth;
  readonly toewijzingenWaaropNietsBegon: readonly {readonly wet: string; readonly toewijzingNummer: number}[];
  readonly verhalen: {
    readonly fusie: {readonly van: readonly string[]; readonly naar: string; readonly op: string};
    readonly tariefAchteraf: {readonly product: string; readonly vanaf: string; readonly besloten: string};
    readonly productMetNieuweCode: {readonly van: string; readonly naar: string; readonly vanaf: string};
  };
}

type ByMonth = Record<string, Record<string, number>>;

const knownOn = "2026-10-31";

// What was planted in Heuveldam is found again, and its ledger is explained to the cent.
describe("the quality of the data of Heuveldam", () => {
  const folder = mkdtempSync(join(tmpdir(), "wijkbalans-heuveldam-"));
  const dataFolder = join(folder, "data");
  let database: Database;
  let truth: Truth;

  beforeAll(async () => {
    const world = join(folder, "wereld");
    await run(demo.run, [], {out: world, inwoners: "9000", jaren: "2"});
    await run(importCommand.run, [world]);
    truth = JSON.parse(readFileSync(join(world, "waarheid.json"), "utf8"));
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

  test("what was claimed, refused and granted is what the world knows, to the cent", async () => {
    const [total] = await readReconciliation(database, question(), "", localAdministrator);
    expect(total!.granted).toBe(sum(truth.kosten));
    expect(total!.refused).toBe(sum(truth.kostenGeweigerd));
    expect(total!.dismissed).toBe(sum(truth.kostenInGeheelGeweigerdeDeclaraties));
    // The world takes a declaratie that was refused as a whole out of what was claimed.
    expect(total!.claimed! - total!.dismissed!).toBe(sum(truth.kostenIngediend));
  });

  test("every difference between Berichten and ledger has a name: nothing is left, in no month and no taakveld", async () => {
    for (const per of ["", "taakveld", "maand"] as const) {
      const rows = await readReconciliation(database, question(), per, localAdministrator);
      for (const row of rows) if (!row.isHidden) expect(row.unexplained, row.key).toBe(0);
    }
  });

  test("the aanbieders that merged, the tarief decided later and the new code are found", async () => {
    const {fusie, tariefAchteraf, productMetNieuweCode} = truth.verhalen;
    const merged = await database.query(
      "select distinct aanbieder, hersteld_aanbieder from gebrek where controle = 'aanbieder-samengegaan'",
    );
    for (const row of merged) {
      expect(fusie.van).toContain(row.aanbieder);
      expect(row.hersteld_aanbieder).toBe(fusie.naar);
    }
    const late = await database.query(
      `select cast(count(*) as bigint) as lines, min(bekend_van) as first_day from gebrek
       where controle = 'ander-tarief' and product_code = $product and bekend_van >= cast($besloten as date)
         and sinds >= cast($besloten as date) and maand >= cast($vanaf as date)`,
      {...tariefAchteraf},
    );
    expect(Number(late[0]!.lines)).toBeGreaterThan(0);
    expect(late[0]!.first_day).toBe(tariefAchteraf.besloten);
    const changes = await readCodeChanges(database, {gemeenteCode: "GM9999", knownOn}, localAdministrator);
    const year = Number(productMetNieuweCode.vanaf.slice(0, 4));
    expect(changes.find((one) => one.wet === "Wmo" && one.year === year)!.replacing).toBe(1);
  });

  test("every Toewijzing on which nothing began is on its list, and few others are", async () => {
    const rows = await database.query(
      `select wet, toewijzing_nummer from gebrek
       where controle = 'nooit-gestart' and bekend_van <= cast($op as date) and bekend_tot > cast($op as date)`,
      {op: knownOn},
    );
    const found = new Set(rows.map((row) => `${row.wet} ${row.toewijzing_nummer}`));
    const planted = truth.toewijzingenWaaropNietsBegon.map(({wet, toewijzingNummer}) => `${wet} ${toewijzingNummer}`);
    expect(planted.length).toBeGreaterThan(0);
    expect(planted.filter((one) => !found.has(one))).toEqual([]);
    // Of the others help began, but neither a start nor a claim has come in yet.
    expect(found.size).toBeLessThanOrEqual(planted.length * 2 + 2);
  });

  test("what was refused in a 325 is no longer open", async () => {
    const [row] = await database.query(
      `select cast(count(*) as bigint) as lines from gebrek
       join kostenregel using (gemeente_code, bericht_id, regel)
       where kostenregel.is_toegekend = false and gebrek.bekend_tot > kostenregel.beantwoord_op`,
    );
    expect(Number(row!.lines)).toBe(0);
  });

  function question() {
    return {
      gemeenteCode: "GM9999",
      from: truth.eersteMaand,
      to: "2026-10",
      wet: null,
      aanbieder: null,
      knownOn,
    };
  }
});

function sum(byWet: ByMonth): number {
  return Object.values(byWet).reduce(
    (total, months) => total + Object.values(months).reduce((sumOfMonths, cents) => sumOfMonths + cents, 0),
    0,
  );
}
