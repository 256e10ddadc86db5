import {beforeAll, expect, test} from "vitest";
import {databaseWith} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readSources, type Sources} from "../sources.ts";
import {spiegel} from "../spiegel/spiegel.ts";
import type {View} from "../view.ts";
import {expectedOf} from "./expected.ts";
import {readMeasures} from "./measures.ts";

const view: View = {
  gemeenteCode: "GM9999",
  from: "2025-01",
  to: "2025-12",
  splitBy: "wijk",
  knownOn: "2026-06-30",
  where: [],
};

/** Wijken of a thousand people; of each so many get Wmo-help through the year. */
async function world(counts: readonly number[]): Promise<Database> {
  const wijk = (at: number) => `9999${String(at + 1).padStart(2, "0")}`;
  return databaseWith("duckdb", {
    gebied: [
      "gebied_code | soort | naam | jaar",
      "GM9999 | gemeente | Eenvoud | 2025",
      ...counts.map((_, at) => `WK${wijk(at)} | wijk | Wijk ${at + 1} | 2025`),
    ].join("\n"),
    hulp: [
      "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | eerst_toegewezen_op | ingangsdatum | begindatum | einddatum | eind_bron | reden_beeindiging | geboortemaand",
      ...counts.flatMap((count, at) =>
        Array.from(
          {length: count},
          (_, number) =>
            `p${at}-${number} | ${1000 * at + number} | Wmo | 99990001 | 02 | 02A05 | BU${wijk(at)}01 | 2024-11-01 | 2024-11-05 | 2024-11-05 | | | | 1980-05-01`,
        ),
      ),
    ].join("\n"),
    kostenregel: [
      "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
      ...["2025-01-01", "2025-12-01"].map(
        (month) =>
          `p0-0 | 0 | Wmo | 99990001 | 02 | 02A05 | BU99990101 | ${month} | 10000 | 2026-01-05 | 2026-01-20 | true`,
      ),
    ].join("\n"),
    bevolking: [
      "buurt_code | jaar | geslacht | leeftijd_van | leeftijd_tot | aantal",
      ...counts.map((_, at) => `BU${wijk(at)}01 | 2025 | 1 | 45 | 64 | 1000`),
    ].join("\n"),
    gegevens_stand: "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2026-06-30",
  });
}

let sources: Sources;

beforeAll(async () => {
  sources = await readSources(await world([50, 52, 48, 51, 49, 120]), localAdministrator);
});

test("a wijk with more help than its people make expected says so, as the mirror to which it leads", async () => {
  const expected = (await expectedOf(sources, view, "clienten-per-1000", "WK999906"))!;
  // 370 people in six wijken alike.
  expect(expected).toMatchObject({text: "61,7", words: "hoger dan verwacht"});
  const query = Object.fromEntries(new URL(`http://x${expected.href}`).searchParams);
  expect(query).toMatchObject({per: "wijk", cijfer: "clienten-per-1000", wie: "WK999906"});
  const mirror = await spiegel(sources, query);
  expect(mirror.kern).toContain("Van Wijk 6 is dit hoger dan verwacht.");
  expect(mirror.heading).toBe(
    "Wijk 6: 120,0 per\u00a01.000\u00a0inwoners. Verwacht: 61,7 per\u00a01.000\u00a0inwoners",
  );
});

test("a usual wijk is as expected, and stands so beside its use", async () => {
  const rows = await readMeasures(sources, view, "WK999901", true);
  expect(rows.find(({id}) => id === "wmo")).toMatchObject({
    ownText: "50,0",
    expected: {text: "61,7", words: expect.stringMatching(/verwacht|toeval/)},
  });
  // Of money and of waiting nothing is to be expected.
  for (const id of ["kosten", "wachttijd", "aanbieders"] as const) {
    expect(rows.find((row) => row.id === id)).toMatchObject({expected: null});
  }
});

test.each([
  ["two wijken", [50, 60]],
  ["three wijken, one with a client", [50, 60, 55, 1]],
])("of %s nothing is expected: there are too few to compare", async (_, counts) => {
  const few = await readSources(await world(counts), localAdministrator);
  expect(await expectedOf(few, view, "clienten-per-1000", "WK999901")).toBe(null);
});

test("of wijken that are all equal each is as expected", async () => {
  const equal = await readSources(await world([50, 50, 50, 50, 50]), localAdministrator);
  for (const wijk of ["WK999901", "WK999905"]) {
    expect(await expectedOf(equal, view, "clienten-per-1000", wijk)).toMatchObject({
      text: "50,0",
      words: "als verwacht",
    });
  }
});

test("who sees one wijk gets it of that wijk, and who sees one aanbieder of none", async () => {
  const narrowed = (dimension: "wijk" | "aanbieder", value: string): Reader => ({
    ...localAdministrator,
    id: "lezer",
    within: [{dimension, values: [value]}],
  });
  const own = {...sources, reader: narrowed("wijk", "WK999906")};
  expect(await expectedOf(own, view, "clienten-per-1000", "WK999906")).toMatchObject({words: "hoger dan verwacht"});
  expect(await expectedOf(own, view, "clienten-per-1000", "WK999901")).toBe(null);
  const provider = {...sources, reader: narrowed("aanbieder", "99990001")};
  expect(await expectedOf(provider, view, "clienten-per-1000", "WK999906")).toBe(null);
});
