import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {databaseWith, type Engine, engines} from "../../test/engines.ts";
import {localAdministrator, type Reader} from "../access/reader.ts";
import {askOthers} from "./ask-others.ts";

/** Aanbieders of which the n-th gave twelve people help of n times € 100 each; of the last it was three people. */
function aanbieders(engine: Engine, count: number) {
  const lines = Array.from({length: count}, (_, n) => {
    const people = n === count - 1 ? 3 : 12;
    return Array.from(
      {length: people},
      (_, person) =>
        `p${n}-${person} | 1000000${n} | 2025-01-01 | ${(n + 1) * 10_000} | 2025-02-10 | 2025-02-20 | true`,
    );
  });
  const head = "client | aanbieder | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend";
  return databaseWith(engine, {kostenregel: [head, ...lines.flat()].join("\n")});
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
