import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

const toewijzing = `
  client | toewijzing_nummer | eerst_toegewezen_op | ingangsdatum | einddatum
  anna   | 1                 | 2025-01-05          | 2025-01-05   |
  bert   | 2                 | 2025-01-05          | 2025-01-05   |
  carla  | 3                 | 2025-01-05          | 2025-01-31   |
  dirk   | 4                 | 2025-01-05          | 2025-01-31   | 2025-02-27
  eva    | 5                 | 2025-01-20          | 2025-01-05   |
  frans  | 6                 | 2025-01-05          | 2025-01-05   | 2025-06-30`;

const hulp = `
  client | toewijzing_nummer | begindatum | begin_bron
  anna   | 1                 | 2025-02-02 | start
  bert   | 2                 | 2025-02-03 | start
  eva    | 5                 | 2025-03-01 | start
  frans  | 6                 | 2025-01-05 | declaratie`;

describe.each(engines)("te-laat-gestart on %s", (engine) => {
  test("counts what began after 28 days or never, in the month of the ingangsdatum, and says what it leaves out", async () => {
    const database = await databaseWith(engine, {toewijzing, hulp});
    // Anna began on the 28th day, bert on the 29th, carla never.
    expect(await answer(database, "te-laat-gestart")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 2      | 3      | te weinig | 3`),
    );
    expect(await measureLeftOut(database, questionAbout("te-laat-gestart"))).toEqual([
      {reason: "binnen vier weken weer beëindigd", count: 1, persons: 1},
      {reason: "met terugwerkende kracht toegewezen", count: 1, persons: 1},
      {reason: "zonder startbericht", count: 1, persons: 1},
    ]);
  });

  test("is not known until 28 days after the month have passed, for nobody in it", async () => {
    const database = await databaseWith(engine, {toewijzing, hulp});
    expect(await answer(database, "te-laat-gestart", {knownOn: "2025-02-27"})).toEqual(
      table(`
        periode | teller | noemer | waarde           | personen
        2025-01 |        |        | nog niet bekend | 0`),
    );
    expect((await answer(database, "te-laat-gestart", {knownOn: "2025-02-28"}))[1]?.[2]).toBe("3");
  });

  test("forgets a start that was withdrawn, from the day it was", async () => {
    const database = await databaseWith(engine, {
      toewijzing: "toewijzing_nummer | ingangsdatum\n 1 | 2025-01-05",
      hulp: "toewijzing_nummer | begindatum | bekend_tot\n 1 | 2025-01-06 | 2025-06-01",
    });
    const late = async (knownOn: string) => (await answer(database, "te-laat-gestart", {knownOn}))[1]?.[1];
    expect(await late("2025-05-31")).toBe("0");
    expect(await late("2025-06-01")).toBe("1");
  });

  test("gives a share from 50 on", async () => {
    const numbers = Array.from({length: 50}, (_, index) => index + 1);
    const database = await databaseWith(engine, {
      toewijzing: ["client | toewijzing_nummer", ...numbers.map((one) => `c${one} | ${one}`)].join("\n"),
      hulp: [
        "client | toewijzing_nummer | begindatum",
        ...numbers.slice(20).map((one) => `c${one} | ${one} | 2025-01-11`),
      ].join("\n"),
    });
    expect((await answer(database, "te-laat-gestart"))[1]).toEqual(["2025-01", "20", "50", "0.4", "50"]);
  });
});
