import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("via-gi on %s", (engine) => {
  test("is the trajecten of the Jeugdwet that a gecertificeerde instelling began, of all that began; the Wmo is no part of it", async () => {
    const verwijzers = ["01", "02", "03", "04", "05", "06", "08"].flatMap((type, index) =>
      Array<string>(6 + index).fill(type),
    );
    const lines = verwijzers.map((type, index) => `client-${index} | Jeugdwet | ${type}`);
    const database = await databaseWith(engine, {
      hulp: ["client | wet | verwijzer_type", ...lines, "wim | Wmo | 04"].join("\n"),
    });
    expect(await answer(database, "via-gi")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 9      | 63     | 0.1429 | 63`),
    );
  });

  test("is nothing where no help began", async () => {
    const database = await databaseWith(engine, {hulp: "client | wet | verwijzer_type\n wim | Wmo | 04"});
    expect(await answer(database, "via-gi")).toHaveLength(1);
  });
});
