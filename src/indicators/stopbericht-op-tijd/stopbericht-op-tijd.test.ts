import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {werkdagen} from "../../../test/werkdagen.ts";

const clients = "client | persoon\n anna | 1\n bert | 2\n carla | 3\n dirk | 4";
const werkdag = werkdagen("2025-01-01", "2025-06-30");

describe.each(engines)("stopbericht-op-tijd on %s", (engine) => {
  test("counts working days from the end; a temporary stop that turned out to be final is not judged again", async () => {
    const database = await databaseWith(engine, {
      werkdag,
      persoon: clients,
      // From Friday 18 April (Goede Vrijdag) on, the fifth working day is Tuesday the 29th: Easter Monday is none.
      stop: `
        bericht_id | client | toewijzing_nummer | begindatum | einddatum  | dagtekening | reden_beeindiging
        1          | anna   | 1                 | 2025-01-02 | 2025-04-18 | 2025-04-28  | 31
        2          | bert   | 2                 | 2025-01-02 | 2025-04-18 | 2025-04-29  | 31
        3          | carla  | 3                 | 2025-01-02 | 2025-02-10 | 2025-02-11  | 20
        4          | carla  | 3                 | 2025-01-02 | 2025-02-10 | 2025-05-11  | 31
        5          | dirk   | 4                 | 2025-01-02 | 2025-04-30 | 2025-04-20  | 31`,
      geldig_bericht: "bericht_id\n 1\n 2\n 3\n 4\n 5",
    });
    expect(await answer(database, "stopbericht-op-tijd")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-02 | 1      | 1      | te weinig | 1
        2025-04 | 2      | 3      | te weinig | 3`),
    );
  });

  test("does not know a Bericht of a later day, and a correction is no new stop", async () => {
    const database = await databaseWith(engine, {
      werkdag,
      persoon: clients,
      stop: `
        bericht_id | regel | client | begindatum | einddatum  | dagtekening | status_aanlevering
        1          | 1     | anna   | 2025-01-02 | 2025-02-10 | 2025-02-11  | 1
        2          | 1     | bert   | 2025-01-02 | 2025-02-10 | 2025-03-11  | 1
        3          | 1     | carla  | 2025-01-02 | 2025-02-10 | 2025-03-11  | 3
        3          | 2     | carla  | 2025-01-02 | 2025-02-11 | 2025-03-11  | 1`,
      geldig_bericht: "bericht_id | bekend_van\n 1 | 2025-02-11\n 2 | 2025-03-11\n 3 | 2025-03-11",
    });
    const counts = async (knownOn: string) =>
      (await answer(database, "stopbericht-op-tijd", {knownOn}))[1]?.slice(1, 3);
    expect(await counts("2025-03-10")).toEqual(["1", "1"]);
    expect(await counts("2025-03-11")).toEqual(["1", "2"]);
  });
});
