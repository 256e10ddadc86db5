import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator} from "../../access/reader.ts";
import {readNames} from "./names.ts";
import {namesInScope} from "./names-in-scope.ts";

describe.each(engines)("what codes are called, on %s", (engine) => {
  test("an aanbieder that merged is told with the other from that day, and one that names itself with none", async () => {
    const database = await databaseWith(engine, {
      aanbieder: `
        aanbieder | naam      | opvolger | opvolger_vanaf
        75750001  | Waterlelie | 75750002 | 2026-07-01
        75750002  | Kompas     | 75750002 |
        75750003  | Zuid       | 75750002 |`,
    });
    const names = await readNames(database, "GM9999");
    expect(names.nameOf("aanbieder", "75750001")).toBe("Waterlelie");
    expect(names.successorOf("75750001", "2026-06-30")).toBeNull();
    expect(names.successorOf("75750001", "2026-07-01")).toBe("75750002");
    expect(names.successorOf("75750002", "2026-07-01")).toBeNull();
    expect(names.successorOf("75750003", "1990-01-01")).toBe("75750002");
    expect(names.successorOf("99999999", "2026-07-01")).toBeNull();
    const within = [{dimension: "aanbieder", values: ["75750003"]}] as const;
    const seen = await namesInScope(database, "GM9999", {...localAdministrator, within}, names);
    expect(seen.successorOf("75750001", "2026-07-01")).toBeNull();
    expect(seen.successorOf("75750003", "2026-07-01")).toBe("75750002");
  });

  test("the newest name of a wijk counts, and a code without a name is called by itself", async () => {
    const database = await databaseWith(engine, {
      gebied: `
        gebied_code | soort | naam | jaar
        WK999901    | wijk  | Oud  | 2024
        WK999901    | wijk  | Nieuw | 2025`,
    });
    const names = await readNames(database, "GM9999");
    expect(names.codesOf("wijk")).toEqual(["WK999901"]);
    expect(names.nameOf("wijk", "WK999901")).toBe("Nieuw");
    expect(names.nameOf("wijk", "WK999902")).toBe("WK999902");
    expect(names.nameOf("verwijzer", "02")).toBe("Huisarts");
  });
});
