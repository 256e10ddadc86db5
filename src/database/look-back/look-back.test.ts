import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {addBerichten, derivedFrom} from "../../../test/deliveries.ts";
import {databaseWith, type Engine, engines} from "../../../test/engines.ts";
import {hasFindingText} from "../../standards/istandaarden/rules/finding-text.ts";
import {rules} from "../../standards/istandaarden/rules/rules.ts";
import type {Database} from "../database.ts";
import {derive} from "../derive/derive.ts";

async function broken(engine: Engine, tables: Readonly<Record<string, string>>): Promise<string[]> {
  return findingsIn(await derivedFrom(engine, tables));
}

async function findingsIn(database: Database): Promise<string[]> {
  const rows = await database.query("select regel, bericht_id, regel_nummer from terugblik_bevinding");
  return rows.map(({regel, bericht_id, regel_nummer}) => `${regel} ${bericht_id}.${regel_nummer}`).sort();
}

test("the queries look for every rule that is said to be found by looking back, and for no other", () => {
  const folder = new URL("./", import.meta.url);
  const text = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join();
  const sought = new Set(text.match(/TR\d{3}/g));
  // TR056 is found at once, and TR378 at the door.
  const known = rules.filter(
    ({code, kind, state}) =>
      kind === "TR" &&
      state.kind === "gecontroleerd" &&
      (state.where === "eerdere berichten" || state.where === "andere bron") &&
      !["TR056", "TR378"].includes(code),
  );
  expect([...sought].filter((code) => code !== "TR410").sort()).toEqual(known.map(({code}) => code).sort());
  expect(known.filter(({code}) => !hasFindingText(code))).toEqual([]);
});

