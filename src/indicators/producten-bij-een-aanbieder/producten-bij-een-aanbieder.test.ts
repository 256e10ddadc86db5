import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("producten-bij-een-aanbieder on %s", (engine) => {
  const head = "client | aanbieder | product_code | buurt_code";
  const helped = (product: string, aanbieder: number, people: number, buurt = "BU99990101") =>
    Array.from({length: people}, (_, index) => `${aanbieder}-${index} | ${aanbieder} | ${product} | ${buurt}`);
  const hulp = [
    head,
    // Eleven of twenty-one: more than half. Ten of twenty: not.
    ...helped("45A04", 1, 11),
    ...helped("45A04", 2, 10),
    ...helped("45A48", 1, 10, "BU99990201"),
    ...helped("45A48", 2, 10),
    // All with one; and the same of too few.
    ...helped("43A12", 3, 10, "BU99990201"),
    ...helped("43A15", 3, 9),
    "eva | 3 | |",
  ].join("\n");

  test("counts what more than half get from one aanbieder, of at least ten", async () => {
    const database = await databaseWith(engine, {hulp});
    expect(await answer(database, "producten-bij-een-aanbieder", {grain: "jaar", dimensions: ["product"]})).toEqual(
      table(`
        product | periode | teller | noemer | waarde | personen
        43A12   | 2025    | 1      |        | 1      | 10
        43A15   | 2025    | 0      |        | 0      | 9
        45A04   | 2025    | 1      |        | 1      | 21
        45A48   | 2025    | 0      |        | 0      | 20`),
    );
    const all = await answer(database, "producten-bij-een-aanbieder", {grain: "jaar"});
    expect(all[1]).toEqual(["2025", "2", "", "2", "31"]);
    expect(await measureLeftOut(database, questionAbout("producten-bij-een-aanbieder", {grain: "jaar"}))).toEqual([
      {reason: "product niet bekend", count: 1, persons: 1},
    ]);
  });

  test("looks at the whole gemeente, whichever wijk is asked about", async () => {
    const database = await databaseWith(engine, {hulp});
    const rows = await answer(database, "producten-bij-een-aanbieder", {grain: "jaar", dimensions: ["wijk"]});
    expect(rows.slice(1).map(([wijk, , products]) => [wijk, products])).toEqual([
      ["WK999901", "1"],
      ["WK999902", "1"],
    ]);
  });

  test("takes aanbieders that merged as one", async () => {
    const database = await databaseWith(engine, {hulp, aanbieder: "aanbieder | naam | opvolger\n 2 | Twee | 1"});
    expect((await answer(database, "producten-bij-een-aanbieder", {grain: "jaar"}))[1]?.[1]).toBe("3");
  });
});
