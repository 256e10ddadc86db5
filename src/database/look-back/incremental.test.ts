import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {rowsOf} from "../../../test/deliveries.ts";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {appendRows} from "../../../test/table-columns.ts";
import {addDays} from "../../standards/calendar.ts";
import type {Database, Row} from "../database.ts";
import {deriveNew, deriveTables} from "../derive/derive.ts";
import {chooseLines, lookBack, type Scope} from "./look-back.ts";

describe.each(engines)("looking back on %s after each delivery", (engine) => {
  test("finds what looking back at everything finds, whatever came first", async () => {
    const database = await emptyDatabase(engine);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(world, async (berichten) => {
        await empty(database);
        for (let leveringNummer = 1; leveringNummer <= leveringen; leveringNummer++) {
          await deliver(
            database,
            berichten.filter((bericht) => bericht.levering_nummer === leveringNummer),
          );
          await deriveTables(database);
          const found = await judged(database, {leveringNummer, extent: "geraakt"});
          for (const {regel} of found) seen.add(String(regel));
          expect(found).toEqual(await judged(database, {leveringNummer: null, extent: "alles"}));
          // As where there are too many lines to judge at once.
          expect(found).toEqual(await judged(database, {leveringNummer: null, extent: "alles"}, 2));
        }
      }),
      {numRuns: 10, seed: 20_261_127},
    );
    // Otherwise it would prove little.
    expect(seen.size).toBeGreaterThan(25);
  });

  test("counts what came and went of earlier Berichten", async () => {
    const database = await emptyDatabase(engine);
    const [start, toewijzing, stop] = [
      bericht(1, "305", {toewijzing_nummer: 1, begindatum: "2025-01-02"}),
      bericht(2, "301", {toewijzing_nummer: 1, client: "a"}, -1),
      bericht(3, "305", {toewijzing_nummer: 2, begindatum: "2025-01-01", client: "b"}, -1),
    ];
    // Where no Toewijzing was ever sent, none is missing.
    await deliver(database, [start, bericht(4, "301", {toewijzing_nummer: 9, client: "c"}, -5)]);
    await deriveNew(database, {leveringNummer: 1, extent: "geraakt"});
    expect(await rowsOf(database, "terugblik_bevinding", "regel, bericht_id, ernst")).toEqual([
      {regel: "TR019", bericht_id: 1, ernst: "waarschuwing"},
    ]);
    await deliver(database, [{...toewijzing, levering_nummer: 2}]);
    const mended = await deriveNew(database, {leveringNummer: 2, extent: "geraakt"});
    expect(mended).toEqual({found: 0, mended: 1});
    await deliver(database, [{...stop, levering_nummer: 3}]);
    // Its own finding is of this Levering.
    expect(await deriveNew(database, {leveringNummer: 3, extent: "geraakt"})).toEqual({found: 0, mended: 0});
    expect(await rowsOf(database, "terugblik_bevinding", "regel, bericht_id")).toEqual([
      {regel: "TR019", bericht_id: 3},
    ]);
  });
});

async function judged(database: Database, scope: Scope, linesAtOnce?: number): Promise<Row[]> {
  await chooseLines(database, scope);
  await lookBack(database, scope, linesAtOnce);
  return rowsOf(database, "terugblik_bevinding", "*");
}

interface Sent {
  readonly bericht_id: number;
  readonly soort: string;
  readonly identificatie: string;
  readonly dagtekening: string;
  readonly levering_nummer: number;
  readonly rows: readonly Row[];
}

function bericht(id: number, soort: string, row: Row, days = 0): Sent {
  const dagtekening = addDays(first, days + 3);
  return {
    bericht_id: id,
    soort,
    identificatie: `I${id}`,
    dagtekening,
    levering_nummer: 1,
    rows: [{client: "a", ...row}],
  };
}

const leveringen = 3;
const first = "2025-01-01";

const tableOf: Readonly<Record<string, string>> = {
  "301": "toewijzing_versie",
  "302": "retour",
  "305": "start",
  "307": "stop",
  "315": "verzoek",
  "317": "verzoek",
  "319": "antwoord",
  "323": "prestatie",
  "325": "declaratie_antwoord",
};

async function empty(database: Database): Promise<void> {
  const filled = ["bericht", "declaratie", "prestatie_antwoord", "terugblik_bevinding", ...Object.values(tableOf)];
  for (const table of filled) await database.execute(`delete from ${table}`);
}

async function deliver(database: Database, berichten: readonly Sent[]): Promise<void> {
  const tables = new Map<string, Row[]>();
  const add = (table: string, row: Row) => tables.set(table, [...(tables.get(table) ?? []), row]);
  for (const {rows, ...one} of berichten) {
    add("bericht", {...one, release: "3.2", toestand: "ingenomen"});
    const {bericht_id, dagtekening, identificatie} = one;
    for (const [index, row] of rows.entries()) {
      add(tableOf[one.soort]!, {...row, bericht_id, regel: index + 1, dagtekening: row.dagtekening ?? dagtekening});
    }
    if (one.soort === "323") {
      add("declaratie", {...rows[0], bericht_id, dagtekening, identificatie, begindatum: rows[0]!.periode!});
    }
    if (one.soort === "325" && rows[0]!.referentie !== null)
      add("prestatie_antwoord", {...rows[0], bericht_id, regel: 1, retourcodes: "9321"});
  }
  for (const [table, rows] of tables) {
    await appendRows(
      database,
      table,
      rows.map((row) => ({...fixed, ...row})),
    );
  }
}

