import {describe, expect, test} from "vitest";
import {derivedFrom, rowsOf} from "../../../test/deliveries.ts";
import {engines} from "../../../test/engines.ts";

const known = "bekend_van, bekend_tot";

describe.each(engines)("toewijzing on %s", (engine) => {
  test("stands as the version with the latest Toewijzingsdatum and Toewijzingstijd that is known", async () => {
    const database = await derivedFrom(engine, {
      toewijzing_versie: `
        toewijzing_nummer | toegewezen_op       | dagtekening | volume
        1                 | 2025-01-02 09:00:00 | 2025-01-02  | 10
        1                 | 2025-02-03 09:00:00 | 2025-02-03  | 20
        1                 | 2025-02-03 10:00:00 | 2025-02-03  | 30`,
    });
    expect(await rowsOf(database, "toewijzing", `${known}, volume, eerst_toegewezen_op`)).toEqual([
      {bekend_van: "2025-01-02", bekend_tot: "2025-02-03", volume: 10, eerst_toegewezen_op: "2025-01-02"},
      {bekend_van: "2025-02-03", bekend_tot: "9999-12-31", volume: 30, eerst_toegewezen_op: "2025-01-02"},
    ]);
  });

  test("counts a version that is sent again from the first time", async () => {
    const database = await derivedFrom(engine, {
      toewijzing_versie: `
        toewijzing_nummer | toegewezen_op       | dagtekening
        1                 | 2025-01-02 09:00:00 | 2025-01-02
        1                 | 2025-01-02 09:00:00 | 2025-03-04`,
    });
    expect(await rowsOf(database, "toewijzing", known)).toEqual([{bekend_van: "2025-01-02", bekend_tot: "9999-12-31"}]);
  });

  test("does not go back to an older version that comes later", async () => {
    const database = await derivedFrom(engine, {
      toewijzing_versie: `
        toewijzing_nummer | toegewezen_op       | dagtekening | volume
        1                 | 2025-02-03 09:00:00 | 2025-02-03  | 20
        1                 | 2025-01-02 09:00:00 | 2025-04-05  | 10`,
    });
    expect(await rowsOf(database, "toewijzing", `${known}, volume, eerst_toegewezen_op`)).toEqual([
      {bekend_van: "2025-02-03", bekend_tot: "2025-04-05", volume: 20, eerst_toegewezen_op: "2025-02-03"},
      {bekend_van: "2025-04-05", bekend_tot: "9999-12-31", volume: 20, eerst_toegewezen_op: "2025-01-02"},
    ]);
  });

  test("follows a client who moved, in the 301 that repeats the version", async () => {
    const database = await derivedFrom(engine, {
      toewijzing_versie: `
        toewijzing_nummer | toegewezen_op       | dagtekening | buurt_code
        1                 | 2025-01-02 09:00:00 | 2025-01-02  | BU99990101
        1                 | 2025-01-02 09:00:00 | 2025-03-04  | BU99990202`,
    });
    expect(await rowsOf(database, "toewijzing", `${known}, buurt_code`)).toEqual([
      {bekend_van: "2025-01-02", bekend_tot: "2025-03-04", buurt_code: "BU99990101"},
      {bekend_van: "2025-03-04", bekend_tot: "9999-12-31", buurt_code: "BU99990202"},
    ]);
  });

  test("is away while it is removed, by reden 13 or the older 01, and there again when a newer version comes", async () => {
    const database = await derivedFrom(engine, {
      toewijzing_versie: `
        toewijzing_nummer | toegewezen_op       | dagtekening | ingangsdatum | einddatum  | reden_wijziging
        1                 | 2025-01-02 09:00:00 | 2025-01-02  | 2025-01-01   |            |
        1                 | 2025-02-03 09:00:00 | 2025-02-03  | 2025-01-01   | 2025-01-01 | 13
        1                 | 2025-03-04 09:00:00 | 2025-03-04  | 2025-01-01   |            | 14
        2                 | 2025-01-02 09:00:00 | 2025-01-02  | 2025-01-01   |            |
        2                 | 2025-02-03 09:00:00 | 2025-02-03  | 2025-01-01   | 2025-01-01 | 01
        3                 | 2025-01-02 09:00:00 | 2025-01-02  | 2025-01-01   | 2025-01-01 | 05`,
    });
    expect(await rowsOf(database, "toewijzing", `toewijzing_nummer, ${known}`)).toEqual([
      {toewijzing_nummer: 1, bekend_van: "2025-01-02", bekend_tot: "2025-02-03"},
      {toewijzing_nummer: 1, bekend_van: "2025-03-04", bekend_tot: "9999-12-31"},
      {toewijzing_nummer: 2, bekend_van: "2025-01-02", bekend_tot: "2025-02-03"},
      {toewijzing_nummer: 3, bekend_van: "2025-01-02", bekend_tot: "9999-12-31"}, // one day of help
    ]);
  });

  test("goes back to the former version when the aanbieder refuses the 301", async () => {
    const database = await derivedFrom(engine, {
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | toegewezen_op       | dagtekening | volume
        51         | 1                 | 2025-01-02 09:00:00 | 2025-01-02  | 10
        52         | 1                 | 2025-02-03 09:00:00 | 2025-02-03  | 20`,
      retour: `
        soort | identificatie | dagtekening | dagtekening_retour | is_afgekeurd
        301   | 51            | 2025-01-02  | 2025-01-03         | false
        301   | 52            | 2025-02-03  | 2025-02-06         | true`,
    });
    expect(await rowsOf(database, "toewijzing", `${known}, volume`)).toEqual([
      {bekend_van: "2025-01-02", bekend_tot: "2025-02-03", volume: 10},
      {bekend_van: "2025-02-03", bekend_tot: "2025-02-06", volume: 20},
      {bekend_van: "2025-02-06", bekend_tot: "9999-12-31", volume: 10},
    ]);
  });

  test("does not count a Bericht with an identificatie that was used before", async () => {
    const database = await derivedFrom(engine, {
      bericht: `
        bericht_id | soort | aanbieder | identificatie | dagtekening
        1          | 301   | 12345678  | A             | 2025-02-03
        2          | 301   | 12345678  | A             | 2025-01-02
        3          | 301   | 87654321  | A             | 2025-02-03`,
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | aanbieder | toegewezen_op       | dagtekening
        1          | 1                 | 12345678  | 2025-02-03 09:00:00 | 2025-02-03
        2          | 2                 | 12345678  | 2025-01-02 09:00:00 | 2025-01-02
        3          | 3                 | 87654321  | 2025-02-03 09:00:00 | 2025-02-03`,
    });
    expect(await rowsOf(database, "toewijzing", "toewijzing_nummer")).toEqual([
      {toewijzing_nummer: 2},
      {toewijzing_nummer: 3},
    ]);
  });

  test("counts what is sent again under its identificatie after a refusal", async () => {
    const database = await derivedFrom(engine, {
      bericht: `
        bericht_id | soort | aanbieder | identificatie | dagtekening
        1          | 301   | 12345678  | A             | 2025-01-02
        2          | 301   | 12345678  | A             | 2025-01-09`,
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | toegewezen_op       | dagtekening
        1          | 1                 | 2025-01-02 09:00:00 | 2025-01-02
        2          | 2                 | 2025-01-09 09:00:00 | 2025-01-09`,
      retour: `
        soort | identificatie | dagtekening | dagtekening_retour | is_afgekeurd
        301   | A             | 2025-01-02  | 2025-01-05         | true`,
    });
    expect(await rowsOf(database, "toewijzing", `toewijzing_nummer, ${known}`)).toEqual([
      {toewijzing_nummer: 1, bekend_van: "2025-01-02", bekend_tot: "2025-01-05"},
      {toewijzing_nummer: 2, bekend_van: "2025-01-09", bekend_tot: "9999-12-31"},
    ]);
  });

  test("has its verwijzer from the 315 of its first reference, also when later versions lack it", async () => {
    const database = await derivedFrom(engine, {
      verzoek: `
        aanbieder | soort      | referentie_aanbieder | verwijzer_type | verwijzer_code | dagtekening
        12345678  | toewijzing | R1                   | 02             | 01000001       | 2024-12-20
        12345678  | nieuw      | R2                   |                |                | 2025-02-01
        87654321  | toewijzing | R1                   | 03             |                | 2024-12-21`,
      toewijzing_versie: `
        toewijzing_nummer | referentie_aanbieder | toegewezen_op       | dagtekening | volume
        1                 | R1                   | 2025-01-02 09:00:00 | 2025-01-02  | 10
        1                 | R2                   | 2025-02-03 09:00:00 | 2025-02-03  | 20
        2                 | R2                   | 2025-02-03 09:00:00 | 2025-02-03  | 20
        3                 |                      | 2025-02-03 09:00:00 | 2025-02-03  | 20`,
    });
    const columns = "toewijzing_nummer, bekend_van, verzocht_op, verwijzer_type, verwijzer_code";
    const requested = {verzocht_op: "2024-12-20", verwijzer_type: "02", verwijzer_code: "01000001"};
    const byGemeente = {verzocht_op: null, verwijzer_type: "01", verwijzer_code: null};
    expect(await rowsOf(database, "toewijzing", columns)).toEqual([
      {toewijzing_nummer: 1, bekend_van: "2025-01-02", ...requested},
      {toewijzing_nummer: 1, bekend_van: "2025-02-03", ...requested},
      {toewijzing_nummer: 2, bekend_van: "2025-02-03", ...byGemeente},
      {toewijzing_nummer: 3, bekend_van: "2025-02-03", ...byGemeente},
    ]);
  });
});
