import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measure, measureLeftOut} from "../measure.ts";

describe.each(engines)("verzilvering on %s", (engine) => {
  const contract = `
    contract_nummer | aanbieder | wet      | begindatum
    C1              | 12345678  | Jeugdwet | 2020-01-01`;

  test("turns the omvang into euros of the month: per day, per week, per month, or in total", async () => {
    const database = await databaseWith(engine, {
      contract,
      contract_tarief: `
        contract_nummer | product_code | eenheid | tarief_cents
        C1              | 45A04        | 04      | 6000
        C1              | 45A05        | 14      | 10000`,
      toewijzing: `
        client | toewijzing_nummer | product_code | ingangsdatum | einddatum  | volume | eenheid | frequentie
        anna   | 1                 | 45A05        | 2025-01-30   | 2025-02-02 | 1      | 14      | 1
        bert   | 2                 | 45A04        | 2025-02-01   |            | 3      | 04      | 2
        carla  | 3                 | 45A04        | 2025-02-15   | 2025-03-14 | 600    | 01      | 4
        dirk   | 4                 | 45A04        | 2025-01-01   | 2025-04-10 | 100    | 04      | 6
        eva    | 5                 | 45A04        | 2025-02-01   | 2025-02-28 | 700    | 83      | 2`,
    });
    const {rows} = await measure(database, {
      ...questionAbout("verzilvering"),
      from: "2025-02",
      to: "2025-02",
      dimensions: ["product", "verwijzer"],
    });
    // 45A05: 2 days of € 100. 45A04: 4 weeks of 3 hours, half a month of 10 hours, 28 of 100 days of 100 hours, € 28.
    expect(rows.map(({key, denominator}) => [key.product, denominator])).toEqual([
      ["45A04", 4 * 3 * 6000 + 30000 + 28 * 6000 + 2800],
      ["45A05", 20000],
    ]);
  });

  test("divides what was claimed and not refused by what was assigned, for the same Toewijzing and month", async () => {
    const database = await databaseWith(engine, {
      contract,
      contract_tarief: "contract_nummer | product_code | eenheid | tarief_cents\n C1 | 45A04 | 01 | 100",
      toewijzing: `
        client | toewijzing_nummer | product_code | ingangsdatum | einddatum  | volume | eenheid | frequentie
        anna   | 1                 | 45A04        | 2025-01-01   | 2025-02-28 | 400    | 01      | 4
        bert   | 2                 | 45A04        | 2025-02-01   |            | 600    | 01      | 4`,
      kostenregel: `
        client | toewijzing_nummer | zorgmaand  | cents | bekend_van | beantwoord_op | is_toegekend | is_verworpen
        anna   | 1                 | 2025-01-01 | 30000 | 2025-02-10 | 2025-02-20    | true         | false
        anna   | 1                 | 2025-01-01 | 2000  | 2025-02-10 | 2025-02-20    | false        | false
        anna   | 1                 | 2025-02-01 | 10000 | 2025-03-10 |               |              | false
        anna   | 1                 | 2025-03-01 | 9000  | 2025-04-10 | 2025-04-20    | true         | false
        bert   | 2                 | 2025-02-01 | 70000 | 2025-03-10 | 2025-03-20    | false        | true`,
    });
    expect(await answer(database, "verzilvering", {knownOn: "2025-03-31"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 30000  | 40000  | 0.75   | 1
        2025-02 | 10000  | 100000 | 0.1    | 2
        2025-03 | 0      | 60000  | 0      | 1`),
    );
  });

  test("takes the tarief that was decided last by the day asked about, also of the aanbieder it merged into", async () => {
    const database = await databaseWith(engine, {
      contract,
      contract_tarief: `
        contract_nummer | product_code | eenheid | tarief_cents | begindatum | einddatum  | bekend_op
        C1              | 45A04        | 01      | 100          | 2024-01-01 | 2024-12-31 | 2023-11-01
        C1              | 45A04        | 01      | 110          | 2025-01-01 |            | 2024-11-01
        C1              | 45A04        | 01      | 120          | 2025-01-01 |            | 2025-06-01`,
      aanbieder: "aanbieder | naam | opvolger | opvolger_vanaf\n 99999999 | Oud | 12345678 | 2025-01-01",
      toewijzing: `
        aanbieder | product_code | ingangsdatum | einddatum  | volume | eenheid | frequentie
        99999999  | 45A04        | 2024-12-01   | 2025-01-31 | 10     | 01      | 4`,
    });
    const assigned = async (knownOn: string) =>
      (await answer(database, "verzilvering", {from: "2024-12", knownOn})).slice(1).map((row) => row[2]);
    expect(await assigned("2025-03-01")).toEqual(["1000", "1100"]);
    expect(await assigned("2025-06-01")).toEqual(["1000", "1200"]);
    // Before the merger the old AGB-code had no tarief.
    expect(await assigned("2024-12-31")).toEqual([]);
  });

  test("leaves out what has no omvang or no tarief, and says how many months of Toewijzingen", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | product_code | ingangsdatum | einddatum  | volume | eenheid | frequentie
        anna   |              | 2025-01-01   | 2025-02-28 |        |         |
        bert   | 45A04        | 2025-01-01   | 2025-01-31 | 5      | 04      | 2
        carla  | 45A04        | 2025-01-01   |            | 5      | 04      | 6`,
    });
    const question = questionAbout("verzilvering", {knownOn: "2025-03-31"});
    const {rows} = await measure(database, question);
    expect(rows).toEqual([]);
    expect(await measureLeftOut(database, question)).toEqual([
      {reason: "zonder omvang", count: 5, persons: 2},
      {reason: "zonder tarief", count: 1, persons: 1},
    ]);
  });
});
