import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../test/engines.ts";
import {columnsOf} from "../../test/table-columns.ts";
import {landelijkTables} from "./landelijk-tables.ts";
import {referenceTables} from "./reference-tables.ts";
import {deliveredTables} from "./tables.ts";

describe.each(engines)("the schema on %s", (engine) => {
  test.each(Object.entries({...deliveredTables, ...landelijkTables}))(
    "has %s as its definition says",
    async (table, definition) => {
      const columns = await columnsOf(await emptyDatabase(engine), table);
      expect(columns.map(({name, type}) => [name, type])).toEqual(Object.entries(definition));
    },
  );

  test.each(Object.entries(referenceTables))("has %s as its definition says", async (table, definition) => {
    const columns = await columnsOf(await emptyDatabase(engine), table);
    expect(columns.map(({name, type, isNullable}) => [name, {type, optional: isNullable}])).toEqual(
      Object.entries(definition),
    );
  });
});
