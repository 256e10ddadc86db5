import {describe, expect, test} from "vitest";
import {questionAbout} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {ask} from "../ask.ts";

const openbaar: Reader = {...localAdministrator, audience: "openbaar"};

/** Twelve people in Jeugdwet and thirty in Wmo each month; in February four in the Jeugdwet. */
const people = (wet: string, month: string, count: number, first: number) =>
  Array.from({length: count}, (_, n) => `${wet} | ${first + n} | ${month}-01 | 1000 | ${month}-20 | true`);
const kostenregel = [
  "wet | persoon | zorgmaand | cents | beantwoord_op | is_toegekend",
  ...["2025-01", "2025-02", "2025-03"].flatMap((month) => [
    ...people("Jeugdwet", month, month === "2025-02" ? 4 : 12, 1),
    ...people("Wmo", month, 30, 100),
  ]),
].join("\n");

describe.each(engines)("what is hidden of an answer on %s", (engine) => {
  async function hidden(part: Parameters<typeof questionAbout>[1]): Promise<string[]> {
    const database = await databaseWith(engine, {kostenregel});
    const {rows} = await ask(database, questionAbout("kosten", part), openbaar);
    return rows.filter(({isHidden}) => isHidden).map(({key, period}) => [period, ...Object.values(key)].join(" "));
  }

  test("the other wet in the same month, and both in the next, so that the quarter can be shown", async () => {
    const all = ["2025-02 Jeugdwet", "2025-03 Jeugdwet", "2025-02 Wmo", "2025-03 Wmo"];
    expect(await hidden({dimensions: ["wet"]})).toEqual(all);
    expect(await hidden({dimensions: ["wet"], grain: "kwartaal"})).toEqual([]);
    expect(await hidden({})).toEqual([]);
  });

  test("the same cell, asked in another way", async () => {
    const where = [{dimension: "wet", value: "Wmo"}] as const;
    expect(await hidden({where})).toEqual(["2025-02", "2025-03"]);
  });

  test("the same for who works with the figures: what one may see cannot be taken from what the other sees", async () => {
    const database = await databaseWith(engine, {kostenregel});
    const hiddenFor = async (reader: Reader) => {
      const {rows} = await ask(database, questionAbout("kosten", {dimensions: ["wet"]}), reader);
      return rows.map(({isHidden}) => isHidden);
    };
    expect(await hiddenFor(localAdministrator)).toEqual(await hiddenFor(openbaar));
  });

  test("a window that would tell the month by what lies beside it", async () => {
    const window = {dimensions: ["wet"], grain: "totaal"} as const;
    expect(await hidden({...window, from: "2025-01", to: "2025-02"})).toEqual(["totaal Jeugdwet", "totaal Wmo"]);
    expect(await hidden({...window, from: "2025-01", to: "2025-03"})).toEqual([]);
  });
});
