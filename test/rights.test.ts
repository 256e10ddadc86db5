import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {localAdministrator, type Reader, type ScopeDimension, scopeDimensions} from "../src/access/reader.ts";
import {changeRoleRight, readGrants} from "../src/access/role-rights.ts";
import {ask, askLeftOut} from "../src/analysis/ask.ts";
import {listMessages} from "../src/analysis/messages.ts";
import {readFindings} from "../src/analysis/quality/findings.ts";
import {allProblems} from "../src/analysis/quality/problem-filter.ts";
import {readProblemGroups} from "../src/analysis/quality/problem-groups.ts";
import {readWorklist} from "../src/analysis/quality/worklist.ts";
import type {Database} from "../src/database/database.ts";
import type {DimensionName, Filter, Question} from "../src/indicators/question.ts";
import {questionAbout} from "./answer.ts";
import {databaseWith, type Engine, engines, insertRows} from "./engines.ts";

// What a reader sees, laid beside a plain loop over the facts.

interface Fact {
  readonly persoon: number;
  readonly month: string;
  readonly cents: number;
  readonly wet: string;
  /** As it stands in the Bericht. */
  readonly agb: string;
  readonly buurt: string;
  readonly product: string;
}

const months = ["2025-01", "2025-02", "2025-03"];
const wijken = ["WK999901", "WK999902", "WK999903"];
/** In February the third wijk moved from team T2 to T1. */
const teamOf = (wijk: string, month: string) =>
  wijk === "WK999901" ? "T1" : wijk === "WK999902" ? "T2" : month < "2025-02" ? "T2" : "T1";
/** 10000003 merged into 10000002. */
const currentOf = (agb: string) => (agb === "10000003" ? "10000002" : agb);

/** 240 lines of about 90 people: enough for some cells of more than ten and some of fewer. */
const facts: readonly Fact[] = Array.from({length: 240}, (_, n) => ({
  persoon: (n * 7) % 90,
  month: months[(n * 5) % 3]!,
  cents: 1000 + n,
  wet: n % 3 === 0 ? "Wmo" : "Jeugdwet",
  agb: ["10000001", "10000002", "10000003", "10000004"][(n * n) % 4 === 0 ? n % 4 : (n * 11) % 4]!,
  buurt: `BU9999${["01", "02", "03"][(n * 13 + (n % 5)) % 3]}0${1 + (n % 2)}`,
  product: `${n % 3 === 0 ? "W" : "J"}${(n * 3) % 2}`,
}));

const codes = {
  team: ["T1", "T2", "T9"],
  wijk: [...wijken, "WK000000"],
  aanbieder: ["10000001", "10000002", "10000003", "10000004", "99999999"],
  wet: ["Wmo", "Jeugdwet"],
  product: ["W0", "W1", "J0", "J1", "X9"],
} as const satisfies Record<ScopeDimension, readonly string[]>;

const dimensionsAsked = ["wet", "product", "aanbieder", "wijk", "buurt", "team"] as const;

function codeOf(fact: Fact, dimension: DimensionName): string {
  const wijk = `WK${fact.buurt.slice(2, 8)}`;
  switch (dimension) {
    case "wet":
      return fact.wet;
    case "product":
      return fact.product;
    case "aanbieder":
      return currentOf(fact.agb);
    case "wijk":
      return wijk;
    case "buurt":
      return fact.buurt;
    default:
      return teamOf(wijk, fact.month);
  }
}

