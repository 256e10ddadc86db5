import {describe, expect, test} from "vitest";
import {databaseWith, emptyDatabase, engines} from "../../../test/engines.ts";
import {localAdministrator} from "../../access/reader.ts";
import {referenceTables} from "../../database/reference-tables.ts";
import {bestand, bestanden} from "./bestanden.ts";

describe.each(engines)("the files a gemeente can deliver, on %s", (engine) => {
  test("are all there before anything is known", async () => {
    const report = await bestanden(await emptyDatabase(engine), localAdministrator);
    const shown = report.groups.flatMap(({tables}) => tables);
    expect(shown.map(({table}) => table).sort()).toEqual(Object.keys(referenceTables).sort());
    expect(shown.flatMap(({filled}) => filled)).toEqual([]);
    expect(report.kern).toMatch(/Nu is er nog geen bekend\.$/);
  });

  test("say what they hold now, since when and from which file, for the gemeenten of the reader", async () => {
    const database = await databaseWith(engine, {
      gebied: `
        gemeente_code | gebied_code | soort    | naam
        GM9998        | GM9998      | gemeente | Elders
        GM9999        | GM9999      | gemeente | Heuveldam`,
      team: `
        gemeente_code | team_code
        GM9998        | T1
        GM9999        | T1
        GM9999        | T2`,
      levering: `
        levering_nummer | begonnen_op         | bron
        3               | 2025-03-03 09:00:00 | map`,
      referentie_stand: `
        gemeente_code | tabel | naam              | sha256 | levering_nummer
        GM9999        | team  | map/referentie/team.xlsx | 00 | 3`,
    });
    const all = await bestand(database, localAdministrator, "team");
    expect(all.filled).toEqual(["Elders: 1 rij", "Heuveldam: 2 rijen, van 3\u00a0mrt\u00a02025 (team.xlsx)"]);
    const own = await bestand(database, {...localAdministrator, gemeenten: ["GM9999"]}, "team");
    expect(own.filled).toEqual([expect.stringMatching(/^2 rijen, van 3.mrt.2025 \(team\.xlsx\)$/)]);
  });
});
