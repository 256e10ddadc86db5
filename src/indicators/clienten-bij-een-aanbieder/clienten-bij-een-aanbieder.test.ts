import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("clienten-bij-een-aanbieder on %s", (engine) => {
  const head = "client | aanbieder | product_code | wet";
  const helped = (name: string, people: number, rest: string) =>
    Array.from({length: people}, (_, index) => `${name}-${index} | ${rest}`);

  test("is the people who get help from the aanbieder on which it hangs, each once, of all with a known product", async () => {
    const hulp = [
      head,
      ...helped("anna", 30, "1 | 45A04 | Jeugdwet"),
      ...helped("bert", 29, "2 | 45A04 | Jeugdwet"),
      // These have both.
      ...helped("anna", 10, "3 | 43A12 | Jeugdwet"),
      ...helped("wim", 21, "4 | 01A04 | Wmo"),
      ...helped("wil", 21, "5 | 01A04 | Wmo"),
      "eva | 1 | | Jeugdwet",
    ].join("\n");
    const database = await databaseWith(engine, {hulp});
    expect(await answer(database, "clienten-bij-een-aanbieder", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 30     | 101    | 0.297  | 101`),
    );
    expect(await measureLeftOut(database, questionAbout("clienten-bij-een-aanbieder", {grain: "jaar"}))).toEqual([
      {reason: "product niet bekend", count: 1, persons: 1},
    ]);
  });

  test("gives no share of fewer than 50 people", async () => {
    const database = await databaseWith(engine, {
      hulp: [head, ...helped("anna", 10, "1 | 45A04 | Jeugdwet")].join("\n"),
    });
    expect(await answer(database, "clienten-bij-een-aanbieder", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025    | 10     | 10     | te weinig | 10`),
    );
  });
});
