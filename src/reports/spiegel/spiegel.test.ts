import {beforeAll, describe, expect, test} from "vitest";
import {databaseWith} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {csvText} from "../csv.ts";
import {readSources} from "../sources.ts";
import type {Query} from "../view.ts";
import {spiegelFile} from "./file.ts";
import {type Spiegel, spiegel} from "./spiegel.ts";

const wijken = ["Noord", "Oost", "Zuid", "West", "Midden", "Haven", "Dijk", "Veld", "Polder"];
const stopped = [12, 13, 11, 12, 14, 11, 13, 12, 40];

let database: Database;

/** Nine wijken with a hundred people whose help ended in 2025; in the last of them many stopped too early. */
beforeAll(async () => {
  const people = wijken.flatMap((_, wijk) =>
    Array.from({length: 100}, (__, number) => {
      const reason = number < stopped[wijk]! ? "21" : "19";
      return `p${wijk}-${number} | ${1000 * wijk + number} | Wmo | 99990001 | 02 | 02A05 | BU9999${String(wijk + 1).padStart(2, "0")}01 | 2024-11-01 | 2024-11-05 | 2024-11-05 | 2025-0${1 + (number % 9)}-20 | stop | ${reason} | 1980-05-01`;
    }),
  );
  database = await databaseWith("duckdb", {
    gebied: [
      "gebied_code | soort | naam | jaar",
      "GM9999 | gemeente | Eenvoud | 2025",
      ...wijken.map((naam, at) => `WK9999${String(at + 1).padStart(2, "0")} | wijk | ${naam} | 2025`),
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
    product:
      "wet | product_categorie | product_code | naam | productgroep | taakveld | zwaarte | variant | eenheid\n Wmo | 02 | 02A05 | Begeleiding | Begeleiding | 6.71b | midden | inspanning | 04",
    bevolking: [
      "buurt_code | jaar | geslacht | leeftijd_van | leeftijd_tot | aantal",
      ...wijken.map((_, at) => `BU9999${String(at + 1).padStart(2, "0")}01 | 2025 | 1 | 23 | 64 | 1000`),
    ].join("\n"),
    gegevens_stand: "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2026-06-30",
  });
});

async function open(query: Query, reader: Reader = localAdministrator): Promise<Spiegel> {
  return spiegel(await readSources(database, reader), query);
}

const early: Query = {cijfer: "uitval", van: "2025-01", tot: "2025-12"};

describe("the mirror of wijken", () => {
  test("names who stands apart, and by more than chance", async () => {
    const {kern, title, funnel, table} = await open(early);
    expect(title).toBe("Spiegel: wijken");
    expect(kern).toBe("Polder: hoger dan verwacht. Dat is meer dan toeval. Wat de oorzaak is, zegt het niet.");
    expect(funnel!.points).toHaveLength(9);
    expect(table.rows.map(({name}) => name)).toEqual([...wijken].sort());
    expect(table.rows.filter(({isAttention}) => isAttention).map(({name}) => name)).toEqual(["Polder"]);
  });

  test("of one wijk says its figure, what was expected, and where it lies", async () => {
    const {kern, heading, table, course, beside} = await open({...early, wie: "WK999909"});
    expect(heading).toMatch(/^Polder: 40,0\u00a0%\. Verwacht: 15,3\u00a0%$/);
    expect(kern).toContain("Van Polder is dit hoger dan verwacht. Dat is meer dan toeval.");
    expect(table.rows.filter(({isOwn}) => isOwn).map(({name}) => name)).toEqual(["Polder"]);
    // One year has a figure: there is no course to draw.
    expect(course).toBe(null);
    const row = beside!.rows.find(({name}) => name === "Stopt te vroeg")!;
    expect(row.own).toMatchObject({value: 0.4, numerator: 40, denominator: 100});
    expect(row.others).toMatchObject({count: 8, middle: 0.12});
    expect(row.words).toBe("hoger dan het midden");
  });

  test("of a usual wijk says that the difference can be chance", async () => {
    const {kern} = await open({...early, wie: "WK999901"});
    expect(kern).toBe("Van Noord is dit als verwacht. Het verschil kan toeval zijn.");
  });

  test("the file has the same figures, how they were compared, and what is hidden", async () => {
    const text = csvText(await spiegelFile(await readSources(database, localAdministrator), early));
    expect(text).toContain("Verwacht is: hoe vaak het zou gebeuren als elke soort hulp hier ging");
    expect(text).toContain("Verborgen: minder dan 10 mensen");
    expect(text).toMatch(/WK999909;Polder;40;40;100;15,33;40;.*hoger dan verwacht/);
  });
});

describe("what cannot be compared", () => {
  test.each([
    [
      {per: "schoenmaat"},
      "Vergelijken per 'schoenmaat' kan niet. Kies uit: 'wijk', 'buurt', 'team', 'aanbieder', 'verwijzer-praktijk'.",
    ],
    [{cijfer: "geluk"}, "Het cijfer 'geluk' staat niet in de catalogus. Kies er een uit de lijst."],
    [{wie: "WK999999"}, "Deze wijk kennen wij niet. Kies er een uit de lijst bij 'Wie'."],
  ])("%o is one clear line", async (query, line) => {
    await expect(open(query)).rejects.toThrow(line);
  });

  test("a figure that this kind of unit does not have becomes the usual one", async () => {
    const {question} = await open({...early, per: "aanbieder", cijfer: "clienten-per-1000"});
    expect(question.words.map(({text}) => text).join("")).toContain("Stopt te vroeg van alle aanbieders");
  });
});

describe("a group that the reader chose", () => {
  const four = ["WK999901", "WK999902", "WK999903", "WK999904"];
  const met = (codes: readonly string[]) => codes.join("\n");

  test("is all that the unit is set beside, in the sentence, the funnel, the table and the file", async () => {
    const query = {...early, wie: "WK999909", met: met(four)};
    const {question, funnel, table, kern, beside, fileHref} = await open(query);
    expect(question.words.map(({text}) => text).join("")).toContain("van Polder naast 4 wijken die u koos");
    expect(funnel!.points).toHaveLength(5);
    expect(funnel!.otherWords).toBe("wijken die u koos");
    // (12 + 13 + 11 + 12 + 40) of 500.
    expect(funnel!.middle).toBeCloseTo(88 / 500, 9);
    expect(funnel!.middleWords).toMatch(/^Deze wijken: 17,6/);
    expect(table.rows.map(({name}) => name)).toEqual(["Noord", "Oost", "Polder", "West", "Zuid"]);
    // Beside all others it is more than chance; beside four of them less is known of what chance does.
    expect(kern).toContain("Van Polder is dit hoger, kan toeval zijn");
    // Of four others a tenth and a half say nothing.
    expect(beside!.rows.map(({others}) => others)).not.toContainEqual(expect.anything());
    expect(new URL(`http://x${fileHref}`).searchParams.getAll("met")).toEqual(four);
    const file = await spiegelFile(await readSources(database, localAdministrator), query);
    expect(file.rows.map(([code]) => code)).toEqual([...four.slice(0, 2), "WK999909", "WK999904", "WK999903"]);
  });

  test("shows of each unit what it shows beside all, and nothing more", async () => {
    const [all, some] = [await open(early), await open({...early, met: met(four)})];
    const figures = ({table}: Spiegel) => new Map(table.rows.map(({name, figure}) => [name, figure]));
    for (const [name, figure] of figures(some)) expect([name, figure]).toEqual([name, figures(all).get(name)]);
    expect(some.question.words.map(({text}) => text).join("")).toContain("van 4 wijken die u koos");
    expect(some.kern).toBe("De verschillen tussen deze wijken kunnen toeval zijn.");
  });

  test("goes along to another of its units, with the one that was left", async () => {
    const {table} = await open({...early, wie: "WK999909", met: met(four)});
    const href = table.rows.find(({name}) => name === "Oost")!.href!;
    const parameters = new URL(`http://x${href}`).searchParams;
    expect(parameters.get("wie")).toBe("WK999902");
    expect(parameters.getAll("met")).toEqual(["WK999901", "WK999903", "WK999904", "WK999909"]);
  });

  test.each([
    [["WK999901", "WK999902"], "U koos 2 wijken. Kies er minstens 4: met minder valt er niets te vergelijken."],
    [["WK999901"], "U koos 1 wijk. Kies er minstens 4: met minder valt er niets te vergelijken."],
    // The unit itself is no other.
    [["WK999901", "WK999902", "WK999903", "WK999909"], "U koos 3 wijken. Kies er minstens 4: met minder"],
  ])("of %o is too small, and says so beside the figures", async (codes, line) => {
    const {funnel, whyNoFunnel, table, question} = await open({...early, wie: "WK999909", met: met(codes)});
    expect(funnel).toBe(null);
    expect(whyNoFunnel).toContain(line);
    expect(table.rows.length).toBe(new Set([...codes, "WK999909"]).size);
    for (const {words} of table.rows) expect(words).toBe("");
    const field = question.fields.find(({name}) => name === "met")!;
    expect(field.options.filter(({isChosen}) => isChosen)).toHaveLength(
      codes.filter((one) => one !== "WK999909").length,
    );
  });

  test("of none is the page of all", async () => {
    expect(await open({...early, wie: "WK999909", met: ""})).toEqual(await open({...early, wie: "WK999909"}));
    expect(await open({...early, wie: "WK999909", met: "WK999909"})).toEqual(await open({...early, wie: "WK999909"}));
  });

  test("with a unit that nobody knows is one clear line", async () => {
    await expect(open({...early, met: met([...four, "WK999999"])})).rejects.toThrow(
      "Niet alle wijken die u koos, kennen wij. Kies ze opnieuw uit de lijst bij 'Naast wie'.",
    );
  });

  test("cannot be chosen by who sees the others without a name", async () => {
    const reader: Reader = {...localAdministrator, id: "lezer", within: [{dimension: "wijk", values: ["WK999909"]}]};
    await expect(open({...early, met: met(four)}, reader)).rejects.toThrow("Niet alle wijken die u koos, kennen wij.");
    const {question} = await open(early, reader);
    expect(question.fields.map(({name}) => name)).not.toContain("met");
  });
});

test("who sees one wijk opens on it, and the others have no name", async () => {
  const reader: Reader = {...localAdministrator, id: "lezer", within: [{dimension: "wijk", values: ["WK999909"]}]};
  const {title, table, funnel, kern, question} = await open(early, reader);
  expect(title).toBe("Spiegel: Polder");
  expect(kern).toContain("hoger dan verwacht");
  expect(table.rows).toHaveLength(9);
  for (const {name, href, isOwn} of table.rows) {
    if (isOwn) continue;
    expect(name).toMatch(/^Andere wijk \d+$/);
    expect(href).toBe(null);
  }
  const told = JSON.stringify([table, funnel, question, kern]);
  for (const naam of wijken.slice(0, 8)) expect(told).not.toContain(`"${naam}`);
  expect(told).not.toMatch(/WK99990[1-8]/);
});

test.each([
  [[{dimension: "team", values: ["T1"]}], "'team', 'wijk', 'buurt'"],
  [[{dimension: "wijk", values: ["WK999901"]}], "'wijk', 'buurt'"],
  [
    [
      {dimension: "aanbieder", values: ["99990001"]},
      {dimension: "wet", values: ["Wmo"]},
    ],
    "'aanbieder'",
  ],
] as const)("who sees %o can compare what is seen whole, and no part with a whole", async (within, kinds) => {
  const reader: Reader = {...localAdministrator, id: "lezer", within};
  await expect(open({per: "verwijzer-praktijk"}, reader)).rejects.toThrow(`kan niet. Kies uit: ${kinds}.`);
});

test("who sees a part of two kinds has no like", async () => {
  const within = [
    {dimension: "team", values: ["T1"]},
    {dimension: "aanbieder", values: ["99990001"]},
  ] as const;
  await expect(open({}, {...localAdministrator, id: "lezer", within})).rejects.toThrow("geen gelijken");
});

test("in a group all alike, with one client in a wijk and a wijk that began last month, nobody stands out", async () => {
  const ended = (wijk: number, count: number, early: number, ended: string) =>
    Array.from({length: count}, (_, number) => {
      const reason = number < early ? "21" : "19";
      return `p${wijk}-${number} | ${1000 * wijk + number} | Wmo | 99990001 | 02 | 02A05 | BU99990${wijk}01 | 2024-11-01 | 2024-11-05 | 2024-11-05 | ${ended} | stop | ${reason} | 1980-05-01`;
    });
  const odd = await databaseWith("duckdb", {
    gebied: [
      "gebied_code | soort | naam | jaar",
      "GM9999 | gemeente | Eenvoud | 2025",
      ...["Noord", "Oost", "Zuid", "West", "Klein", "Nieuw"].map(
        (naam, at) => `WK99990${at + 1} | wijk | ${naam} | 2025`,
      ),
    ].join("\n"),
    hulp: [
      "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | eerst_toegewezen_op | ingangsdatum | begindatum | einddatum | eind_bron | reden_beeindiging | geboortemaand",
      ...[1, 2, 3, 4].flatMap((wijk) => ended(wijk, 100, 12, `2025-0${wijk}-20`)),
      ...ended(5, 1, 1, "2025-05-20"),
      ...ended(6, 12, 2, "2025-12-20"),
    ].join("\n"),
    kostenregel: [
      "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
      ...["2025-01-01", "2025-12-01"].map(
        (month) =>
          `p1-0 | 1000 | Wmo | 99990001 | 02 | 02A05 | BU99990101 | ${month} | 10000 | 2026-01-05 | 2026-01-20 | true`,
      ),
    ].join("\n"),
    gegevens_stand: "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2026-06-30",
  });
  const codes = [1, 2, 3, 4, 5, 6].map((wijk) => `WK99990${wijk}`);
  const page = await spiegel(await readSources(odd, localAdministrator), {...early, met: codes.join("\n")});
  expect(page.kern).toBe("De verschillen tussen deze wijken kunnen toeval zijn.");
  expect(page.table.rows.filter(({isAttention}) => isAttention)).toEqual([]);
  expect(page.table.rows.find(({name}) => name === "Klein")!.figure).toMatchObject({value: null, missing: "verborgen"});
  expect(page.table.rows.filter(({words}) => words === "als verwacht").length).toBeGreaterThanOrEqual(4);
  expect(JSON.stringify(page.funnel)).not.toMatch(/null,"high|NaN|Infinity/);
  for (const {value, size} of page.funnel!.points)
    expect([Number.isFinite(value), Number.isFinite(size)]).toEqual([true, true]);
});
