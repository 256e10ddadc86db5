import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("wijzigingsverzoeken on %s", (engine) => {
  test("counts each 317 once, for all who had help in the period", async () => {
    const numbers = Array.from({length: 50}, (_, index) => index + 1);
    const database = await databaseWith(engine, {
      persoon: ["client | persoon", ...numbers.map((one) => `c${one} | ${one}`)].join("\n"),
      toewijzing: [
        "client | toewijzing_nummer | buurt_code",
        ...numbers.map((one) => `c${one} | ${one} | BU99990101`),
      ].join("\n"),
      verzoek: `
        bericht_id | regel | client | soort       | referentie_aanbieder | toewijzing_nummer | dagtekening
        1          | 1     | c1     | te wijzigen | R1                   | 1                 | 2025-03-03
        1          | 2     | c1     | nieuw       | R1                   |                   | 2025-03-03
        2          | 1     | c1     | ongewijzigd | R2                   | 1                 | 2025-03-20
        3          | 1     | c2     | toewijzing  | R3                   |                   | 2025-03-20`,
      geldig_bericht: `
        bericht_id | bekend_tot
        1          | 9999-12-31
        2          | 2025-03-25
        3          | 9999-12-31`,
      hulp: [
        "client | toewijzing_nummer | buurt_code | begindatum | einddatum",
        ...numbers.map((one) => `c${one} | ${one} | BU99990101 | 2025-03-01 | 2025-03-31`),
      ].join("\n"),
    });
    expect(await answer(database, "wijzigingsverzoeken", {dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde | personen
        WK999901 | 2025-03 | 1      | 50     | 2      | 50`),
    );
    // The second 317 was refused as a Bericht only later.
    expect((await answer(database, "wijzigingsverzoeken", {knownOn: "2025-03-24"}))[1]?.slice(1, 4)).toEqual([
      "2",
      "50",
      "4",
    ]);
    expect((await answer(database, "wijzigingsverzoeken", {grain: "jaar"}))[1]).toEqual(["2025", "1", "50", "2", "50"]);
  });

  test("with nobody helped but who asked, gives no figure", async () => {
    const database = await databaseWith(engine, {
      persoon: "client | persoon\n anna | 1",
      verzoek: "bericht_id | client | soort | referentie_aanbieder | dagtekening\n 1 | anna | nieuw | R1 | 2025-03-03",
      geldig_bericht: "bericht_id\n 1",
    });
    expect(await answer(database, "wijzigingsverzoeken")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-03 | 1      | 1      | te weinig | 1`),
    );
  });
});
