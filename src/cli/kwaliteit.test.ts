import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {insertRows} from "../../test/engines.ts";
import {openDatabase} from "../database/open.ts";
import type {CommandInput} from "./command.ts";
import {kwaliteit} from "./kwaliteit.ts";

const folder = mkdtempSync(join(tmpdir(), "wijkbalans-kwaliteit-"));
const dataFolder = join(folder, "data");

beforeAll(async () => {
  const database = await openDatabase(dataFolder);
  const people = Array.from({length: 12}, (_, person) => person + 1);
  await insertRows(database, "toewijzing", "toewijzing_nummer | ingangsdatum\n1 | 2025-01-01");
  await insertRows(
    database,
    "gebrek",
    [
      "controle | aanbieder | persoon | soort | toewijzing_nummer | maand | sinds | cents | bekend_van",
      ...people.map(
        (n) => `nooit-gestart | 75750001 | ${n} | 301 | ${n} | 2025-02-01 | 2025-03-01 | 12345 | 2025-03-01`,
      ),
      ...people.map(
        (n) => `start-nog-open | 75750003 | ${n} | 305 | ${n} | 2025-02-01 | 2025-03-01 | 99999 | 2025-03-01`,
      ),
      ...people.map(
        (n) => `start-nog-open | 75750003 | ${n + 20} | 305 | ${n} | 2025-02-01 | 2025-03-01 | 1 | 2025-03-01`,
      ),
      "ander-tarief | 75750002 | 1 | 323 | 1 | 2025-02-01 | 2025-03-01 | 77 | 2025-03-01",
    ].join("\n"),
  );
  await insertRows(database, "persoon", ["persoon | client", ...people.map((n) => `${n} | client-${n}`)].join("\n"));
  await database.execute("update gegevens_stand set data_versie = 3, afgeleid_van = 3, data_datum = date '2025-05-12'");
  await database.close();
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

async function written(values: CommandInput["values"] = {}, positionals: string[] = []): Promise<string> {
  const parts: string[] = [];
  const exit = await kwaliteit.run({
    positionals,
    values,
    dataFolder,
    folder,
    output: {isTerminal: false, write: (part) => void parts.push(part), say: () => undefined},
    now: () => new Date(0),
    openDatabase: () => openDatabase(dataFolder),
  });
  expect(exit).toBe(0);
  return parts.join("");
}

describe("kwaliteit", () => {
  test("names each list with its count and its money, small ones hidden", async () => {
    const text = (await written()).replaceAll("\u00a0", " ");
    expect(text).toContain("Datakwaliteit, GM9999, bekend op 12 mei 2025");
    expect(text).toMatch(/nooit-gestart +Toegewezen, nooit gestart +12 +€ 1\.481 +1 mrt 2025/);
    expect(text).toMatch(/ander-tarief +Ander tarief dan het contract +verborgen\n/);
    // What all aanbieders have to mend, less the one, would tell the other.
    expect(text).toMatch(/start-nog-open +Toewijzing voorbij, geen stop +verborgen\n/);
  });

  test("--json gives the same, and nothing else", async () => {
    expect(JSON.parse(await written({per: "aanbieder", json: true}))).toEqual({
      bekendOp: "2025-05-12",
      rijen: [
        {
          aanbieder: "75750003",
          aantal: 24,
          cents: 1_200_000,
          zonderBedrag: 0,
          personen: 24,
          sinds: "2025-03-01",
          verborgen: false,
        },
        ...["75750001", "75750002"].map((aanbieder) => ({
          aanbieder,
          aantal: null,
          cents: null,
          zonderBedrag: null,
          personen: null,
          sinds: null,
          verborgen: true,
        })),
      ],
    });
  });

  test("--bekend-op asks as of another day", async () => {
    expect(await written({"bekend-op": "2025-02-28"})).toContain("Er staat niets open.");
  });

  test("--eigenaar notes the list that was looked at, and each person in it", async () => {
    await written({eigenaar: "gemeente", json: true});
    const database = await openDatabase(dataFolder);
    const rows = await database.query<{soort: string; wat: string; betrokkene: string | null}>(
      "select soort, wat, betrokkene from inzage order by nummer",
    );
    await database.close();
    const looks = rows.slice(rows.findLastIndex(({soort}) => soort === "persoon"));
    expect(looks[0]).toEqual({soort: "persoon", wat: "opdracht kwaliteit --eigenaar", betrokkene: null});
    expect(looks.slice(1).map(({soort, betrokkene}) => [soort, betrokkene])).toEqual(
      Array.from({length: 12}, (_, n) => ["lijst", `client-${n + 1}`]),
    );
  });

  test("--eigenaar gives a row for each thing to mend", async () => {
    const {rijen} = JSON.parse(await written({eigenaar: "gemeente", json: true}));
    expect(rijen).toHaveLength(12);
    expect(rijen[0]).toMatchObject({
      regel: "nooit-gestart",
      toewijzingnummer: 1,
      klaarVoor: "2025-03-31",
      cents: 12_345,
    });
    const csv = await written({eigenaar: "75750002", csv: true});
    expect(csv.split("\r\n")[1]).toContain("ander-tarief,aanbieder,");
  });

  test.each([
    [{per: "wijk"}, "Kies uit: regel, aanbieder, maand"],
    [{eigenaar: "iedereen"}, "AGB-code van 8 cijfers"],
    [{per: "regel", eigenaar: "gemeente"}, "Kies --per of --eigenaar"],
  ])("says what is wrong with %j", async (values, line) => {
    await expect(written(values)).rejects.toThrow(line);
  });
});
