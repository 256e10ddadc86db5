import {describe, expect, test} from "vitest";
import {addBerichten} from "../../../test/deliveries.ts";
import {databaseWith, type Engine, engines, insertRows} from "../../../test/engines.ts";
import {derive} from "../derive/derive.ts";

type Tables = Readonly<Record<string, string>>;

async function broken(engine: Engine, tables: Tables): Promise<string[]> {
  const database = await databaseWith(engine, tables);
  await addBerichten(database);
  await derive(database);
  const rows = await database.query("select regel, bericht_id, regel_nummer from terugblik_bevinding");
  return rows.map(({regel, bericht_id, regel_nummer}) => `${regel} ${bericht_id}.${regel_nummer}`).sort();
}

describe.each(engines)("a rule that looks back on %s", (engine) => {
  test("a productperiode begins and ends with the month or with the Toewijzing", async () => {
    const found = await broken(engine, {
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | ingangsdatum | einddatum  | dagtekening
        11         | 101               | 2025-01-10   | 2025-03-20 | 2025-01-01`,
      prestatie: `
        bericht_id | regel | referentie | toewijzing_nummer | begindatum | einddatum  | dagtekening
        61         | 1     | A1         | 101               | 2025-01-10 | 2025-01-31 | 2025-04-05
        61         | 2     | A2         | 101               | 2025-02-01 | 2025-02-28 | 2025-04-05
        61         | 3     | A3         | 101               | 2025-03-01 | 2025-03-20 | 2025-04-05
        61         | 4     | A4         | 101               | 2025-01-11 | 2025-01-31 | 2025-04-05
        61         | 5     | A5         | 101               | 2025-02-03 | 2025-02-27 | 2025-04-05
        61         | 6     | A6         | 101               | 2025-03-01 | 2025-03-19 | 2025-04-05`,
    });
    expect(found).toEqual(["TR387 61.4", "TR387 61.5", "TR388 61.5", "TR388 61.6"]);
  });

  test("all lines fit the budget, whatever was taken back or refused", async () => {
    const found = await broken(engine, {
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | budget | einddatum  | dagtekening
        11         | 101               | 1000   | 2025-12-31 | 2025-01-01`,
      prestatie: `
        bericht_id | regel | referentie | vorige_referentie | toewijzing_nummer | eenheid | begindatum | einddatum  | cents | dagtekening
        61         | 1     | A1         |                   | 101               | 04      | 2025-01-01 | 2025-01-31 | 600   | 2025-02-05
        62         | 1     | A2         | A1                | 101               | 04      | 2025-01-01 | 2025-01-31 | -600  | 2025-03-05
        62         | 2     | A3         |                   | 101               | 82      | 2025-02-01 | 2025-02-28 | 1000  | 2025-03-05
        63         | 1     | A4         |                   | 101               | 04      | 2025-03-01 | 2025-03-31 | 1     | 2025-04-05
        64         | 1     | A5         |                   | 101               | 04      | 2025-04-01 | 2025-04-30 | 1     | 2025-05-05`,
    });
    expect(found).toEqual(["TR369 63.1", "TR369 64.1"]);
  });

  test("claims follow each other, and a month without care is left out", async () => {
    const found = await broken(engine, {
      declaratie: `
        bericht_id | identificatie | declaratie_nummer | begindatum | einddatum  | dagtekening
        61         | 61            | D1                | 2025-01-01 | 2025-01-31 | 2025-02-05
        62         | 62            | D2                | 2025-03-01 | 2025-03-31 | 2025-04-05
        63         | 63            | D3                | 2025-02-01 | 2025-02-28 | 2025-05-05
        64         | 64            | D4                | 2025-03-01 | 2025-03-31 | 2025-05-06
        65         | 65            | D5                | 2025-05-01 | 2025-05-31 | 2025-06-05
        66         | 66            | D6                | 2025-04-01 | 2025-04-30 | 2025-06-05`,
      bericht: ["61", "62", "63", "64", "65", "66"].reduce(
        (text, id) => `${text}\n${id} | 323 | ${id} | 12345678 | ${claimDays[id]}`,
        "bericht_id | soort | identificatie | aanbieder | dagtekening",
      ),
    });
    expect(found).toEqual(["TR318 63.0", "TR318 64.0"]);
  });

  const claim = {
    toewijzing_versie: `
      bericht_id | toewijzing_nummer | dagtekening
      11         | 101               | 2025-01-01`,
    declaratie: `
      bericht_id | identificatie | declaratie_nummer | dagtekening
      61         | 61            | D1                | 2025-02-05`,
    prestatie: `
      bericht_id | regel | referentie | toewijzing_nummer | begindatum | einddatum  | cents | dagtekening
      61         | 1     | A1         | 101               | 2025-01-01 | 2025-01-31 | 500   | 2025-02-05`,
  };
  const answered = (identificatie: string, nummer: string, line: string) => ({
    ...claim,
    declaratie_antwoord: `
      bericht_id | declaratie_identificatie | declaratie_nummer | retourcodes | dagtekening
      71         | ${identificatie}         | ${nummer}         | 0200        | 2025-02-12`,
    prestatie_antwoord: `
      bericht_id | regel | client   | referentie | toewijzing_nummer | begindatum | cents | retourcodes
      71         | 1     | ${line}`,
  });

  test.each([
    ["an answer to the claim", "61", "D1", "client-1 | A1 | 101 | 2025-01-01 | 500 | 9321", []],
    ["an answer to no claim", "69", "D1", "client-1 | A1 | 101 | 2025-01-01 | 500 | 9321", ["TR337 71.0"]],
    ["another number", "61", "D2", "client-1 | A1 | 101 | 2025-01-01 | 500 | 9321", ["TR376 71.0"]],
    ["a line that was not claimed", "61", "D1", "client-1 | A9 | 101 | 2025-01-01 | 500 | 9321", ["TR366 71.1"]],
    ["another amount", "61", "D1", "client-1 | A1 | 101 | 2025-01-01 | 499 | 9321", ["TR367 71.1"]],
    ["somebody else", "61", "D1", "client-2 | A1 | 101 | 2025-01-01 | 500 | 9321", ["TR304 71.1", "TR367 71.1"]],
  ])("an answer fits the claim: %s", async (_, identificatie, nummer, line, expected) => {
    expect(await broken(engine, answered(identificatie, nummer, line))).toEqual(expected);
  });

  test("help is claimed and changed for people who are known", async () => {
    const found = await broken(engine, {
      ...claim,
      prestatie: `${claim.prestatie}
      62         | 1     | A2         | 102               | 2025-01-01 | 2025-01-31 | 500   | 2025-02-06`,
      verzoek: `
        bericht_id | client   | soort       | toewijzing_nummer | referentie_aanbieder | dagtekening
        41         | client-2 | ongewijzigd | 101               | R1                   | 2025-02-01`,
    });
    expect(found).toEqual(["TR304 41.1", "TR338 62.1", "TR350 41.1"]);
  });

  const running = `
    bericht_id | toewijzing_nummer | product_categorie | product_code | volume | eenheid | frequentie | budget | ingangsdatum | einddatum  | dagtekening
    11         | 101               | 45                | 45A04        | 4      | 04      | 4          |        | 2025-01-01   |            | 2025-01-01
    11         | 102               | 46                |              |        |         |            | 900    | 2025-01-01   | 2025-12-31 | 2025-01-01
    11         | 103               | 47                | 47A01        | 40     | 04      | 6          |        | 2025-01-01   | 2025-12-31 | 2025-01-01
    11         | 104               | 48                | 48A01        | 4      | 04      | 4          |        | 2024-01-01   | 2025-01-31 | 2025-01-01`;
  const change = (...rows: string[]) => ({
    toewijzing_versie: running,
    verzoek: [
      "bericht_id | regel | soort | toewijzing_nummer | product_categorie | product_code | ingangsdatum | einddatum | volume | eenheid | frequentie | budget | referentie_aanbieder | dagtekening",
      ...rows.map((row, index) => `41 | ${index + 1} | ${row} | R1 | 2025-03-01`),
    ].join("\n"),
    bericht: `
      bericht_id | soort | identificatie | aanbieder | dagtekening
      41         | 317   | 41            | 12345678  | 2025-03-01`,
  });
  const keep = (nummer: number) => `ongewijzigd | ${nummer} | | | | | | | |`;

  test.each<[string, Tables, string[]]>([
    [
      "all that runs is named",
      change(
        keep(103),
        "te wijzigen | 101 | | | 2025-04-01 | | 8 | 04 | 4 |",
        "te wijzigen | 102 | | | 2025-01-01 | 2025-12-31 | | | | 1200",
      ),
      [],
    ],
    ["one is left out", change(keep(101), keep(102)), ["TR349 41.0"]],
    ["what stays has ended", change(keep(101), keep(102), keep(103), keep(104)), ["TR350 41.4"]],
    [
      "what changes is not there",
      change(keep(101), keep(102), keep(103), "te wijzigen | 109 | | | 2025-01-01 | | 8 | 04 | 4 |"),
      ["TR351 41.4"],
    ],
    [
      "a change in the past",
      change(keep(102), keep(103), "te wijzigen | 101 | | | 2025-02-01 | | 8 | 04 | 4 |"),
      ["TR357 41.3"],
    ],
    [
      "a budget from a later day",
      change(keep(101), keep(103), "te wijzigen | 102 | | | 2025-06-01 | 2025-12-31 | | | | 1200"),
      ["TR373 41.3"],
    ],
    [
      "a total from a later day",
      change(keep(101), keep(102), "te wijzigen | 103 | | | 2025-06-01 | 2025-12-31 | 50 | 04 | 6 |"),
      ["TR373 41.3"],
    ],
    [
      "a code without volume",
      change(keep(102), keep(103), "te wijzigen | 101 | | | 2025-04-01 | | | | |"),
      ["TR411 41.3"],
    ],
    [
      "a volume without code",
      change(keep(101), keep(103), "te wijzigen | 102 | | | 2025-01-01 | 2025-12-31 | 4 | 04 | 4 |"),
      ["TR412 41.3"],
    ],
    [
      "the same again beside what stays",
      change(keep(101), keep(102), keep(103), "nieuw | | 45 | 45A04 | 2025-04-01 | | 8 | 04 | 4 |"),
      ["TR361 41.4"],
    ],
    [
      "another product beside what stays",
      change(keep(101), keep(102), keep(103), "nieuw | | 45 | 45A05 | 2025-04-01 | | 8 | 04 | 4 |"),
      [],
    ],
  ])("a request fits what runs: %s", async (_, tables, expected) => {
    expect(await broken(engine, tables)).toEqual(expected);
  });

  test("a Toewijzing without product gets no volume", async () => {
    const tables = change("te wijzigen | 105 | | | 2025-01-01 | 2025-12-31 | 4 | 04 | 4 |");
    const generic = {
      ...tables,
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | product_categorie | product_code | budget | einddatum  | dagtekening
        11         | 105               |                   |              | 900    | 2025-12-31 | 2025-01-01`,
    };
    // The fixture fills what is left out, not what is empty.
    const database = await databaseWith(engine, generic);
    await database.execute("update toewijzing_versie set product_categorie = null, product_code = null");
    await addBerichten(database);
    await derive(database);
    expect(await database.query("select regel from terugblik_bevinding")).toEqual([{regel: "TR375"}]);
  });

  test("aids may overlap in the Wmo", async () => {
    const aids = (wet: string) => ({
      toewijzing_versie: `
        bericht_id | wet    | toewijzing_nummer | product_categorie | product_code | volume | eenheid | frequentie | dagtekening
        11         | ${wet} | 101               | 11                | 11A01        | 1      | 82      | 4          | 2025-01-01`,
      verzoek: `
        bericht_id | regel | wet    | soort       | toewijzing_nummer | product_categorie | product_code | ingangsdatum | referentie_aanbieder | dagtekening
        41         | 1     | ${wet} | ongewijzigd | 101               |                   |              |              | R1                   | 2025-03-01
        41         | 2     | ${wet} | nieuw       |                   | 11                | 11A01        | 2025-04-01   | R1                   | 2025-03-01`,
    });
    expect(await broken(engine, aids("Wmo"))).toEqual([]);
    expect(await broken(engine, aids("Jeugdwet"))).toEqual(["TR361 41.2"]);
  });

  test("a request waits until the one before it is decided, and a refused message was no request", async () => {
    const found = await broken(engine, {
      verzoek: `
        bericht_id | client | soort      | referentie_aanbieder | dagtekening
        41         | a      | toewijzing | R1                   | 2025-01-01
        42         | a      | toewijzing | R2                   | 2025-01-02
        43         | a      | toewijzing | R3                   | 2025-01-08
        44         | b      | toewijzing | R4                   | 2025-01-08
        45         | a      | toewijzing | R5                   | 2025-01-09`,
      retour: `
        soort | identificatie | aanbieder | dagtekening | dagtekening_retour | is_afgekeurd
        315   | 42            | 12345678  | 2025-01-02  | 2025-01-05         | true`,
      toewijzing_versie: `
        bericht_id | client | referentie_aanbieder | dagtekening
        11         | a      | R1                   | 2025-01-07`,
    });
    expect(found).toEqual(["TR374 42.0", "TR374 45.0"]);
  });

  test("a Toewijzing with granted lines is not removed", async () => {
    const removed = {
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | ingangsdatum | einddatum  | reden_wijziging | toegewezen_op       | dagtekening
        11         | 101               | 2025-01-01   |            |                 | 2025-01-01 09:00:00 | 2025-01-01
        12         | 101               | 2025-01-01   | 2025-01-01 | 13              | 2025-04-01 09:00:00 | 2025-04-01`,
      declaratie: claim.declaratie,
      declaratie_antwoord: `
        bericht_id | declaratie_identificatie | declaratie_nummer | retourcodes | dagtekening
        71         | 61                       | D1                | 8001        | 2025-02-12`,
    };
    expect(await broken(engine, {...removed, prestatie: claim.prestatie})).toEqual(["TR385 12.2"]);
    expect(await broken(engine, removed)).toEqual([]);
  });

  test("the tarief is that of the contract, and a code that of its category", async () => {
    const found = await broken(engine, {
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | product_categorie | product_code | dagtekening
        11         | 101               | 45                | 45A04        | 2025-01-01
        12         | 102               | 46                | 45A04        | 2025-01-01
        13         | 103               | 46                | 46X99        | 2025-01-01`,
      product: `
        product_categorie | product_code | naam
        45                | 45A04        | Begeleiding`,
      contract: `
        contract_nummer | aanbieder
        C1              | 12345678`,
      contract_tarief: `
        contract_nummer | product_code | eenheid | tarief_cents | begindatum | einddatum
        C1              | 45A04        | 04      | 6050         | 2025-01-01 | 2025-12-31`,
      prestatie: `
        bericht_id | regel | referentie | toewijzing_nummer | eenheid | tarief_cents | begindatum | einddatum  | dagtekening
        61         | 1     | A1         | 101               | 04      | 6050         | 2025-01-01 | 2025-01-31 | 2025-04-05
        61         | 2     | A2         | 101               | 04      | 6100         | 2025-02-01 | 2025-02-28 | 2025-04-05
        61         | 3     | A3         | 101               | 01      | 101          | 2025-03-01 | 2025-03-31 | 2025-04-05
        61         | 4     | A4         | 101               | 01      | 100          | 2025-03-01 | 2025-03-31 | 2025-04-05
        61         | 5     | A5         | 101               | 14      | 9999         | 2025-03-01 | 2025-03-31 | 2025-04-05`,
    });
    expect(found).toEqual(["TR381 12.2", "TR418 61.2", "TR418 61.4"]);
  });

  test("a Bericht is not dated after the day it came in", async () => {
    const database = await databaseWith(engine, {
      levering: `
        levering_nummer | begonnen_op         | bron
        1               | 2025-02-01 12:00:00 | post`,
      bericht: `
        bericht_id | soort | identificatie | aanbieder | dagtekening | verzonden_op
        1          | 305   | A             | 12345678  | 2025-02-01  |
        2          | 305   | B             | 12345678  | 2025-02-02  |
        3          | 305   | C             | 12345678  | 2025-01-31  | 2025-01-30 10:00:00`,
    });
    await derive(database);
    const rows = await database.query("select regel, bericht_id, ernst from terugblik_bevinding order by bericht_id");
    expect(rows).toEqual([
      {regel: "TR135", bericht_id: 2, ernst: "fout"},
      {regel: "TR135", bericht_id: 3, ernst: "fout"},
    ]);
  });

  test("what may be older than the data is a warning, and what was never sent is not missing", async () => {
    const start = "bericht_id | toewijzing_nummer | begindatum | dagtekening\n21 | 109 | 2025-01-05 |";
    const database = await databaseWith(engine, {start: `${start} 2025-01-06`});
    const findings = async () => {
      await derive(database);
      return database.query("select regel, ernst from terugblik_bevinding order by bericht_id");
    };
    await addBerichten(database);
    expect(await findings()).toEqual([]);
    await insertRows(
      database,
      "toewijzing_versie",
      "bericht_id | toewijzing_nummer | dagtekening\n11 | 101 | 2025-01-01",
    );
    await addBerichten(database);
    expect(await findings()).toEqual([{regel: "TR019", ernst: "waarschuwing"}]);
    await insertRows(
      database,
      "toewijzing_versie",
      "bericht_id | toewijzing_nummer | dagtekening\n12 | 102 | 2023-01-01",
    );
    await addBerichten(database);
    expect(await findings()).toEqual([{regel: "TR019", ernst: "fout"}]);
  });
});

const claimDays: Readonly<Record<string, string>> = {
  "61": "2025-02-05",
  "62": "2025-04-05",
  "63": "2025-05-05",
  "64": "2025-05-06",
  "65": "2025-06-05",
  "66": "2025-06-05",
};
