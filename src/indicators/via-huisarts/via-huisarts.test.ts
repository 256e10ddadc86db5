import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("via-huisarts on %s", (engine) => {
  const hulp = (verwijzers: readonly string[]) =>
    ["client | verwijzer_type", ...verwijzers.map((type, index) => `client-${index} | ${type}`)].join("\n");

  test("is the trajecten of the Jeugdwet that a huisarts began, of all that began", async () => {
    const others = ["01", "03", "04", "05", "06", "08"].flatMap((type) => Array<string>(8).fill(type));
    const database = await databaseWith(engine, {hulp: hulp([...others, ...Array<string>(12).fill("02")])});
    expect(await answer(database, "via-huisarts")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 12     | 60     | 0.2    | 60`),
    );
  });

  test("takes the verwijzer with whom the traject began, and leaves the Wmo out", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | wet      | begindatum | einddatum  | verwijzer_type
        anna   | Jeugdwet | 2025-01-01 | 2025-02-01 | 02
        anna   | Jeugdwet | 2025-02-10 | 2025-03-01 | 01
        bert   | Wmo      | 2025-01-01 |            | 02`,
    });
    expect(await answer(database, "via-huisarts")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 1      | te weinig | 1`),
    );
  });

  test("says nothing of a start that was not known yet", async () => {
    const database = await databaseWith(engine, {
      hulp: "client | verwijzer_type | bekend_van\n anna | 02 | 2025-01-09",
    });
    expect(await answer(database, "via-huisarts", {knownOn: "2025-01-08"})).toHaveLength(1);
    expect(await answer(database, "via-huisarts", {knownOn: "2025-01-09"})).toHaveLength(2);
  });
});
