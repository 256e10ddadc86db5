import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../test/engines.ts";
import {localAdministrator} from "../access/reader.ts";
import {addDays, addMonths, firstDay, lastDay, monthRange} from "../standards/calendar.ts";
import {readCompleteness} from "./completeness.ts";

const question = {gemeenteCode: "GM9999", wet: null, knownOn: "2025-10-12"} as const;

/** Each month of care: `share` of € 100 for ten people known a day after the month, the rest two months later. */
function claims(wet: string, shares: Readonly<Record<string, number>>, people = 10): string[] {
  return Object.entries(shares).flatMap(([month, share]) =>
    Array.from({length: people}, (_, person) => {
      const early = addDays(lastDay(month), 1);
      const late = addDays(lastDay(addMonths(month, 2)), 1);
      const line = (cents: number, known: string) =>
        `${wet} | p${person} | ${firstDay(month)} | ${cents} | ${known} | ${known} | true`;
      return [line(share * 100, early), line(10_000 - share * 100, late)];
    }).flat(),
  );
}

const head = "wet | client | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend";

describe.each(engines)("completeness on %s", (engine) => {
  test("expects of the newest months what earlier months grew to", async () => {
    // 70, 80, 90, 70, … of 100 known at once.
    const history = monthRange("2023-10", "2025-09").map((month, index) => [month, 70 + 10 * (index % 3)]);
    const database = await databaseWith(engine, {
      kostenregel: [head, ...claims("Wmo", Object.fromEntries([...history, ["2025-09", 80]]))].join("\n"),
    });
    const months = await readCompleteness(database, question, localAdministrator);
    expect([...months.keys()]).toEqual(monthRange("2023-10", "2025-10"));
    // Of July all is known; of September the first part.
    expect(months.get("2025-07")).toMatchObject({known: 100_000, expected: 100_000, share: 1});
    const {known, expected, low, high, share} = months.get("2025-09")!;
    expect(known).toBe(80_000);
    expect(expected).toBeCloseTo(100_000, -3);
    expect(share).toBeCloseTo(0.8, 2);
    expect(low).toBeLessThan(95_000);
    expect(high).toBeGreaterThan(105_000);
    expect(months.get("2025-10")).toMatchObject({known: 0, share: 0});
  });

  test("measures ages by the day asked about, so the newest is as long as the others", async () => {
    const database = await databaseWith(engine, {
      kostenregel: [head, ...claims("Wmo", {"2025-01": 50, "2025-02": 50, "2025-03": 50})].join("\n"),
    });
    // The second half of a month comes on the first day of the third month after it: of February on 1 May.
    const share = async (knownOn: string, month: string) =>
      (await readCompleteness(database, {...question, knownOn}, localAdministrator)).get(month)?.share;
    expect(await share("2025-05-15", "2025-01")).toBe(1);
    expect(await share("2025-05-15", "2025-02")).toBe(1);
    expect(await share("2025-05-15", "2025-03")).toBe(0.5);
    expect(await share("2025-04-30", "2025-02")).toBe(0.5);
  });

  test("adds up both wetten, each by its own pace", async () => {
    const months = {"2025-01": 0, "2025-02": 0, "2025-03": 0, "2025-04": 0, "2025-05": 0};
    const fill = (share: number) => Object.fromEntries(Object.keys(months).map((month) => [month, share]));
    const database = await databaseWith(engine, {
      kostenregel: [head, ...claims("Wmo", fill(80)), ...claims("Jeugdwet", fill(50))].join("\n"),
    });
    const known = {...question, knownOn: "2025-06-15"};
    const both = await readCompleteness(database, known, localAdministrator);
    expect(both.get("2025-05")).toMatchObject({known: 130_000, expected: 200_000});
    const wmo = await readCompleteness(database, {...known, wet: "Wmo"}, localAdministrator);
    expect(wmo.get("2025-05")).toMatchObject({known: 80_000, expected: 100_000, share: 0.8});
  });

  test("tells nothing about a month with fewer than 10 people", async () => {
    const database = await databaseWith(engine, {
      kostenregel: [
        head,
        ...claims("Wmo", {"2025-01": 50, "2025-02": 50}),
        ...claims("Jeugdwet", {"2025-02": 50}, 9),
      ].join("\n"),
    });
    const months = await readCompleteness(database, question, localAdministrator);
    expect(months.get("2025-02")).toEqual({known: null, expected: null, low: null, high: null, share: null});
    expect(months.get("2025-01")?.known).toBe(100_000);
  });
});

test("is for those who may ask about the gemeente", async () => {
  const database = await databaseWith("duckdb", {});
  const elsewhere = {...localAdministrator, gemeenten: ["GM0001"]};
  await expect(readCompleteness(database, question, elsewhere)).rejects.toThrow("GM9999");
});
