import {beforeAll, describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {emptyDatabase} from "../../test/engines.ts";
import {fillLittleWorld} from "../../test/little-world.ts";
import type {Database} from "../database/database.ts";
import {countProcess} from "../database/process/count-process.ts";
import {measure} from "./measure.ts";

// The rules about working together are counted apart, with other SQL, for the pages about rules. Where both look at the
// same Berichten, they must agree.

let database: Database;

beforeAll(async () => {
  database = await emptyDatabase("duckdb");
  await fillLittleWorld(database);
  // This world is too tidy by itself: some come late, some in time and some never.
  for (const table of ["start", "stop", "declaratie_antwoord"]) {
    const late = `case when bericht_id % 5 = 0 then dagtekening + 9 else dagtekening end`;
    await database.execute(`update ${table} set dagtekening = ${late}`);
  }
  await database.execute("update verzoek set dagtekening = dagtekening + 14 where bericht_id % 2 = 0");
  await database.execute("delete from declaratie_antwoord where bericht_id % 11 = 0");
  await database.transaction(() => countProcess(database));
});

describe("a term is kept as often as the rule says", () => {
  test.each([
    ["startbericht-op-tijd", "OP271"],
    ["stopbericht-op-tijd", "OP272"],
    ["antwoord-op-verzoek", "OP274"],
    ["antwoord-op-declaratie", "OP090x4"],
  ])("%s and %s", async (indicator, regel) => {
    // Until a month in which no term runs any more.
    const part = {from: "2024-01", to: "2026-08", dimensions: ["wet", "aanbieder"], knownOn: "2026-10-31"} as const;
    const {rows} = await measure(database, questionAbout(indicator, part));
    const found = rows.map(({key, period, numerator, denominator}) => [
      key.wet,
      key.aanbieder,
      period,
      numerator,
      denominator,
    ]);
    const counted = await database.query(
      `select wet, aanbieder, cast(maand as text) as maand,
         cast(coalesce(sum(aantal) filter (where uitkomst = 'goed'), 0) as bigint) as goed,
         cast(sum(aantal) as bigint) as alle
       from proces_telling
       where regel = $regel and maand between date '2024-01-01' and date '2026-08-01'
       group by wet, aanbieder, maand
       order by wet, aanbieder, maand`,
      {regel},
    );
    const rule = counted.map((row) => [
      row.wet,
      row.aanbieder,
      String(row.maand).slice(0, 7),
      Number(row.goed),
      Number(row.alle),
    ]);
    expect(found).toEqual(rule);
    // It would prove nothing if all were in time, or none.
    const sum = (at: 3 | 4) => found.reduce((total, row) => total + Number(row[at]), 0);
    expect(sum(3)).toBeGreaterThan(100);
    expect(sum(4)).toBeGreaterThan(sum(3));
  });
});
