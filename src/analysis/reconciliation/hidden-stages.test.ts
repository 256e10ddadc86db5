import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {type ReconciliationQuestion, type ReconciliationSplit, readReconciliation} from "./reconciliation.ts";

const head =
  "client | aanbieder | product_code | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend | is_verworpen";

const products = `
  wet      | product_code | taakveld
  Jeugdwet | 45A04        | 6.752`;

const fates = {
  granted: "2025-08-12 | true | false",
  refused: "2025-08-12 | false | false",
  dismissed: "2025-08-12 | false | true",
  waiting: " | | false",
};

/** A line for each of so many people. */
function people(
  count: number,
  fate: keyof typeof fates,
  month: string,
  aanbieder = "99990001",
  first = 0,
): readonly string[] {
  return Array.from(
    {length: count},
    (_, one) =>
      `${fate}-${aanbieder}-${first + one} | ${aanbieder} | 45A04 | ${month}-01 | 100 | 2025-08-05 | ${fates[fate]}`,
  );
}

const question = {gemeenteCode: "GM9999", wet: null, aanbieder: null, knownOn: "2025-09-15"};

/** Has no list of single lines. */
const bestuurder: Reader = {...localAdministrator, role: "bestuurder", seesLines: false};

describe.each(engines)("the stages of the reconciliation on %s", (engine) => {
  const world = (lines: readonly string[]) =>
    databaseWith(engine, {product: products, kostenregel: [head, ...lines].join("\n")});
  const read = async (
    database: Database,
    asked: Pick<ReconciliationQuestion, "from" | "to"> & Partial<ReconciliationQuestion>,
    per: ReconciliationSplit = "",
    reader: Reader = bestuurder,
  ) => {
    const rows = await readReconciliation(database, {...question, ...asked}, per, reader);
    return Object.fromEntries(
      rows.map(({key, claimed, dismissed, refused, waiting, granted}) => [
        key,
        [claimed, dismissed, refused, waiting, granted],
      ]),
    );
  };
  const may = {from: "2025-05", to: "2025-05"};

  test("tells of nobody that it is nothing, and of ten people what they wait for", async () => {
    const database = await world([...people(40, "granted", "2025-05"), ...people(10, "waiting", "2025-05")]);
    expect(await read(database, may)).toEqual({"": [5000, 0, 0, 1000, 4000]});
  });

  test("hides what waits for nine people, with what was refused and what both would follow from", async () => {
    const few = await world([...people(40, "granted", "2025-05"), ...people(9, "waiting", "2025-05")]);
    expect(await read(few, may)).toEqual({"": [null, 0, null, null, 4000]});
    const enough = await world([
      ...people(40, "granted", "2025-05"),
      ...people(9, "waiting", "2025-05"),
      ...people(12, "refused", "2025-05"),
    ]);
    expect(await read(enough, may)).toEqual({"": [6100, 0, null, null, 4000]});
  });

  test("hides what was claimed with what was refused as a whole to one person, as the costs claimed leave that out", async () => {
    const database = await world([
      ...people(40, "granted", "2025-05"),
      ...people(11, "waiting", "2025-05"),
      ...people(12, "refused", "2025-05"),
      ...people(1, "dismissed", "2025-05"),
    ]);
    expect(await read(database, may)).toEqual({"": [null, null, 1200, 1100, 4000]});
  });

  test("tells no month by more months or by fewer: those of few people are told together", async () => {
    const months = ["2025-03", "2025-04", "2025-05", "2025-06"];
    const database = await world([
      ...months.flatMap((month) => people(40, "granted", month)),
      ...people(20, "waiting", "2025-03"),
      ...people(4, "waiting", "2025-04", "99990001", 30),
      ...people(7, "waiting", "2025-05", "99990001", 40),
      ...people(3, "waiting", "2025-06"),
    ]);
    const waitingOf = async (from: string, to: string) => (await read(database, {from, to}))[""]![3];
    expect(await waitingOf("2025-03", "2025-03")).toBe(2000);
    expect(await waitingOf("2025-03", "2025-04")).toBeNull();
    expect(await waitingOf("2025-03", "2025-05")).toBe(3100);
    expect(await waitingOf("2025-03", "2025-06")).toBeNull();
    const byMonth = await read(database, {from: "2025-03", to: "2025-05"}, "maand");
    expect(Object.values(byMonth).map((stages) => stages[3])).toEqual([2000, null, null]);
  });

  test("hides a second aanbieder beside one with few people, in the list and when asked for alone", async () => {
    const sizes = {"99990001": 3, "99990002": 12, "99990003": 30, "99990004": 40};
    const database = await world(
      Object.entries(sizes).flatMap(([aanbieder, size]) => [
        ...people(40, "granted", "2025-05", aanbieder),
        ...people(size, "waiting", "2025-05", aanbieder),
      ]),
    );
    const rows = await read(database, may, "aanbieder");
    const hidden = Object.keys(rows).filter((aanbieder) => rows[aanbieder]![3] === null);
    expect(hidden).toContain("99990001");
    expect(hidden).toHaveLength(2);
    for (const aanbieder of Object.keys(sizes)) {
      expect((await read(database, {...may, aanbieder}))[""]).toEqual(rows[aanbieder]);
      const own: Reader = {...bestuurder, within: [{dimension: "aanbieder", values: [aanbieder]}]};
      expect((await read(database, may, "", own))[""]![3]).toEqual(rows[aanbieder]![3]);
    }
    expect((await read(database, may))[""]![3]).toBe(8500);
  });
});
