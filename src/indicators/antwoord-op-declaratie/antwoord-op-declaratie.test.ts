import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {werkdagen} from "../../../test/werkdagen.ts";

const tables = {
  werkdag: werkdagen("2025-01-01", "2025-06-30"),
  // The tenth working day after Monday 3 March is the 17th.
  bericht: `
    bericht_id | wet      | soort | aanbieder | identificatie | dagtekening | verzonden_op
    1          | Jeugdwet | 323   | 11111111  | D1            | 2025-03-03  |
    2          | Jeugdwet | 323   | 11111111  | D2            | 2025-02-24  | 2025-03-03 09:00:00
    3          | Jeugdwet | 323   | 11111111  | D3            | 2025-03-03  |
    4          | Jeugdwet | 323   | 22222222  | D1            | 2025-03-03  |
    5          | Wmo      | 323   | 22222222  | D9            | 2025-03-03  |
    6          | Jeugdwet | 305   | 11111111  | D1            | 2025-03-03  |`,
  declaratie_antwoord: `
    wet      | aanbieder | declaratie_identificatie | dagtekening
    Jeugdwet | 11111111  | D1                       | 2025-03-17
    Jeugdwet | 11111111  | D1                       | 2025-04-17
    Jeugdwet | 11111111  | D2                       | 2025-03-17
    Jeugdwet | 11111111  | D3                       | 2025-03-18`,
};

describe.each(engines)("antwoord-op-declaratie on %s", (engine) => {
  test("takes the first answer; a wet of which no answers are kept is left alone", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "antwoord-op-declaratie", {dimensions: ["wet", "aanbieder"]})).toEqual(
      table(`
        wet      | aanbieder | periode | teller | noemer | waarde    | personen
        Jeugdwet | 11111111  | 2025-03 | 2      | 3      | te weinig | 3
        Jeugdwet | 22222222  | 2025-03 | 0      | 1      | te weinig | 1`),
    );
  });

  test("is not known while the term runs", async () => {
    const database = await databaseWith(engine, tables);
    const row = async (knownOn: string) => (await answer(database, "antwoord-op-declaratie", {knownOn}))[1]?.slice(1);
    expect(await row("2025-03-17")).toEqual(["", "", "nog niet bekend", "0"]);
    expect(await row("2025-03-18")).toEqual(["2", "4", "te weinig", "4"]);
  });
});
