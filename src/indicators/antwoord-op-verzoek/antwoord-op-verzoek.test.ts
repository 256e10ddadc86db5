import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {werkdagen} from "../../../test/werkdagen.ts";

const tables = {
  werkdag: werkdagen("2025-01-01", "2025-06-30"),
  persoon: "client | persoon\n anna | 1\n bert | 2\n carla | 3\n dirk | 4",
  // The fifth working day after Monday 3 March is the 10th.
  verzoek: `
    bericht_id | regel | client | soort       | referentie_aanbieder | toewijzing_nummer | dagtekening | verwijzer_type
    1          | 1     | anna   | toewijzing  | R1                   |                   | 2025-03-03  | 02
    2          | 1     | bert   | toewijzing  | R2                   |                   | 2025-03-03  | 02
    3          | 1     | carla  | te wijzigen | R3                   | 7                 | 2025-03-03  |
    3          | 2     | carla  | nieuw       | R3                   |                   | 2025-03-03  |
    4          | 1     | dirk   | toewijzing  | R4                   |                   | 2025-03-03  | 01`,
  geldig_bericht: "bericht_id\n 1\n 2\n 3\n 4",
  toewijzing: "client | toewijzing_nummer | buurt_code | verwijzer_type\n carla | 7 | BU99990101 | 03",
  toewijzing_versie: `
    client | toewijzing_nummer | referentie_aanbieder | dagtekening
    anna   | 1                 | R1                   | 2025-03-10
    anna   | 1                 | R1                   | 2025-05-10
    bert   | 2                 | R2                   | 2025-03-11`,
  antwoord: `
    referentie_aanbieder | verzoek_antwoord | dagtekening
    R3                   | 2                | 2025-03-05
    R3                   | 1                | 2025-04-05`,
};

describe.each(engines)("antwoord-op-verzoek on %s", (engine) => {
  test("takes the first reaction of any kind; a 317 is one request, and one without reaction is late", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "antwoord-op-verzoek", {dimensions: ["verwijzer", "wijk"]})).toEqual(
      table(`
        verwijzer | wijk     | periode | teller | noemer | waarde    | personen
        01        | onbekend | 2025-03 | 0      | 1      | te weinig | 1
        02        | onbekend | 2025-03 | 1      | 2      | te weinig | 2
        03        | WK999901 | 2025-03 | 1      | 1      | te weinig | 1`),
    );
  });

  test("is not known while the term runs, not even of who had an answer", async () => {
    const database = await databaseWith(engine, tables);
    const row = async (knownOn: string) => (await answer(database, "antwoord-op-verzoek", {knownOn}))[1]?.slice(1);
    expect(await row("2025-03-10")).toEqual(["", "", "nog niet bekend", "0"]);
    expect(await row("2025-03-11")).toEqual(["2", "4", "te weinig", "4"]);
  });
});
