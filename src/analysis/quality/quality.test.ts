import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {controleNames} from "../../database/derive/derive.ts";
import {isIndicator} from "../../indicators/catalogue.ts";
import {readBurden} from "../burden/burden.ts";
import {readBrokenRule, readBrokenRules, readProcessRule} from "../rules/rule-counts.ts";
import {readBounced} from "./bounced.ts";
import {controles} from "./catalogue.ts";
import {readCodeChanges} from "./code-changes.ts";
import {readCourses} from "./course.ts";
import {readEffects} from "./effects.ts";
import {readClaimedInFindings, readFindings} from "./findings.ts";
import {findScoreCourse, readIndicatorScores, readScoreCourse} from "./indicator-scores.ts";
import {readMissingMonths} from "./missing-months.ts";
import {allProblems} from "./problem-filter.ts";
import {readProblemGroups} from "./problem-groups.ts";
import {readAanbiederScores} from "./scores.ts";
import {readWorklist} from "./worklist.ts";

const gemeenteCode = "GM9999";
const state = `
  data_versie | afgeleid_van | data_datum
  1           | 1            | 2026-06-30`;
const people = Array.from({length: 12}, (_, index) => index + 1);
const openbaar = {...localAdministrator, audience: "openbaar"} as const;
/** Has no list of single lines. */
const bestuurder: Reader = {...localAdministrator, role: "bestuurder", seesLines: false};

test("each controle has its SQL and its words, and touches indicators that exist", () => {
  expect(controles.map(({id}) => id).sort()).toEqual(controleNames());
  for (const {id, touches} of controles) {
    expect(touches.length, id).toBeGreaterThan(0);
    expect(
      touches.every((one) => isIndicator(one)),
      id,
    ).toBe(true);
    expect(new Set(touches).size, id).toBe(touches.length);
  }
});

