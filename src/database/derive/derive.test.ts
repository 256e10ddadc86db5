import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {rowsOf} from "../../../test/deliveries.ts";
import {berichtenOn, type Deliveries, hulpOn, kostenregels, toewijzingenOn} from "../../../test/derive-twin.ts";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {deliver, deliveredDays, deliveries, firstDelivered, tablesOf} from "../../../test/random-deliveries.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import type {Database, Row} from "../database.ts";
import {derive, deriveTables} from "./derive.ts";
import {readDataState} from "./state.ts";

describe.each(engines)("what is derived on %s", (engine) => {
  test("equals what plain loops say was known on each day", async () => {
    const database = await emptyDatabase(engine);
    await fc.assert(
      fc.asyncProperty(deliveries, async (data) => {
        await deliver(database, tablesOf(data), "instead");
        await deriveTables(database);
        const known = await derivedRows(database);
        for (const day of deliveredDays) expectKnown(known, data, day);
        expect(await rowsOf(database, "kostenregel", costColumns)).toEqual(sorted(kostenregels(data, deliveredDays)));
        expectNoNeedlessCuts(known.toewijzing);
        expectNoNeedlessCuts(known.hulp);
      }),
      {numRuns: 25, seed: 20_250_101},
    );
  });

  test("is the same when it is made again, and knows of which data it was made", async () => {
    const database = await emptyDatabase(engine);
    for (const data of fc.sample(deliveries, {numRuns: 1, seed: 7})) await deliver(database, tablesOf(data), "instead");
    await database.execute("update gegevens_stand set data_versie = 3");
    await derive(database);
    const once = await rowsOf(database, "hulp", "*");
    await derive(database);
    expect(await rowsOf(database, "hulp", "*")).toEqual(once);
    const [newest] = await database.query<{day: string}>("select max(dagtekening) as day from bericht");
    const {dataMarks, ...state} = await readDataState(database);
    expect(state).toEqual({dataVersion: 3, dataDate: newest!.day});
    expect([...dataMarks.keys()]).toEqual(["GM9999"]);
  });
});

const toewijzingColumns =
  "toewijzing_nummer, volume, ingangsdatum, einddatum, buurt_code, eerst_toegewezen_op, verzocht_op, verwijzer_type";
const hulpColumns =
  "toewijzing_nummer, product_code, begindatum, begin_bron, einddatum, eind_bron, reden_beeindiging, " +
  "eerst_toegewezen_op, verzocht_op, ingangsdatum, buurt_code, verwijzer_type";
const costColumns =
  "bericht_id, regel, cents, zorgmaand, bekend_van, beantwoord_op, is_toegekend, is_verworpen, buurt_code, " +
  "verwijzer_type";

interface DerivedRows {
  readonly geldig_bericht: readonly Row[];
  readonly toewijzing: readonly Row[];
  readonly hulp: readonly Row[];
}

async function derivedRows(database: Database): Promise<DerivedRows> {
  const times = ", bekend_van, bekend_tot";
  return {
    geldig_bericht: await rowsOf(database, "geldig_bericht", `bericht_id${times}`),
    toewijzing: await rowsOf(database, "toewijzing", toewijzingColumns + times),
    hulp: await rowsOf(database, "hulp", hulpColumns + times),
  };
}

function expectKnown(known: DerivedRows, data: Deliveries, day: IsoDate): void {
  const counts = berichtenOn(data, day);
  const berichten = data.bericht.filter(({bericht_id}) => counts(bericht_id)).map(({bericht_id}) => ({bericht_id}));
  expect(onDay(known.geldig_bericht, day)).toEqual(sorted(berichten));
  expect(onDay(known.toewijzing, day)).toEqual(sorted(toewijzingenOn(data, day)));
  expect(onDay(known.hulp, day)).toEqual(sorted(hulpOn(data, day, firstDelivered)));
}

function onDay(rows: readonly Row[], day: IsoDate): Row[] {
  const held = rows.filter(({bekend_van, bekend_tot}) => String(bekend_van) <= day && String(bekend_tot) > day);
  return sorted(held.map(({bekend_van, bekend_tot, ...row}) => row));
}

// A row ends only where something changes.
function expectNoNeedlessCuts(rows: readonly Row[]): void {
  const ends = new Set(rows.map(({bekend_van, ...row}) => JSON.stringify(row)));
  for (const {bekend_van, bekend_tot, ...row} of rows) {
    expect(ends).not.toContain(JSON.stringify({...row, bekend_tot: bekend_van}));
  }
}

function sorted(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
