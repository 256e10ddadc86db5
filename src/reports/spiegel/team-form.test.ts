import {expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {readSources} from "../sources.ts";
import type {Query} from "../view.ts";
import {askSpiegel} from "./asked.ts";
import {type TeamFormTable, teamFormTable} from "./team-form.ts";

interface Team {
  readonly werkgever: string;
  readonly budget?: string;
  /** Of its hundred people so many stopped too early. */
  readonly early: number;
  readonly people?: number;
}

async function open(
  teams: readonly Team[],
  query: Query = {},
  {engine = "duckdb" as (typeof engines)[number], reader = localAdministrator as Reader} = {},
): Promise<TeamFormTable | null> {
  const code = (at: number) => `T0${at + 1}`;
  const people = teams.flatMap(({early, people = 100}, at) =>
    Array.from({length: people}, (_, number) => {
      const reason = number < early ? "21" : "19";
      return `p${at}-${number} | ${1000 * at + number} | Wmo | 99990001 | 02 | 02A05 | BU99990${at + 1}01 | 2024-11-01 | 2024-11-05 | 2024-11-05 | 2025-0${1 + (number % 9)}-20 | stop | ${reason} | 1980-05-01`;
    }),
  );
  const database = await databaseWith(engine, {
    gebied: [
      "gebied_code | soort | naam | jaar",
      "GM9999 | gemeente | Eenvoud | 2025",
      ...teams.map((_, at) => `WK99990${at + 1} | wijk | Wijk ${at + 1} | 2025`),
    ].join("\n"),
    team: [
      "team_code | naam | werkgever | budget",
      ...teams.map(({werkgever, budget = ""}, at) => `${code(at)} | Team ${at + 1} | ${werkgever} | ${budget}`),
    ].join("\n"),
    team_wijk: [
      "team_code | wijk_code | begindatum | einddatum",
      ...teams.map((_, at) => `${code(at)} | WK99990${at + 1} | 2020-01-01 |`),
    ].join("\n"),
    hulp: [
      "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | eerst_toegewezen_op | ingangsdatum | begindatum | einddatum | eind_bron | reden_beeindiging | geboortemaand",
      ...people,
    ].join("\n"),
    kostenregel: [
      "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
      ...["2025-01-01", "2025-12-01"].map(
        (month) =>
          `p0-0 | 0 | Wmo | 99990001 | 02 | 02A05 | BU99990101 | ${month} | 10000 | 2026-01-05 | 2026-01-20 | true`,
      ),
    ].join("\n"),
    gegevens_stand: "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2026-06-30",
  });
  const sources = await readSources(database, reader);
  const asked = await askSpiegel(sources, {per: "team", cijfer: "uitval", van: "2025-01", tot: "2025-12", ...query});
  return teamFormTable(sources, asked);
}

const mixed: readonly Team[] = [
  {werkgever: "gemeente", budget: "geen", early: 20},
  {werkgever: "gemeente", budget: "geen", early: 12},
  {werkgever: "gemeente", budget: "alle hulp", early: 16},
  {werkgever: "stichting", budget: "geen", early: 30},
  {werkgever: "stichting", early: 34},
];

test.each(engines)("teams stand together by their form, with quality beside the figure, on %s", async (engine) => {
  const table = (await open(mixed, {}, {engine}))!;
  expect(table.heads).toEqual(
    ["Stopt te vroeg", "Komt terug"].map((name) => expect.stringContaining(name.slice(0, 4))),
  );
  expect(table.rows.map(({form, teams}) => [form, teams])).toEqual([
    ["In dienst van de gemeente", 3],
    ["In dienst van een stichting", 2],
    ["Beslist over geen geld", 3],
    ["Beslist over alle hulp", 1],
  ]);
  // 12, 16 and 20 of a hundred; 12, 20 and 30.
  expect(table.rows[0]!.figures[0]).toEqual({middle: "16,0\u00a0%", range: "12,0\u00a0% tot 20,0\u00a0%, 3 teams"});
  expect(table.rows[2]!.figures[0]).toEqual({middle: "20,0\u00a0%", range: "12,0\u00a0% tot 30,0\u00a0%, 3 teams"});
  // Two teams say something of themselves, and nothing of their form.
  expect(table.rows[1]!.figures[0]).toBe(null);
  expect(table.rows[3]!.figures[0]).toBe(null);
  expect(table.note).toContain("een verschil kan toeval zijn");
});

test("a team with a hidden figure counts as a team, and its figure does not", async () => {
  const table = (await open([
    ...mixed.slice(0, 2),
    {werkgever: "gemeente", early: 1, people: 2},
    mixed[3]!,
    mixed[4]!,
  ]))!;
  expect(table.rows[0]).toMatchObject({form: "In dienst van de gemeente", teams: 3});
  expect(table.rows[0]!.figures[0]).toBe(null);
  expect(table.note).toContain("Van geen enkele vorm zijn er 3 teams met een getal.");
});

test("teams that are all alike are said to be, and their figures differ by nothing", async () => {
  const table = (await open([1, 2, 3, 4].map(() => ({werkgever: "aanbieder", early: 20}))))!;
  expect(table.heading).toBe("Alle teams zijn in dienst van een aanbieder");
  expect(table.rows).toHaveLength(1);
  expect(table.rows[0]!.figures[0]).toEqual({middle: "20,0\u00a0%", range: "20,0\u00a0% tot 20,0\u00a0%, 4 teams"});
});

test("only the teams that the reader chose are in it", async () => {
  const table = (await open(mixed, {met: ["T01", "T02", "T04", "T05"].join("\n")}))!;
  expect(table.rows.map(({form, teams}) => [form, teams]).slice(0, 2)).toEqual([
    ["In dienst van de gemeente", 2],
    ["In dienst van een stichting", 2],
  ]);
});

test("there is none for wijken, nor for who sees the other teams without a name", async () => {
  expect(await open(mixed, {per: "wijk"})).toBe(null);
  const reader: Reader = {...localAdministrator, id: "lezer", within: [{dimension: "team", values: ["T01"]}]};
  expect(await open(mixed, {}, {reader})).toBe(null);
});
