import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("vrij-toegankelijk-aanbod on %s", (engine) => {
  test("is a twelfth of a year each month, in whole cents that add up", async () => {
    const database = await databaseWith(engine, {
      voorliggend: `
        wijk_code | naam      | soort                | cents_per_jaar
        WK999901  | Maatjes   | informeel            | 1000
        WK999902  | Strijken  | algemene voorziening | 12000
        WK999902  | Gratis    | vrij toegankelijk    |`,
      bevolking: "buurt_code | aantal\n BU99990101 | 100\n BU99990201 | 60",
    });
    const months = await answer(database, "vrij-toegankelijk-aanbod", {dimensions: ["wijk"]});
    const [first] = months.slice(1);
    expect(first).toEqual(["WK999901", "2025-01", "83", "100", "0.83", "0"]);
    const sum = months.slice(1).reduce((total, row) => total + Number(row[2]), 0);
    expect(sum).toBe(13_000);
    expect(await answer(database, "vrij-toegankelijk-aanbod", {grain: "jaar", dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde | personen
        WK999901 | 2025    | 1000   | 100    | 10     | 0
        WK999902 | 2025    | 12000  | 60     | 200    | 0`),
    );
    // Of a year that has not ended, the months that have begun.
    expect((await answer(database, "vrij-toegankelijk-aanbod", {grain: "jaar", knownOn: "2025-06-15"}))[1]?.[1]).toBe(
      "6500",
    );
  });
});
