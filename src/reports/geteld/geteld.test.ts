import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {littleDatabase} from "../../../test/journeys/app.ts";
import {localAdministrator} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {catalogue} from "../../indicators/catalogue.ts";
import {readSources, type Sources} from "../sources.ts";
import {parseView, type Query} from "../view.ts";
import {berichten} from "./berichten.ts";
import {stepTexts} from "./counting-steps.ts";
import {geteld, partOf} from "./geteld.ts";

let database: Database;
let sources: Sources;

beforeAll(async () => {
  database = await littleDatabase();
  sources = await readSources(database, localAdministrator);
});

afterAll(() => database.close());

function proof(indicatorId: string, query: Query = {}) {
  const view = parseView(query, sources.place, sources.names);
  return geteld({sources, view, indicatorId, part: partOf(indicatorId, query.deel)});
}

describe("the proof of every indicator", () => {
  test.each(catalogue.flatMap(({id, parts}) => (parts.length === 0 ? [[id, ""]] : parts.map((part) => [id, part]))))(
    "%s %s has steps, messages, SQL and a command",
    async (id, deel) => {
      // Of so few people who stop or come back, only whole years are told.
      const isRare = id === "herhaald-beroep" || id === "uitval";
      const report = await proof(id, {deel, ...(isRare ? {van: "2024-01", tot: "2024-12"} : {})});
      expect(stepTexts(id, deel === "" ? null : deel).length).toBeGreaterThan(0);
      expect(report.steps.map(({count}) => count)).not.toContain(null);
      const counts = report.messages.map(({count}) => count ?? 0).filter((count) => count > 0);
      // What the gemeente told of beside the messages was counted from none.
      if (id === "kosten-totaal" && deel !== "declaraties") expect(report.messages).toEqual([]);
      else expect(counts).not.toEqual([]);
      expect(report.sql).toContain("with");
      expect(report.command).toContain(`npx wijkbalans measure ${id} --gemeente GM9999`);
    },
  );

  test("narrowing holds for the steps as for the figure, and the wijken do not tell the one that is too small", async () => {
    const whole = await proof("kosten");
    const parts = await Promise.all(["WK999901", "WK999902", "WK999903"].map((gebied) => proof("kosten", {gebied})));
    const first = (report: typeof whole) => report.steps[0]!.count;
    expect(first(whole)).not.toBeNull();
    // One is hidden beside the wijk that is too small, or the gemeente less the others would tell that one.
    expect(parts.map(first).filter((count) => count === null)).toHaveLength(1);
  });
});

test("steps never grow when they only leave out", async () => {
  const {steps} = await proof("kosten");
  const counts = steps.slice(0, -1).map(({count}) => Number(count!.replaceAll(".", "")));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test("a share says what it is a part of, and whether chance explains the year before", async () => {
  const report = await proof("uitval", {van: "2025-01", tot: "2025-12"});
  expect(report.title).toMatch(/^Hoe is \d+,\d\u00a0% geteld\?$/);
  expect(report.kern).toMatch(/^\d+ van de \d+ trajecten: dat is/);
  expect(report.margin?.rows.map(({label}) => label)).toEqual(["2024", "2025"]);
});

test("a figure of fewer than 10 people shows no step and no message", async () => {
  const report = await proof("clienten", {gebied: "WK999904"});
  expect(report.steps.map(({count}) => count)).toEqual(report.steps.map(() => null));
  expect(report.messages.map(({count}) => count)).toEqual(report.messages.map(() => null));
});

test("what is not yet known says so, and is not called hidden", async () => {
  const report = await proof("herhaald-beroep");
  expect(report.kern).toBe("Dit is nog niet bekend. Er moet eerst tijd voorbijgaan.");
  expect(report.steps.at(-1)).toMatchObject({count: null, missing: "nog niet bekend"});
});

test("the way down gives messages by name, newest first, page by page", async () => {
  const view = parseView({}, sources.place, sources.names);
  const input = {sources, view, indicatorId: "kosten", part: null, soort: "323"};
  const first = await berichten({...input, page: "1"});
  const second = await berichten({...input, page: "2"});
  const days = first.lines!.map(({dagtekening}) => dagtekening);
  expect(first.lines).toHaveLength(50);
  expect(days).toEqual([...days].sort().reverse());
  expect(second.lines!.map(({identificatie}) => identificatie)).not.toContain(first.lines![0]!.identificatie);
  expect(first.lines![0]!.aanbiederName).toMatch(/[A-Z]/);
  expect(first.newer).toBeNull();
  expect(second.newer).toContain("/geteld/kosten/berichten?soort=323");
});
