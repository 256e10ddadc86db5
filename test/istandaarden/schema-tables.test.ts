import {describe, expect, test} from "vitest";
import {messageTable} from "../../src/standards/istandaarden/message-table.ts";
import {soorten} from "../../src/standards/istandaarden/messages.ts";
import {findOfficialStandard} from "./official-schemas.ts";
import {linesOfSchema, linesOfTable} from "./schema-tables.ts";

const standard = findOfficialStandard();

describe.skipIf(standard === null).each(["Wmo", "Jeugdwet"] as const)("the tables of %s", (wet) => {
  test.each(soorten)("%s has exactly the elements, cardinalities, types and codes of the official schema", (soort) => {
    const table = messageTable(wet, soort, "3.2");
    expect(linesOfTable(table)).toEqual(linesOfSchema(standard!, table));
  });
});
