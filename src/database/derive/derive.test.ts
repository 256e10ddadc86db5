import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {rowsOf} from "../../../test/deliveries.ts";
import {
  type BerichtRow,
  berichtenOn,
  type Deliveries,
  hulpOn,
  kostenregels,
  toewijzingenOn,
} from "../../../test/derive-twin.ts";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {columnsOf, fillRow} from "../../../test/table-columns.ts";
import {addDays, type IsoDate} from "../../standards/calendar.ts";
import {columnBatch} from "../column-batch.ts";
import type {Database, Row} from "../database.ts";
import {derive, deriveTables} from "./derive.ts";
import {readDataState} from "./state.ts";

const first = "2025-01-01";
const days = Array.from({length: 9}, (_, index) => addDays(first, index));

describe.each(engines)("what is derived on %s", (engine) => {
  test("equals what plain loops say was known on each day", async () => {
    const database = await emptyDatabase(engine);
    await fc.assert(
      fc.asyncProperty(deliveries, async (data) => {
        await deliver(database, data);
        await deriveTables(database);
        const known = await derivedRows(database);
        for (const day of days) expectKnown(known, data, day);
        expect(await rowsOf(database, "kostenregel", costColumns)).toEqual(sorted(kostenregels(data, days)));
        expectNoNeedlessCuts(known.toewijzing);
        expectNoNeedlessCuts(known.hulp);
      }),
      {numRuns: 25, seed: 20_250_101},
    );
  });

  test("is the same when it is made again, and knows of which data it was made", async () => {
    const database = await emptyDatabase(engine);
    for (const data of fc.sample(deliveries, {numRuns: 1, seed: 7})) await deliver(database, data);
    await database.execute("update gegevens_stand set data_versie = 3");
    await derive(database);
    const once = await rowsOf(database, "hulp", "*");
    await derive(database);
    expect(await rowsOf(database, "hulp", "*")).toEqual(once);
    const [newest] = await database.query<{day: string}>("select max(dagtekening) as day from bericht");
    expect(await readDataState(database)).toEqual({dataVersion: 3, derivedFrom: 3, dataDate: newest!.day});
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
  expect(onDay(known.hulp, day)).toEqual(sorted(hulpOn(data, day, first)));
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

async function deliver(database: Database, data: Deliveries): Promise<void> {
  const tables: Record<string, readonly object[]> = {...data, retour: refusals(data)};
  for (const [table, given] of Object.entries(tables)) {
    const columns = await columnsOf(database, table);
    const rows = given.map((row, index) => fillRow(table, columns, {...fixed, ...row}, index));
    await database.execute(`delete from ${table}`);
    await database.append(columnBatch(table, Object.fromEntries(columns.map(({name, type}) => [name, type])), rows));
  }
}

const fixed = {aanbieder: "12345678", product_categorie: "45"};

function refusals({retour}: Deliveries): Row[] {
  return retour.map((row) => ({...row, is_afgekeurd: true}));
}

// Few values, so that things meet: keys that are equal, days that coincide, Berichten that repeat an identificatie.
const day = fc.constantFrom(...days.slice(0, 8));
const number = fc.constantFrom(1, 2);
const product = fc.constantFrom("45A04", "45A05");
const status = fc.constantFrom("1" as const, "1" as const, "3" as const);
const identificatie = fc.constantFrom("A", "B", "C", "D", "E");

const shapes = {
  "301": fc.record({
    toewijzing_nummer: number,
    referentie_aanbieder: fc.constantFrom(null, null, "R1", "R2"),
    toegewezen_op: day.map((date) => `${date} 09:00:00`),
    ingangsdatum: fc.constantFrom("2025-01-02", "2025-01-03"),
    einddatum: fc.constantFrom(null, "2025-01-02", "2025-01-03", "2025-06-30"),
    reden_wijziging: fc.constantFrom(null, "13", "01"),
    volume: fc.constantFrom(1, 2),
    buurt_code: fc.constantFrom(null, "BU99990101"),
  }),
  "305": fc.record({
    toewijzing_nummer: fc.constantFrom(1, 2, null),
    product_code: product,
    begindatum: fc.constantFrom("2025-01-01", "2025-01-05"),
    status_aanlevering: status,
  }),
  "307": fc.record({
    toewijzing_nummer: fc.constantFrom(1, 2, null),
    product_code: product,
    begindatum: fc.constantFrom("2025-01-01", "2025-01-05"),
    einddatum: fc.constantFrom("2025-01-06", "2025-01-07"),
    reden_beeindiging: fc.constantFrom("20", "31", "32"),
    status_aanlevering: status,
  }),
  "315": fc.record({referentie_aanbieder: fc.constantFrom("R1", "R2"), verwijzer_type: fc.constantFrom("02", "03")}),
  "323": fc.record({
    referentie: fc.constantFrom("P1", "P2"),
    toewijzing_nummer: fc.constantFrom(1, 2, 3),
    product_code: product,
    begindatum: fc.constantFrom("2024-11-01", "2024-12-01", "2024-12-13"),
    cents: fc.constantFrom(100, 250, -100),
  }),
  "325": fc.record({
    declaratie_identificatie: identificatie,
    retourcodes: fc.constantFrom(null, "0200", "8001", "8214", "0200,8214"),
  }),
};

const sent = fc
  .array(
    fc.oneof(
      ...Object.entries(shapes).map(([soort, shape]) =>
        fc.record({
          soort: fc.constant(soort),
          identificatie,
          dagtekening: day,
          rows: fc.array(shape as fc.Arbitrary<Row>, {minLength: 1, maxLength: 2}),
        }),
      ),
    ),
    {minLength: 4, maxLength: 24},
  )
  .map((berichten) => berichten.map((bericht, index) => ({...bericht, bericht_id: index + 1})));

const deliveries = fc
  .tuple(
    sent,
    fc.array(fc.record({which: fc.nat(23), after: fc.nat(3)}), {maxLength: 3}),
    fc.array(fc.record({which: fc.nat(23), referentie: fc.constantFrom("P1", "P2")}), {maxLength: 4}),
  )
  .map(([berichten, refused, refusedLines]): Deliveries => {
    const rowsOfSoort = (soort: string) =>
      berichten
        .filter((bericht) => bericht.soort === soort)
        .flatMap(({rows, bericht_id, dagtekening}) =>
          rows.map((row, index) => ({...row, bericht_id, dagtekening, regel: index + 1})),
        );
    const data = {
      bericht: berichten.map(({rows, ...bericht}): BerichtRow => bericht),
      retour: refused.flatMap(({which, after}) => {
        const bericht = berichten[which];
        // A 323 is answered by a 325, never by a retourbericht.
        if (bericht === undefined || bericht.soort === "323" || bericht.soort === "325") return [];
        const {soort, identificatie: refusedIdentificatie, dagtekening} = bericht;
        return [
          {soort, identificatie: refusedIdentificatie, dagtekening, dagtekening_retour: addDays(dagtekening, after)},
        ];
      }),
      toewijzing_versie: oneVersionEach(rowsOfSoort("301")),
      verzoek: rowsOfSoort("315").map((row) => ({...row, soort: "toewijzing"})),
      start: rowsOfSoort("305"),
      stop: rowsOfSoort("307"),
      prestatie: rowsOfSoort("323"),
      declaratie_antwoord: rowsOfSoort("325").filter(({regel}) => regel === 1),
      prestatie_antwoord: refusedLines.flatMap(({which, referentie}) =>
        berichten[which]?.soort === "325" ? [{bericht_id: which + 1, referentie, retourcodes: "9388"}] : [],
      ),
    };
    // The shapes above are those of the rows.
    return data as unknown as Deliveries;
  });

// In a 301 a ToewijzingNummer occurs once.
function oneVersionEach(rows: Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({bericht_id, toewijzing_nummer}) => {
    const key = `${bericht_id} ${toewijzing_nummer}`;
    return !seen.has(key) && seen.add(key);
  });
}
