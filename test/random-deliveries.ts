import fc from "fast-check";
import type {Database, Row} from "../src/database/database.ts";
import {addDays} from "../src/standards/calendar.ts";
import type {BerichtRow, Deliveries} from "./derive-twin.ts";
import {appendRows} from "./table-columns.ts";

// Random deliveries of a few days, as rows of the delivered tables.

export const firstDelivered = "2025-01-01";
export const deliveredDays = Array.from({length: 9}, (_, index) => addDays(firstDelivered, index));

/** Puts the rows in the tables, beside what is there or instead of it. */
export async function deliver(
  database: Database,
  tables: Readonly<Record<string, readonly Row[]>>,
  how: "beside" | "instead",
): Promise<void> {
  for (const [table, given] of Object.entries(tables)) {
    if (how === "instead") await database.execute(`delete from ${table}`);
    await appendRows(
      database,
      table,
      given.map((row) => ({...fixed, ...row})),
    );
  }
}

const fixed = {aanbieder: "12345678", product_categorie: "45"};

/** The rows as the tables have them. */
export function tablesOf(data: Deliveries): Record<string, readonly Row[]> {
  const refusals = data.retour.map((row) => ({...row, is_afgekeurd: true}));
  return {...(data as unknown as Record<string, readonly Row[]>), retour: refusals};
}

// Few values, so that things meet: keys that are equal, days that coincide, Berichten that repeat an identificatie.
const day = fc.constantFrom(...deliveredDays.slice(0, 8));
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

export const deliveries = fc
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
