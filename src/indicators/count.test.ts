import {describe, expect, test} from "vitest";
import {answerAs, table} from "../../test/answer.ts";
import {databaseWith, engines} from "../../test/engines.ts";
import {findIndicator} from "./catalogue.ts";
import {
  type Counting,
  concentration,
  factsAtEnd,
  type Indicator,
  itemsOnDay,
  medianOnDay,
  personsPerInhabitant,
  quantileOnDay,
  shareOfItems,
  shareOfLargest,
  shareOfPersons,
  shareOfSums,
  shareOfTold,
  shareWithin,
  sumOnDay,
  sumPer100Persons,
} from "./indicator.ts";

/** An indicator over facts that a test writes; what it means does not matter here. */
function counted(counting: Counting, sql: string, minimumBase = 0): Indicator {
  return {...findIndicator("instroom"), counting: {...counting, minimumBase}, parts: [], sql: `-- What?\n${sql}`};
}

/** Help that began, with a number and a thing that it is about. */
function begun(numerator: string, item = "null"): string {
  return `select known_hulp.*, begindatum as on_day, ${numerator} as numerator, 1 as denominator, ${item} as item from known_hulp`;
}

const year = {grain: "jaar"} as const;

describe.each(engines)("ways of counting on %s", (engine) => {
  const days = `
    client | begindatum | ingangsdatum | buurt_code
    anna   | 2025-01-11 | 2025-01-01   | BU99990101
    bert   | 2025-01-21 | 2025-01-01   | BU99990101
    carla  | 2025-01-31 | 2025-01-01   | BU99990101
    dirk   | 2025-02-20 | 2025-01-01   | BU99990201
    eva    | 2025-02-20 | 2025-01-31   | BU99990201`;
  const waited = begun("begindatum - ingangsdatum");

  test("a quantile: nine of ten are at most this far", async () => {
    const database = await databaseWith(engine, {hulp: days});
    // 10, 20, 20, 30, 50: nine tenths of the way along four steps is 0.6 between 30 and 50.
    expect(await answerAs(database, counted(quantileOnDay(0.9), waited), year)).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 130    | 5      | 42     | 5`),
    );
  });

  test("a share within a norm, of which those who are within it are told to the door", async () => {
    const database = await databaseWith(engine, {hulp: days});
    const within = counted(shareWithin(20), waited);
    expect(await answerAs(database, within, {...year, dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde | personen | in teller
        WK999901 | 2025    | 2      | 3      | 0.6667 | 3        | 2
        WK999902 | 2025    | 1      | 2      | 0.5    | 2        | 1`),
    );
    expect(await answerAs(database, {...within, counting: shareWithin(20)}, year)).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen | in teller
        2025    | 3      | 5      | te weinig | 5        | 3`),
    );
  });

  const households = `
    client | begindatum | aanbieder | wet      | huishouden | verwijzer_code
    anna   | 2025-01-01 | 11111111  | Wmo      | h1         | 01000001
    anna   | 2025-01-05 | 22222222  | Wmo      | h1         | 01000001
    bert   | 2025-01-09 | 11111111  | Jeugdwet | h1         |
    carla  | 2025-02-01 | 33333333  | Wmo      | h2         | 01000002
    dirk   | 2025-02-01 | 33333333  | Wmo      |            | 01000001`;

  test("things beside people: aanbieders, practices and households, each once and none of what is not known", async () => {
    const database = await databaseWith(engine, {hulp: households});
    const of = (item: string) => answerAs(database, counted(itemsOnDay, begun("1", item)), year);
    const head = "periode | teller | noemer | waarde | personen";
    expect(await of("aanbieder")).toEqual(table(`${head}\n2025 | 3 | | 3 | 4`));
    expect(await of("verwijzer_code")).toEqual(table(`${head}\n2025 | 2 | | 2 | 4`));
    expect(await of("huishouden")).toEqual(table(`${head}\n2025 | 2 | | 2 | 4`));
  });

  const inPeriod = (numerator: string) =>
    `select known_hulp.*, period_asked.period, period_asked.last_day as on_day, ${numerator} as numerator, huishouden as item
     from known_hulp
     cross join period_asked`;

  test("a share of people and of households: whoever has three facts counts once", async () => {
    const database = await databaseWith(engine, {hulp: households});
    const hasYouth = inPeriod("case when wet = 'Jeugdwet' then 1 else 0 end");
    expect(await answerAs(database, counted(shareOfPersons, hasYouth), year)).toEqual(
      table(`
        periode | teller | noemer | waarde | personen | in teller
        2025    | 1      | 4      | 0.25   | 4        | 1`),
    );
    expect(await answerAs(database, counted(shareOfItems, hasYouth), year)).toEqual(
      table(`
        periode | teller | noemer | waarde | personen | in teller
        2025    | 1      | 2      | 0.5    | 4        | 1`),
    );
  });

  test("a rate per 100 and per 1,000 people, whether it happened to them or not", async () => {
    const database = await databaseWith(engine, {hulp: households});
    const starts = begun("case when aanbieder = '33333333' then 1 else 0 end");
    const of = (counting: Counting) => answerAs(database, counted(counting, starts), year);
    const head = "periode | teller | noemer | waarde | personen | in teller";
    expect(await of(sumPer100Persons)).toEqual(table(`${head}\n2025 | 2 | 4 | 50 | 4 | 2`));
    expect(await of({...sumPer100Persons, per: 1000})).toEqual(table(`${head}\n2025 | 2 | 4 | 500 | 4 | 2`));
  });

  const paid = `
    client | toewijzing_nummer | zorgmaand  | cents | is_credit | beantwoord_op | is_toegekend | aanbieder
    anna   | 1                 | 2025-01-01 | 600   | false     | 2025-03-01    | true         | 11111111
    bert   | 2                 | 2025-01-01 | 300   | false     | 2025-03-01    | true         | 22222222
    anna   | 3                 | 2025-01-01 | 100   | false     | 2025-03-01    | true         | 33333333
    carla  | 4                 | 2025-01-01 | 900   | false     | 2025-03-01    | true         | 44444444
    carla  | 4                 | 2025-01-01 | -900  | true      | 2025-05-01    | true         | 44444444
    dirk   | 5                 | 2025-02-01 | 500   | false     | 2025-03-01    | true         | 44444444
    eva    | 6                 | 2025-03-01 | 700   | false     | 2025-03-01    | true         | 44444444
    eva    | 6                 | 2025-03-01 | -700  | true      | 2025-05-01    | true         | 44444444`;
  const perAanbieder =
    "select known_kostenregel.*, zorgmaand as on_day, cents as numerator, aanbieder as item from known_kostenregel where is_toegekend";

  test("the share of the largest, and how concentrated the whole is, whoever is left with nothing not counted", async () => {
    const database = await databaseWith(engine, {kostenregel: paid});
    expect(await answerAs(database, counted(shareOfLargest(1), perAanbieder))).toEqual(
      table(`
        periode | teller | noemer | waarde | personen | in teller
        2025-01 | 600    | 1000   | 0.6    | 2        | 1
        2025-02 | 500    | 500    | 1      | 1        | 1`),
    );
    expect(await answerAs(database, counted(shareOfLargest(2), perAanbieder), {dimensions: ["wet"]})).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde | personen | in teller
        Jeugdwet | 2025-01 | 900    | 1000   | 0.9    | 2        | 2
        Jeugdwet | 2025-02 | 500    | 500    | 1      | 1        | 1`),
    );
    // 0.6² + 0.3² + 0.1² = 0.46, and all with one is 1.
    expect(await answerAs(database, counted(concentration, perAanbieder))).toEqual(
      table(`
        periode | teller | noemer | waarde | personen | in teller
        2025-01 | 600    | 1000   | 4600   | 2        | 1
        2025-02 | 500    | 500    | 10000  | 1        | 1`),
    );
  });

  test("all equal: the concentration of n things is 10,000 / n", async () => {
    const equal = paid.replaceAll(/ (600|300) /g, " 100 ");
    const database = await databaseWith(engine, {kostenregel: equal});
    const [, january] = await answerAs(database, counted(concentration, perAanbieder));
    expect(january).toEqual(["2025-01", "100", "300", "3333", "2", "1"]);
  });

  test("euros per thing: per aanbieder and per hour, hours with their decimals", async () => {
    const database = await databaseWith(engine, {kostenregel: paid});
    const perThing: Counting = {...sumOnDay, denominator: "items", value: "ratio"};
    expect(await answerAs(database, counted(perThing, perAanbieder), {to: "2025-02"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 1000   | 4      | 250    | 3
        2025-02 | 500    | 1      | 500    | 1`),
    );
    const hours = perAanbieder.replace("aanbieder as item", "0.5 as denominator");
    expect(
      await answerAs(database, counted({...shareOfSums, denominator: "amount"}, hours), {
        from: "2025-02",
        to: "2025-02",
      }),
    ).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-02 | 500    | 0.5    | 1000   | 1`),
    );
  });

  test("clients for each worker: people who run on, and the fte of their team", async () => {
    const database = await databaseWith(engine, {
      hulp: households,
      team: "team_code | naam | werkgever | fte\n T1 | Noord | gemeente | 0.8\n T2 | Zuid | gemeente | 0.7",
    });
    const sql = `select gemeente_code, wet, persoon, begindatum, einddatum, 0 as denominator from known_hulp
      union all
      select gemeente_code, 'onbekend', null, date '2024-01-01', null, fte from team where gemeente_code = $gemeente_code`;
    const caseload: Counting = {...factsAtEnd, numerator: "persons", denominator: "amount", value: "ratio"};
    expect(await answerAs(database, counted(caseload, sql), year)).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 4      | 1.5    | 2.6667 | 4`),
    );
  });

  test("what was told as counts has the people that were told of", async () => {
    const database = await databaseWith(engine, {
      uitkomst: `
        wet | aanbieder | jaar | kwartaal | maat | gevraagd | beantwoord | positief
        Wmo | 11111111  | 2025 | 1        | nut  | 40       | 20         | 15
        Wmo | 22222222  | 2025 | 1        | nut  | 12       | 4          | 4`,
    });
    const sql = `select gemeente_code, wet, aanbieder, cast(null as integer) as persoon, date '2025-01-01' as on_day,
      positief as numerator, beantwoord as denominator, beantwoord as people from uitkomst`;
    expect(await answerAs(database, counted(shareOfTold, sql), {dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde | personen | in teller
        11111111  | 2025-01 | 15     | 20     | 0.75   | 20       | 15
        22222222  | 2025-01 | 4      | 4      | 1      | 4        | 4`),
    );
  });

  test("per 1,000 inhabitants of some ages only", async () => {
    const database = await databaseWith(engine, {
      hulp: "client | begindatum | geboortemaand\n anna | 2024-01-01 | 2015-03-01\n bert | 2024-01-01 | 2010-03-01",
      bevolking: `
        buurt_code | geslacht | leeftijd_van | leeftijd_tot | aantal
        BU99990101 | 1        | 0            | 17           | 90
        BU99990101 | 1        | 18           | 64           | 1000`,
    });
    const sql =
      "select known_hulp.*, period_asked.period, period_asked.last_day as on_day from known_hulp cross join period_asked";
    const counting: Counting = {...personsPerInhabitant, inhabitantAges: ["0-3", "4-11", "12-17"]};
    expect(await answerAs(database, counted(counting, sql, 50), year)).toEqual(
      table(`
        periode | teller | noemer | waarde  | personen
        2025    | 2      | 90     | 22.2222 | 2`),
    );
  });

  test("a base of nothing, and numbers that none of the facts knows, give no value and say why", async () => {
    const database = await databaseWith(engine, {hulp: days});
    const value = async (counting: Counting, sql: string) =>
      (await answerAs(database, counted(counting, sql), year))[1]?.[3];
    expect(
      await value(
        shareOfSums,
        `select fact.*, 0 as denominator from (select known_hulp.*, begindatum as on_day, 1 as numerator from known_hulp) as fact`,
      ),
    ).toBe("geen");
    expect(await value(sumOnDay, begun("cast(null as integer)"))).toBe("geen");
    expect(await value(medianOnDay, begun("cast(null as integer)"))).toBe("geen");
    expect(await value(concentration, begun("1"))).toBeUndefined(); // nothing of which it could be the concentration
  });
});
