import {describe, expect, test} from "vitest";
import {engines, insertRows} from "../../../test/engines.ts";
import {pgliteClient} from "../../../test/pglite.ts";
import {openDuckDb} from "../../database/duckdb.ts";
import {migrate, readMigrations} from "../../database/migrate.ts";
import {postgresDatabase} from "../../database/postgres.ts";

describe.each(engines)("receipts on %s", (engine) => {
  test("a database from before them gets one for each Levering it has", async () => {
    const database =
      engine === "duckdb" ? await openDuckDb(":memory:", {threads: 1}) : postgresDatabase(await pgliteClient());
    await migrate(
      database,
      readMigrations().filter(({name}) => name < "006"),
    );
    await insertRows(
      database,
      "levering",
      `levering_nummer | begonnen_op         | klaar_op            | bron
       1               | 2026-01-01 10:00:00 | 2026-01-01 10:01:00 | post
       2               | 2026-01-02 10:00:00 |                     | leeg`,
    );
    await insertRows(
      database,
      "bestand",
      `sha256 | levering_nummer | naam  | toestand
       aa     | 1               | a.xml | ingenomen
       bb     | 1               | b.xml | bevindingen
       cc     | 1               | c.xml | geweigerd`,
    );
    await migrate(database);
    expect(
      await database.query(
        `select ontvangst_nummer, levering_nummer, herkomst, bron, klaar_op, bestanden, ingenomen, met_bevindingen, geweigerd
         from ontvangst order by ontvangst_nummer`,
      ),
    ).toEqual([
      {
        ontvangst_nummer: 1,
        levering_nummer: 1,
        herkomst: "onbekend",
        bron: "post",
        klaar_op: "2026-01-01 10:01:00",
        bestanden: 3,
        ingenomen: 1,
        met_bevindingen: 1,
        geweigerd: 1,
      },
      {
        ontvangst_nummer: 2,
        levering_nummer: 2,
        herkomst: "onbekend",
        bron: "leeg",
        klaar_op: null,
        bestanden: 0,
        ingenomen: 0,
        met_bevindingen: 0,
        geweigerd: 0,
      },
    ]);
    await database.close();
  });
});
