import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator} from "../../access/reader.ts";
import {readReconciliation} from "./reconciliation.ts";

const products = `
  wet      | product_code | taakveld
  Jeugdwet | 45A04        | 6.752
  Jeugdwet | 45A05        | 6.752
  Jeugdwet | 45A06        | 6.762
  Jeugdwet | 45A07        | 6.822`;

const head = "client | aanbieder | product_code | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend";

/** A line for each of so many people. */
function people(count: number, aanbieder: string, product: string, month: string, cents = 100): string[] {
  return Array.from(
    {length: count},
    (_, one) =>
      `${product}-${one} | ${aanbieder} | ${product} | ${month}-01 | ${cents} | 2025-04-05 | 2025-04-12 | true`,
  );
}

describe.each(engines)("the reconciliation on %s", (engine) => {
  const read = async (kostenregels: readonly string[], per: "taakveld" | "aanbieder") => {
    const database = await databaseWith(engine, {product: products, kostenregel: [head, ...kostenregels].join("\n")});
    const question = {gemeenteCode: "GM9999", from: "2025-02", to: "2025-03", knownOn: "2025-05-15"} as const;
    const rows = await readReconciliation(database, {...question, wet: null, aanbieder: null}, per, localAdministrator);
    return Object.fromEntries(rows.map(({key, granted}) => [key, granted]));
  };

  test("hides a taakveld of enough people that tells a product of a few", async () => {
    // Whom the few of 45A05 are hidden behind stands in another taakveld: it is the smallest.
    const many = ["2025-02", "2025-03"].flatMap((month) => [
      ...people(70, "99990001", "45A04", month),
      ...people(12, "99990001", "45A06", month, 10),
      ...people(30, "99990001", "45A07", month),
    ]);
    expect(await read(many, "taakveld")).toEqual({
      "Jeugdwet 6.752": 14_000,
      "Jeugdwet 6.762": 240,
      "Jeugdwet 6.822": 6000,
    });
    expect(await read([...many, ...people(4, "99990001", "45A05", "2025-03")], "taakveld")).toEqual({
      "Jeugdwet 6.752": null,
      "Jeugdwet 6.762": null,
      "Jeugdwet 6.822": 6000,
    });
  });

  test("hides an aanbieder of enough people of whom a month would follow", async () => {
    const others = ["2025-02", "2025-03"].flatMap((month) => [
      ...people(20, "99990002", "45A04", month),
      ...people(30, "99990003", "45A07", month),
    ]);
    const own = people(12, "99990001", "45A06", "2025-02");
    expect(await read([...others, ...own], "aanbieder")).toMatchObject({"99990001": 1200});
    expect(await read([...others, ...own, ...people(3, "99990001", "45A06", "2025-03")], "aanbieder")).toMatchObject({
      "99990001": null,
    });
  });

  test("reports an aanbieder under the code of the one it merged into", async () => {
    const database = await databaseWith(engine, {
      aanbieder: `
        aanbieder | opvolger | opvolger_vanaf
        99990001  | 99990002 | 2025-01-01
        99990002  |          |`,
      product: products,
      kostenregel: [
        head,
        ...people(6, "99990001", "45A04", "2025-02"),
        ...people(6, "99990002", "45A06", "2025-02"),
      ].join("\n"),
    });
    const question = {
      gemeenteCode: "GM9999",
      from: "2025-02",
      to: "2025-02",
      knownOn: "2025-05-15",
      wet: null,
    } as const;
    for (const aanbieder of [null, "99990002"]) {
      const rows = await readReconciliation(database, {...question, aanbieder}, "aanbieder", localAdministrator);
      expect(rows).toMatchObject([{key: "99990002", granted: 1200, persons: 12}]);
    }
  });
});
