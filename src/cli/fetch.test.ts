import {readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {folderWith, importInto, withDatabase} from "../../test/berichten-on-disk.ts";
import {fakeNetwork} from "../../test/fake-network.ts";
import {hasOpenData, openData} from "../../test/opendata.ts";
import type {CommandInput} from "./command.ts";
import {fetchWith} from "./fetch.ts";

function line(values: CommandInput["values"], folder = folderWith()) {
  const written: string[] = [];
  const said: string[] = [];
  const input: CommandInput = {
    positionals: ["cbs"],
    values,
    dataFolder: folder,
    folder,
    output: {isTerminal: false, write: (text) => void written.push(text), say: (text) => void said.push(text)},
    now: () => new Date("2025-01-01"),
    openDatabase: () => Promise.reject(new Error("no database is needed")),
  };
  return {input, written, said, folder};
}

const dead = fakeNetwork(() => "dood");

test("without a network it says which files to bring along, and how to read them", async () => {
  const {input, said} = line({gemeente: "GM0233", jaar: "2024"});
  await expect(fetchWith(dead).run(input)).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringMatching(
      /^Er kwam geen antwoord van opendata\.cbs\.nl\. .*Haal de bestanden hierboven dan zelf op\.$/,
    ),
  });
  const told = said.join("");
  expect(told).toContain("https://opendata.cbs.nl/ODataFeed/odata/85984NED/TypedDataSet?");
  expect(told).toContain("https://api.pdok.nl/cbs/wijken-en-buurten-2024/ogc/v1/collections/buurten/items?");
  expect(told).toContain("fetch cbs --gemeente GM0233 --jaar 2024 --uit MAP");
});

test.each([
  [{}, /--gemeente/],
  [{gemeente: "Ermelo"}, /als GM0233/],
  [{gemeente: "GM0233", jaar: "vorig"}, /--jaar is 'vorig'/],
  [{gemeente: "GM0233", uit: "bestaat-niet"}, /is er niet/],
  [{gemeente: "GM0233", jaar: "2023,2024", uit: "map"}, /één jaar tegelijk/],
])("%j is wrong use, and is told in one line", async (values, message) => {
  await expect(fetchWith(dead).run(line(values).input)).rejects.toThrow(message);
});

test.skipIf(!hasOpenData)(
  "what it makes of answers in a folder is taken in by import, without a question",
  async () => {
    const names = ["TableInfos", "DataProperties", "WijkenEnBuurten_GM0233", "TypedDataSet_GM0233"];
    const files = Object.fromEntries(
      names.map((name) => [`cbs/${name}.json`, openData(`odata-fixtures/v3_84799NED_${name}.json`)]),
    );
    const {input, written, folder} = line({gemeente: "gm0233", uit: "cbs", out: "uit"}, folderWith(files));
    expect(await fetchWith(dead).run(input)).toBe(0);
    expect(written.join("")).toMatch(/^19 gebieden van GM0233 over 2020 staan in 'uit'/);
    expect(readdirSync(join(folder, "uit")).sort()).toEqual(["bevolking.csv", "gebied.csv", "gebied_kenmerk.csv"]);
    const data = folderWith();
    expect(await importInto(data, [join(folder, "uit")])).toMatchObject({ingenomen: 3, geweigerd: 0, bevindingen: []});
    const [row] = await withDatabase(data, (database) =>
      database.query("select cast(sum(aantal) as integer) as mensen, min(gemeente_code) as gemeente from bevolking"),
    );
    // Of the buurten, each class rounded to fives, and so not the 27,008 of the gemeente.
    expect(row).toEqual({mensen: 27_170, gemeente: "GM0233"});
  },
);
