import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {referenceMarkdown} from "../../database/reference/words-as-markdown.ts";
import {type ReferenceColumn, referenceTables} from "../../database/reference-tables.ts";

const page = readFileSync(new URL("../../../docs/how-to/own-data.md", import.meta.url), "utf8");

test("docs/how-to/own-data.md tells the tables as their definition does", () => {
  expect(page.slice(page.indexOf("### Gebied en bevolking"))).toBe(referenceMarkdown());
});

test.each(Object.entries(referenceTables))(
  "docs/how-to/own-data.md tells each column of %s.csv, and which may be left out",
  (table, columns) => {
    const [, described = ""] = page.split(`\n\`${table}.csv\``);
    const names = described
      .slice(0, described.search(/\n(`\w+\.csv`|#)/))
      .split("\n")
      .map((line) => /^\| (.+?) \|/.exec(line)?.[1])
      .filter((cell) => cell !== undefined && cell !== "kolom" && cell !== "---")
      .flatMap((cell) => cell!.split(", "));
    const expected = Object.entries<ReferenceColumn>(columns)
      .filter(([name]) => name !== "gemeente_code")
      .map(([name, {optional}]) => (optional ? `[${name}]` : name));
    expect(names).toEqual(expected);
  },
);