async function world(engine: Engine): Promise<Database> {
  const line = (fact: Fact, n: number) =>
    `${fact.wet} | ${fact.persoon} | client-${fact.persoon} | ${fact.month}-01 | ${fact.month}-01 | ${fact.cents} | 2025-05-01 | true | ${fact.agb} | ${fact.buurt} | ${1000 + n} | 1 | ${fact.product}`;
  return databaseWith(engine, {
    aanbieder: `
      aanbieder | naam     | opvolger | opvolger_vanaf
      10000001  | Een      |          |
      10000002  | Twee     |          |
      10000003  | Drie     | 10000002 | 2025-04-01
      10000004  | Vier     |          |`,
    team_wijk: `
      team_code | wijk_code | begindatum | einddatum
      T1        | WK999901  | 2020-01-01 |
      T2        | WK999902  | 2020-01-01 |
      T2        | WK999903  | 2020-01-01 | 2025-01-31
      T1        | WK999903  | 2025-02-01 |`,
    bericht: [
      "bericht_id | soort | identificatie | aanbieder | dagtekening",
      ...facts.map((fact, n) => `${1000 + n} | 323 | B${n} | ${fact.agb} | 2025-04-20`),
    ].join("\n"),
    bevinding: [
      "gemeente_code | bericht_id | regel | ernst",
      ...facts.map((_, n) => `GM9999 | ${1000 + n} | TR0${n % 3} | fout`),
    ].join("\n"),
    kostenregel: [
      "wet | persoon | client | begindatum | zorgmaand | cents | beantwoord_op | is_toegekend | aanbieder | buurt_code | bericht_id | regel | product_code",
      ...facts.map(line),
    ].join("\n"),
    gebrek: [
      "controle | wet | aanbieder | persoon | maand | sinds | cents | bekend_van | bekend_tot",
      ...facts.map(
        (fact) =>
          `nooit-gestart | ${fact.wet} | ${fact.agb} | ${fact.persoon} | ${fact.month}-01 | 2025-04-01 | ${fact.cents} | 2025-04-01 | 9999-12-31`,
      ),
    ].join("\n"),
  });
}

const scopePart = fc
  .constantFrom<ScopeDimension>(...scopeDimensions)
  .chain((dimension) =>
    fc.record({dimension: fc.constant(dimension), values: fc.subarray([...codes[dimension]], {minLength: 1})}),
  );

const readers: fc.Arbitrary<Reader> = fc.array(scopePart, {maxLength: 3}).map((within) => ({
  ...localAdministrator,
  id: "7",
  role: "controller",
  gemeenten: ["GM9999"],
  within,
}));

const filters: fc.Arbitrary<readonly Filter[]> = fc.array(
  fc
    .constantFrom<ScopeDimension>(...scopeDimensions)
    .chain((dimension) => fc.record({dimension: fc.constant(dimension), value: fc.constantFrom(...codes[dimension])})),
  {maxLength: 2},
);

const questions: fc.Arbitrary<Question> = fc
  .record({
    dimensions: fc.subarray([...dimensionsAsked], {maxLength: 2}),
    grain: fc.constantFrom("maand", "totaal"),
    where: filters,
    // What a page or a forged address puts there must count for nothing.
    within: fc.option(filters, {nil: undefined}),
  })
  .map(({within, ...part}) =>
    questionAbout("kosten", {...part, to: "2025-03", ...(within === undefined ? {} : {within})} as Partial<Question>),
  );

function isSeen(fact: Fact, {within}: Reader): boolean {
  return within.every(({dimension, values}) => values.includes(codeOf(fact, dimension)));
}

function isAsked(fact: Fact, where: readonly Filter[]): boolean {
  return where.every(({dimension}) =>
    where.some((filter) => filter.dimension === dimension && filter.value === codeOf(fact, dimension)),
  );
}

/** Scopes that contradict themselves are refused in one line. */
function isEmpty({within}: Reader): boolean {
  return scopeDimensions.some((dimension) => {
    const parts = within.filter((part) => part.dimension === dimension);
    return parts.length > 0 && codes[dimension].every((code) => !parts.every(({values}) => values.includes(code)));
  });
}

