import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {databaseWith, type Engine, engines} from "../../test/engines.ts";
import {localAdministrator, type Reader} from "../access/reader.ts";
import {ask} from "./ask.ts";
import {askOthers} from "./ask-others.ts";

/** Aanbieders of which the n-th gave twelve people help of n times € 100 each; of the last it was three people. */
function aanbieders(engine: Engine, count: number) {
  const world = Array.from({length: count}, (_, n) => ({people: n === count - 1 ? 3 : 12, cents: (n + 1) * 10_000}));
  return databaseOf(engine, world);
}

const codeOf = (place: number) => String(10_000_000 + place);

/** One line for each of the people of each aanbieder. */
function databaseOf(engine: Engine, world: readonly {readonly people: number; readonly cents: number}[]) {
  const lines = world.flatMap(({people, cents}, n) =>
    Array.from(
      {length: people},
      (_, person) => `p${n}-${person} | ${codeOf(n)} | 2025-01-01 | ${cents} | 2025-02-10 | 2025-02-20 | true`,
    ),
  );
  const head = "client | aanbieder | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend";
  return databaseWith(engine, {kostenregel: [head, ...lines].join("\n")});
}

const whole: Reader = {...localAdministrator, id: "7", role: "aanbieder"};
const own: Reader = {...whole, within: [{dimension: "aanbieder", values: ["10000000"]}]};

const asked = (indicator = "kosten-per-client") =>
  questionAbout(indicator, {grain: "totaal", from: "2025-01", to: "2025-03"});

describe.each(engines)("what a reader of one part is told of the others, on %s", (engine) => {
  test("is between what they lie, of what the public sees of each, and no name", async () => {
    const database = await aanbieders(engine, 10);
    const others = await askOthers(database, asked(), own);
    // Eight others of € 200 to € 900 each; the last one has three people, and is hidden.
    expect(others).toEqual({dimension: "aanbieder", others: 8, low: 30_000, middle: 50_000, high: 70_000});
    expect(JSON.stringify(others)).not.toMatch(/1000000\d/);
  });

  test("is nothing when there are fewer than eight, or of a sum, which says how large they are", async () => {
    expect(await askOthers(await aanbieders(engine, 8), asked(), own)).toBeNull();
    const database = await aanbieders(engine, 10);
    expect(await askOthers(database, asked("kosten"), own)).toBeNull();
  });

  test("of whatever they cost, a quarter of what everybody may see of the others is at most the lowest", async () => {
    const worlds = fc.array(
      fc.record({people: fc.integer({min: 1, max: 30}), cents: fc.integer({min: 1, max: 90_000})}),
      {
        minLength: 9,
        maxLength: 14,
      },
    );
    const publicly: Reader = {...whole, audience: "openbaar"};
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const database = await databaseOf(engine, world);
        const question = asked();
        const {rows} = await ask(database, {...question, dimensions: ["aanbieder"]}, publicly);
        const values = rows.flatMap(({key, value}) => (key.aanbieder === codeOf(0) || value === null ? [] : [value]));
        const others = await askOthers(database, question, own);
        const isAtMost = (limit: number) => values.filter((value) => value <= limit).length / values.length;
        if (values.length < 8) {
          expect(others).toBeNull();
          return;
        }
        expect(others!.others).toBe(values.length);
        for (const [part, limit] of [
          [0.25, others!.low],
          [0.5, others!.middle],
          [0.75, others!.high],
        ] as const) {
          // It is the figure of one of them, and no lower one will do.
          expect(values).toContain(limit);
          expect(isAtMost(limit)).toBeGreaterThanOrEqual(part);
          for (const lower of values.filter((value) => value < limit)) expect(isAtMost(lower)).toBeLessThan(part);
        }
      }),
      {numRuns: engine === "duckdb" ? 40 : 6},
    );
  });

  test("is for who sees one part alone, and not for the whole or for two at once", async () => {
    const database = await aanbieders(engine, 10);
    expect(await askOthers(database, asked(), whole)).toBeNull();
    const both: Reader = {...own, within: [...own.within, {dimension: "wet", values: ["Wmo"]}]};
    expect(await askOthers(database, asked(), both)).toBeNull();
    const narrowed = {...asked(), where: [{dimension: "aanbieder", value: "10000003"} as const]};
    expect(await askOthers(database, narrowed, own)).toBeNull();
    await expect(askOthers(database, asked(), {...own, gemeenten: ["GM0001"]})).rejects.toThrow("mag");
  });
});
