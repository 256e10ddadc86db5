import {expect, test} from "vitest";
import {databaseWith} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {readSources} from "../sources.ts";
import type {Query} from "../view.ts";
import {type AlikeTable, alikeTable} from "./alike.ts";
import {askSpiegel} from "./asked.ts";

const wijken = ["Noord", "Oost", "Zuid", "West", "Midden", "Haven", "Dijk", "Veld", "Polder"];

const codeOf = (at: number) => `WK9999${String(at + 1).padStart(2, "0")}`;

/** Wijken of a thousand people, so many of whom are young. */
async function open(
  young: readonly number[],
  query: Query,
  reader: Reader = localAdministrator,
): Promise<AlikeTable | null> {
  const database = await databaseWith("duckdb", {
    gebied: [
      "gebied_code | soort | naam | jaar",
      "GM9999 | gemeente | Eenvoud | 2025",
      ...young.map((_, at) => `${codeOf(at)} | wijk | ${wijken[at]} | 2025`),
    ].join("\n"),
    bevolking: [
      "buurt_code | jaar | geslacht | leeftijd_van | leeftijd_tot | aantal",
      ...young.flatMap((count, at) => [
        `BU${codeOf(at).slice(2)}01 | 2025 | 1 | 4 | 11 | ${count}`,
        `BU${codeOf(at).slice(2)}01 | 2025 | 1 | 23 | 44 | ${1000 - count}`,
      ]),
    ].join("\n"),
    kostenregel: [
      "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
      ...["2025-01-01", "2025-12-01"].map(
        (month) =>
          `p0 | 0 | Wmo | 99990001 | 02 | 02A05 | BU99990101 | ${month} | 10000 | 2026-01-05 | 2026-01-20 | true`,
      ),
    ].join("\n"),
    gegevens_stand: "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2026-06-30",
  });
  const sources = await readSources(database, reader);
  return alikeTable(sources, await askSpiegel(sources, {van: "2025-01", tot: "2025-12", ...query}));
}

const different = [100, 110, 120, 130, 140, 300, 310, 320, 330];

test("the wijken most alike come nearest first, with what they were chosen on, and a way to compare with them", async () => {
  const table = (await open(different, {wie: "WK999903"}))!;
  expect(table.heading).toBe("Deze 4 wijken lijken het meest op Zuid");
  expect(table.note).toBe("Gekozen op wie er wonen, niet op de uitkomsten: jonger dan 18. Elk telt even zwaar.");
  expect(table.rows.map(({name, isOwn, cells}) => [name, isOwn, cells[0]])).toEqual([
    ["Zuid", true, "12,0\u00a0%"],
    ["Oost", false, "11,0\u00a0%"],
    ["West", false, "13,0\u00a0%"],
    ["Noord", false, "10,0\u00a0%"],
    ["Midden", false, "14,0\u00a0%"],
  ]);
  const parameters = new URL(`http://x${table.href!}`).searchParams;
  expect(parameters.get("wie")).toBe("WK999903");
  expect(parameters.getAll("met")).toEqual(["WK999901", "WK999902", "WK999904", "WK999905"]);
});

test.each([
  ["seven wijken", different.slice(0, 7), "Van 7 wijken weten wij wie er wonen. Bij minder dan 8 is bijna iedereen"],
  ["wijken that are all equal", different.map(() => 100), "Alle wijken zijn gelijk in leeftijd en inkomen."],
])("of %s there is no list, and it says why", async (_, young, line) => {
  const table = (await open(young, {wie: "WK999903"}))!;
  expect(table).toMatchObject({heading: "Wie lijkt op Zuid", rows: [], href: null});
  expect(table.note).toContain(line);
});

test("there is none for all wijken together, nor for an aanbieder", async () => {
  expect(await open(different, {})).toBe(null);
  expect(await open(different, {per: "aanbieder"})).toBe(null);
});

test("who sees the others without a name is told of none of them", async () => {
  const reader: Reader = {...localAdministrator, id: "lezer", within: [{dimension: "wijk", values: ["WK999903"]}]};
  expect(await open(different, {}, reader)).toBe(null);
});