function counted(question: Question, reader: Reader): Map<string, {cents: number; persons: number}> {
  const seen = facts.filter((fact) => isSeen(fact, reader) && isAsked(fact, question.where));
  const groups = Map.groupBy(seen, (fact) =>
    JSON.stringify([
      question.grain === "maand" ? fact.month : "totaal",
      ...question.dimensions.map((name) => codeOf(fact, name)),
    ]),
  );
  return new Map(
    [...groups].map(([key, own]) => [
      key,
      {
        cents: own.reduce((sum, {cents}) => sum + cents, 0),
        persons: new Set(own.map(({persoon}) => persoon)).size,
      },
    ]),
  );
}

describe.each(engines)("whatever is asked, on %s", (engine) => {
  test("a figure holds what is in the reader's part, all of it and nothing else", async () => {
    const database = await world(engine);
    await fc.assert(
      fc.asyncProperty(readers, questions, async (reader, question) => {
        if (isEmpty(reader)) {
          await expect(ask(database, question, reader)).rejects.toThrow("nog niet gezegd welk deel van de gemeente");
          return;
        }
        const {rows} = await ask(database, question, reader);
        const expected = counted(question, reader);
        const names = rows.map(({key, period}) => JSON.stringify([period, ...question.dimensions.map((n) => key[n])]));
        expect(names).toEqual(expect.arrayContaining([...expected.keys()]));
        rows.forEach((row, place) => {
          const {cents, persons} = expected.get(names[place]!) ?? {cents: 0, persons: 0};
          // What is hidden may be nothing at all, so that nobody can tell; but of no part that the reader may not see.
          for (const {dimension, values} of reader.within) {
            if (question.dimensions.includes(dimension)) expect(values).toContain(row.key[dimension]);
          }
          if (row.isHidden) return;
          expect(persons).toBeGreaterThanOrEqual(10);
          expect(row.value).toBe(cents);
        });
      }),
      {numRuns: engine === "duckdb" ? 120 : 25},
    );
  });

  test("a right over a contract opens its own care, that of who merged into its aanbieder with it", async () => {
    const database = await world(engine);
    await insertRows(
      database,
      "contract",
      `contract_nummer | aanbieder | wet | begindatum
       C2              | 10000002  | Wmo | 2024-01-01
       C3              | 10000003  | Wmo | 2024-01-01`,
    );
    await insertRows(database, "contract_tarief", "contract_nummer | product_code\nC2 | W0\nC3 | W1\nC2 | X9\nC3 | X9");
    const right = {userId: "c1", name: "Carla", role: "contractmanager", gemeenteCode: "GM9999"} as const;
    const part = {dimension: "contract", value: "C3"} as const;
    const given = {may: true, by: "A. Beheer", now: new Date("2026-11-27T08:00:00Z")};
    await changeRoleRight(database, {...right, part}, given);
    const [grant] = await readGrants(database, "c1", "2026-11-27");
    const reader: Reader = {...localAdministrator, id: "c1", ...grant!};
    const question = questionAbout("kosten", {to: "2025-03", dimensions: ["aanbieder", "wet", "product"]});
    const {rows} = await ask(database, question, reader);
    const own = facts.filter((fact) => fact.wet === "Wmo" && fact.product === "W1");
    const cents = own.filter(({agb}) => currentOf(agb) === "10000002").reduce((sum, fact) => sum + fact.cents, 0);
    expect(rows.map(({key, value}) => [key, value])).toEqual([
      [{aanbieder: "10000002", wet: "Wmo", product: "W1"}, cents],
    ]);
  });

  test("a list of Berichten names those of the reader's part alone", async () => {
    const database = await world(engine);
    await fc.assert(
      fc.asyncProperty(readers, questions, async (reader, question) => {
        if (isEmpty(reader)) return;
        const page = await listMessages(database, question, "323", {offset: 0, limit: 500}, reader);
        const mine = facts.flatMap((fact, n) =>
          isSeen(fact, reader) && isAsked(fact, question.where) ? [`B${n}`] : [],
        );
        if (question.where.some(({dimension}) => dimension !== "wet" && dimension !== "aanbieder"))
          expect(page).toBeNull();
        if (page !== null) expect(page.map(({identificatie}) => identificatie).sort()).toEqual(mine.sort());
        expect(await askLeftOut(database, question, reader)).toEqual([]);
      }),
      {numRuns: engine === "duckdb" ? 40 : 8},
    );
  });

  test("what is counted without an indicator is narrowed to the aanbieder, or refused in one line", async () => {
    const database = await world(engine);
    const filter = allProblems("GM9999", "2026-01-01");
    await fc.assert(
      fc.asyncProperty(readers, async (reader) => {
        if (isEmpty(reader)) return;
        if (reader.within.some(({dimension}) => dimension !== "aanbieder")) {
          for (const refused of [
            readProblemGroups(database, filter, [], reader),
            readFindings(database, filter, reader),
            readWorklist(database, filter, null, reader),
          ]) {
            await expect(refused).rejects.toThrow(/gaat alleen per aanbieder/);
          }
          return;
        }
        const mine = facts.filter((fact) => isSeen(fact, reader));
        const problems = await readProblemGroups(database, filter, ["aanbieder"], reader);
        const agbs = [...new Set(mine.map(({agb}) => agb))].sort();
        expect(problems.map(({key}) => key.aanbieder).sort()).toEqual(agbs);
        for (const {key, cents} of problems) {
          const own = mine.filter(({agb}) => agb === key.aanbieder);
          if (cents !== null) expect(cents).toBe(own.reduce((sum, fact) => sum + fact.cents, 0));
        }
        const {groups, byRule} = await readFindings(database, filter, reader);
        expect([...new Set(groups.map(({aanbieder}) => aanbieder))].sort()).toEqual(agbs);
        const counts = [...byRule.values()].map(({count}) => count);
        if (!counts.includes(null)) expect(counts.reduce<number>((sum, one) => sum + one!, 0)).toBe(mine.length);
        expect(await readWorklist(database, filter, null, reader)).toHaveLength(mine.length);
      }),
      {numRuns: engine === "duckdb" ? 40 : 8},
    );
  });
});

