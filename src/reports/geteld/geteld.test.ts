import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {insertRows} from "../../../test/engines.ts";
import {littleDatabase} from "../../../test/journeys/app.ts";
import {addWhatIsToldBeside} from "../../../test/told-beside.ts";
import {localAdministrator} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {catalogue, findIndicator} from "../../indicators/catalogue.ts";
import {partOf} from "../proof-link.ts";
import {readSources, type Sources} from "../sources.ts";
import {parseView, type Query} from "../view.ts";
import {berichten} from "./berichten.ts";
import {stepTexts} from "./counting-steps.ts";
import {geteld} from "./geteld.ts";

let database: Database;
let sources: Sources;

beforeAll(async () => {
  database = await littleDatabase();
  await addWhatIsToldBeside(database);
  sources = await readSources(database, localAdministrator);
});

afterAll(() => database.close());

function proof(indicatorId: string, query: Query = {}) {
  const view = parseView(query, sources.place, sources.names);
  const indicator = findIndicator(indicatorId);
  return geteld({sources, view, indicator, part: partOf(indicator, query.deel)});
}

// The little world has no hours, no contracts, no costs beside the declaraties and few aanbieders.
const withoutValue = [
  "prijs-per-uur",
  "uren-per-week",
  "kleine-aanbieders",
  "gebruik-budgetplafond",
  "pgb-in-kosten",
  "vast-bedrag-in-kosten",
  "wijkteam-per-inwoner",
  "kosten-buiten-contract",
  // No Toewijzing has an end, and too few people began so long ago.
  "verlengd",
  "kosten-na-begin",
];

// Fewer than ten people there live with another who has help, or all but a few had help for less than two years; too few
// verzoeken had no reaction in time. And in one month of a year fewer than ten people got help by whatever door, which would
// follow if the others and the year were told.
const hiddenFigures = [
  "stapeling-huishouden",
  "langdurig",
  "antwoord-op-verzoek",
  "via-huisarts",
  "via-toegang",
  "via-gi",
];

// Between the first step and the next a few people fall away.
const fewFallAway = ["stand"];

// Told of no whole year, or of too few people in one.
const ownYear: Readonly<Record<string, Query>> = {
  "verwachte-wachttijd": {},
  "kleine-aanbieders": {},
  "wachttijd-binnen-norm": {van: "2024-01", tot: "2024-12"},
};

describe("the proof of every indicator", () => {
  test.each(catalogue.flatMap(({id, parts}) => (parts.length === 0 ? [[id, ""]] : parts.map((part) => [id, part]))))(
    "%s %s has steps, messages, SQL and a command",
    async (id, deel) => {
      const {knownAfterMonths} = findIndicator(id);
      // A whole year: of what happens seldom, parts of a year would tell too few people.
      const year = knownAfterMonths <= 9 ? "2025" : "2024";
      const report = await proof(id, {deel, ...(ownYear[id] ?? {van: `${year}-01`, tot: `${year}-12`})});
      expect(stepTexts(findIndicator(id), deel === "" ? null : deel).length).toBeGreaterThan(0);
      const shown = withoutValue.includes(id) ? report.steps.slice(0, -1) : report.steps;
      if (hiddenFigures.includes(id)) expect(shown.map(({missing}) => missing)).toEqual(shown.map(() => "verborgen"));
      else if (fewFallAway.includes(id)) expect(shown.map(({missing}) => missing)).toEqual(["verborgen", null, null]);
      else expect(shown.map(({count}) => count)).not.toContain(null);
      const counts = report.messages.map(({count}) => count ?? 0).filter((count) => count > 0);
      // What the gemeente told of beside the messages was counted from none.
      const isTold = id === "kosten-totaal" && deel !== "declaraties";
      // Retourberichten are counted, and not looked up one by one.
      const areFound = findIndicator(id).messages.some((soort) => ["301", "305", "307", "315", "323"].includes(soort));
      if (isTold || !areFound) expect(report.messages).toEqual([]);
      else if (!hiddenFigures.includes(id)) expect(counts).not.toEqual([]);
      expect(report.sql).toContain("with");
      expect(report.command).toContain(`npx wijkbalans measure ${id} --gemeente GM9999`);
    },
  );

  test("narrowing holds for the steps as for the figure: the wetten add up to all", async () => {
    const whole = await proof("kosten");
    const parts = await Promise.all(["Wmo", "Jeugdwet"].map((wet) => proof("kosten", {wet})));
    // What has an answer: of the steps before it a few people fall away, so they are hidden.
    const answered = (report: typeof whole) => Number(report.steps[2]!.count!.replaceAll(".", ""));
    expect(parts.reduce((sum, part) => sum + answered(part), 0)).toBe(answered(whole));
  });
});

test("steps never grow when they only leave out", async () => {
  const {steps} = await proof("kosten");
  const shown = steps.slice(0, -1).filter(({count}) => count !== null);
  const counts = shown.map(({count}) => Number(count!.replaceAll(".", "")));
  expect(counts).toHaveLength(2);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test("a share says what it is a part of, and whether chance explains the year before", async () => {
  const report = await proof("uitval", {van: "2025-01", tot: "2025-12"});
  expect(report.title).toMatch(/^Hoe is \d+,\d\u00a0% geteld\?$/);
  expect(report.kern).toMatch(/^\d+ van de \d+ trajecten: dat is/);
  expect(report.margin?.rows.map(({label}) => label)).toEqual(["2024", "2025"]);
});

test("a rate and a median have their margin too, each by its own method, and money says why it has none", async () => {
  const rate = await proof("clienten-per-1000");
  expect(rate.margin).toMatchObject({method: "Marge volgens Byar, onder de 10 exact", unit: "per 1000 inwoners"});
  const wait = await proof("wachttijd");
  expect(wait.margin?.method).toBe("Marge volgens de rangorde");
  for (const {low, value, high} of [...rate.margin!.rows, ...wait.margin!.rows]) {
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  }
  const money = await proof("kosten");
  expect(money.margin).toBeNull();
  expect(money.withoutMargin).toMatch(/^Dit cijfer heeft geen marge van toeval/);
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
  const input = {sources, view, indicator: findIndicator("kosten"), part: null, soort: "323", mayOpen: false};
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

test("the way down ends at the file that each message came in, for who may open it alone", async () => {
  const own = await littleDatabase();
  const [first, second] = ["a".repeat(64), "b".repeat(64)];
  await own.execute(`update bericht set sha256 = case when bericht_id % 2 = 0 then '${first}' else '${second}' end`);
  // The second was refused and could not be kept: there is nothing to open.
  await insertRows(
    own,
    "bestand",
    ["sha256 | naam | segment", `${first} | in/2025/JW323-1.xml | 1`, `${second} | in/2025/JW323-2.xml | `].join("\n"),
  );
  const ownSources = await readSources(own, localAdministrator);
  const view = parseView({}, ownSources.place, ownSources.names);
  const input = {sources: ownSources, view, indicator: findIndicator("kosten"), part: null, soort: "323", page: "1"};
  const open = await berichten({...input, mayOpen: true});
  const files = new Set(open.lines!.map(({file}) => JSON.stringify(file)));
  expect([...files].sort()).toEqual(["null", JSON.stringify({sha256: first, name: "JW323-1.xml"})].sort());
  const closed = await berichten({...input, mayOpen: false});
  expect(JSON.stringify(closed)).not.toContain("JW323");
  expect(JSON.stringify(closed)).not.toContain(first);
  expect(closed.lines!.map(({identificatie}) => identificatie)).toEqual(
    open.lines!.map(({identificatie}) => identificatie),
  );
  await own.close();
});
