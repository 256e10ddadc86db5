import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {UserError} from "../errors.ts";
import {columnBatch} from "./column-batch.ts";
import {openDuckDb} from "./duckdb.ts";
import {explainDuckDb} from "./duckdb-errors.ts";
import {migrate, readMigrations} from "./migrate.ts";
import {openDatabase} from "./open.ts";
import {deliveredTables} from "./tables.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wijkbalans-"));
});

afterEach(() => {
  rmSync(folder, {recursive: true});
});

describe("openDatabase", () => {
  test("makes a folder and a file that only their owner can read", async () => {
    const data = join(folder, "diep", "data");
    const database = await openDatabase(data);
    await database.close();
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, "wijkbalans.duckdb")).mode & 0o777).toBe(0o600);
  });

  test("makes the derived tables again when they are behind the deliveries", async () => {
    const first = await openDatabase(folder);
    const row = {
      gemeente_code: "GM9999",
      bericht_id: 1,
      wet: "Wmo",
      soort: "301",
      release: "3.2",
      identificatie: "1",
      dagtekening: "2025-03-04",
      sha256: "",
      levering_nummer: 1,
      toestand: "ingenomen",
    };
    await first.append(columnBatch("bericht", deliveredTables.bericht, [row]));
    await first.execute("update gegevens_stand set data_versie = 5");
    await first.close();

    const second = await openDatabase(folder);
    expect(await second.query("select * from gegevens_stand")).toEqual([
      {data_versie: 5, afgeleid_van: 5, data_datum: "2025-03-04"},
    ]);
    expect(await second.query("select bericht_id from geldig_bericht")).toEqual([{bericht_id: 1}]);
    await second.close();
  });

  test("judges what an older Wijkbalans took in by the rules that it did not know", async () => {
    const older = await openDuckDb(join(folder, "wijkbalans.duckdb"), {threads: 1});
    await migrate(
      older,
      readMigrations().filter(({name}) => name < "004"),
    );
    await older.execute("update gegevens_stand set data_versie = 5, afgeleid_van = 5");
    await older.execute(
      `insert into bericht (gemeente_code, bericht_id, wet, soort, release, identificatie, dagtekening, sha256, levering_nummer, toestand)
       values ('GM9999', 1, 'Wmo', '305', '3.2', 'A', date '2025-03-04', '', 1, 'ingenomen')`,
    );
    await older.execute(
      "insert into levering (levering_nummer, begonnen_op, bron) values (1, timestamp '2025-03-03 12:00:00', 'post')",
    );
    await older.close();

    const now = await openDatabase(folder, {threads: 1});
    expect(await now.query("select regel from terugblik_bevinding")).toEqual([{regel: "TR135"}]);
    await now.close();
  });

  test("tells a second process that another Wijkbalans has the folder", async () => {
    const database = await openDatabase(folder);
    const program = `
      import {openDatabase} from ${JSON.stringify(new URL("./open.ts", import.meta.url).href)};
      await openDatabase(${JSON.stringify(folder)}).catch((error) => console.log(error.name + ": " + error.message));`;
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {encoding: "utf8"});
    await database.close();
    expect(said).toMatch(/^UserError: Een andere Wijkbalans gebruikt deze gegevensmap.*--data\.\n$/);
  });

  test("does not open one folder twice in a process", async () => {
    const database = await openDatabase(folder);
    await expect(openDatabase(folder)).rejects.toThrow("open already");
    await database.close();
    await (await openDatabase(folder)).close();
  });

  test("says what is wrong when the data folder is a file", async () => {
    const file = join(folder, "data");
    writeFileSync(file, "");
    await expect(openDatabase(file)).rejects.toThrow("er staat een bestand met die naam");
  });

  test("says how to mend a file that is no database", async () => {
    writeFileSync(join(folder, "wijkbalans.duckdb"), "geen database\n".repeat(1000));
    await expect(openDatabase(folder)).rejects.toThrow("Maak het opnieuw uit het archief met 'rebuild'");
  });
});

describe("a fault of the machine", () => {
  test.each([
    ["IO Error: Could not write file: No space left on device", "De schijf is vol"],
    ["IO Error: Cannot open file: Permission denied", "mag niet schrijven"],
    ["IO Error: Cannot open file: Read-only file system", "mag niet schrijven"],
  ])("%s becomes a line for the user", async (message, line) => {
    const failing = explainDuckDb(() => Promise.reject(new Error(message)));
    await expect(failing).rejects.toThrow(UserError);
    await expect(failing).rejects.toThrow(line);
  });

  test("that nobody knows stays what it was", async () => {
    const error = new Error("Binder Error: no such column");
    await expect(explainDuckDb(() => Promise.reject(error))).rejects.toBe(error);
  });
});
