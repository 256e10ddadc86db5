import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("kosten-buiten-contract on %s", (engine) => {
  const contracts = {
    contract: `
      contract_nummer | aanbieder | wet      | begindatum | einddatum
      een             | 11111111  | Jeugdwet | 2024-01-01 | 2025-02-14
      twee            | 22222222  | Wmo      | 2024-01-01 |`,
    contract_tarief: `
      contract_nummer | product_code | eenheid | tarief_cents | begindatum | einddatum  | bekend_op
      een             | 45A04        | 04      | 8000         | 2024-01-01 |            | 2023-12-01
      een             | 45A48        | 04      | 9000         | 2024-01-01 | 2024-12-31 | 2023-12-01
      een             | 45A48        | 04      | 9500         | 2025-01-01 |            | 2025-04-13`,
  };
  const paid = (lines: readonly string[]) =>
    [
      "client | aanbieder | wet | product_code | eenheid | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
      ...lines,
    ]
      .map((line) => (line.startsWith("client") ? line : `${line} | 2025-02-10 | 2025-02-20 | true`))
      .join("\n");

  test.each([
    ["with a price", "anna | 11111111 | Jeugdwet | 45A04 | 04 | 2025-01-01 | 100", "0"],
    ["with a price in another eenheid", "anna | 11111111 | Jeugdwet | 45A04 | 01 | 2025-01-01 | 100", "0"],
    ["in the month in which the contract ended", "anna | 11111111 | Jeugdwet | 45A04 | 04 | 2025-02-01 | 100", "0"],
    ["in a month after it", "anna | 11111111 | Jeugdwet | 45A04 | 04 | 2025-03-01 | 100", "1"],
    ["of the other wet", "anna | 11111111 | Wmo | 45A04 | 04 | 2025-01-01 | 100", "1"],
    ["of another aanbieder", "anna | 33333333 | Jeugdwet | 45A04 | 04 | 2025-01-01 | 100", "1"],
    ["without a price for the product", "anna | 22222222 | Wmo | 45A04 | 04 | 2025-01-01 | 100", "1"],
    ["as a sum of money, under a contract", "anna | 22222222 | Wmo | 45A04 | 83 | 2025-01-01 | 100", "0"],
  ])("sees a line %s", async (_, line, share) => {
    const database = await databaseWith(engine, {...contracts, kostenregel: paid([line])});
    expect((await answer(database, "kosten-buiten-contract"))[1]?.[3]).toBe(share);
  });

  test("is the euros without a price, of all granted euros, less what was credited", async () => {
    const database = await databaseWith(engine, {
      ...contracts,
      kostenregel: `
        client | aanbieder | cents | is_credit | beantwoord_op | is_toegekend
        anna   | 11111111  | 7500  | false     | 2025-02-20    | true
        bert   | 33333333  | 3000  | false     | 2025-02-20    | true
        bert   | 33333333  | -500  | true      | 2025-02-20    | true
        bert   | 33333333  | 9000  | false     | 2025-02-20    | false`,
    });
    expect(await answer(database, "kosten-buiten-contract")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 2500   | 10000  | 0.25   | 2`),
    );
  });

  test("knows a price from the day that it was decided", async () => {
    const kostenregel = paid(["anna | 11111111 | Jeugdwet | 45A48 | 04 | 2025-01-01 | 100"]);
    const database = await databaseWith(engine, {...contracts, kostenregel});
    const share = async (knownOn: string) => (await answer(database, "kosten-buiten-contract", {knownOn}))[1]?.[3];
    expect(await share("2025-04-12")).toBe("1");
    expect(await share("2025-04-13")).toBe("0");
  });

  test("takes the contract of the aanbieder into which another merged", async () => {
    const kostenregel = paid(["anna | 33333333 | Jeugdwet | 45A04 | 04 | 2025-01-01 | 100"]);
    const aanbieder = "aanbieder | naam | opvolger\n 33333333 | Drie | 11111111";
    const database = await databaseWith(engine, {...contracts, kostenregel, aanbieder});
    expect((await answer(database, "kosten-buiten-contract"))[1]?.[3]).toBe("0");
  });

  test("has no figure as long as no contract was given", async () => {
    const kostenregel = paid(["anna | 11111111 | Jeugdwet | 45A04 | 04 | 2025-01-01 | 100"]);
    const database = await databaseWith(engine, {kostenregel});
    expect(await answer(database, "kosten-buiten-contract")).toHaveLength(1);
  });
});
