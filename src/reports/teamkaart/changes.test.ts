import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {littleDatabase} from "../../../test/journeys/app.ts";
import {publicReader, type Reader} from "../../access/reader.ts";
import {once} from "../../analysis/answers.ts";
import {ask} from "../../analysis/ask.ts";
import type {Change} from "../../analysis/changes/change.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {totalOf} from "../figure.ts";
import {readSources} from "../sources.ts";
import {questionFor} from "../view.ts";
import {askCard, type CardAsked, over} from "./card-view.ts";
import {changeRows} from "./change-rows.ts";
import {teamChanges} from "./changes.ts";

const leader: Reader = {
  id: "7",
  name: "J. Smit",
  role: "teamleider",
  gemeenten: ["GM9999"],
  within: [{dimension: "team", values: ["T1"]}],
  audience: "intern",
};

let database: Database;
let asked: CardAsked;

beforeAll(async () => {
  database = await littleDatabase();
});

afterAll(() => database.close());

// What was found is kept with its database, so each test has one of its own.
beforeEach(async () => {
  asked = askCard(await readSources(asAnother(database), leader), "T1", "2026-11-27");
});

function asAnother(one: Database): Database {
  return {
    engine: one.engine,
    query: (sql, parameters, limit) => one.query(sql, parameters, limit),
    execute: (sql, parameters) => one.execute(sql, parameters),
    transaction: (work) => one.transaction(work),
    append: (batch) => one.append(batch),
    close: async () => {},
  };
}

/** Of 2025. */
function change(id: string, more: Partial<Change> = {}): Change {
  return {
    indicator: findIndicator(id),
    kind: "team",
    unit: "T1",
    wet: "Wmo",
    year: {from: "2025-01", to: "2025-12"},
    factor: 1.11,
    side: "hoger",
    score: 4,
    chance: 1e-5,
    isBetter: false,
    ...more,
  };
}

/** The team's changes, where these were found. */
async function told(found: readonly Change[]) {
  const {gemeenteCode, knownOn} = asked.view;
  const own = asked.sources.database;
  const {dataVersion} = await readDataState(own);
  await once(own, ["changes", dataVersion, {gemeenteCode, kind: "team", knownOn}], async () => found);
  const changes = await teamChanges(asked);
  return {changes, rows: changeRows(asked, changes)};
}

/** The figure of the team in a year, as its leader may see it. */
async function own(id: string, year: number, wet = "Wmo") {
  const view = over(asked.view, `${year}-01`, `${year}-12`, wet);
  return totalOf(await ask(database, questionFor(view, id), leader));
}

async function sideOf(id: string, wet = "Wmo"): Promise<"hoger" | "lager"> {
  return (await own(id, 2025, wet)).value! > (await own(id, 2024, wet)).value! ? "hoger" : "lager";
}

describe("what changed in a team", () => {
  test("is told in the numbers that its reader may see, with the way that others went and none of their numbers", async () => {
    const side = await sideOf("kosten-per-client");
    const {changes, rows} = await told([change("kosten-per-client", {side})]);
    const [now, before] = [await own("kosten-per-client", 2025), await own("kosten-per-client", 2024)];
    expect(changes).toMatchObject([{now, before, side, isSure: true}]);
    const euros = (cents: number) => Math.round(cents / 100).toLocaleString("nl-NL");
    const [row] = rows;
    expect(row!.line.replaceAll("\u00a0", " ")).toBe(
      `Wmo: € ${euros(now.value!)} per persoon. Een jaar eerder € ${euros(before.value!)}. Bij alle teams samen ${await courseOfAll()}.`,
    );
    expect(row!.finding).toBe(side === "hoger" ? "Hulp kost meer per persoon" : "Hulp kost minder per persoon");
    expect(row!.chanceWords).toBe("Waarschijnlijk geen toeval.");
    expect(row!.href).toContain("/cijfers/spiegel?");
    expect(row!.course).toHaveLength(12);
    expect(JSON.stringify(rows)).not.toMatch(/1[.,]11/);

    /** As everybody sees it. */
    async function courseOfAll(): Promise<string> {
      const [all, earlier] = await Promise.all(
        [2025, 2024].map(async (year) => {
          const view = {
            ...over(asked.view, `${year}-01`, `${year}-12`, "Wmo"),
            where: [{dimension: "wet", value: "Wmo"} as const],
          };
          return totalOf(await ask(database, questionFor(view, "kosten-per-client"), publicReader)).value!;
        }),
      );
      const growth = all! / earlier! - 1;
      return Math.abs(growth) <= 0.02 ? "bleef het gelijk" : `ging het ${growth > 0 ? "omhoog" : "omlaag"}`;
    }
  });

  test("of which a year is hidden for this reader, is not told", async () => {
    const hidden = (
      await Promise.all(
        ["afschaling", "uitval", "langdurig", "met-verblijf"].map(async (id) => ({
          id,
          figure: await own(id, 2025, "Jeugdwet"),
        })),
      )
    ).filter(({figure}) => figure.value === null);
    expect(hidden.length).toBeGreaterThan(0);
    const {changes} = await told(hidden.map(({id}) => change(id, {wet: "Jeugdwet"})));
    expect(changes).toEqual([]);
  });

  test("is of one's own team, of figures a team can talk about, and of each subject one", async () => {
    const side = await sideOf("kosten");
    const {changes} = await told([
      change("kosten-per-client", {unit: "T2", score: 9}),
      change("afkeur", {score: 8}),
      change("kosten", {score: 7, side}),
      change("kosten-per-inwoner", {score: 6, side}),
    ]);
    expect(changes.map((one) => [one.change.unit, one.change.indicator.id])).toEqual([["T1", "kosten"]]);
  });

  test("is what is no chance first, and what may be chance is said to be", async () => {
    const [first, second] = ["kosten", "clienten-per-1000"];
    const {changes, rows} = await told([
      change(first!, {score: 9, chance: 0.4, side: await sideOf(first!)}),
      change(second!, {score: 3, side: await sideOf(second!)}),
    ]);
    expect(changes.map((one) => [one.change.indicator.id, one.isSure])).toEqual([
      [second, true],
      [first, false],
    ]);
    expect(rows.map(({chanceWords}) => chanceWords)).toEqual(["Waarschijnlijk geen toeval.", "Kan toeval zijn."]);
  });

  test("that went another way than its own number says, is told as such when it is sure, and else not", async () => {
    const side = (await sideOf("kosten")) === "hoger" ? "lager" : "hoger";
    expect((await told([change("kosten", {side})])).rows[0]!.finding).toBe(
      "Kosten: bij ons ging het anders dan bij de andere teams",
    );
    asked = {...asked, sources: {...asked.sources, database: asAnother(database)}};
    expect((await told([change("kosten", {side, chance: 0.3})])).rows).toEqual([]);
  });
});
