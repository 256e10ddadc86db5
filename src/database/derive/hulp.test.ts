import {describe, expect, test} from "vitest";
import {derivedFrom, rowsOf} from "../../../test/deliveries.ts";
import {engines} from "../../../test/engines.ts";

const columns = "begindatum, begin_bron, bekend_van, bekend_tot, einddatum, eind_bron, reden_beeindiging";
const still = "9999-12-31";
const running = {einddatum: null, eind_bron: null, reden_beeindiging: null};

describe.each(engines)("hulp on %s", (engine) => {
  test("runs from a start until its stop, as each became known", async () => {
    const database = await derivedFrom(engine, {
      start: `
        toewijzing_nummer | begindatum | dagtekening
        1                 | 2025-01-02 | 2025-01-06`,
      stop: `
        toewijzing_nummer | begindatum | einddatum  | reden_beeindiging | dagtekening
        1                 | 2025-01-02 | 2025-03-31 | 31                | 2025-04-03`,
    });
    const begin = {begindatum: "2025-01-02", begin_bron: "start"};
    expect(await rowsOf(database, "hulp", columns)).toEqual([
      {...begin, ...running, bekend_van: "2025-01-06", bekend_tot: "2025-04-03"},
      {
        ...begin,
        einddatum: "2025-03-31",
        eind_bron: "stop",
        reden_beeindiging: "31",
        bekend_van: "2025-04-03",
        bekend_tot: still,
      },
    ]);
  });

  test("ends with its Toewijzing while no stop is known, and follows it when it is lengthened", async () => {
    const database = await derivedFrom(engine, {
      toewijzing_versie: `
        toewijzing_nummer | toegewezen_op       | dagtekening | einddatum  | geslacht | buurt_code
        1                 | 2025-01-01 09:00:00 | 2025-01-01  | 2025-06-30 | 2        | BU99990101
        1                 | 2025-06-01 09:00:00 | 2025-06-01  | 2025-12-31 | 2        | BU99990101`,
      start: `
        toewijzing_nummer | begindatum | dagtekening
        1                 | 2025-01-02 | 2025-01-06`,
    });
    expect(await rowsOf(database, "hulp", "einddatum, eind_bron, buurt_code, bekend_van, bekend_tot")).toEqual([
      {
        einddatum: "2025-06-30",
        eind_bron: "toewijzing",
        buurt_code: "BU99990101",
        bekend_van: "2025-01-06",
        bekend_tot: "2025-06-01",
      },
      {
        einddatum: "2025-12-31",
        eind_bron: "toewijzing",
        buurt_code: "BU99990101",
        bekend_van: "2025-06-01",
        bekend_tot: still,
      },
    ]);
  });

  test("is known until its start is removed, and again when it is sent anew", async () => {
    const database = await derivedFrom(engine, {
      start: `
        toewijzing_nummer | begindatum | status_aanlevering | dagtekening
        1                 | 2025-01-02 | 1                  | 2025-01-06
        1                 | 2025-01-02 | 1                  | 2025-01-20
        1                 | 2025-01-02 | 3                  | 2025-02-03
        1                 | 2025-01-09 | 1                  | 2025-02-03
        2                 | 2025-01-02 | 1                  | 2025-01-06
        2                 | 2025-01-02 | 3                  | 2025-01-06`,
    });
    expect(await rowsOf(database, "hulp", "toewijzing_nummer, begindatum, bekend_van, bekend_tot")).toEqual([
      {toewijzing_nummer: 1, begindatum: "2025-01-02", bekend_van: "2025-01-06", bekend_tot: "2025-02-03"},
      {toewijzing_nummer: 1, begindatum: "2025-01-09", bekend_van: "2025-02-03", bekend_tot: still},
    ]);
  });

  test("has no stop from the day it is removed", async () => {
    const database = await derivedFrom(engine, {
      start: `
        toewijzing_nummer | begindatum | dagtekening
        1                 | 2025-01-02 | 2025-01-06`,
      stop: `
        toewijzing_nummer | begindatum | einddatum  | reden_beeindiging | status_aanlevering | dagtekening
        1                 | 2025-01-02 | 2025-03-31 | 31                | 1                  | 2025-04-03
        1                 | 2025-01-02 | 2025-03-31 | 31                | 3                  | 2025-04-10
        1                 | 2025-01-02 | 2025-04-30 | 32                | 1                  | 2025-05-02`,
    });
    expect(await rowsOf(database, "hulp", "bekend_van, einddatum, reden_beeindiging")).toEqual([
      {bekend_van: "2025-01-06", einddatum: null, reden_beeindiging: null},
      {bekend_van: "2025-04-03", einddatum: "2025-03-31", reden_beeindiging: "31"},
      {bekend_van: "2025-04-10", einddatum: null, reden_beeindiging: null},
      {bekend_van: "2025-05-02", einddatum: "2025-04-30", reden_beeindiging: "32"},
    ]);
  });

  test("ends by a final stop rather than a temporary one, and otherwise by the one told last", async () => {
    const database = await derivedFrom(engine, {
      start: `
        toewijzing_nummer | begindatum | dagtekening
        1                 | 2025-01-02 | 2025-01-06
        2                 | 2025-01-02 | 2025-01-06`,
      stop: `
        toewijzing_nummer | begindatum | einddatum  | reden_beeindiging | dagtekening
        1                 | 2025-01-02 | 2025-03-31 | 33                | 2025-04-03
        1                 | 2025-01-02 | 2025-05-31 | 20                | 2025-06-03
        2                 | 2025-01-02 | 2025-03-31 | 31                | 2025-04-03
        2                 | 2025-01-02 | 2025-02-28 | 32                | 2025-04-10`,
    });
    expect(await rowsOf(database, "hulp", "toewijzing_nummer, bekend_van, einddatum")).toEqual([
      {toewijzing_nummer: 1, bekend_van: "2025-01-06", einddatum: null},
      {toewijzing_nummer: 1, bekend_van: "2025-04-03", einddatum: "2025-03-31"},
      {toewijzing_nummer: 2, bekend_van: "2025-01-06", einddatum: null},
      {toewijzing_nummer: 2, bekend_van: "2025-04-03", einddatum: "2025-03-31"},
      {toewijzing_nummer: 2, bekend_van: "2025-04-10", einddatum: "2025-02-28"},
    ]);
  });

  test("that starts again after a temporary stop is another row", async () => {
    const database = await derivedFrom(engine, {
      start: `
        toewijzing_nummer | begindatum | dagtekening
        1                 | 2025-01-02 | 2025-01-06
        1                 | 2025-05-01 | 2025-05-06`,
      stop: `
        toewijzing_nummer | begindatum | einddatum  | reden_beeindiging | dagtekening
        1                 | 2025-01-02 | 2025-03-31 | 20                | 2025-04-03`,
    });
    expect(await rowsOf(database, "hulp", "begindatum, bekend_van, einddatum")).toEqual([
      {begindatum: "2025-01-02", einddatum: null, bekend_van: "2025-01-06"},
      {begindatum: "2025-01-02", einddatum: "2025-03-31", bekend_van: "2025-04-03"},
      {begindatum: "2025-05-01", einddatum: null, bekend_van: "2025-05-06"},
    ]);
  });

  test("without a Toewijzing is told apart by its product", async () => {
    const database = await derivedFrom(engine, {
      start: `
        toewijzing_nummer | product_categorie | product_code | begindatum | dagtekening
                          | 02                | 02A05        | 2025-01-02 | 2025-01-06
                          | 07                | 07A01        | 2025-01-02 | 2025-01-06`,
      stop: `
        toewijzing_nummer | product_categorie | product_code | begindatum | einddatum  | dagtekening
                          | 07                | 07A01        | 2025-01-02 | 2025-01-31 | 2025-01-06`,
    });
    expect(await rowsOf(database, "hulp", "product_code, einddatum")).toEqual([
      {product_code: "02A05", einddatum: null},
      {product_code: "07A01", einddatum: "2025-01-31"},
    ]);
  });

  test("begins with the first claimed ProductPeriode until a start is known", async () => {
    const database = await derivedFrom(engine, {
      prestatie: `
        toewijzing_nummer | begindatum | dagtekening | cents
        1                 | 2025-02-01 | 2025-03-05  | 100
        1                 | 2025-03-01 | 2025-04-05  | 100
        1                 | 2025-01-13 | 2025-05-05  | 100`,
      start: `
        toewijzing_nummer | begindatum | dagtekening
        1                 | 2025-01-10 | 2025-06-06`,
    });
    expect(await rowsOf(database, "hulp", "bekend_van, bekend_tot, begin_bron, begindatum")).toEqual([
      {bekend_van: "2025-03-05", bekend_tot: "2025-05-05", begin_bron: "declaratie", begindatum: "2025-02-01"},
      {bekend_van: "2025-05-05", bekend_tot: "2025-06-06", begin_bron: "declaratie", begindatum: "2025-01-13"},
      {bekend_van: "2025-06-06", bekend_tot: still, begin_bron: "start", begindatum: "2025-01-10"},
    ]);
  });

  test("does not follow from a claim that was refused, alone or with its whole 323", async () => {
    const database = await derivedFrom(engine, {
      prestatie: `
        bericht_id | toewijzing_nummer | referentie | begindatum | dagtekening | cents
        61         | 1                 | A          | 2025-02-01 | 2025-03-05  | 100
        62         | 2                 | B          | 2025-02-01 | 2025-03-05  | 100
        62         | 3                 | C          | 2025-02-01 | 2025-03-05  | 100`,
      declaratie_antwoord: `
        bericht_id | declaratie_identificatie | retourcodes | dagtekening
        71         | 61                       |             | 2025-03-12
        72         | 62                       | 0200        | 2025-03-13`,
      prestatie_antwoord: `
        bericht_id | referentie | retourcodes
        72         | B          | 9338`,
    });
    expect(await rowsOf(database, "hulp", "toewijzing_nummer, bekend_van, bekend_tot")).toEqual([
      {toewijzing_nummer: 1, bekend_van: "2025-03-05", bekend_tot: "2025-03-12"},
      {toewijzing_nummer: 2, bekend_van: "2025-03-05", bekend_tot: "2025-03-13"},
      {toewijzing_nummer: 3, bekend_van: "2025-03-05", bekend_tot: still},
    ]);
  });
});
