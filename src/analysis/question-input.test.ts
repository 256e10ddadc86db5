import {beforeAll, describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../test/engines.ts";
import type {Database} from "../database/database.ts";
import {UserError} from "../errors.ts";
import {type QuestionInput, readQuestion} from "./question-input.ts";

async function heuveldam(engine: (typeof engines)[number]): Promise<Database> {
  const database = await databaseWith(engine, {
    kostenregel: `
      zorgmaand  | aanbieder | buurt_code
      2024-03-01 | 11111111  | BU99990101
      2025-08-01 | 11111111  | BU99990101`,
    hulp: "begindatum\n 2024-05-10\n 2025-12-01",
    gebied: "gebied_code | soort | naam\n WK999901 | wijk | Binnenstad\n BU99990101 | buurt | Markt",
    team_wijk: "team_code | wijk_code\n T1 | WK999901",
    product: "product_categorie | product_code | productgroep\n 45 | 45A04 | Ambulant",
  });
  await database.execute("update gegevens_stand set data_versie = 1, data_datum = date '2025-10-12'");
  return database;
}

describe.each(engines)("a typed question on %s", (engine) => {
  test("is about all months with data of the only gemeente, as known on the newest Dagtekening, unless it says otherwise", async () => {
    const database = await heuveldam(engine);
    expect(await readQuestion(database, {indicator: "kosten"})).toEqual({
      indicator: "kosten",
      gemeenteCode: "GM9999",
      dimensions: [],
      grain: "maand",
      from: "2024-03",
      to: "2025-10",
      where: [],
      knownOn: "2025-10-12",
    });
    const typed: QuestionInput = {
      indicator: "wachttijd",
      gemeente: "GM9999",
      per: "wijk, jaar,deel",
      van: "2010-01",
      tot: "2035-12",
      waar: ["team=T1", "deel=tot-start", "productgroep=Ambulant", "wijk=onbekend"],
      bekendOp: "2025-06-30",
    };
    expect(await readQuestion(database, typed)).toEqual({
      indicator: "wachttijd",
      gemeenteCode: "GM9999",
      dimensions: ["wijk", "deel"],
      grain: "jaar",
      from: "2010-01",
      to: "2035-12",
      where: [
        {dimension: "team", value: "T1"},
        {dimension: "deel", value: "tot-start"},
        {dimension: "productgroep", value: "Ambulant"},
        {dimension: "wijk", value: "onbekend"},
      ],
      knownOn: "2025-06-30",
    });
  });
});

describe("a typed question", () => {
  let database: Database;

  beforeAll(async () => {
    database = await heuveldam("duckdb");
  });

  test.each<[Partial<QuestionInput>, string]>([
    [{indicator: "kostn"}, "Indicator 'kostn' bestaat niet. Bedoelde u 'kosten'? Zie 'indicators'."],
    [{gemeente: "GM0001"}, "Van gemeente 'GM0001' zijn er geen gegevens. Wel van: GM9999."],
    [{per: "wijkk"}, "Verdeling 'wijkk' bestaat niet. Bedoelde u 'wijk'? Kies uit: wet,"],
    [{per: "maand,jaar"}, "Kies bij --per één periode: maand of jaar."],
    [{per: "deel"}, "Indicator 'kosten' heeft geen delen. Laat 'deel' weg."],
    [{van: "2025-13"}, "--van '2025-13' is geen maand. Schrijf bijvoorbeeld 2025-01."],
    [{van: "2025-05", tot: "2025-04"}, "--tot 2025-04 ligt voor --van 2025-05. Kies een latere maand."],
    [{van: "2031-01"}, "zijn er geen gegevens. Kies bij --van een eerdere maand."],
    [{tot: "2001-01"}, "zijn er geen gegevens. Kies bij --tot een latere maand."],
    [{bekendOp: "2025-02-30"}, "--bekend-op '2025-02-30' is geen datum. Schrijf bijvoorbeeld 2025-06-30."],
    [{waar: ["wijk"]}, "'wijk' klopt niet. Schrijf --waar als verdeling=code, bijvoorbeeld wet=Wmo."],
    [
      {waar: ["wijk=WK999902"]},
      "Bij 'wijk' is geen code 'WK999902'. Bedoelde u 'WK999901'? Er zijn: WK999901, onbekend.",
    ],
    [{waar: ["wet=wmo"]}, "Bij 'wet' is geen code 'wmo'. Bedoelde u 'Wmo'? Er zijn: Jeugdwet, Wmo."],
    [{waar: ["leeftijdsgroep=0-4"]}, "Er zijn: 0-3, 12-17, 18-22, 23-44, 4-11, 45-64, 65-74, 75-84, 85+, onbekend."],
    [{waar: ["leeftijd=0-3"]}, "Verdeling 'leeftijd' bestaat niet. Bedoelde u 'leeftijdsgroep'?"],
  ])("with a mistake gives one line that says what to do: %o", async (typed, line) => {
    const asked = readQuestion(database, {indicator: "kosten", ...typed});
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(line);
    await expect(asked).rejects.not.toThrow(/\n/);
  });
});

test("without data says how to get them", async () => {
  const database = await databaseWith("duckdb", {});
  await expect(readQuestion(database, {indicator: "kosten"})).rejects.toThrow(
    "Er zijn nog geen gegevens. Lees ze in met: npx wijkbalans import MAP",
  );
});

test("with several gemeenten asks which one", async () => {
  const database = await databaseWith("duckdb", {kostenregel: "gemeente_code\n GM0001\n GM9999"});
  await database.execute("update gegevens_stand set data_datum = date '2025-10-12'");
  await expect(readQuestion(database, {indicator: "kosten"})).rejects.toThrow(
    "GM0001, GM9999. Kies er een met --gemeente",
  );
});
