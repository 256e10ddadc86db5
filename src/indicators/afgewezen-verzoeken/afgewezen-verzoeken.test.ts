import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const tables = {
  persoon: "client | persoon\n anna | 1\n bert | 2\n carla | 3\n dirk | 4",
  verzoek: `
    bericht_id | client | soort      | referentie_aanbieder | dagtekening
    1          | anna   | toewijzing | R1                   | 2025-03-03
    2          | bert   | toewijzing | R2                   | 2025-03-03
    3          | carla  | nieuw      | R3                   | 2025-03-03
    4          | dirk   | toewijzing | R4                   | 2025-03-03`,
  geldig_bericht: "bericht_id\n 1\n 2\n 3\n 4",
  toewijzing_versie: `
    client | toewijzing_nummer | referentie_aanbieder | dagtekening
    anna   | 1                 | R1                   | 2025-03-10
    carla  | 3                 | R3                   | 2025-05-10`,
  antwoord: `
    referentie_aanbieder | verzoek_antwoord | dagtekening
    R2                   | 1                | 2025-04-05
    R3                   | 1                | 2025-04-07
    R4                   | 2                | 2025-03-05`,
};

describe.each(engines)("afgewezen-verzoeken on %s", (engine) => {
  test("counts in the month of the decision; what is looked into is not decided, and granted after all is granted", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "afgewezen-verzoeken")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-03 | 0      | 1      | te weinig | 1
        2025-04 | 1      | 2      | te weinig | 2`),
    );
    const before = await answer(database, "afgewezen-verzoeken", {knownOn: "2025-05-09"});
    expect(before[2]).toEqual(["2025-04", "2", "2", "te weinig", "2"]);
  });

  test("counts who never had anything but a refusal, each as a person", async () => {
    const database = await databaseWith(engine, {
      ...tables,
      persoon: "client | persoon\n anna | 1",
      verzoek: `${tables.verzoek}\n5 | bert | toewijzing | R5 | 2025-03-03`,
      geldig_bericht: `${tables.geldig_bericht}\n 5`,
      antwoord: `${tables.antwoord}\n R5 | 1 | 2025-04-06`,
    });
    // Carla was granted after all; bert was refused twice.
    expect((await answer(database, "afgewezen-verzoeken"))[2]).toEqual(["2025-04", "2", "3", "te weinig", "2"]);
  });

  test("gives a share from 50 on", async () => {
    const numbers = Array.from({length: 50}, (_, index) => index + 1);
    const database = await databaseWith(engine, {
      persoon: ["client | persoon", ...numbers.map((one) => `c${one} | ${one}`)].join("\n"),
      verzoek: [
        "bericht_id | client | soort | referentie_aanbieder | dagtekening",
        ...numbers.map((one) => `${one} | c${one} | toewijzing | R${one} | 2025-03-03`),
      ].join("\n"),
      geldig_bericht: ["bericht_id", ...numbers].join("\n"),
      antwoord: [
        "referentie_aanbieder | verzoek_antwoord | dagtekening",
        ...numbers.map((one) => `R${one} | ${one <= 10 ? 1 : 2} | 2025-03-05`),
      ].join("\n"),
      toewijzing_versie: [
        "referentie_aanbieder | dagtekening",
        ...numbers.slice(10).map((one) => `R${one} | 2025-03-09`),
      ].join("\n"),
    });
    expect((await answer(database, "afgewezen-verzoeken"))[1]).toEqual(["2025-03", "10", "50", "0.2", "50"]);
  });
});