describe.each(engines)("looking back on %s", (engine) => {
  const assigned = `
    bericht_id | toewijzing_nummer | product_categorie | product_code | eenheid | volume | frequentie | ingangsdatum | einddatum  | reden_wijziging | toegewezen_op       | dagtekening
    11         | 101               | 45                | 45A04        | 04      | 2      | 4          | 2025-01-10   | 2025-06-15 |                 | 2025-01-02 10:00:00 | 2025-01-02
    11         | 102               | 45                |              |         |        |            | 2025-01-01   |            |                 | 2025-01-02 10:00:00 | 2025-01-02
    12         | 101               | 45                | 45A04        | 04      | 2      | 4          | 2025-01-10   | 2025-03-15 | 05              | 2025-03-20 10:00:00 | 2025-03-20
    13         | 102               | 45                |              |         |        |            | 2025-01-01   | 2025-01-01 | 13              | 2025-04-01 10:00:00 | 2025-04-01`;

  test("a line of a claim fits its Toewijzing", async () => {
    const found = await broken(engine, {
      toewijzing_versie: assigned,
      prestatie: `
        bericht_id | regel | referentie | toewijzing_nummer | product_categorie | product_code | eenheid | begindatum | einddatum  | dagtekening
        61         | 1     | A1         | 101               | 45                | 45A04        | 04      | 2025-01-10 | 2025-01-31 | 2025-02-05
        61         | 2     | A2         | 101               | 45                | 45A04        | 01      | 2025-02-01 | 2025-02-28 | 2025-02-05
        61         | 3     | A3         | 102               | 45                | 45A05        | 84      | 2025-01-01 | 2025-01-31 | 2025-02-05
        61         | 4     | A4         | 103               | 45                | 45A04        | 04      | 2025-01-10 | 2025-01-31 | 2025-02-05
        61         | 5     | A5         | 101               | 45                | 45A04        | 04      | 2025-01-09 | 2025-01-31 | 2025-02-05
        61         | 6     | A6         | 101               | 46                | 45A05        | 14      | 2025-01-11 | 2025-01-31 | 2025-02-05`,
    });
    expect(found).toEqual(["TR307 61.5", "TR338 61.4", "TR339 61.6", "TR340 61.6", "TR341 61.6", "TR387 61.6"]);
  });

  test("a Toewijzing is that of the day of the claim", async () => {
    const march = (berichtId: number, dagtekening: string) => `
      bericht_id   | regel | referentie     | toewijzing_nummer | product_categorie | product_code | eenheid | begindatum | einddatum  | dagtekening
      ${berichtId} | 1     | A${berichtId}1 | 101               | 45                | 45A04        | 04      | 2025-03-01 | 2025-03-31 | ${dagtekening}
      ${berichtId} | 2     | A${berichtId}2 | 102               | 45                | 45A05        | 84      | 2025-03-01 | 2025-03-31 | ${dagtekening}`;
    expect(await broken(engine, {toewijzing_versie: assigned, prestatie: march(62, "2025-03-19")})).toEqual([]);
    expect(await broken(engine, {toewijzing_versie: assigned, prestatie: march(63, "2025-04-01")})).toEqual([
      "TR308 63.1",
      "TR384 63.2",
    ]);
  });

  const claims = `
    bericht_id | regel | referentie | vorige_referentie | toewijzing_nummer | begindatum | einddatum  | cents | dagtekening
    61         | 1     | A1         |                   | 101               | 2025-01-01 | 2025-01-31 | 500   | 2025-02-05
    61         | 2     | A2         |                   | 102               | 2025-01-01 | 2025-01-31 | 500   | 2025-02-05`;
  const toewijzing_versie = `
    toewijzing_nummer | ingangsdatum | dagtekening
    101               | 2025-01-01   | 2025-01-01
    102               | 2025-01-01   | 2025-01-01`;
  const next = (...rows: string[]) => ({
    toewijzing_versie,
    declaratie: `
      bericht_id | identificatie | declaratie_nummer | begindatum | dagtekening
      61         | 61            | D1                | 2025-01-01 | 2025-02-05`,
    prestatie: `${claims}\n${rows.map((row) => `        ${row}`).join("\n")}`,
  });

  test.each([
    ["TR314", "62 | 1 | A1 | | 101 | 2025-02-01 | 2025-02-28 | 500 | 2025-03-05"],
    ["TR389", "62 | 1 | B1 | | 101 | 2025-01-01 | 2025-01-31 | 500 | 2025-03-05"],
    ["TR323", "62 | 1 | B1 | A9 | 101 | 2025-01-01 | 2025-01-31 | -500 | 2025-03-05"],
  ])("a claim fits the claims before it: %s", async (rule, row) => {
    expect(await broken(engine, next(row))).toEqual([`${rule} 62.1`]);
  });

  test("a line is taken back once, and then its month may be claimed again", async () => {
    const credit = "62 | 1 | B1 | A1 | 101 | 2025-01-01 | 2025-01-31 | -500 | 2025-03-05";
    const again = "62 | 2 | B2 | | 101 | 2025-01-01 | 2025-01-31 | 400 | 2025-03-05";
    const twice = "63 | 1 | C1 | A1 | 101 | 2025-01-01 | 2025-01-31 | -500 | 2025-04-05";
    expect(await broken(engine, next(credit, again))).toEqual([]);
    expect(await broken(engine, next(credit, twice))).toEqual(["TR390 63.1"]);
  });

  test("a claim that was refused was never sent, and a line that was refused is not taken back", async () => {
    const again = "62 | 1 | A1 | | 101 | 2025-01-01 | 2025-01-31 | 500 | 2025-03-05";
    const credit = "62 | 1 | B1 | A2 | 102 | 2025-01-01 | 2025-01-31 | -500 | 2025-03-05";
    const answer = (codes: string) => `
      bericht_id | declaratie_identificatie | retourcodes | dagtekening
      71         | 61                       | ${codes}    | 2025-02-12`;
    const refusedLine = `
      bericht_id | regel | referentie | toewijzing_nummer | begindatum | cents | retourcodes
      71         | 1     | A2         | 102               | 2025-01-01 | 500   | 9321`;
    expect(await broken(engine, {...next(again), declaratie_antwoord: answer("9333")})).toEqual([]);
    expect(
      await broken(engine, {...next(credit), declaratie_antwoord: answer("0200"), prestatie_antwoord: refusedLine}),
    ).toEqual(["TR323 62.1"]);
  });

  test("a Declaratie has a number of its own", async () => {
    const tables = {
      ...next("62 | 1 | B1 | | 101 | 2025-02-01 | 2025-02-28 | 500 | 2025-03-05"),
      declaratie: `
        bericht_id | declaratie_nummer | begindatum | dagtekening
        61         | D1                | 2025-01-01 | 2025-02-05
        62         | D1                | 2025-02-01 | 2025-03-05`,
    };
    expect(await broken(engine, tables)).toEqual(["TR333 62.0"]);
  });

  test("an answer fits the request, and what was answered before", async () => {
    const database = await databaseWith(engine, {
      verzoek: `
        bericht_id | regel | soort      | referentie_aanbieder | dagtekening
        41         | 1     | toewijzing | V1                   | 2025-01-10
        41         | 2     | toewijzing | V2                   | 2025-01-10
        42         | 1     | nieuw      | V3                   | 2025-01-09
        42         | 2     | nieuw      | V3                   | 2025-01-09
        43         | 1     | toewijzing | V1                   | 2025-03-10`,
      toewijzing_versie: `
        bericht_id | referentie_aanbieder | dagtekening
        11         | V3                   | 2025-01-12`,
      antwoord: `
        bericht_id | referentie_aanbieder | verzoek_antwoord | dagtekening
        51         | V1                   | 2                | 2025-01-12
        52         | V1                   | 2                | 2025-01-13
        53         | V1                   | 1                | 2025-01-14
        54         | V1                   | 1                | 2025-01-15
        55         | V3                   | 1                | 2025-01-15
        56         | V9                   | 1                | 2025-01-15`,
    });
    await addBerichten(database);
    await database.execute(
      `insert into bericht (gemeente_code, bericht_id, wet, soort, release, aanbieder, identificatie, dagtekening, sha256, levering_nummer, toestand)
       select gemeente_code, bericht_id, wet, '319', '3.2', aanbieder, cast(bericht_id as text), dagtekening, '', 1, 'ingenomen' from antwoord`,
    );
    await derive(database);
    expect(await findingsIn(database)).toEqual([
      "TR347 43.1",
      "TR355 56.0",
      "TR359 55.0",
      "TR360 52.0",
      "TR365 54.0",
      "TR374 41.0",
      "TR374 43.0",
    ]);
  });

  const key = "bericht_id | regel | toewijzing_nummer | begindatum";
  const known = {
    toewijzing_versie: `
      bericht_id | toewijzing_nummer | dagtekening
      11         | 101               | 2025-01-01`,
  };
  const starts = (...rows: string[]) => ({
    start: [`${key} | status_aanlevering | dagtekening`, ...rows].map((row) => `      ${row}`).join("\n"),
  });
  const stops = (...rows: string[]) => ({
    stop: [`${key} | einddatum | reden_beeindiging | status_aanlevering | dagtekening`, ...rows]
      .map((row) => `      ${row}`)
      .join("\n"),
  });
  const first = "21 | 1 | 101 | 2025-01-05 | 1 | 2025-01-06";
  const temporary = "31 | 1 | 101 | 2025-01-05 | 2025-02-01 | 20 | 1 | 2025-02-02";
  const final = "31 | 1 | 101 | 2025-01-05 | 2025-02-01 | 31 | 1 | 2025-02-02";

  test.each<[string, Readonly<Record<string, string>>, string[]]>([
    ["a start and its stop", {...starts(first), ...stops(final)}, []],
    ["a start without Toewijzing", starts("21 | 1 | 109 | 2025-01-05 | 1 | 2025-01-06"), ["TR019 21.1"]],
    ["a removal of nothing", starts("21 | 1 | 101 | 2025-01-05 | 3 | 2025-01-06"), ["TR063 21.1"]],
    ["a start twice", starts(first, "22 | 1 | 101 | 2025-01-05 | 1 | 2025-01-08"), ["TR074 22.1"]],
    [
      "a start that is corrected",
      starts(first, "22 | 1 | 101 | 2025-01-05 | 3 | 2025-01-08", "22 | 2 | 101 | 2025-01-07 | 1 | 2025-01-08"),
      [],
    ],
    ["a second start while one runs", starts(first, "22 | 1 | 101 | 2025-01-07 | 1 | 2025-01-08"), ["TR326 22.1"]],
    [
      "a second start after a stop",
      {...starts(first, "22 | 1 | 101 | 2025-02-07 | 1 | 2025-02-08"), ...stops(temporary)},
      [],
    ],
    ["a stop without start", {...starts("20 | 1 | | 2025-01-05 | 1 | 2025-01-06"), ...stops(final)}, ["TR382 31.1"]],
    ["a stop where nobody reports starts", stops(final), []],
    [
      "removal of a start that has stopped",
      {...starts(first, "22 | 1 | 101 | 2025-01-05 | 3 | 2025-02-08"), ...stops(final)},
      ["TR071 22.1"],
    ],
    [
      "a final stop after a temporary one",
      {...starts(first), ...stops(temporary, "32 | 1 | 101 | 2025-01-05 | 2025-02-01 | 31 | 1 | 2025-03-02")},
      [],
    ],
    [
      "a second temporary stop",
      {...starts(first), ...stops(temporary, "32 | 1 | 101 | 2025-01-05 | 2025-03-01 | 20 | 1 | 2025-03-02")},
      ["TR413 32.1"],
    ],
    [
      "a stop before an earlier one",
      {...starts(first), ...stops(temporary, "32 | 1 | 101 | 2025-01-05 | 2025-01-31 | 31 | 1 | 2025-03-02")},
      ["TR414 32.1"],
    ],
    [
      "a stop after a final one",
      {...starts(first), ...stops(final, "32 | 1 | 101 | 2025-01-05 | 2025-02-01 | 32 | 1 | 2025-03-02")},
      ["TR415 32.1"],
    ],
  ])("starts and stops fit those before them: %s", async (_, tables, expected) => {
    expect(await broken(engine, {...known, ...tables})).toEqual(expected);
  });

  test("a number of a Toewijzing is of one Client, and a reference is that of a request", async () => {
    const found = await broken(engine, {
      toewijzing_versie: `
        bericht_id | regel | toewijzing_nummer | client | referentie_aanbieder | dagtekening
        11         | 1     | 101               | a      | V1                   | 2025-01-10
        12         | 1     | 101               | b      |                      | 2025-01-11
        13         | 1     | 102               | a      | V9                   | 2025-01-11`,
      verzoek: `
        bericht_id | referentie_aanbieder | dagtekening
        41         | V1                   | 2025-01-05`,
    });
    expect(found).toEqual(["TR332 12.1", "TR379 13.1"]);
  });
});