describe.each(engines)("the quality of the data on %s", (engine) => {
  const sound = [
    "controle | aanbieder | persoon | soort | toewijzing_nummer | maand | sinds | cents | bekend_van | bekend_tot",
    ...people.map(
      (n) => `nooit-gestart | 75750001 | ${n} | 301 | ${n} | 2026-01-01 | 2026-03-01 | 1000 | 2026-03-01 | 9999-12-31`,
    ),
    // Seen, and mended in May.
    ...people.map(
      (n) => `start-nog-open | 75750001 | ${n} | 307 | ${n} | 2026-01-01 | 2026-02-01 | 0 | 2026-02-01 | 2026-05-10`,
    ),
  ];
  // Of one person: hidden.
  const ofOne = "ander-tarief | 75750002 | 1 | 323 | 1 | 2026-02-01 | 2026-03-01 | 77 | 2026-03-01 | 9999-12-31";
  const gebrek = [...sound, ofOne].join("\n");
  const filter = allProblems(gemeenteCode, "2026-06-30");

  test("groups what is open, the most money first, and hides what is about a few people", async () => {
    const one = {...filter, controle: "nooit-gestart"};
    const alone = await databaseWith(engine, {gegevens_stand: state, gebrek: sound.join("\n")});
    const groups = await readProblemGroups(alone, one, ["controle"], localAdministrator);
    expect(groups).toMatchObject([
      {key: {controle: "nooit-gestart"}, count: 12, cents: 12_000, persons: 12, since: "2026-03-01", isHidden: false},
    ]);
    const [rounded] = await readProblemGroups(alone, one, ["controle"], openbaar);
    expect(rounded).toMatchObject({count: 10, cents: 10_000, persons: 10});
    const database = await databaseWith(engine, {gegevens_stand: state, gebrek});
    // Of two lists and their total, one that is shown would tell the other.
    const both = await readProblemGroups(database, filter, ["controle"], localAdministrator);
    expect(both).toMatchObject([
      {key: {controle: "ander-tarief"}, count: null, cents: null, persons: null, isHidden: true},
      {key: {controle: "nooit-gestart"}, count: null, cents: null, persons: null, isHidden: true},
    ]);
    // Nor is it shown to who asks for that one list.
    expect(await readProblemGroups(database, one, [], localAdministrator)).toMatchObject([
      {count: null, isHidden: true},
    ]);
    const earlier = await readProblemGroups(
      alone,
      {...filter, knownOn: "2026-04-30", soort: "307"},
      ["eigenaar"],
      localAdministrator,
    );
    expect(earlier).toMatchObject([{key: {eigenaar: "75750001"}, count: 12, cents: 0}]);
  });

  test("shows no list of which the parts by wet would tell a few people", async () => {
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      gebrek: [
        "controle | wet | aanbieder | persoon | soort | maand | sinds | cents | bekend_van",
        ...people.map((n) => `nooit-gestart | Wmo | 75750001 | ${n} | 301 | 2026-01-01 | 2026-03-01 | 10 | 2026-03-01`),
        ...[20, 21].map(
          (n) => `nooit-gestart | Jeugdwet | 75750001 | ${n} | 301 | 2026-01-01 | 2026-03-01 | 10 | 2026-03-01`,
        ),
      ].join("\n"),
    });
    const counts = async (wet: string | null) =>
      (await readProblemGroups(database, {...filter, wet}, [], localAdministrator)).map(({count}) => count);
    expect([await counts(null), await counts("Wmo"), await counts("Jeugdwet")]).toEqual([[14], [null], [null]]);
  });

  test("tells nothing of a part that is told by more than three things", async () => {
    const database = await databaseWith(engine, {gegevens_stand: state, gebrek: sound.join("\n")});
    const fine = {...filter, wet: "Wmo", soort: "301", month: "2026-01"};
    const groups = await readProblemGroups(database, fine, ["controle"], localAdministrator);
    expect(groups).toMatchObject([{key: {controle: "nooit-gestart"}, count: null, isHidden: true}]);
  });

  test("counts as mended what was open and is no longer", async () => {
    const database = await databaseWith(engine, {gegevens_stand: state, gebrek: sound.join("\n")});
    const courses = await readCourses(database, filter, "controle", localAdministrator);
    const course = courses.get("start-nog-open")!;
    expect(course.open.slice(-6).map(({month, count}) => [month, count])).toEqual([
      ["2026-01", 0],
      ["2026-02", 12],
      ["2026-03", 12],
      ["2026-04", 12],
      ["2026-05", 0],
      ["2026-06", 0],
    ]);
    expect(course.mended.slice(-3).map(({count}) => count)).toEqual([0, 12, 0]);
    expect(courses.get("nooit-gestart")!.mended.every(({count}) => count === 0)).toBe(true);
  });

  test("does not call mended what only reads otherwise", async () => {
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      gebrek: [
        "controle | persoon | toewijzing_nummer | maand | sinds | cents | bekend_van | bekend_tot",
        ...people.flatMap((n) => [
          `nooit-gestart | ${n} | ${n} | 2026-01-01 | 2026-03-01 | 1000 | 2026-03-01 | 2026-05-10`,
          `nooit-gestart | ${n} | ${n} | 2026-01-01 | 2026-03-01 | 2000 | 2026-05-10 | 9999-12-31`,
        ]),
      ].join("\n"),
    });
    const course = (await readCourses(database, filter, "", localAdministrator)).get("")!;
    expect(course.mended.every(({count}) => count === 0)).toBe(true);
    expect(course.open.at(-1)).toMatchObject({count: 12, cents: 24_000});
  });

  test("lists what to mend with its Bericht and its term, and never for the public", async () => {
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      gebrek: `
        controle      | persoon | soort | bericht_id | regel | toewijzing_nummer | maand      | sinds      | cents
        ander-tarief  | 1       | 323   | 5          | 1     | 7                 | 2026-02-01 | 2026-03-01 | 77
        nooit-gestart | 2       | 301   |            |       | 8                 | 2026-02-01 | 2026-04-01 |`,
      bericht: `
        bericht_id | soort | identificatie | dagtekening
        5          | 323   | D5            | 2026-03-01
        6          | 301   | T6            | 2026-01-05`,
      prestatie: `
        bericht_id | regel | referentie
        5          | 1     | P1`,
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | dagtekening
        6          | 8                 | 2026-01-05`,
    });
    expect(await readWorklist(database, filter, null, localAdministrator)).toMatchObject([
      {
        controle: "ander-tarief",
        owner: "aanbieder",
        identificatie: "D5",
        referentie: "P1",
        due: "2026-03-31",
        cents: 77,
      },
      {controle: "nooit-gestart", owner: "gemeente", identificatie: "T6", toewijzingNummer: 8, cents: null},
    ]);
    expect(await readWorklist(database, filter, "gemeente", localAdministrator)).toHaveLength(1);
    await expect(readWorklist(database, filter, null, openbaar)).rejects.toThrow("alleen voor beheerders");
  });

  test("lays a figure beside what it would be, but not when few people are between the two", async () => {
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      kostenregel: [
        "bericht_id | regel | persoon | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
        ...people.flatMap((n) => [
          `1 | ${n} | ${n} | 2025-09-01 | 1000 | 2025-10-05 | 2025-10-15 | true`,
          `2 | ${n} | ${n} | 2025-09-01 | 100 | 2025-11-05 | 2025-11-15 | true`,
        ]),
      ].join("\n"),
      gebrek: [
        "controle | persoon | bericht_id | regel | maand | sinds | cents",
        ...people.map((n) => `dubbele-declaratie | ${n} | 2 | ${n} | 2025-09-01 | 2025-11-05 | 100`),
        ...people.slice(2).map((n) => `nooit-gestart | ${n} | 3 | ${n} | 2025-09-01 | 2025-11-05 | 100`),
        // Twelve are on the list, and of one there is a line that counts.
        ...people.map((n) => `ander-tarief | ${n} | ${n === 1 ? 1 : 4} | ${n} | 2025-09-01 | 2025-11-05 | 100`),
      ].join("\n"),
    });
    const scope = {gemeenteCode, knownOn: "2026-06-30", wet: null};
    const pairs = [
      ["dubbele-declaratie", "kosten"],
      ["ander-tarief", "kosten"],
    ] as const;
    expect(await readEffects(database, scope, pairs, localAdministrator)).toEqual([
      {controle: "dubbele-declaratie", indicator: "kosten", part: null, unit: "cent", value: 13_200, without: 12_000},
    ]);
    const [score] = await readIndicatorScores(database, scope, ["kosten"], localAdministrator);
    // Of all lists together the first line of one person falls away too.
    expect(score!.score).toBeCloseTo(11_000 / 13_200, 12);
  });

  test("the course of a score is what the score was at the end of each month", async () => {
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      kostenregel: [
        "bericht_id | regel | persoon | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
        ...people.flatMap((n) => [
          `1 | ${n} | ${n} | 2025-09-01 | 1000 | 2025-10-05 | 2025-10-15 | true`,
          `2 | ${n} | ${n} | 2025-11-01 | 1000 | 2025-12-05 | 2025-12-15 | true`,
        ]),
      ].join("\n"),
      gebrek: [
        "controle | persoon | bericht_id | regel | maand | sinds | cents | bekend_van | bekend_tot",
        ...people.map(
          (n) => `ander-tarief | ${n} | 2 | ${n} | 2025-11-01 | 2025-12-20 | 100 | 2025-12-20 | 2026-04-10`,
        ),
      ].join("\n"),
    });
    const scope = {gemeenteCode, knownOn: "2026-06-15", wet: null};
    const find = () => findScoreCourse(database, scope, "2024-10", localAdministrator);
    expect(await find()).toBeNull();
    const course = await readScoreCourse(database, scope, "2024-10", localAdministrator);
    expect(course.months).toEqual([
      ...["2025-10", "2025-11", "2025-12"],
      ...["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"],
    ]);
    // Open from December up to April; over the twelve whole months before each day.
    expect(course.scores.get("kosten")).toEqual([1, 1, 0.5, 0.5, 0.5, 0.5, 1, 1]);
    expect(await find()).toEqual(course);
    for (const [index, knownOn] of ["2025-12-31", "2026-05-31"].entries()) {
      const at = [2, 7][index]!;
      const scores = await readIndicatorScores(
        database,
        {...scope, knownOn},
        [...course.scores.keys()],
        localAdministrator,
      );
      expect(scores.map(({score}) => score)).toEqual([...course.scores.values()].map((one) => one[at]));
    }
  });

  test("scores an aanbieder by the euros without a problem of its own", async () => {
    const lines = (aanbieder: string, count: number) =>
      Array.from(
        {length: count},
        (_, n) => `${aanbieder} | ${(n % 12) + 1} | 2026-04-01 | 100 | 2026-05-05 | 2026-05-15 | true`,
      );
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      kostenregel: [
        "aanbieder | persoon | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
        ...lines("75750001", 60),
        ...lines("75750002", 60),
        ...lines("75750003", 20),
      ].join("\n"),
      gebrek: [
        "controle | aanbieder | persoon | maand | sinds | cents | bekend_van",
        ...people.map((n) => `nooit-gedeclareerd | 75750001 | ${n} | 2026-04-01 | 2026-06-01 | 125 | 2026-06-01`),
        // The gemeente's to mend.
        ...people.map((n) => `zonder-buurt | 75750002 | ${n} | 2026-04-01 | 2026-06-01 | 999 | 2026-06-01`),
      ].join("\n"),
    });
    const scores = await readAanbiederScores(
      database,
      {gemeenteCode, knownOn: "2026-06-30", wet: null},
      localAdministrator,
    );
    expect(scores).toMatchObject([
      {aanbieder: "75750001", score: 0.8, reason: null, cents: 1500},
      {aanbieder: "75750002", score: 1, reason: null, cents: 0},
      {aanbieder: "75750003", score: null, reason: "te weinig"},
    ]);
    expect(scores[0]!.course.slice(-2)).toEqual([
      {month: "2026-05", score: 1},
      {month: "2026-06", score: 0.8},
    ]);
  });

  test("counts findings by rule, Bericht, aanbieder and month, and what was claimed in them by rule alone", async () => {
    const claims = (bericht: number, persons: readonly number[]) =>
      persons.map((n) => `${bericht} | ${n} | ${n} | 100 | 2026-03-05`);
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      bericht: `
        bericht_id | soort | wet      | aanbieder | dagtekening
        1          | 323   | Wmo      | 75750001  | 2026-03-05
        2          | 305   | Wmo      | 75750001  | 2026-03-06
        3          | 323   | Jeugdwet | 75750001  | 2026-03-07
        4          | 323   | Wmo      | 75750001  | 2026-03-07`,
      bevinding: `
        gemeente_code | bericht_id | volgnummer | niveau | regel | retourcode | ernst
        GM9999        | 1          | 1          | 2      | TR135 | 9346       | fout
        GM9999        | 1          | 2          | 2      | TR135 | 9346       | fout
        GM9999        | 2          | 1          | 2      | TR134 | 0001       | fout
        GM9999        | 3          | 1          | 2      | TR135 | 9346       | fout
        GM9999        | 4          | 1          | 2      | TR136 | 9346       | fout`,
      declaratie: `
        bericht_id | totaal_cents
        1          | 50000
        3          | 700
        4          | 300`,
      kostenregel: [
        "bericht_id | regel | persoon | cents | bekend_van",
        ...claims(1, people),
        ...claims(3, [20, 21]),
        ...claims(4, [1]),
      ].join("\n"),
    });
    const {groups, byRule} = await readFindings(database, filter, bestuurder);
    expect(groups).toMatchObject([
      {rule: "TR134", soort: "305", month: "2026-03", count: null, berichten: null, first: null},
      {rule: "TR135", soort: "323", month: "2026-03", count: null, berichten: null},
      {rule: "TR136", soort: "323", month: "2026-03", count: null, berichten: null},
    ]);
    expect([...byRule.values()]).toEqual(Array(3).fill({count: null, berichten: null}));
    const claimed = async (narrowed: Partial<typeof filter>) =>
      [...(await readClaimedInFindings(database, {...filter, ...narrowed}, bestuurder))].map(([rule, {cents}]) => [
        rule,
        cents,
      ]);
    expect(await claimed({})).toEqual([
      ["TR135", 50_700],
      // Of one person.
      ["TR136", null],
    ]);
    // Of two people in the Jeugdwet: the Wmo would tell.
    expect(await claimed({wet: "Wmo"})).toContainEqual(["TR135", null]);
    expect(await claimed({aanbieder: "75750001"})).toEqual([]);
    expect(await claimed({month: "2026-03"})).toEqual([]);
  });

  test("tells how many Berichten break a rule, and hides a group of few of them with a second one", async () => {
    const sizes = {"75750001": 4, "75750002": 11, "75750003": 20, "75750004": 30};
    const berichten = Object.entries(sizes).flatMap(([aanbieder, size]) => Array<string>(size).fill(aanbieder));
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      bericht: [
        "bericht_id | soort | wet | aanbieder | dagtekening",
        ...berichten.map((aanbieder, at) => `${at + 1} | 305 | Wmo | ${aanbieder} | 2026-03-05`),
      ].join("\n"),
      bevinding: [
        "gemeente_code | bericht_id | volgnummer | niveau | regel | retourcode | ernst",
        ...berichten.map((_, at) => `GM9999 | ${at + 1} | 1 | 2 | TR135 | 9346 | fout`),
      ].join("\n"),
    });
    const filter = allProblems(gemeenteCode, "2026-06-30");
    const read = async (reader: Reader, narrowed: Partial<typeof filter> = {}) => {
      const {groups, byRule} = await readFindings(database, {...filter, ...narrowed}, reader);
      return {
        groups: groups.map(({aanbieder, berichten: count}) => [aanbieder, count]),
        whole: byRule.get("TR135")?.berichten,
      };
    };
    const told = [
      ["75750001", null],
      ["75750002", null],
      ["75750003", 20],
      ["75750004", 30],
    ];
    expect(await read(bestuurder)).toEqual({groups: told, whole: 65});
    expect(await read(openbaar)).toEqual({groups: told, whole: 65});
    expect(await read(bestuurder, {wet: "Wmo"})).toEqual({groups: told, whole: 65});
    expect(await read(bestuurder, {aanbieder: "75750002"})).toEqual({
      groups: [["75750002", null]],
      whole: null,
    });
    const own: Reader = {...bestuurder, within: [{dimension: "aanbieder", values: ["75750002"]}]};
    expect((await read(own)).whole).toBeNull();
    const ofRule = await readBrokenRule(database, gemeenteCode, "TR135", bestuurder);
    expect([...ofRule.byAanbieder].sort()).toEqual(told);
    expect([...ofRule.byMonth]).toEqual([["2026-03", 65]]);
    expect((await readBrokenRules(database, gemeenteCode, bestuurder)).get("TR135")?.berichten).toBe(65);
    expect((await readBrokenRules(database, gemeenteCode, own)).get("TR135")?.berichten).toBeNull();
  });

  test("tells nobody without the list of lines of fewer than ten Berichten that break a rule, or that were late", async () => {
    const berichten = Array.from({length: 9}, (_, at) => at + 1);
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      bericht: [
        "bericht_id | soort | wet | aanbieder | dagtekening",
        ...berichten.map((one) => `${one} | 305 | Wmo | 75750001 | 2026-03-05`),
      ].join("\n"),
      bevinding: [
        "gemeente_code | bericht_id | volgnummer | niveau | regel | retourcode | ernst",
        ...berichten.map((one) => `GM9999 | ${one} | 1 | 2 | TR135 | 9346 | fout`),
      ].join("\n"),
      proces_telling: `
        gemeente_code | regel | wet | maand      | aanbieder | uitkomst | dagen | aantal
        GM9999        | OP359 | Wmo | 2026-03-01 | 75750001  | goed     | 2     | 40
        GM9999        | OP359 | Wmo | 2026-03-01 | 75750002  | goed     | 3     | 60
        GM9999        | OP359 | Wmo | 2026-03-01 | 75750001  | te laat  | 43    | 1
        GM9999        | OP359 | Wmo | 2026-03-01 | 75750002  | te laat  | 20    | 15`,
    });
    for (const reader of [bestuurder, openbaar]) {
      const broken = await readBrokenRules(database, gemeenteCode, reader);
      expect(broken.get("TR135")).toEqual({berichten: null, first: null, last: null});
      const {byMonth, byAanbieder} = await readBrokenRule(database, gemeenteCode, "TR135", reader);
      expect([...byMonth.values(), ...byAanbieder.values()]).toEqual([null, null]);
      const {byAanbieder: late} = await readProcessRule(database, gemeenteCode, "OP359", reader);
      expect(late.get("75750001")).toMatchObject({late: null, medianDays: null});
      expect(late.get("75750002")).toMatchObject({late: null});
    }
  });

  test("misses a month of an aanbieder that always claimed by then", async () => {
    const months = [
      "12",
      "01",
      "02",
      "03",
      "04",
      "05",
      "06",
      "07",
      "08",
      "09",
      "10",
      "11",
      "12",
      "01",
      "02",
      "03",
      "04",
    ];
    const rows = months.flatMap((month, index) => {
      const year = index === 0 ? 2024 : index <= 12 ? 2025 : 2026;
      const next = month === "12" ? `${year + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, "0")}`;
      return people.map((n) => `75750001 | ${n} | ${year}-${month}-01 | 100 | ${next}-10`);
    });
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      kostenregel: ["aanbieder | persoon | zorgmaand | cents | bekend_van", ...rows].join("\n"),
    });
    expect(await readMissingMonths(database, filter, localAdministrator)).toMatchObject([
      {aanbieder: "75750001", month: "2026-05", expectedOn: "2026-06-10", cents: 1200, persons: 12},
    ]);
    // On the ninth it was not late yet.
    expect(await readMissingMonths(database, {...filter, knownOn: "2026-06-09"}, localAdministrator)).toEqual([]);
  });

  test("says which codes and prices changed, and which code has no place", async () => {
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      product: `
        product_code | vervangt
        45A04        |
        45A24        | 45A04`,
      tarief: `
        product_code | eenheid | cents_per_eenheid | begindatum | einddatum  | bekend_op
        45A24        | 82      | 100               | 2024-01-01 | 2024-12-31 | 2023-12-01
        45A24        | 82      | 105               | 2025-01-01 | 2025-12-31 | 2025-04-01`,
      kostenregel: `
        product_code | zorgmaand  | cents
        45A04        | 2024-05-01 | 1
        45A24        | 2025-05-01 | 1
        45A99        | 2025-05-01 | 1`,
    });
    const [newest] = await readCodeChanges(database, {gemeenteCode, knownOn: "2026-06-30"}, localAdministrator);
    expect(newest).toMatchObject({year: 2025, codes: 2, added: 2, replacing: 1, unmapped: 1});
    expect(newest).toMatchObject({prices: 1, changedPrices: 1, latePrices: 1, priceRatio: 1.05});
  });

  test("tells an aanbieder what came back and what is not answered", async () => {
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      retour: `
        aanbieder | soort | dagtekening_retour | retourcodes | is_afgekeurd
        75750001  | 301   | 2026-03-01         | 9019        | true
        75750001  | 305   | 2026-03-01         | 9019        | true`,
      kostenregel: [
        "aanbieder | persoon | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend | retourcodes",
        ...people.map((n) => `75750001 | ${n} | 2026-03-01 | 100 | 2026-04-05 | 2026-04-15 | false | 0611`),
        ...people.map((n) => `75750001 | ${n} | 2026-05-01 | 50 | 2026-06-05 | | |`),
      ].join("\n"),
    });
    const bounced = await readBounced(
      database,
      {gemeenteCode, knownOn: "2026-06-30", aanbieder: "75750001"},
      localAdministrator,
    );
    expect(bounced).toMatchObject([
      // One Bericht is one person at most.
      {kind: "bericht-geweigerd", soort: "305", retourcode: "9019", isHidden: true},
      {kind: "regel-afgekeurd", retourcode: "0611", count: 12, cents: 1200},
      {kind: "wacht-op-antwoord", retourcode: "", count: 12, cents: 600, day: "2026-06-05"},
    ]);
  });

  test("counts what an aanbieder sent, corrected and got back", async () => {
    const database = await databaseWith(engine, {
      gegevens_stand: state,
      bericht: `
        bericht_id | soort | aanbieder | dagtekening
        1          | 323   | 75750001  | 2026-03-05
        2          | 305   | 75750001  | 2026-03-06
        3          | 301   | 75750001  | 2026-03-06`,
      start: `
        bericht_id | aanbieder | status_aanlevering | dagtekening
        2          | 75750001  | 3                  | 2026-03-06`,
      kostenregel: [
        "aanbieder | bericht_id | persoon | cents | is_credit | bekend_van | beantwoord_op | is_toegekend",
        ...people.map((n) => `75750001 | 1 | ${n} | 100 | false | 2026-03-05 | 2026-03-15 | ${n > 2}`),
        "75750001 | 1 | 1 | -100 | true | 2026-03-05 | 2026-03-15 | true",
      ].join("\n"),
    });
    const question = {gemeenteCode, from: "2026-01", to: "2026-06", wet: null, knownOn: "2026-06-30"};
    expect(await readBurden(database, question, localAdministrator)).toMatchObject([
      {berichten: 2, declaraties: 1, meldingen: 1, lines: 13, corrections: 2, refusedLines: 2, persons: 12},
    ]);
  });
});