test("who sees a part gets the very answers that who sees all gets about it, so that together they tell no more", async () => {
  const database = await world("duckdb");
  await fc.assert(
    fc.asyncProperty(readers, questions, async (reader, question) => {
      if (isEmpty(reader)) return;
      const {within: _, ...asked} = question;
      const own = reader.within.map(({dimension}) => dimension);
      const isApart =
        new Set(own).size === own.length && asked.where.every(({dimension}) => !own.includes(dimension as never));
      if (!isApart) return;
      const parts = reader.within.flatMap(({dimension, values}) => values.map((value) => ({dimension, value})));
      const narrowed = await ask(database, asked, reader);
      const whole = await ask(database, {...asked, where: [...asked.where, ...parts]}, localAdministrator);
      expect(narrowed.rows).toEqual(whole.rows);
    }),
    {numRuns: 60},
  );
});

test("the successor of an aanbieder sees what came under the old code, and the old code no longer sees anything", async () => {
  const database = await world("duckdb");
  const total = questionAbout("kosten", {grain: "totaal", to: "2025-03"});
  const as = (...values: string[]): Reader => ({...localAdministrator, within: [{dimension: "aanbieder", values}]});
  const old = await ask(database, total, as("10000003"));
  const successor = await ask(database, total, as("10000002"));
  const both = facts.filter(({agb}) => currentOf(agb) === "10000002");
  expect(old.rows).toEqual([]);
  expect(successor.rows[0]?.value).toBe(both.reduce((sum, {cents}) => sum + cents, 0));
  // Before they merged each was known by its own code.
  const before = await ask(database, {...total, knownOn: "2025-03-31"}, as("10000003"));
  expect(before.rows).toEqual([]);
});
