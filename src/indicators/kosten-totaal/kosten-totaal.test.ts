import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const tables = {
  kostenregel: `
    client | zorgmaand  | cents | beantwoord_op | is_toegekend | wet | buurt_code
    anna   | 2025-01-01 | 10000 | 2025-02-20    | true         | Wmo | BU99990101
    bert   | 2025-01-01 | 7000  | 2025-02-20    | false        | Wmo | BU99990101`,
  overige_kosten: `
    soort    | jaar | maand | wet | taakveld | wijk_code | cents | omschrijving | bron
    pgb      | 2025 | 1     | Wmo | 6.791    |           | 4000  | Pgb          | SVB
    pgb      | 2025 | 2     | Wmo | 6.791    |           | 4500  | Pgb          | SVB
    wijkteam | 2025 | 1     |     | 6.2      | WK999901  | 9000  | Wijkteam     | Team`,
};

describe.each(engines)("kosten-totaal on %s", (engine) => {
  test("puts what was paid without messages beside what was granted, each kind apart", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "kosten-totaal", {grain: "totaal"})).toEqual(
      table(`
        deel        | periode | teller | noemer | waarde | personen
        declaraties | totaal  | 10000  |        | 10000  | 1
        pgb         | totaal  | 8500   |        | 8500   | 0
        wijkteam    | totaal  | 9000   |        | 9000   | 0`),
    );
  });

  test("tells the wijk of an amount when it is known", async () => {
    const database = await databaseWith(engine, tables);
    const rows = await answer(database, "kosten-totaal", {grain: "totaal", dimensions: ["wijk"]});
    expect(rows.slice(1).map(([wijk, deel, , cents]) => [wijk, deel, cents])).toEqual([
      ["WK999901", "declaraties", "10000"],
      ["WK999901", "wijkteam", "9000"],
      ["onbekend", "pgb", "8500"],
    ]);
  });

  test("knows nothing of months that were still to come", async () => {
    const database = await databaseWith(engine, tables);
    const rows = await answer(database, "kosten-totaal", {grain: "totaal", knownOn: "2025-01-31"});
    expect(rows.slice(1).map(([deel, , cents]) => [deel, cents])).toEqual([
      ["pgb", "4000"],
      ["wijkteam", "9000"],
    ]);
  });
});
