import {describe, expect, test, vi} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {databaseWith, engines} from "../../test/engines.ts";
import {localAdministrator, type Reader} from "../access/reader.ts";
import {UserError} from "../errors.ts";
import type {Question} from "../indicators/question.ts";
import {ask, askLeftOut, askMany} from "./ask.ts";

const elsewhere: Reader = {...localAdministrator, gemeenten: ["GM0001"]};

const kostenregel = `
  client | zorgmaand  | cents | beantwoord_op | is_toegekend
  ${Array.from({length: 12}, (_, index) => `client-${index} | 2025-01-01 | 100 | 2025-03-01 | true`).join("\n")}
  anna   | 2025-02-01 | 100   | 2025-03-01    | true`;

describe.each(engines)("ask on %s", (engine) => {
  test("answers what may be seen, and hides the rest", async () => {
    const database = await databaseWith(engine, {kostenregel});
    const {rows, audience} = await ask(database, questionAbout("kosten"), localAdministrator);
    expect(audience).toBe("intern");
    expect(rows.map(({period, value, reason}) => [period, value, reason])).toEqual([
      ["2025-01", 1200, null],
      ["2025-02", null, "verborgen"],
    ]);
  });

  test("refuses a reader of another gemeente before anything is counted", async () => {
    const database = await databaseWith(engine, {kostenregel});
    const query = vi.spyOn(database, "query");
    const questions = [questionAbout("kosten", {gemeenteCode: "GM0001"}), questionAbout("kosten")];
    await expect(askMany(database, questions, elsewhere)).rejects.toThrow(UserError);
    expect(query).not.toHaveBeenCalled();
  });

  test("tells of one wet nothing that was left out where the other would follow", async () => {
    const line = (wet: string, client: string) => `${wet} | ${client} | 2025-01-01 | 100 | 2025-03-01 | true`;
    const clients = (count: number, name: string) => Array.from({length: count}, (_, index) => `${name}-${index}`);
    const database = await databaseWith(engine, {
      kostenregel: [
        "wet | client | zorgmaand  | cents | beantwoord_op | is_toegekend",
        ...clients(12, "wim").map((client) => line("Wmo", client)),
        ...clients(3, "jan").map((client) => line("Jeugdwet", client)),
      ].join("\n"),
    });
    // There is no begroting, so all of it is left out.
    const leftOut = async (wet: string | null) => {
      const where = wet === null ? [] : [{dimension: "wet", value: wet} as const];
      const found = await askLeftOut(database, questionAbout("gebruik-begroting", {where}), localAdministrator);
      return found.map(({count}) => count);
    };
    expect([await leftOut(null), await leftOut("Jeugdwet"), await leftOut("Wmo")]).toEqual([[15], [null], [null]]);
  });

  test("counts a question once in whatever order it is put, and answers it in the order asked", async () => {
    const database = await databaseWith(engine, {kostenregel});
    const query = vi.spyOn(database, "query");
    const put = (dimensions: Question["dimensions"], values: readonly string[]) =>
      questionAbout("kosten", {dimensions, where: values.map((value) => ({dimension: "wet", value}))});
    const one = await ask(database, put(["wet", "geslacht"], ["Wmo", "Jeugdwet"]), localAdministrator);
    const counted = query.mock.calls.length;
    const other = await ask(database, put(["geslacht", "wet"], ["Jeugdwet", "Wmo", "Wmo"]), localAdministrator);
    // Only where the data stand is read again.
    expect(query.mock.calls.length - counted).toBe(1);
    expect(other.rows).toEqual(one.rows);
    expect(other.question.dimensions).toEqual(["geslacht", "wet"]);
  });

  test("counts a question once for each data version, for all readers", async () => {
    const database = await databaseWith(engine, {kostenregel});
    const query = vi.spyOn(database, "query");
    // Once for the figure, and once for what the public may not see of it.
    const counted = () => query.mock.calls.filter(([sql]) => sql.includes("cell_fact")).length / 2;
    const openbaar: Reader = {...localAdministrator, audience: "openbaar"};
    const [first, again] = await askMany(
      database,
      [questionAbout("kosten"), questionAbout("kosten")],
      localAdministrator,
    );
    expect(again).toEqual(first);
    expect((await ask(database, questionAbout("kosten"), openbaar)).audience).toBe("openbaar");
    expect(counted()).toBe(1);

    await database.execute("update gegevens_stand set data_versie = data_versie + 1, afgeleid_van = data_versie + 1");
    await ask(database, questionAbout("kosten"), openbaar);
    expect(counted()).toBe(2);
  });
});
