import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../test/engines.ts";
import {contractParts} from "./contract-parts.ts";

const today = "2026-11-27";

const tables = {
  aanbieder: `
    aanbieder | naam | opvolger | opvolger_vanaf
    10000003  | Drie | 10000002 | 2026-01-01
    10000005  | Vijf | 10000002 | 2027-01-01
    10000006  | Zes  | 10000006 |`,
  contract: `
    contract_nummer | aanbieder | wet      | begindatum | einddatum
    alone           | 10000001  | Wmo      | 2024-01-01 |
    other wet       | 10000001  | Jeugdwet | 2024-01-01 |
    earlier         | 10000004  | Wmo      | 2022-01-01 | 2025-12-31
    later           | 10000004  | Wmo      | 2026-01-01 |
    settled         | 10000004  | Jeugdwet | 2022-01-01 | 2025-11-26
    not yet         | 10000004  | Jeugdwet | 2026-11-28 |
    beside          | 10000002  | Wmo      | 2024-01-01 |
    merged          | 10000003  | Wmo      | 2024-01-01 | 2026-12-31
    merges later    | 10000005  | Wmo      | 2024-01-01 |
    itself          | 10000006  | Wmo      | 2024-01-01 |
    from today      | 10000007  | Wmo      | 2026-11-27 |
    just settled    | 10000007  | Jeugdwet | 2022-01-01 | 2025-11-27
    hands over      | 10000008  | Wmo      | 2024-01-01 | 2026-01-01
    takes over      | 10000008  | Wmo      | 2026-01-01 |
    without rates   | 10000009  | Wmo      | 2024-01-01 |
    nor this one    | 10000009  | Wmo      | 2024-01-01 |`,
  contract_tarief: `
    contract_nummer | product_code
    alone           | 02A03
    earlier         | 02A03
    later           | 02A03
    beside          | 02A03
    beside          | 02A04
    merged          | 02A03
    merged          | 07A11
    hands over      | 02A03
    hands over      | 02A04
    takes over      | 02A04
    takes over      | 02A05`,
};

describe.each(engines)("the care under a contract on %s", (engine) => {
  test.each([
    ["alone", ["10000001"], "Wmo", null],
    ["other wet", ["10000001"], "Jeugdwet", null],
    ["earlier", ["10000004"], "Wmo", null],
    ["later", ["10000004"], "Wmo", null],
    ["beside", ["10000002"], "Wmo", ["02A04"]],
    ["merged", ["10000002", "10000003"], "Wmo", ["07A11"]],
    ["merges later", ["10000005"], "Wmo", null],
    ["itself", ["10000006"], "Wmo", null],
    ["from today", ["10000007"], "Wmo", null],
    ["just settled", ["10000007"], "Jeugdwet", null],
    // On one day both run.
    ["hands over", ["10000008"], "Wmo", ["02A03"]],
    ["takes over", ["10000008"], "Wmo", ["02A05"]],
    ["without rates", ["10000009"], "Wmo", []],
  ] as const)("'%s' is that of %s, %s, products %s", async (contract, aanbieders, wet, products) => {
    const database = await databaseWith(engine, tables);
    expect(await contractParts(database, "GM9999", contract, today)).toEqual([
      {dimension: "aanbieder", values: aanbieders},
      {dimension: "wet", values: [wet]},
      ...(products === null ? [] : [{dimension: "product", values: products}]),
    ]);
  });

  test.each(["settled", "not yet", "nowhere"])("'%s' is none", async (contract) => {
    const database = await databaseWith(engine, tables);
    expect(await contractParts(database, "GM9999", contract, today)).toEqual([{dimension: "aanbieder", values: []}]);
  });

  test("of another gemeente is none", async () => {
    const database = await databaseWith(engine, tables);
    expect(await contractParts(database, "GM0001", "alone", today)).toEqual([{dimension: "aanbieder", values: []}]);
  });
});
