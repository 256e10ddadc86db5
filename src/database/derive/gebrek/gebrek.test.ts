import {describe, expect, test} from "vitest";
import {databaseWith, type Engine, engines} from "../../../../test/engines.ts";
import type {Row} from "../../database.ts";
import {deriveGebrek} from "../derive.ts";

// Each controle on a small table: what is on its list, from when to when, and for how much.

const still = "9999-12-31";
const never = "1900-01-01";

describe.each(engines)("what is wrong in the data, on %s", (engine) => {
  test("a Toewijzing of which nothing began is open from 90 days on, until something begins", async () => {
    const rows = await found(engine, "nooit-gestart", {
      toewijzing: `
        toewijzing_nummer | bekend_van | ingangsdatum | einddatum  | volume | eenheid | frequentie
        1                 | 2025-01-01 | 2025-01-10   |            | 10000  | 83      | 4
        2                 | 2025-01-01 | 2025-01-10   |            | 10000  | 83      | 4
        3                 | 2025-01-01 | 2025-01-10   | 2025-03-31 | 10000  | 83      | 4
        4                 | 2025-01-01 | 2025-01-10   |            | 5      | 04      | 4`,
      hulp: `
        toewijzing_nummer | begindatum | bekend_van
        2                 | 2025-06-01 | 2025-06-03`,
    });
    expect(rows).toEqual([
      {nummer: 1, sinds: "2025-04-10", van: "2025-04-10", tot: still, cents: 120_000},
      {nummer: 2, sinds: "2025-04-10", van: "2025-04-10", tot: "2025-06-03", cents: 120_000},
      // Without a tarief nobody can say what it is worth; the third ended before its 90 days were over.
      {nummer: 4, sinds: "2025-04-10", van: "2025-04-10", tot: still, cents: null},
    ]);
  });

  test("a Toewijzing that changes while nothing begins, has been open since the first time", async () => {
    const rows = await found(engine, "nooit-gestart", {
      toewijzing: `
        toewijzing_nummer | bekend_van | bekend_tot | ingangsdatum | einddatum  | volume | eenheid | frequentie
        1                 | 2025-01-01 | 2025-07-01 | 2025-01-10   |            | 10000  | 83      | 4
        1                 | 2025-07-01 | 9999-12-31 | 2025-01-10   | 2025-09-30 | 10000  | 83      | 4`,
    });
    expect(rows).toEqual([
      {nummer: 1, sinds: "2025-04-10", van: "2025-04-10", tot: "2025-07-01", cents: 120_000},
      // 264 days of a year.
      {nummer: 1, sinds: "2025-04-10", van: "2025-07-01", tot: "2025-10-01", cents: 86_795},
    ]);
  });

  test("help without a claim is open from 120 days on, until a claim that was not refused", async () => {
    const rows = await found(engine, "nooit-gedeclareerd", {
      toewijzing: `
        toewijzing_nummer | volume | eenheid | frequentie
        1                 | 10000  | 83      | 4
        2                 | 10000  | 83      | 4
        3                 | 10000  | 83      | 4`,
      hulp: `
        toewijzing_nummer | begindatum | bekend_van | begin_bron
        1                 | 2025-01-01 | 2025-01-03 | start
        2                 | 2025-01-01 | 2025-01-03 | start
        3                 | 2025-01-01 | 2025-01-03 | start`,
      kostenregel: `
        toewijzing_nummer | zorgmaand  | cents | bekend_van | beantwoord_op | is_toegekend
        2                 | 2025-01-01 | 9000  | 2025-08-01 | 2025-08-05    | true
        3                 | 2025-01-01 | 9000  | 2025-03-01 | 2025-03-05    | false`,
    });
    expect(rows).toEqual([
      {nummer: 1, sinds: "2025-05-01", van: "2025-05-01", tot: still, cents: 120_000},
      {nummer: 2, sinds: "2025-05-01", van: "2025-05-01", tot: "2025-08-01", cents: 120_000},
      {nummer: 3, sinds: "2025-05-01", van: "2025-05-01", tot: still, cents: 120_000},
    ]);
  });

  test("help that falls silent is open from six months on; after a year it is the Toewijzing without an end", async () => {
    const tables = {
      toewijzing: `
        toewijzing_nummer | volume | eenheid | frequentie
        1                 | 10000  | 83      | 4
        2                 | 10000  | 83      | 6`,
      hulp: `
        toewijzing_nummer | begindatum
        1                 | 2024-01-01
        2                 | 2024-01-01`,
      kostenregel: `
        toewijzing_nummer | zorgmaand  | cents | bekend_van | is_toegekend
        1                 | 2024-01-01 | 9000  | 2024-02-05 | true
        1                 | 2024-02-01 | 9000  | 2024-03-05 | true
        2                 | 2024-02-01 | 9000  | 2024-03-05 | true`,
    };
    expect(await found(engine, "nooit-gestopt", tables, "hersteld_einddatum")).toEqual([
      {
        nummer: 1,
        sinds: "2024-09-01",
        van: "2024-09-01",
        tot: "2025-03-01",
        cents: 120_000,
        hersteld_einddatum: "2024-02-29",
      },
    ]);
    expect(await found(engine, "eindeloos", tables, "hersteld_einddatum")).toEqual([
      {
        nummer: 1,
        sinds: "2025-03-01",
        van: "2025-03-01",
        tot: still,
        cents: 120_000,
        hersteld_einddatum: "2024-02-29",
      },
    ]);
  });

  test("help that ended with its Toewijzing and no stop is open from 30 days on", async () => {
    const rows = await found(engine, "start-nog-open", {
      hulp: `
        toewijzing_nummer | begindatum | einddatum  | eind_bron  | bekend_van | bekend_tot
        1                 | 2025-01-01 | 2025-06-30 | toewijzing | 2025-01-03 | 9999-12-31
        2                 | 2025-01-01 | 2025-06-30 | toewijzing | 2025-01-03 | 2025-08-15
        3                 | 2025-01-01 | 2025-06-30 | stop       | 2025-01-03 | 9999-12-31`,
      kostenregel: `
        toewijzing_nummer | begindatum | zorgmaand  | cents | bekend_van | is_toegekend
        1                 | 2025-07-01 | 2025-07-01 | 4200  | 2025-08-05 | true`,
    });
    expect(rows).toEqual([
      {nummer: 1, sinds: "2025-07-30", van: "2025-07-30", tot: still, cents: 4200},
      {nummer: 2, sinds: "2025-07-30", van: "2025-07-30", tot: "2025-08-15", cents: 0},
    ]);
  });

  test("a line with another tarief is open until it is refused, taken back, or the tarief is decided", async () => {
    const rows = await found(
      engine,
      "ander-tarief",
      {
        contract: `
          contract_nummer | aanbieder
          C1              | 12345678`,
        contract_tarief: `
          contract_nummer | product_code | eenheid | tarief_cents | begindatum | bekend_op
          C1              | 45A04        | 04      | 6000         | 2025-01-01 | 2024-12-01
          C1              | 45A04        | 04      | 6100         | 2025-01-01 | 2025-04-01`,
        kostenregel: `
          bericht_id | regel | toewijzing_nummer | begindatum | zorgmaand  | eenheid | volume | tarief_cents | cents | bekend_van | beantwoord_op | is_toegekend | is_credit
          1          | 1     | 1                 | 2025-01-01 | 2025-01-01 | 04      | 2      | 6000         | 12000 | 2025-02-01 | 2025-02-05    | true         | false
          1          | 2     | 2                 | 2025-01-01 | 2025-01-01 | 04      | 2      | 6300         | 12600 | 2025-02-01 | 2025-02-05    | false        | false
          1          | 3     | 3                 | 2025-01-01 | 2025-01-01 | 01      | 120    | 100          | 12000 | 2025-02-01 | 2025-02-05    | true         | false
          1          | 4     | 4                 | 2025-01-01 | 2025-01-01 | 01      | 120    | 102          | 12240 | 2025-02-01 | 2025-02-05    | true         | false
          2          | 1     | 1                 | 2025-01-01 | 2025-01-01 | 04      | 2      | 6000         | -12000 | 2025-05-10 | 2025-05-15   | true         | true`,
        prestatie: `
          bericht_id | regel | referentie | vorige_referentie
          1          | 1     | P1         |
          2          | 1     | P2         | P1`,
      },
      "hersteld_cents",
    );
    expect(rows).toEqual([
      // Right until another tarief was decided; then wrong until it was taken back.
      {nummer: 1, sinds: "2025-04-01", van: "2025-04-01", tot: "2025-05-10", cents: 200, hersteld_cents: 12_200},
      {nummer: 2, sinds: "2025-02-01", van: "2025-02-01", tot: "2025-02-05", cents: 600, hersteld_cents: 12_000},
      // € 61 an hour is € 1.0167 a minute, of which € 1.02 would be the rounding and € 1.00 is not.
      {nummer: 3, sinds: "2025-04-01", van: "2025-04-01", tot: still, cents: 200, hersteld_cents: 12_200},
      // The fourth has the rounding of € 61, so it was wrong until that was decided.
      {nummer: 4, sinds: "2025-02-01", van: "2025-02-01", tot: "2025-04-01", cents: 240, hersteld_cents: 12_000},
    ]);
  });

  test("a second line for the same care is open until one of the two is refused or taken back", async () => {
    const rows = await found(engine, "dubbele-declaratie", {
      kostenregel: `
        bericht_id | regel | toewijzing_nummer | begindatum | cents | bekend_van | beantwoord_op | is_toegekend | is_credit
        1          | 1     | 1                 | 2025-01-01 | 5000  | 2025-02-01 | 2025-02-05    | true         | false
        2          | 1     | 1                 | 2025-01-01 | 5000  | 2025-03-01 | 2025-03-08    | false        | false
        1          | 2     | 2                 | 2025-01-01 | 7000  | 2025-02-01 | 2025-02-05    | true         | false
        2          | 2     | 2                 | 2025-01-01 | 7000  | 2025-03-01 | 2025-03-08    | true         | false
        1          | 3     | 3                 | 2025-01-01 | 8000  | 2025-02-01 | 2025-02-05    | false        | false
        2          | 3     | 3                 | 2025-01-01 | 8000  | 2025-03-01 | 2025-03-08    | true         | false
        2          | 4     | 1                 | 2025-01-02 | 5000  | 2025-03-01 | 2025-03-08    | true         | false`,
    });
    expect(rows).toEqual([
      {nummer: 1, sinds: "2025-03-01", van: "2025-03-01", tot: "2025-03-08", cents: 5000},
      {nummer: 2, sinds: "2025-03-01", van: "2025-03-01", tot: still, cents: 7000},
    ]);
  });

  test("a code that no list divides, or a price that stopped at the turn of the year, is open until it is refused", async () => {
    const rows = await found(engine, "code-zonder-indeling", {
      product: `
        product_code | productgroep
        45A04        | Ambulant
        45A05        | Ambulant`,
      contract: `
        contract_nummer | aanbieder
        C1              | 12345678`,
      contract_tarief: `
        contract_nummer | product_code | eenheid | tarief_cents | begindatum | einddatum
        C1              | 45A04        | 82      | 6000         | 2024-01-01 | 2024-12-31
        C1              | 45A05        | 82      | 6000         | 2024-01-01 |`,
      kostenregel: `
        bericht_id | regel | toewijzing_nummer | product_code | zorgmaand  | cents | bekend_van | beantwoord_op | is_toegekend
        1          | 1     | 1                 | 45A04        | 2024-12-01 | 100   | 2025-01-05 | 2025-01-09    | true
        1          | 2     | 2                 | 45A04        | 2025-01-01 | 200   | 2025-02-05 | 2025-02-09    | true
        1          | 3     | 3                 | 45A05        | 2025-01-01 | 300   | 2025-02-05 | 2025-02-09    | true
        1          | 4     | 4                 | 45A99        | 2025-01-01 | 400   | 2025-02-05 | 2025-02-09    | false`,
    });
    expect(rows).toEqual([
      {nummer: 2, sinds: "2025-02-05", van: "2025-02-05", tot: still, cents: 200},
      {nummer: 4, sinds: "2025-02-05", van: "2025-02-05", tot: "2025-02-09", cents: 400},
    ]);
  });

  test("a Toewijzing without a buurt is open until it has one, or a year after its end", async () => {
    const rows = await found(engine, "zonder-buurt", {
      toewijzing: `
        toewijzing_nummer | bekend_van | bekend_tot | einddatum  | buurt_code | volume | eenheid | frequentie
        1                 | 2025-01-01 | 2025-05-01 |            |            | 10000  | 83      | 4
        1                 | 2025-05-01 | 9999-12-31 |            | BU99990101 | 10000  | 83      | 4
        2                 | 2025-01-01 | 9999-12-31 | 2025-12-31 |            | 10000  | 83      | 4`,
    });
    expect(rows).toEqual([
      {nummer: 1, sinds: "2025-01-01", van: "2025-01-01", tot: "2025-05-01", cents: 120_000},
      {nummer: 2, sinds: "2025-01-01", van: "2025-01-01", tot: "2026-12-31", cents: 120_000},
    ]);
  });

  test("a Toewijzing under an AGB-code that merged is open from 30 days on, until it ends", async () => {
    const rows = await found(
      engine,
      "aanbieder-samengegaan",
      {
        aanbieder: `
          aanbieder | naam | opvolger | opvolger_vanaf
          11111111  | Oud  | 22222222 | 2025-07-01
          22222222  | Nieuw |         |`,
        toewijzing: `
          toewijzing_nummer | aanbieder | ingangsdatum | einddatum
          1                 | 11111111  | 2025-01-01   |
          2                 | 11111111  | 2025-01-01   | 2025-07-15
          3                 | 22222222  | 2025-01-01   |`,
      },
      "hersteld_aanbieder",
    );
    expect(rows).toEqual([
      {nummer: 1, sinds: "2025-07-31", van: "2025-07-31", tot: still, cents: null, hersteld_aanbieder: "22222222"},
    ]);
  });

  test("two persons of one household, month of birth and sex look like one, from when both are known", async () => {
    const rows = await found(
      engine,
      "persoon-dubbel",
      {
        toewijzing: `
          toewijzing_nummer | persoon | bekend_van | huishouden | geboortemaand | geslacht
          1                 | 1       | 2025-01-01 | h1         | 1980-05-01    | 2
          2                 | 2       | 2025-02-01 | h1         | 1980-05-01    | 2
          3                 | 3       | 2025-02-01 | h1         | 1980-06-01    | 2
          4                 | 4       | 2025-02-01 | h2         | 1980-05-01    | 2
          5                 | 5       | 2025-02-01 |            | 1980-05-01    | 2`,
      },
      "hersteld_persoon",
    );
    expect(rows).toEqual([
      {nummer: 2, sinds: "2025-02-01", van: "2025-02-01", tot: still, cents: null, hersteld_persoon: 1},
    ]);
  });

  test("each gemeente is judged by its own rows", async () => {
    const rows = await found(engine, "nooit-gestart", {
      toewijzing: `
        gemeente_code | toewijzing_nummer | ingangsdatum
        GM0001        | 1                 | 2025-01-10
        GM0002        | 1                 | 2025-01-10`,
      hulp: `
        gemeente_code | toewijzing_nummer | bekend_van
        GM0002        | 1                 | ${never}`,
    });
    expect(rows.map(({nummer}) => nummer)).toEqual([1]);
  });
});

async function found(
  engine: Engine,
  controle: string,
  tables: Readonly<Record<string, string>>,
  hersteld?: string,
): Promise<Row[]> {
  const database = await databaseWith(engine, tables);
  await deriveGebrek(database);
  return database.query(
    `select toewijzing_nummer as nummer, sinds, bekend_van as van, bekend_tot as tot, cents
       ${hersteld === undefined ? "" : `, ${hersteld}`}
     from gebrek where controle = $controle order by toewijzing_nummer, bekend_van`,
    {controle},
  );
}
