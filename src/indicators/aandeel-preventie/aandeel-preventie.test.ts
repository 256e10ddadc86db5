import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const costs = {
  kostenregel: `
    client | zorgmaand  | cents | beantwoord_op | is_toegekend | bekend_van | buurt_code
    anna   | 2025-01-01 | 6000  | 2025-03-01    | true         | 2025-02-10 | BU99990101
    bert   | 2025-01-01 | 500   | 2025-03-01    | false        | 2025-02-10 | BU99990101
    carla  | 2025-01-01 | 1000  | 2025-06-01    | true         | 2025-02-10 | BU99990201`,
  overige_kosten: `
    soort       | jaar | maand | cents
    pgb         | 2025 | 1     | 1500
    taakgericht | 2025 | 1     | 500
    subsidie    | 2025 | 1     | 99999
    wijkteam    | 2025 | 1     | 99999`,
};

describe.each(engines)("aandeel-preventie on %s", (engine) => {
  test("lays the free offer beside what was granted, pgb and taakgericht; not beside the subsidies that pay for it", async () => {
    const voorliggend = "wijk_code | naam | soort | cents_per_jaar\n WK999901 | Maatjes | informeel | 12000";
    const database = await databaseWith(engine, {...costs, voorliggend});
    expect((await answer(database, "aandeel-preventie"))[1]).toEqual(["2025-01", "1000", "10000", "0.1", "2"]);
    // Known on a day: the line of carla had no answer yet.
    const knownOn = "2025-05-31";
    expect((await answer(database, "aandeel-preventie", {knownOn}))[1]).toEqual([
      "2025-01",
      "1000",
      "9000",
      "0.1111",
      "1",
    ]);
    expect(await answer(database, "aandeel-preventie", {to: "2025-01", dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde | personen
        WK999901 | 2025-01 | 1000   | 7000   | 0.1429 | 1
        WK999902 | 2025-01 | 0      | 1000   | 0      | 1
        onbekend | 2025-01 | 0      | 2000   | 0      | 0`),
    );
  });

  test("is no zero but nothing when the gemeente told of no free offer", async () => {
    const database = await databaseWith(engine, costs);
    expect(await answer(database, "aandeel-preventie")).toHaveLength(1);
  });
});
