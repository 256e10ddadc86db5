import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("naar-ander-domein on %s", (engine) => {
  const redenen = (wet: string, codes: string[]) =>
    codes.map((code) => `${wet}-${code} | ${wet} | 2025-01-31 | ${code}`).join("\n");
  const hulp = `client | wet | einddatum | reden_beeindiging
    ${redenen("Jeugdwet", ["02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39", ""])}
    ${redenen("Wmo", ["02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39", ""])}`;

  test("counts by the code list of each wet, of all trajecten that ended with a reden", async () => {
    const database = await databaseWith(engine, {hulp});
    expect(await answer(database, "naar-ander-domein", {dimensions: ["wet"]})).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde    | personen
        Jeugdwet | 2025-01 | 1      | 8      | te weinig | 8
        Wmo      | 2025-01 | 1      | 8      | te weinig | 8`),
    );
    expect(await measureLeftOut(database, questionAbout("naar-ander-domein"))).toEqual([
      {reason: "tijdelijk gestopt, gewijzigd of naar een andere aanbieder", count: 6, persons: 6},
      {reason: "zonder reden van beëindiging", count: 2, persons: 2},
    ]);
  });

  test("gives a share from 50 trajecten on, at the aanbieder where they ended", async () => {
    const lines = Array.from({length: 50}, (_, index) => `client-${index} | 2025-01-31 | ${index < 6 ? "39" : "31"}`);
    const database = await databaseWith(engine, {
      hulp: ["client | einddatum | reden_beeindiging", ...lines].join("\n"),
    });
    expect(await answer(database, "naar-ander-domein", {dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde | personen
        12345678  | 2025-01 | 6      | 50     | 0.12   | 50`),
    );
  });
});
