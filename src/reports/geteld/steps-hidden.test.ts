import {describe, expect, test} from "vitest";
import {questionAbout} from "../../../test/answer.ts";
import {databaseWith, type Engine, engines} from "../../../test/engines.ts";
import {localAdministrator} from "../../access/reader.ts";
import {countSteps} from "../../analysis/proof.ts";
import type {Database} from "../../database/database.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {stepTexts} from "./counting-steps.ts";

/** A line for each of so many people of a wijk, answered or not. */
function people(count: number, wijk: string, isAnswered: boolean): string[] {
  return Array.from(
    {length: count},
    (_, n) =>
      `${wijk}-${n} | 2025-01-01 | 10000 | 2025-02-10 | ${isAnswered ? "2025-02-20 | true" : " | "} | BU${wijk.slice(2)}01`,
  );
}

function world(engine: Engine, lines: readonly string[]): Promise<Database> {
  const head = "client | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend | buurt_code";
  return databaseWith(engine, {kostenregel: [head, ...lines].join("\n")});
}

/** How many lines are left at each step of kosten; null: hidden. */
async function steps(database: Database, wijk: string | null): Promise<(number | null)[]> {
  const where = wijk === null ? [] : [{dimension: "wijk", value: wijk} as const];
  const question = questionAbout("kosten", {grain: "totaal", to: "2025-12", knownOn: "2026-01-31", where});
  const texts = stepTexts(findIndicator("kosten"), null);
  const counted = await countSteps(
    database,
    question,
    texts.map(({step}) => step),
    localAdministrator,
  );
  return counted.map(({rows}) => (rows[0] === undefined ? 0 : rows[0].value));
}

describe.each(engines)("the steps of a count on %s", (engine) => {
  test("tell no wijk of a few people who have no answer yet", async () => {
    const database = await world(engine, [
      ...people(20, "WK999901", true),
      ...people(20, "WK999902", true),
      ...people(3, "WK999903", false),
    ]);
    // What was claimed is told of one wijk at most: else the third would follow from the whole.
    const claimed = await Promise.all(["WK999901", "WK999902", "WK999903"].map((wijk) => steps(database, wijk)));
    expect(claimed[2]).toEqual(claimed[2]!.map((_, place) => (place < 2 ? null : 0)));
    expect(claimed.filter(([first]) => first !== null).length).toBeLessThan(2);
    // And three fewer than 43 would be told of the whole.
    expect(await steps(database, null)).toEqual([null, null, 40, 40]);
  });

  test("tell what falls away when that is of enough people", async () => {
    const database = await world(engine, [...people(40, "WK999901", true), ...people(12, "WK999901", false)]);
    expect(await steps(database, null)).toEqual([52, 52, 40, 40]);
  });

  test("tell nothing of many lines that fall away of one person", async () => {
    const database = await world(engine, [
      ...people(40, "WK999901", true),
      ...Array.from({length: 30}, () => people(1, "WK999901", false)[0]!),
    ]);
    expect(await steps(database, null)).toEqual([null, null, 40, 40]);
  });
});
