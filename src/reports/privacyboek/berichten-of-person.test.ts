import {expect, test} from "vitest";
import {emptyDatabase} from "../../../test/engines.ts";
import {berichtenOfPersonSql} from "./berichten-of-person.ts";

test("every table that holds a Bericht of a client is looked in; what is derived follows from those", async () => {
  const database = await emptyDatabase("duckdb");
  const rows = await database.query<{table_name: string}>(
    `select table_name from information_schema.columns
     where column_name in ('client', 'bericht_id') and table_name not like '%kostenregel'
     group by table_name having count(*) = 2`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const {table_name} of rows) expect(berichtenOfPersonSql).toContain(`from ${table_name} where`);
});
