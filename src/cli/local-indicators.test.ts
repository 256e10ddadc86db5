import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {folderWith} from "../../test/berichten-on-disk.ts";
import {insertRows} from "../../test/engines.ts";
import {openDatabase} from "../database/open.ts";
import type {Output} from "./command.ts";
import {openCommandDoor} from "./command-door.ts";
import {runCommandLine} from "./run-command-line.ts";
import {runThroughServer} from "./through-server.ts";

const howTo = readFileSync(new URL("../../docs/how-to/own-indicator.md", import.meta.url), "utf8");
const [meaning = "", sql = ""] = [...howTo.matchAll(/```(?:json|sql)\n([\s\S]*?)```/g)].map(([, text]) => text!);

/** A data folder with the example of the how-to, one that is wrong, and 60 people of whom 45 began within two weeks. */
async function filledFolder(): Promise<string> {
  const folder = folderWith({
    "indicatoren/binnen-twee-weken/binnen-twee-weken.json": meaning,
    "indicatoren/binnen-twee-weken/binnen-twee-weken.sql": sql,
    "indicatoren/fout/fout.json": meaning,
    "indicatoren/fout/fout.sql": "select client from hulp",
  });
  const rows = Array.from(
    {length: 60},
    (_, index) => `p${index} | ${index + 1} | 2025-03-01 | ${index < 45 ? "2025-03-15" : "2025-03-20"}`,
  );
  const database = await openDatabase(folder);
  await insertRows(database, "hulp", ["client | toewijzing_nummer | ingangsdatum | begindatum", ...rows].join("\n"));
  await insertRows(database, "gegevens_stand", "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2025-06-30");
  await database.close();
  return folder;
}

function recording() {
  const said: string[] = [];
  const written: string[] = [];
  const output: Output = {
    isTerminal: false,
    write: (text) => void written.push(text),
    say: (text) => void said.push(text),
  };
  return {output, said, written};
}

async function run(folder: string, args: readonly string[]) {
  const {output, said, written} = recording();
  const exit = await runCommandLine(args, {
    output,
    now: () => new Date(0),
    folder,
    dataFolderOf: () => folder,
    openDatabase,
    runElsewhere: async () => null,
  });
  return {exit, said: said.join(""), written: written.join("")};
}

const question = ["measure", "binnen-twee-weken", "--per", "jaar", "--van", "2025-01", "--tot", "2025-06", "--json"];
const answer = {teller: 45, noemer: 60, waarde: 0.75, personen: 60};

test("a gemeente lists and measures what it added, by itself and through the server that holds its data", async () => {
  const folder = await filledFolder();
  const alone = await run(folder, question);
  expect(JSON.parse(alone.written).rijen).toMatchObject([answer]);

  const database = await openDatabase(folder);
  const door = await openCommandDoor(folder, database);
  const {output, written} = recording();
  expect(await runThroughServer(folder, {args: question, folder, isTerminal: false}, output)).toBe(0);
  expect(JSON.parse(written.join("")).rijen).toMatchObject([answer]);
  door.close();
  await database.close();
});

test("the list says which are local, and why one does not count", async () => {
  const folder = await filledFolder();
  const list = await run(folder, ["indicators", "--json"]);
  const all = JSON.parse(list.written) as {id: string; lokaal: boolean}[];
  expect(all.filter(({lokaal}) => lokaal).map(({id}) => id)).toEqual(["binnen-twee-weken"]);
  expect(list.said).toBe(
    "Een eigen cijfer telt niet mee. fout.sql, 'client' mag niet worden gelezen: het wijst mensen aan.\n",
  );
  expect((await run(folder, ["indicators"])).written).toMatch(/^binnen-twee-weken +Hoe vaak .* \(lokaal\)$/m);
  expect(await run(folder, ["measure", "fout"])).toMatchObject({
    exit: 2,
    said: "Uw eigen cijfer 'fout' telt niet mee. fout.sql, 'client' mag niet worden gelezen: het wijst mensen aan.\n",
  });
});
