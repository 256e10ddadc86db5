import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {werkdagen} from "../../../test/werkdagen.ts";

const tables = {
  werkdag: werkdagen("2025-01-01", "2025-06-30"),
  // The third working day after Monday 3 March is the 6th.
  bericht: `
    bericht_id | soort | aanbieder | identificatie | dagtekening | verzonden_op
    1          | 301   | 11111111  | A1            | 2025-03-03  |
    2          | 301   | 11111111  | A2            | 2025-03-03  |
    3          | 301   | 11111111  | A3            | 2025-02-28  | 2025-03-03 09:00:00
    4          | 305   | 11111111  | B1            | 2025-03-03  |
    5          | 305   | 22222222  | B1            | 2025-03-03  |
    6          | 317   | 22222222  | C1            | 2025-03-03  |
    7          | 305   |           | B2            | 2025-03-03  |`,
  retour: `
    soort | aanbieder | identificatie | dagtekening | dagtekening_retour
    301   | 11111111  | A1            | 2025-03-03  | 2025-03-06
    301   | 11111111  | A2            | 2025-03-03  | 2025-03-07
    301   | 11111111  | A3            | 2025-02-28  | 2025-03-06
    305   | 11111111  | B1            | 2025-03-03  | 2025-03-03`,
};

describe.each(engines)("retour-op-tijd on %s", (engine) => {
  test("parts who must answer; a kind that nobody ever answered is not kept, and is left alone", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "retour-op-tijd", {dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | deel           | periode | teller | noemer | waarde    | personen
        11111111  | door-aanbieder | 2025-03 | 2      | 3      | te weinig | 3
        11111111  | door-gemeente  | 2025-03 | 1      | 1      | te weinig | 1
        22222222  | door-gemeente  | 2025-03 | 0      | 1      | te weinig | 1`),
    );
  });

  test("is not known while the term runs", async () => {
    const database = await databaseWith(engine, tables);
    const row = async (knownOn: string) => (await answer(database, "retour-op-tijd", {knownOn}))[1]?.slice(2);
    expect(await row("2025-03-06")).toEqual(["", "", "nog niet bekend", "0"]);
    expect(await row("2025-03-07")).toEqual(["2", "3", "te weinig", "3"]);
  });

  test("gives a share from 50 on", async () => {
    const numbers = Array.from({length: 50}, (_, index) => index + 1);
    const database = await databaseWith(engine, {
      werkdag: tables.werkdag,
      bericht: [
        "bericht_id | soort | aanbieder | identificatie | dagtekening",
        ...numbers.map((one) => `${one} | 305 | 1 | N${one} | 2025-03-03`),
      ].join("\n"),
      retour: [
        "soort | aanbieder | identificatie | dagtekening | dagtekening_retour",
        ...numbers.slice(5).map((one) => `305 | 1 | N${one} | 2025-03-03 | 2025-03-04`),
      ].join("\n"),
    });
    expect((await answer(database, "retour-op-tijd"))[1]).toEqual([
      "door-gemeente",
      "2025-03",
      "45",
      "50",
      "0.9",
      "50",
    ]);
  });
});
