import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {answer} from "../../../test/answer.ts";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {addLocalIndicators} from "../catalogue.ts";
import {countingNames} from "./counting-form.ts";
import {readLocalIndicators} from "./read-local.ts";

const howTo = readFileSync(new URL("../../../docs/how-to/own-indicator.md", import.meta.url), "utf8");

/** The example of the how-to, as files. */
function example(): Record<string, string> {
  const blocks = [...howTo.matchAll(/```(json|sql)\n([\s\S]*?)```/g)].map(([, , text]) => text!);
  const [meaning, sql, proof] = blocks;
  const folder = "indicatoren/binnen-twee-weken/binnen-twee-weken";
  return {[`${folder}.json`]: meaning!, [`${folder}.sql`]: sql!, [`${folder}.test.json`]: proof!};
}

test.each(engines)("the example of the how-to is taken in, proved, and counts on %s", async (engine) => {
  const local = await readLocalIndicators(folderWith(example()));
  expect(local.refused).toEqual([]);
  const database = await databaseWith(engine, {
    hulp: `
      client | toewijzing_nummer | ingangsdatum | begindatum | buurt_code
      anna   | 1                 | 2025-03-01   | 2025-03-15 | BU99990101
      bert   | 2                 | 2025-03-01   | 2025-03-16 | BU99990201`,
  });
  addLocalIndicators(database, local);
  expect((await answer(database, "binnen-twee-weken", {dimensions: ["wijk"], grain: "jaar"})).slice(1)).toEqual([
    ["WK999901", "2025", "1", "1", "te weinig", "1"],
    ["WK999902", "2025", "0", "1", "te weinig", "1"],
  ]);
});

test("the how-to names every way of counting", () => {
  for (const name of countingNames) expect(howTo, name).toContain(`\`${name}\``);
});
