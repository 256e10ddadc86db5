import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measure, measureLeftOut} from "../measure.ts";

describe.each(engines)("wachttijd on %s", (engine) => {
  test("gives the median of both parts apart: to the Toewijzing and to the begin", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | verzocht_op | eerst_toegewezen_op
        anna   | 2025-01-02  | 2025-01-05
        bert   | 2025-01-02  | 2025-01-09
        carla  | 2024-12-20  | 2025-01-30
        dirk   |             | 2025-01-30`,
      hulp: `
        client | toewijzing_nummer | eerst_toegewezen_op | ingangsdatum | begindatum
        anna   | 1                 | 2025-01-05          | 2025-01-05   | 2025-02-01
        bert   | 2                 | 2025-01-09          | 2025-01-20   | 2025-02-03`,
    });
    expect(await answer(database, "wachttijd")).toEqual(
      table(`
        deel           | periode | teller | noemer | waarde | personen
        tot-start      | 2025-02 | 41     | 2      | 20.5   | 2
        tot-toewijzing | 2025-01 | 51     | 3      | 7      | 3`),
    );
    const where = [{dimension: "deel", value: "tot-start"}] as const;
    expect(await answer(database, "wachttijd", {where})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-02 | 41     | 2      | 20.5   | 2`),
    );
  });

  test("ends at the first begin of a Toewijzing, and is never less than nothing", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | toewijzing_nummer | eerst_toegewezen_op | ingangsdatum | begindatum | einddatum
        anna   | 1                 | 2025-01-05          | 2025-01-05   | 2025-01-15 | 2025-02-01
        anna   | 1                 | 2025-01-05          | 2025-01-05   | 2025-03-15 |
        bert   | 2                 | 2025-01-05          | 2025-01-20   | 2025-01-18 |`,
    });
    expect(await answer(database, "wachttijd")).toEqual(
      table(`
        deel      | periode | teller | noemer | waarde | personen
        tot-start | 2025-01 | 10     | 2      | 5      | 2`),
    );
  });

  test("leaves out what was assigned afterwards or never got a start, and says how many", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | toewijzing_nummer | eerst_toegewezen_op | ingangsdatum | begindatum | begin_bron
        anna   | 1                 | 2025-02-05          | 2025-01-05   | 2025-02-15 | start
        bert   | 2                 | 2025-02-05          | 2025-02-05   | 2025-03-01 | declaratie
        carla  | 3                 | 2025-02-05          | 2025-02-05   | 2025-03-03 | start
        dirk   |                   |                     |              | 2025-03-03 | start
        eva    | 5                 | 2024-02-05          | 2024-01-05   | 2024-02-15 | start`,
    });
    const question = questionAbout("wachttijd");
    const {rows} = await measure(database, question);
    expect(rows.map(({period, value}) => [period, value])).toEqual([["2025-03", 26]]);
    expect(await measureLeftOut(database, question)).toEqual([
      {reason: "met terugwerkende kracht toegewezen", count: 1, persons: 1},
      {reason: "zonder startbericht", count: 1, persons: 1},
    ]);
  });
});
