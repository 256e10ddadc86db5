import type {Database} from "../src/database/database.ts";
import {deriveLast} from "../src/database/derive/derive.ts";
import {insertRows} from "./engines.ts";

/**
 * Adds to the little world what it lacks for a figure of every indicator: what the gemeente tells beside the messages,
 * retourberichten, people who share an address, and people who changed to another aanbieder.
 */
export async function addWhatIsToldBeside(database: Database): Promise<void> {
  const maten = ["nut", "doelrealisatie", "tevredenheid"];
  const quarters = [2025, 2026].flatMap((jaar) => [1, 2, 3].map((kwartaal) => `${jaar} | ${kwartaal}`));
  await insertRows(
    database,
    "uitkomst",
    [
      "wet | aanbieder | jaar | kwartaal | maat | gevraagd | beantwoord | positief",
      ...quarters.flatMap((when) => maten.map((maat) => `Wmo | 75750003 | ${when} | ${maat} | 90 | 60 | 45`)),
    ].join("\n"),
  );
  await insertRows(
    database,
    "wachtlijst",
    `aanbieder | product_code | peildatum  | wachtenden | weken
     75750001  | 45A04        | 2026-09-30 | 20         | 7`,
  );
  await insertRows(
    database,
    "voorliggend",
    `wijk_code | naam    | soort     | plaatsen | cents_per_jaar
     WK999901  | Maatjes | informeel | 30       | 900000`,
  );
  await database.execute("update team set fte = 2.5");
  await database.execute(`
    insert into retour
    select gemeente_code, 90000000 + bericht_id, wet, aanbieder, soort, identificatie, dagtekening,
      'R' || identificatie, dagtekening, '', false
    from bericht
    where soort in ('301', '305')`);
  await database.execute("update hulp set huishouden = 'h' || cast(mod(persoon, 130) as text)");
  await database.execute(`
    insert into hulp
    select gemeente_code, wet, client, persoon, '75750009', 900000000 + toewijzing_nummer, product_categorie, product_code,
      einddatum, begin_bron, null, null, null, verzocht_op, eerst_toegewezen_op, ingangsdatum, geboortemaand, geslacht,
      buurt_code, huishouden, verwijzer_type, verwijzer_code, bekend_van, bekend_tot
    from hulp
    where einddatum between date '2025-01-01' and date '2026-09-30'
      and bekend_tot = date '9999-12-31'
      and mod(persoon, 4) = 0`);
  await deriveLast(database);
}
