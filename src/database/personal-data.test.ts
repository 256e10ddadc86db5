import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../test/engines.ts";
import {describeColumn, tableDescriptions} from "./personal-data.ts";
import {schemaColumns} from "./schema-columns.ts";

describe.each(engines)("what is held of people, on %s", (engine) => {
  test("is described for every table, and for every column of a table about people", async () => {
    const columns = await schemaColumns(await emptyDatabase(engine));
    const tables = [...new Set(columns.map(({table}) => table))].sort();
    expect(tables.filter((table) => tableDescriptions[table] === undefined)).toEqual([]);
    const missing = columns.filter(
      ({table, column}) => tableDescriptions[table]!.about !== "geen" && describeColumn(table, column) === undefined,
    );
    expect(missing).toEqual([]);
  });

  test("a table that holds a pseudonym or a trait of persons is about people", async () => {
    const columns = await schemaColumns(await emptyDatabase(engine));
    const personal = columns.filter(({column}) =>
      ["client", "persoon", "huishouden", "geboortemaand"].includes(column),
    );
    for (const {table} of personal) expect([table, tableDescriptions[table]!.about]).toEqual([table, "client"]);
  });
});
