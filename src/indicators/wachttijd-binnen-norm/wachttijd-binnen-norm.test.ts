import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {addDays} from "../../standards/calendar.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("wachttijd-binnen-norm on %s", (engine) => {
  const toStart = [{dimension: "deel", value: "tot-start"}] as const;

  test("has a norm for each kind of help: the last day of it is within, the next one is not", async () => {
    const begun = [
      ["anna", "Jeugdwet", "54", 70],
      ["bert", "Jeugdwet", "54", 71],
      ["carla", "Jeugdwet", "44", 91],
      ["dirk", "Wmo", "15", 92],
      ["eva", "Wmo", "01", 42],
      ["frans", "Jeugdwet", "45", 43],
    ] as const;
    const lines = begun.map(
      ([client, wet, categorie, days], index) =>
        `${client} | ${wet} | ${categorie} | ${index + 1} | 2025-01-01 | 2025-01-01 | ${addDays("2025-01-01", days)}`,
    );
    const head =
      "client | wet | product_categorie | toewijzing_nummer | eerst_toegewezen_op | ingangsdatum | begindatum";
    const database = await databaseWith(engine, {hulp: [head, ...lines].join("\n")});
    const perWet = await answer(database, "wachttijd-binnen-norm", {
      grain: "jaar",
      dimensions: ["wet"],
      where: toStart,
    });
    expect(perWet).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde    | personen
        Jeugdwet | 2025    | 2      | 4      | te weinig | 4
        Wmo      | 2025    | 1      | 2      | te weinig | 2`),
    );
  });

  test("gives the part until the Toewijzing eight weeks, and a share from 50 waits on", async () => {
    const lines = Array.from(
      {length: 50},
      (_, index) => `c${index} | 2025-01-01 | ${index < 10 ? "2025-02-27" : "2025-02-26"}`,
    );
    const database = await databaseWith(engine, {
      toewijzing: ["client | verzocht_op | eerst_toegewezen_op", ...lines].join("\n"),
    });
    expect(await answer(database, "wachttijd-binnen-norm")).toEqual(
      table(`
        deel           | periode | teller | noemer | waarde | personen
        tot-toewijzing | 2025-02 | 40     | 50     | 0.8    | 50`),
    );
  });

  test("counts from the later of Toewijzing and ingangsdatum, and says what it leaves out", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | toewijzing_nummer | eerst_toegewezen_op | ingangsdatum | begindatum | begin_bron | product_categorie
        anna   | 1                 | 2025-01-01          | 2025-02-01   | 2025-03-10 | start      | 45
        bert   | 2                 | 2025-02-05          | 2025-01-05   | 2025-02-15 | start      | 45
        carla  | 3                 | 2025-02-05          | 2025-02-05   | 2025-03-01 | declaratie | 45
        dirk   | 4                 | 2025-02-05          | 2025-02-05   | 2025-02-05 | start      | 46
        eva    |                   |                     |              | 2025-03-03 | start      | 45`,
    });
    expect(await answer(database, "wachttijd-binnen-norm", {grain: "jaar"})).toEqual(
      table(`
        deel      | periode | teller | noemer | waarde    | personen
        tot-start | 2025    | 1      | 1      | te weinig | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("wachttijd-binnen-norm"))).toEqual([
      {reason: "met terugwerkende kracht toegewezen", count: 1, persons: 1},
      {reason: "spoedhulp, die geen norm in weken heeft", count: 1, persons: 1},
      {reason: "zonder startbericht", count: 1, persons: 1},
    ]);
  });
});
