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

const ten = Array.from({length: 10}, (_, index) => index);

const publicReader: Reader = {...everybody, gemeenten: ["GM9999"]};

beforeAll(async () => {
  const database = await databaseWith("duckdb", {
    gebied: `
      gebied_code | soort    | naam
      GM9999      | gemeente | Heuveldam`,
    aanbieder: `
      aanbieder | naam
      12345678  | De Waterlelie`,
    toewijzing_versie: [
      "bericht_id | toewijzing_nummer | dagtekening",
      ...ten.map((n) => `11 | ${101 + n} | 2025-01-01`),
    ].join("\n"),
    prestatie: [
      "bericht_id | regel | referentie | toewijzing_nummer | begindatum | einddatum  | dagtekening",
      ...ten.map((n) => `${610 + n} | 1 | A${n} | 199 | 2025-01-01 | 2025-01-31 | 2025-02-05`),
      "610 | 2 | B | 199 | 2025-02-01 | 2025-02-28 | 2025-02-05",
      ...ten.map((n) => `${620 + n} | 1 | C${n} | 199 | 2025-03-01 | 2025-03-31 | 2025-04-05`),
      "630 | 1 | D1 | 199 | 2025-03-01 | 2025-03-31 | 2025-04-05",
      "631 | 1 | D2 | 199 | 2025-03-01 | 2025-03-31 | 2025-04-05",
    ].join("\n"),
    start: [
      "bericht_id | toewijzing_nummer | begindatum | dagtekening",
      ...ten.map((n) => `${210 + n} | ${101 + n} | 2025-01-06 | 2025-01-07`),
      ...ten.map((n) => `${220 + n} | ${101 + n} | 2025-03-06 | 2025-03-28`),
    ].join("\n"),
    bevinding: `
      gemeente_code | bericht_id | regel | niveau
      GM9999        | 210        | TR134 | 2
                    | 999        | XML   | 1`,
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
    expect(brokenOf("TR338")).toBe("22 berichten");
    expect(brokenOf("TR134")).toBe("1 bericht");
    expect(brokenOf("XML")).toBe("1 bericht");
    expect(brokenOf("TR339")).toBe("geen bericht");
    expect(brokenOf("OP271")).toBe("50\u00a0% van 20");
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
      sentence: "22 berichten overtreden deze regel. Het eerste is van 5 februari 2025, het laatste van 5 april 2025.",
      byMonth: [
        {name: "feb 2025", text: "10", share: 10 / 12},
        {name: "mrt 2025", text: "0", share: 0},
        {name: "apr 2025", text: "12", share: 1},
      ],
      byAanbieder: [{name: "De Waterlelie", text: "22", share: 1}],
    });
    expect(report?.facts.find(({term}) => term === "Retourcode")?.words).toBe(
      "9338: Toewijzing van de prestatie is niet bekend",
    );
  });

  test("says how a term was kept", async () => {
    const report = await regel(sources, "OP271");
    expect(report?.process?.sentence).toBe(
      "Bij 50\u00a0% van 20 starts: te laat gemeld. De helft was er binnen 1 werkdag.",
    );
    expect(report?.process?.byAanbieder).toEqual([
      {name: "De Waterlelie", total: "20", good: "10", late: "10", amiss: "0", median: "1", share: 0.5},
    ]);
  });

  test("there is one for every rule and check, and none for another code", async () => {
    for (const {code} of [...rules, ...ownChecks]) expect((await regel(sources, code))?.title).toContain(code);
    expect(await regel(sources, "TR999")).toBeNull();
  });

  test("who has no list of lines sees no small number, and the others rounded", async () => {
    for (const reader of [{...localAdministrator, role: "bestuurder", seesLines: false} as const, publicReader]) {
      expect(withPlainSpaces((await regel({...sources, reader}, "TR134"))?.broken)).toEqual({
        sentence: "Minder dan 10 berichten overtreden deze regel.",
        byMonth: [{name: "jan 2025", text: "verborgen", share: null}, ...nothingSince],
        byAanbieder: [{name: "De Waterlelie", text: "verborgen", share: null}],
      });
    }
    const reader = {...sources, reader: publicReader};
    expect((await regel(reader, "TR338"))?.broken?.byAanbieder).toEqual([
      {name: "De Waterlelie", text: "20", share: 1},
    ]);
    const {rows} = await regels(reader, {zoek: "TR134"});
    expect(rows[0]?.broken).toBe("minder dan 10 berichten");
    const elsewhere: Reader = {...publicReader, gemeenten: ["GM0363"]};
    await expect(regels({...sources, reader: elsewhere}, {})).rejects.toThrow(
      /mag de cijfers van gemeente GM9999 niet/,
    );
  });
});

const nothingSince = ["feb", "mrt", "apr"].map((month) => ({name: `${month} 2025`, text: "0", share: 0}));

function withPlainSpaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll("\u00a0", " "));
}
