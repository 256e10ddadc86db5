import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("uitval-door-wie on %s", (engine) => {
  test("takes the codes of each wet, and divides by the same trajecten as uitval does", async () => {
    const redenen = (wet: string, codes: string[]) =>
      codes.map((code) => `${wet}-${code} | ${wet} | 2025-01-31 | ${code}`).join("\n");
    const database = await databaseWith(engine, {
      hulp: `client | wet | einddatum | reden_beeindiging
        ${redenen("Jeugdwet", ["02", "20", "21", "22", "31", "32", "33", "34", "38"])}
        ${redenen("Wmo", ["19", "21", "22", "23", "31", "32", "39"])}`,
    });
    expect(await answer(database, "uitval-door-wie", {dimensions: ["wet"]})).toEqual(
      table(`
        wet      | deel       | periode | teller | noemer | waarde    | personen
        Jeugdwet | aanbieder  | 2025-01 | 1      | 4      | te weinig | 4
        Jeugdwet | client     | 2025-01 | 1      | 4      | te weinig | 4
        Jeugdwet | in-overleg | 2025-01 | 1      | 4      | te weinig | 4
        Wmo      | aanbieder  | 2025-01 | 1      | 4      | te weinig | 4
        Wmo      | client     | 2025-01 | 1      | 4      | te weinig | 4
        Wmo      | in-overleg | 2025-01 | 1      | 4      | te weinig | 4`),
    );
  });

  test("its parts together are uitval", async () => {
    const reden = (index: number) => (index < 6 ? "32" : index < 9 ? "33" : index < 10 ? "34" : "31");
    const lines = Array.from({length: 50}, (_, index) => `c${index} | 2025-01-31 | ${reden(index)}`);
    const database = await databaseWith(engine, {
      hulp: ["client | einddatum | reden_beeindiging", ...lines].join("\n"),
    });
    const parts = (await answer(database, "uitval-door-wie")).slice(1).map((row) => row[4]);
    expect(parts).toEqual(["0.06", "0.12", "0.02"]);
    expect((await answer(database, "uitval"))[1]?.[3]).toBe("0.2");
  });
});
