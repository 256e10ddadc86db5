import {beforeAll, describe, expect, test} from "vitest";
import {databaseWith} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import type {ScreenName} from "../../access/screens.ts";
import {readSignals} from "../../collaboration/signaal/signaal.ts";
import {isWatched, watch} from "../../collaboration/signaal/watch.ts";
import type {Database} from "../../database/database.ts";
import {readSources} from "../sources.ts";
import {vandaag} from "./vandaag.ts";

const wijken = [1, 2, 3, 4, 5, 6];
/** How many people with Wmo there are in each of the two buurten of a wijk: in the last one twice as many. */
const counts = [40, 42, 38, 41, 39, 90];
const months = Array.from(
  {length: 24},
  (_, at) => `${2024 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, "0")}-01`,
);

const tables = {
  gegevens_stand: "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2026-03-31",
  gebied: [
    "jaar | soort | gebied_code | naam",
    "2025 | gemeente | GM9999 | Heuveldam",
    ...wijken.map((wijk) => `2025 | wijk | WK99990${wijk} | Wijk ${wijk}`),
  ].join("\n"),
  hulp: [
    "client | begindatum | wet | buurt_code | geboortemaand | aanbieder",
    ...wijken.flatMap((wijk, at) =>
      ["01", "02"].flatMap((buurt) =>
        Array.from(
          {length: counts[at]!},
          (_, number) =>
            `p${wijk}${buurt}${number} | 2023-06-01 | Wmo | BU99990${wijk}${buurt} | 1970-05-01 | 7575000${1 + (number % 2)}`,
        ),
      ),
    ),
  ].join("\n"),
  bevolking: [
    "buurt_code | jaar | geslacht | leeftijd_van | leeftijd_tot | aantal",
    ...wijken.flatMap((wijk) => ["01", "02"].map((buurt) => `BU99990${wijk}${buurt} | 2025 | 1 | 45 | 64 | 500`)),
  ].join("\n"),
  team_wijk: [
    "team_code | wijk_code | begindatum | einddatum",
    ...wijken.map((wijk) => `T0${1 + (wijk % 2)} | WK99990${wijk} | 2020-01-01 |`),
  ].join("\n"),
  kostenregel: [
    "client | aanbieder | wet | product_code | zorgmaand | cents | is_credit | beantwoord_op | is_toegekend",
    ...months.flatMap((month) =>
      Array.from(
        {length: 12},
        (_, at) => `p1010${at} | 75750001 | Wmo | 02A03 | ${month} | 10000 | false | ${month} | true`,
      ),
    ),
  ].join("\n"),
};

const open: ReadonlySet<ScreenName> = new Set(["spiegel", "stand-van-zorg", "wijkprofiel", "gemeenten"]);

describe("Vandaag", () => {
  let database: Database;

  beforeAll(async () => {
    database = await databaseWith("duckdb", tables);
    const now = new Date("2026-04-01T08:00:00Z");
    await watch({database, gemeenteCode: "GM9999", knownOn: "2026-03-31", norms: [], now});
  });

  const asReader = (part: Partial<Reader>) => ({...localAdministrator, seesLines: false, ...part});
  const page = async (reader: Reader, screens = open) => {
    const sources = await readSources(database, reader);
    return vandaag(sources, screens, "2026-04-01");
  };
  const inWijk = (code: string) => asReader({role: "professional", within: [{dimension: "wijk", values: [code]}]});

  test("tells who sees the gemeente of the wijk that stands out, with what was expected and a question to begin with", async () => {
    const {signals, kern, day, links} = await page(asReader({role: "beleidsmaker"}));
    expect(signals.map(({rule, title}) => [rule, title])).toEqual([
      ["afwijking", expect.stringMatching(/^Wijk 6: mensen met hulp per 1\.000 inwoners 180,0, verwacht 96,7$/)],
    ]);
    const [signal] = signals;
    expect(signal!.line).toContain("hoger dan verwacht");
    expect(signal!.stake).toMatch(/^180 mensen/);
    expect(signal!.question.endsWith("?")).toBe(true);
    expect(signal!.href).toContain("wie=WK999906");
    expect(kern).toContain("één ding");
    expect(day).toBe("Woensdag 1\u00a0april\u00a02026, Heuveldam");
    expect(links.map(({screen}) => screen)).toEqual(["spiegel", "wijkprofiel", "gemeenten"]);
  });

  test("tells who sees one wijk of that wijk, and of no other", async () => {
    expect((await page(inWijk("WK999906"))).signals).toHaveLength(1);
    expect((await page(inWijk("WK999901"))).signals).toEqual([]);
    const inWmo = asReader({within: [{dimension: "wet", values: ["Wmo"]}]});
    expect((await page(inWmo)).signals).toHaveLength(1);
    const inJeugd = asReader({within: [{dimension: "wet", values: ["Jeugdwet"]}]});
    expect((await page(inJeugd)).signals).toEqual([]);
  });

  test("tells nothing to who may not see the mirror, and says so without a false calm", async () => {
    const {signals, kern, links} = await page(asReader({role: "beheerder"}), new Set());
    expect([signals, kern, links]).toEqual([[], "Hier begint u.", []]);
  });

  test("is looked at once for each delivery, and is not told as new the next time", async () => {
    expect(await isWatched(database, "GM9999")).toBe(true);
    const before = await readSignals(database, "GM9999");
    await watch({
      database,
      gemeenteCode: "GM9999",
      knownOn: "2026-03-31",
      norms: [],
      now: new Date("2026-05-01T08:00:00Z"),
    });
    expect(await readSignals(database, "GM9999")).toEqual(before);
  });
});
