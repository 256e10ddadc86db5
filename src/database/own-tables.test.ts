import {describe, expect, test} from "vitest";
import {databaseWith, emptyDatabase, engines} from "../../test/engines.ts";
import {columnsOf} from "../../test/table-columns.ts";
import {carryOver, ownTables} from "./own-tables.ts";

describe.each(engines)("what no archive gives back, on %s", (engine) => {
  test.each(Object.entries(ownTables))("has %s as its definition says", async (table, definition) => {
    const columns = await columnsOf(await emptyDatabase(engine), table);
    expect(columns.map(({name, type}) => [name, type])).toEqual(Object.entries(definition));
  });

  test("is copied whole", async () => {
    const from = await databaseWith(engine, {
      toegangstoken: `
        naam | sha256 | bereik     | gemaakt_op          | geldig_tot          | laatst_gebruikt_op
        nacht | ab    | aanleveren | 2026-01-01 00:00:00 | 2027-01-01 00:00:00 |`,
      inzage_eerder: `
        op                  | wie       | wat       | sha256
        2026-01-02 10:00:00 | beheerder | origineel | cd`,
      inzage: `
        nummer | op                  | gebruiker | rol       | wat | vorige | hash
        1      | 2026-01-02 11:00:00 | computer  | beheerder | x   | 00     | ab`,
      verzoek_inwoner: `
        nummer | soort  | ontvangen_op | uiterlijk_op | door
        1      | inzage | 2026-01-02   | 2026-02-02   | computer`,
      controle: `
        op                  | seconden | bestanden | berichten | verschillen
        2026-01-03 10:00:00 | 1.5      | 3         | 2         | 0`,
    });
    const to = await emptyDatabase(engine);
    await carryOver(from, to);
    for (const table of Object.keys(ownTables)) {
      expect(await to.query(`select * from ${table}`)).toEqual(await from.query(`select * from ${table}`));
    }
  });
});
