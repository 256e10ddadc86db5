import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("uitval on %s", (engine) => {
  test("counts by the code list of each wet: 31 is as planned in the Jeugdwet and a move in the Wmo", async () => {
    const redenen = (wet: string, codes: string[]) =>
      codes.map((code) => `${wet}-${code} | ${wet} | 2025-01-31 | ${code}`).join("\n");
    const database = await databaseWith(engine, {
      hulp: `client | wet | einddatum | reden_beeindiging
        ${redenen("Jeugdwet", ["02", "19", "20", "21", "31", "32", "33", "34", "35", "36", "37", "38", "39"])}
        ${redenen("Wmo", ["02", "19", "20", "21", "22", "23", "31", "32", "36", "39"])}`,
    });
    expect(await answer(database, "uitval", {dimensions: ["wet"]})).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde    | personen
        Jeugdwet | 2025-01 | 3      | 4      | te weinig | 4
        Wmo      | 2025-01 | 3      | 4      | te weinig | 4`),
    );
  });

  test("takes the reden of the last help of the traject", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum  | reden_beeindiging
        anna   | 2025-01-01 | 2025-01-31 | 32
        anna   | 2025-02-05 | 2025-03-31 | 31`,
    });
    expect(await answer(database, "uitval")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-03 | 0      | 1      | te weinig | 1`),
    );
  });

  test("gives a share from 50 trajecten on", async () => {
    const lines = Array.from({length: 50}, (_, index) => `client-${index} | 2025-01-31 | ${index < 6 ? "33" : "31"}`);
    const database = await databaseWith(engine, {
      hulp: ["client | einddatum | reden_beeindiging", ...lines].join("\n"),
    });
    expect(await answer(database, "uitval")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 6      | 50     | 0.12   | 50`),
    );
  });
});
