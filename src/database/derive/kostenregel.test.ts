import {describe, expect, test} from "vitest";
import {derivedFrom, rowsOf} from "../../../test/deliveries.ts";
import {engines} from "../../../test/engines.ts";

const answer = "referentie, beantwoord_op, is_toegekend, is_verworpen, kostenregel.retourcodes";
const answered = "kostenregel join prestatie using (gemeente_code, bericht_id, regel)";

describe.each(engines)("kostenregel on %s", (engine) => {
  test("is granted when the 325 has nothing to remark and does not list it", async () => {
    const database = await derivedFrom(engine, {
      prestatie: `
        bericht_id | referentie | dagtekening
        61         | A          | 2025-02-05
        61         | B          | 2025-02-05
        62         | C          | 2025-02-05
        63         | D          | 2025-02-05`,
      declaratie_antwoord: `
        bericht_id | declaratie_identificatie | retourcodes | dagtekening
        71         | 61                       | 0200        | 2025-02-12
        72         | 62                       | 8001        | 2025-02-13`,
      prestatie_antwoord: `
        bericht_id | referentie | retourcodes
        71         | B          | 9388
        72         | A          | 9388`,
    });
    expect(await rowsOf(database, answered, answer)).toEqual([
      {referentie: "A", beantwoord_op: "2025-02-12", is_toegekend: true, is_verworpen: false, retourcodes: null},
      {referentie: "B", beantwoord_op: "2025-02-12", is_toegekend: false, is_verworpen: false, retourcodes: "9388"},
      {referentie: "C", beantwoord_op: "2025-02-13", is_toegekend: true, is_verworpen: false, retourcodes: null},
      {referentie: "D", beantwoord_op: null, is_toegekend: null, is_verworpen: false, retourcodes: null},
    ]);
  });

  test("counts as never sent when the whole claim is refused, in its DeclaratieAntwoord or without one", async () => {
    const database = await derivedFrom(engine, {
      prestatie: `
        bericht_id | referentie | dagtekening
        61         | A          | 2025-02-05
        62         | B          | 2025-02-05`,
      declaratie_antwoord: `
        declaratie_identificatie | retourcodes_bericht | retourcodes | dagtekening
        61                       | 0001                |             | 2025-02-12
        62                       | 0200                | 0200,8214   | 2025-02-12`,
    });
    const refused = {beantwoord_op: "2025-02-12", is_toegekend: false, is_verworpen: true};
    expect(await rowsOf(database, answered, answer)).toEqual([
      {referentie: "A", ...refused, retourcodes: "0001"},
      {referentie: "B", ...refused, retourcodes: "0200,8214"},
    ]);
  });

  test("is answered by a 325 to the same aanbieder and wet, and by the first one", async () => {
    const database = await derivedFrom(engine, {
      prestatie: `
        bericht_id | referentie | dagtekening
        61         | A          | 2025-02-05`,
      declaratie_antwoord: `
        wet      | aanbieder | declaratie_identificatie | retourcodes | dagtekening
        Wmo      | 12345678  | 61                       | 8214        | 2025-02-10
        Jeugdwet | 87654321  | 61                       | 8214        | 2025-02-10
        Jeugdwet | 12345678  | 61                       | 8214        | 2025-02-14
        Jeugdwet | 12345678  | 61                       | 8001        | 2025-02-12`,
    });
    expect(await rowsOf(database, answered, answer)).toEqual([
      {referentie: "A", beantwoord_op: "2025-02-12", is_toegekend: true, is_verworpen: false, retourcodes: null},
    ]);
  });

  test("knows a credit by its sign, and its month by the ProductPeriode", async () => {
    const database = await derivedFrom(engine, {
      prestatie: `
        begindatum | cents | dagtekening
        2025-01-13 | 500   | 2025-02-05
        2025-01-13 | -500  | 2025-03-05`,
    });
    expect(await rowsOf(database, "kostenregel", "cents, is_credit, zorgmaand, bekend_van")).toEqual([
      {cents: -500, is_credit: true, zorgmaand: "2025-01-01", bekend_van: "2025-03-05"},
      {cents: 500, is_credit: false, zorgmaand: "2025-01-01", bekend_van: "2025-02-05"},
    ]);
  });

  test("has the person as known on the day of the 323, or else as first known afterwards", async () => {
    const database = await derivedFrom(engine, {
      toewijzing_versie: `
        toewijzing_nummer | toegewezen_op       | dagtekening | buurt_code | ingangsdatum | einddatum  | reden_wijziging
        1                 | 2025-02-01 09:00:00 | 2025-02-01  | BU99990101 | 2025-01-01   |            |
        1                 | 2025-02-01 09:00:00 | 2025-04-01  | BU99990202 | 2025-01-01   |            |
        1                 | 2025-06-01 09:00:00 | 2025-06-01  | BU99990202 | 2025-01-01   | 2025-01-01 | 13`,
      prestatie: `
        toewijzing_nummer | referentie | dagtekening
        1                 | before     | 2025-01-05
        1                 | first      | 2025-03-05
        1                 | moved      | 2025-04-01
        1                 | removed    | 2025-07-05
        2                 | unknown    | 2025-03-05`,
    });
    expect(await rowsOf(database, answered, "referentie, buurt_code, verwijzer_type")).toEqual([
      {referentie: "before", buurt_code: "BU99990101", verwijzer_type: "01"},
      {referentie: "first", buurt_code: "BU99990101", verwijzer_type: "01"},
      {referentie: "moved", buurt_code: "BU99990202", verwijzer_type: "01"},
      {referentie: "removed", buurt_code: "BU99990202", verwijzer_type: "01"},
      {referentie: "unknown", buurt_code: null, verwijzer_type: "01"},
    ]);
  });
});
