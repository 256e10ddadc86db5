import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {attackFigure, findAttack} from "./attack-figure.ts";
import type {Target} from "./knowledge.ts";

const openbaar: Reader = {...localAdministrator, audience: "openbaar"};

/** Twelve people in the Jeugdwet and thirty in the Wmo each month; in February four in the Jeugdwet. */
const people = (wet: string, month: string, count: number, first: number) =>
  Array.from({length: count}, (_, n) => `${wet} | ${first + n} | ${month}-01 | 1000 | ${month}-20 | true`);
const kostenregel = [
  "wet | persoon | zorgmaand | cents | beantwoord_op | is_toegekend",
  ...["2025-01", "2025-02", "2025-03"].flatMap((month) => [
    ...people("Jeugdwet", month, month === "2025-02" ? 4 : 12, 1),
    ...people("Wmo", month, 30, 100),
  ]),
].join("\n");

const target: Target = {
  indicator: findIndicator("kosten"),
  gemeenteCode: "GM9999",
  knownOn: "2025-03-31",
  from: "2025-01",
  to: "2025-03",
  dimensions: ["wet"],
  part: [],
};

describe.each(engines)("an attack on a figure on %s", (engine) => {
  test("reaches no hidden cell of a public figure, and says how near it came", async () => {
    const database = await databaseWith(engine, {kostenregel});
    const {hidden, numbers, withoutPartners} = await attackFigure(database, target, openbaar);
    expect(hidden.length).toBeGreaterThan(0);
    const [cents] = numbers;
    expect(cents!.reached).toHaveLength(hidden.length);
    expect(cents!.reached.filter(({isDerived}) => isDerived)).toEqual([]);
    for (const {low, high} of cents!.reached) expect(low).toBeLessThan(high);
    // Fewer than ten cells would have followed, and how many is not told.
    expect(withoutPartners).toBe("less than ten");
  });

  test("is done once, and there is none before it is", async () => {
    const database = await databaseWith(engine, {kostenregel});
    const first = await attackFigure(database, target, openbaar);
    expect(await findAttack(database, target, openbaar)).toBe(first);
    expect(await findAttack(database, {...target, dimensions: ["wijk"]}, openbaar)).not.toBe(first);
  });

  test("is no way around the rights of a reader", async () => {
    const database = await databaseWith(engine, {kostenregel});
    const elsewhere: Reader = {...openbaar, gemeenten: ["GM0001"]};
    await expect(attackFigure(database, target, elsewhere)).rejects.toThrow("U mag de cijfers van gemeente GM9999");
  });
});
