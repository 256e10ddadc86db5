import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("volgens-plan on %s", (engine) => {
  const redenen = (wet: string, codes: string[]) =>
    codes.map((code) => `${wet}-${code} | ${wet} | 2025-01-31 | ${code}`).join("\n");
  const hulp = `client | wet | einddatum | reden_beeindiging
    ${redenen("Jeugdwet", ["02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39", ""])}
    ${redenen("Wmo", ["02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39", ""])}`;

  test("counts by the code list of each wet, of all trajecten that ended with a reden", async () => {
    const database = await databaseWith(engine, {hulp});
    expect(await answer(database, "volgens-plan", {dimensions: ["wet"]})).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde    | personen
        Jeugdwet | 2025-01 | 1      | 8      | te weinig | 8
        Wmo      | 2025-01 | 1      | 8      | te weinig | 8`),
    );
    expect(await measureLeftOut(database, questionAbout("volgens-plan"))).toEqual([
      {reason: "tijdelijk gestopt, gewijzigd of naar een andere aanbieder", count: 6, persons: 6},
      {reason: "zonder reden van beëindiging", count: 2, persons: 2},
    ]);
  });

  test("differs from uitval, which divides by what ended as planned or early", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | einddatum  | reden_beeindiging
        anna   | 2025-01-31 | 31
        bert   | 2025-01-31 | 32
        carla  | 2025-01-31 | 02`,
    });
    const counts = async (indicator: string) => (await answer(database, indicator))[1]?.slice(1, 3);
    expect(await counts("volgens-plan")).toEqual(["1", "3"]);
    expect(await counts("uitval")).toEqual(["1", "2"]);
  });

  test("an end that is still to come is none", async () => {
    const database = await databaseWith(engine, {hulp: "einddatum | reden_beeindiging\n 2025-03-31 | 31"});
    expect(await answer(database, "volgens-plan", {knownOn: "2025-03-30"})).toHaveLength(1);
    expect(await answer(database, "volgens-plan", {knownOn: "2025-03-31"})).toHaveLength(2);
  });
});
