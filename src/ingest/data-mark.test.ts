import {expect, test} from "vitest";
import {folderWith, importInto, startBericht, withDatabase} from "../../test/berichten-on-disk.ts";
import {runCommand} from "../../test/command-line.ts";
import {readDataState} from "../database/derive/state.ts";
import {readSheet} from "./tables/sheet.ts";
import {koppelingOf, propose} from "./tables/suggest.ts";

const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n";
const first = {"a.xml": startBericht("A")};
const second = {"b.xml": startBericht("B", {}, "999900018")};
const team = {"team.csv": "team_code,naam,werkgever\nT1,Noord,gemeente\n"};

/** The mark of the data of a folder. */
function markOf(data: string): Promise<string | undefined> {
  return withDatabase(data, async (database) => (await readDataState(database)).dataMarks.get("GM0363"));
}

/** A data folder to which was delivered, one after the other. */
async function filled(...deliveries: readonly Readonly<Record<string, string | Uint8Array>>[]): Promise<string> {
  const data = folderWith();
  for (const files of deliveries) await importInto(data, [folderWith(files)]);
  return data;
}

test("the mark of the data is the same in whatever order they came", async () => {
  const one = await filled({"gebied.csv": gebied, ...first}, {...second, ...team});
  const other = await filled({"gebied.csv": gebied, ...team, ...second}, first);
  const mark = await markOf(one);
  expect(mark).toMatch(/^[0-9a-f]{12}$/);
  expect(await markOf(other)).toBe(mark);
});

test("one message more makes another mark, and so does another reference file; what is not taken in makes none", async () => {
  const data = await filled({"gebied.csv": gebied, ...first, ...team});
  const mark = await markOf(data);
  await importInto(data, [folderWith({"nog eens.xml": first["a.xml"], "fout.xml": "<a/>"})]);
  expect(await markOf(data)).toBe(mark);

  await importInto(data, [folderWith(second)]);
  const further = await markOf(data);
  expect(further).not.toBe(mark);
  await importInto(data, [folderWith({"team.csv": team["team.csv"].replace("Noord", "Zuid")})]);
  expect(await markOf(data)).not.toBe(further);
});

test("a database made again from the archive has the mark it had, tables of a suite included", async () => {
  const data = await filled({"gebied.csv": gebied, ...first, ...team});
  const table =
    "BSN;Wet;AGB-code;Toewijzingsnummer;Productcategorie;Productcode;Begindatum;Einddatum;Volume;Eenheid;Bedrag;Gedeclareerd op;Status;Beoordeeld op\r\n" +
    "999900006;Wmo;99990001;1;02;02A03;01-01-2025;31-01-2025;4;Uur;100,00;05-02-2025;Toegekend;10-02-2025\r\n";
  const sheet = await readSheet(Buffer.from(table), "regels.csv");
  if ("problem" in sheet) throw new Error(sheet.problem);
  const koppeling = koppelingOf(propose(sheet), "Suite");
  await importInto(data, [folderWith({"regels.csv": table})], {tables: {koppeling, peildatum: "2025-03-31"}});
  const mark = await markOf(data);
  expect(mark).toMatch(/^[0-9a-f]{12}$/);
  expect((await runCommand(["rebuild", "--data", data])).exitCode).toBe(0);
  expect(await markOf(data)).toBe(mark);
});

test("data that an older version of the program took in are marked when they are opened", async () => {
  const data = await filled({"gebied.csv": gebied, ...first});
  const mark = await markOf(data);
  await withDatabase(data, (database) => database.execute("delete from gegevens_kenmerk"));
  expect(await markOf(data)).toBe(mark);
});