const fixed = {aanbieder: "12345678"};

// Few values, so that things meet.
const day = fc.integer({min: 0, max: 9}).map((days) => addDays(first, days));
const client = fc.constantFrom("a", "a", "b");
const number = fc.constantFrom(1, 2, 3);
const code = fc.constantFrom("45A04", "45A05");
const status = fc.constantFrom("1", "1", "3");
const referentie = fc.constantFrom("R1", "R2", "R3");
const identificatie = fc.constantFrom("A", "B", "C", "D", "E", "F", "G");
const begin = fc.constantFrom("2024-11-01", "2024-12-01", "2024-12-10");
const omvang = {
  volume: fc.constantFrom(null, 1, 4),
  eenheid: fc.constantFrom("04", "82"),
  frequentie: fc.constantFrom("2", "4", "6"),
};

const shapes: Readonly<Record<string, fc.Arbitrary<Row>>> = {
  "301": fc.record({
    toewijzing_nummer: number,
    client,
    referentie_aanbieder: fc.constantFrom(null, null, "R1", "R2"),
    product_code: fc.constantFrom("45A04", "45A04", null),
    toegewezen_op: day.map((date) => `${date} 09:00:00`),
    ingangsdatum: fc.constantFrom("2024-11-01", "2024-12-10"),
    einddatum: fc.constantFrom(null, "2024-12-10", "2024-12-20", "2025-06-30"),
    reden_wijziging: fc.constantFrom(null, null, "13"),
    budget: fc.constantFrom(null, 200),
    ...omvang,
  }),
  "302": fc.record({
    soort: fc.constantFrom("301", "305", "307", "315", "317"),
    identificatie,
    dagtekening: day,
    dagtekening_retour: day,
    is_afgekeurd: fc.constant(true),
  }),
  "305": fc.record({
    toewijzing_nummer: fc.constantFrom(1, 2, null),
    client,
    product_code: code,
    begindatum: fc.constantFrom("2025-01-01", "2025-01-05"),
    status_aanlevering: status,
  }),
  "307": fc.record({
    toewijzing_nummer: fc.constantFrom(1, 2, null),
    client,
    product_code: code,
    begindatum: fc.constantFrom("2025-01-01", "2025-01-05"),
    einddatum: fc.constantFrom("2025-01-06", "2025-01-07"),
    reden_beeindiging: fc.constantFrom("20", "31"),
    status_aanlevering: status,
  }),
  "315": fc.record({client, soort: fc.constant("toewijzing"), referentie_aanbieder: referentie}),
  "317": fc.record({
    client,
    soort: fc.constantFrom("ongewijzigd", "te wijzigen", "te wijzigen"),
    referentie_aanbieder: referentie,
    toewijzing_nummer: number,
    ingangsdatum: fc.constantFrom("2024-11-01", "2024-12-10", "2025-02-01"),
    budget: fc.constantFrom(null, 300),
    product_categorie: fc.constant(null),
    ...omvang,
  }),
  "319": fc.record({referentie_aanbieder: referentie, verzoek_antwoord: fc.constantFrom("1", "2")}),
  "323": fc.record({
    client,
    referentie: fc.constantFrom("P1", "P2", "P3"),
    vorige_referentie: fc.constantFrom(null, null, null, "P1", "P2"),
    toewijzing_nummer: number,
    product_code: code,
    begindatum: begin,
    einddatum: fc.constantFrom("2024-12-20", "2024-12-31"),
    periode: fc.constantFrom("2024-11-01", "2024-12-01"),
    declaratie_nummer: fc.constantFrom("D1", "D2", "D3"),
    volume: fc.constantFrom(1, 5, 90),
    eenheid: fc.constantFrom("04", "82", "01"),
    cents: fc.constantFrom(100, 250),
  }),
  "325": fc.record({
    client,
    declaratie_identificatie: identificatie,
    declaratie_nummer: fc.constantFrom("D1", "D2"),
    retourcodes: fc.constantFrom(null, "0200", "8001", "8214"),
    referentie: fc.constantFrom(null, "P1", "P2"),
    toewijzing_nummer: number,
    product_code: code,
    begindatum: begin,
    cents: fc.constantFrom(100, 250),
  }),
};

const world = fc
  .array(
    fc.oneof(
      ...Object.entries(shapes).map(([soort, shape]) =>
        fc.record({
          soort: fc.constant(soort),
          identificatie,
          dagtekening: day,
          levering_nummer: fc.integer({min: 1, max: leveringen}),
          rows: fc.array(shape, {
            minLength: 1,
            maxLength: soort === "301" || soort === "323" || soort === "317" ? 2 : 1,
          }),
        }),
      ),
    ),
    {minLength: 10, maxLength: 40},
  )
  .map((berichten) => berichten.map((one, index): Sent => ({...one, bericht_id: index + 1, rows: credited(one.rows)})));

function credited(rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    const isCredit = row.vorige_referentie !== undefined && row.vorige_referentie !== null;
    return isCredit ? {...row, cents: -Number(row.cents)} : row;
  });
}
