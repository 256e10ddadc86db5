import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {addBerichten} from "../../../test/deliveries.ts";
import {databaseWith} from "../../../test/engines.ts";
import {publicReader as everybody, localAdministrator, type Reader} from "../../access/reader.ts";
import {derive} from "../../database/derive/derive.ts";
import {ownChecks} from "../../standards/istandaarden/rules/own-checks.ts";
import {rules} from "../../standards/istandaarden/rules/rules.ts";
import {readSources, type Sources} from "../sources.ts";
import {regel} from "./regel.ts";
import {regels} from "./regels.ts";

let sources: Sources;

const publicReader: Reader = {...everybody, gemeenten: ["GM9999"]};

beforeAll(async () => {
  const database = await databaseWith("duckdb", {
    gebied: `
      gebied_code | soort    | naam
      GM9999      | gemeente | Heuveldam`,
    aanbieder: `
      aanbieder | naam
      12345678  | De Waterlelie`,
    toewijzing_versie: `
      bericht_id | toewijzing_nummer | dagtekening
      11         | 101               | 2025-01-01`,
    prestatie: `
      bericht_id | regel | referentie | toewijzing_nummer | begindatum | einddatum  | dagtekening
      61         | 1     | A1         | 109               | 2025-01-01 | 2025-01-31 | 2025-02-05
      61         | 2     | A2         | 109               | 2025-02-01 | 2025-02-28 | 2025-02-05
      62         | 1     | A3         | 109               | 2025-03-01 | 2025-03-31 | 2025-04-05`,
    start: `
      bericht_id | toewijzing_nummer | begindatum | dagtekening
      21         | 101               | 2025-01-06 | 2025-01-07
      22         | 101               | 2025-03-06 | 2025-03-28`,
    bevinding: `
      bericht_id | regel | niveau
      21         | TR134 | 2
      999        | XML   | 1`,
  });
  await addBerichten(database);
  await derive(database);
  sources = await readSources(database, localAdministrator);
});

afterAll(() => sources.database.close());

describe("the page of all rules", () => {
  test("has every rule with a state, and our own checks", async () => {
    const report = await regels(sources, {});
    expect(report.rows).toHaveLength(rules.length + ownChecks.length);
    expect(new Set(report.rows.map(({state}) => state))).toEqual(
      new Set(["gecontroleerd", "gemeten", "niet te bepalen"]),
    );
  });

  test("counts Berichten and not lines, and says what is not counted", async () => {
    const {rows} = await regels(sources, {});
    const brokenOf = (code: string) => rows.find((row) => row.code === code)?.broken;
    expect(brokenOf("TR338")).toBe("2 berichten");
    expect(brokenOf("TR134")).toBe("1 bericht");
    expect(brokenOf("XML")).toBe("1 bericht");
    expect(brokenOf("TR339")).toBe("geen bericht");
    expect(brokenOf("OP271")).toBe("50\u00a0% van 2");
    expect(brokenOf("OP090")).toBe("niet voorgekomen");
    expect(brokenOf("UP001")).toBeNull();
  });

  test.each([
    [{soort: "UP"}, 17],
    [{soort: "eigen"}, ownChecks.length],
    [{toestand: "gemeten"}, 31],
    [{zoek: " tr338 "}, 1],
    [{zoek: "9338"}, 1],
    [{zoek: "elfproef"}, 1],
    [{zoek: "bestaat niet"}, 0],
    [{soort: "onzin"}, 0],
  ])("shows what is asked for: %j", async (query, count) => {
    expect((await regels(sources, query)).rows).toHaveLength(count);
  });

  test("a message shows its own rules and those of all messages", async () => {
    const {rows} = await regels(sources, {bericht: "323", soort: "TR"});
    expect(rows.map(({code}) => code)).toContain("TR338");
    expect(rows.map(({code}) => code)).not.toContain("TR379");
  });
});

describe("the page of one rule", () => {
  test("says who breaks it and when", async () => {
    const report = await regel(sources, "TR338");
    expect(withPlainSpaces(report?.broken)).toEqual({
      sentence: "2 berichten overtreden deze regel. Het eerste is van 5 februari 2025, het laatste van 5 april 2025.",
      byMonth: [
        {name: "feb 2025", text: "1", share: 1},
        {name: "mrt 2025", text: "0", share: 0},
        {name: "apr 2025", text: "1", share: 1},
      ],
      byAanbieder: [{name: "De Waterlelie", text: "2", share: 1}],
    });
    expect(report?.facts.find(({term}) => term === "Retourcode")?.words).toBe(
      "9338: Toewijzing van de prestatie is niet bekend",
    );
  });

  test("says how a term was kept", async () => {
    const report = await regel(sources, "OP271");
    expect(report?.process?.sentence).toBe(
      "Bij 50\u00a0% van 2 starts: te laat gemeld. De helft was er binnen 1 werkdag.",
    );
    expect(report?.process?.byAanbieder).toEqual([
      {name: "De Waterlelie", total: "2", good: "1", late: "1", amiss: "0", median: "1", share: 0.5},
    ]);
  });

  test("there is one for every rule and check, and none for another code", async () => {
    for (const {code} of [...rules, ...ownChecks]) expect((await regel(sources, code))?.title).toContain(code);
    expect(await regel(sources, "TR999")).toBeNull();
  });

  test("who may see no small numbers sees none", async () => {
    const reader = {...sources, reader: publicReader};
    expect((await regel(reader, "TR338"))?.broken).toEqual({
      sentence: "Minder dan 10 berichten overtreden deze regel.",
      byMonth: [],
      byAanbieder: [],
    });
    expect((await regel(reader, "OP271"))?.process?.sentence).toBe("Het zijn er te weinig om te tonen.");
    const {rows} = await regels(reader, {zoek: "TR338"});
    expect(rows[0]?.broken).toBe("minder dan 10 berichten");
    const elsewhere: Reader = {...publicReader, gemeenten: ["GM0363"]};
    await expect(regels({...sources, reader: elsewhere}, {})).rejects.toThrow(
      /mag de cijfers van gemeente GM9999 niet/,
    );
  });
});

function withPlainSpaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll("\u00a0", " "));
}
