import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {littleDatabase} from "../../../test/journeys/app.ts";
import {localAdministrator} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {addLocalIndicators, catalogue, findIndicator} from "../../indicators/catalogue.ts";
import {readSources, type Sources} from "../sources.ts";
import {parseView} from "../view.ts";
import {catalogus} from "./catalogus.ts";
import {catalogusEntry} from "./entry.ts";
import {splitFigure} from "./figures-now.ts";

let database: Database;
let sources: Sources;
const today = "2026-11-27";

beforeAll(async () => {
  database = await littleDatabase();
  sources = await readSources(database, localAdministrator);
});

afterAll(() => database.close());

const idsOf = ({rows}: Awaited<ReturnType<typeof catalogus>>) => rows.map(({indicator}) => indicator.id);

describe("the catalogue", () => {
  test("opens with all there is, each with a figure or why there is none", async () => {
    const report = await catalogus(sources, {}, today);
    expect(idsOf(report)).toEqual(catalogue.map(({id}) => id));
    for (const {text, figure} of report.rows) expect(text === null).toBe(figure.missing !== null);
    expect(report.range).toBe(`Alle ${catalogue.length} cijfers`);
    expect(report.refused).toEqual([]);
  });

  test("names the part that a figure is of, where it is not of the whole", async () => {
    const {rows} = await catalogus(sources, {}, today);
    const told = rows.filter(({part}) => part !== null).map(({indicator, part}) => [indicator.id, part]);
    expect(told.map(([id]) => id)).toEqual(catalogue.filter(({parts}) => parts.length > 0).map(({id}) => id));
    expect(told).toContainEqual(["kosten-totaal", "zorg in natura, gedeclareerd"]);
    expect((await catalogusEntry(sources, "kosten-totaal", today))!.part).toBe("zorg in natura, gedeclareerd");
    expect((await catalogusEntry(sources, "kosten", today))!.part).toBeNull();
  });

  test("finds what has all words, in name, question, definition or source, whatever the accents", async () => {
    const search = async (zoek: string) => idsOf(await catalogus(sources, {zoek}, today));
    expect(await search("wachten op hulp")).toContain("wachttijd");
    expect(await search("CLIENT")).toEqual(await search("cliënt"));
    expect(await search("NJi uitval")).toContain("uitval");
    expect(await search("")).toHaveLength(catalogue.length);
    expect(await search("bestaat-niet")).toEqual([]);
  });

  test("the tabs count what was found of each dimension, and keep what was asked", async () => {
    const report = await catalogus(sources, {zoek: "hulp", niveau: "raad", onderdeel: "inkoop"}, today);
    const counts = report.tabs.map(({label}) => Number(/\d+$/.exec(label)![0]));
    expect(counts[0]).toBe(counts.slice(1).reduce((sum, count) => sum + count, 0));
    expect(report.tabs.filter(({isCurrent}) => isCurrent).map(({label}) => label)).toEqual([
      `Inkoop ${report.rows.length}`,
    ]);
    expect(report.tabs[0]!.href).toBe("/over-de-gegevens/catalogus?zoek=hulp&niveau=raad");
    for (const {indicator} of report.rows) expect([indicator.level, indicator.dimension]).toEqual(["raad", "inkoop"]);
  });

  test("a choice that is none is refused in one line", async () => {
    await expect(catalogus(sources, {niveau: "koning"}, today)).rejects.toThrow(
      new UserError("Kies bij 'Niveau' uit: raad, bestuur, team, professional."),
    );
  });

  test("shows what the gemeente added, and what of it is refused", async () => {
    const own = await littleDatabase();
    const message = "fout.sql, 'client' mag niet worden gelezen: het wijst mensen aan.";
    addLocalIndicators(own, {
      indicators: [{...findIndicator("kosten"), id: "eigen-kosten", name: "Eigen kosten", isLocal: true}],
      refused: [{id: "fout", message}],
    });
    const ownSources = await readSources(own, localAdministrator);
    const report = await catalogus(ownSources, {}, today);
    expect(idsOf(report)).toContain("eigen-kosten");
    expect(report.kern).toContain("1 is van de gemeente zelf.");
    expect(report.refused).toEqual([{id: "fout", message}]);
    expect((await catalogusEntry(ownSources, "eigen-kosten", today))?.facts[0]?.words).toContain("lokaal");
    await own.close();
  });
});

test("a figure that is not known yet on short data links to a proof within the data", async () => {
  const place = {...sources.place, firstMonth: "2026-03"};
  const short = {...sources, place};
  const {rows} = await catalogus(short, {}, today);
  for (const {proofHref, indicator} of rows) {
    const query = Object.fromEntries(new URL(proofHref, "http://localhost").searchParams);
    expect(() => parseView(query, place, sources.names), indicator.id).not.toThrow();
  }
  const entry = await catalogusEntry(short, "kosten-na-begin", today);
  const query = Object.fromEntries(new URL(entry!.proofHref, "http://localhost").searchParams);
  expect(() => parseView(query, place, sources.names)).not.toThrow();
});

describe("one indicator", () => {
  test("says everything of its definition", async () => {
    const entry = await catalogusEntry(sources, "clienten-per-1000", today);
    const facts = Object.fromEntries(entry!.facts.map(({term, words}) => [term, words]));
    expect(facts).toMatchObject({
      Richting: "niemand weet welke kant beter is",
      Onderdeel: "cliënt en kwaliteit",
      "Voor wie": "bestuur",
      "Wat wij tellen": "personen, gedeeld door inwoners",
      Controleert: "kwaliteitsadviseur van de gemeente",
      "Volgende controle": "21\u00a0november\u00a02027",
    });
    expect(facts["Bij het CBS"]).toContain("86050NED");
    expect(entry!.history).toEqual([{term: "Versie 1", words: "21\u00a0nov\u00a02026: Eerste versie."}]);
    expect(entry!.sql).toContain("-- Hoeveel van elke 1.000 inwoners kregen hulp?");
    expect(entry!.written).toEqual({value: expect.stringMatching(/^\d+,\d$/), unit: "per\u00a01.000\u00a0inwoners"});
    expect(entry!.course.length).toBeGreaterThan(12);
  });

  test("marks a check of which the date is past", async () => {
    const late = async (day: string) =>
      (await catalogusEntry(sources, "kosten", day))!.facts.find(({isAttention}) => isAttention);
    expect(await late("2027-11-21")).toBeUndefined();
    expect((await late("2027-11-22"))?.words).toBe("21\u00a0november\u00a02027: dat is voorbij");
    expect((await catalogus(sources, {}, "2030-01-01")).kern).toContain("is de datum van controle voorbij");
  });

  test("that is not there, is not there", async () => {
    expect(await catalogusEntry(sources, "bestaat-niet", today)).toBeNull();
  });
});

test("a written figure falls into its number and the rest", () => {
  expect(splitFigure("€\u00a01.234.567")).toEqual({value: "€\u00a01.234.567", unit: ""});
  expect(splitFigure("\u2212\u00a0€\u00a012")).toEqual({value: "\u2212\u00a0€\u00a012", unit: ""});
  expect(splitFigure("12,3\u00a0%")).toEqual({value: "12,3", unit: "%"});
  expect(splitFigure("€\u00a012,30 per\u00a0uur")).toEqual({value: "€\u00a012,30", unit: "per\u00a0uur"});
  expect(splitFigure("HHI\u00a02.310")).toEqual({value: "HHI\u00a02.310", unit: ""});
});
