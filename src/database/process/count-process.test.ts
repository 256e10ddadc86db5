import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {derivedFrom} from "../../../test/deliveries.ts";
import {type Engine, engines} from "../../../test/engines.ts";
import {processRules} from "../../standards/istandaarden/rules/process-rules.ts";
import {rules} from "../../standards/istandaarden/rules/rules.ts";

type Tables = Readonly<Record<string, string>>;

/** "goed 3 x2": outcome, days and how often, of one rule. */
async function counts(engine: Engine, rule: string, tables: Tables): Promise<string[]> {
  const database = await derivedFrom(engine, tables);
  const rows = await database.query<{uitkomst: string; dagen: number | null; aantal: number}>(
    "select uitkomst, dagen, cast(sum(aantal) as bigint) as aantal from proces_telling where regel = $rule group by uitkomst, dagen",
    {rule},
  );
  return rows.map(({uitkomst, dagen, aantal}) => `${uitkomst}${dagen === null ? "" : ` ${dagen}`} x${aantal}`).sort();
}

test("every rule that is measured is counted, and no other", () => {
  const folder = new URL("./", import.meta.url);
  const text = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join();
  const counted = new Set([...text.matchAll(/'((?:OP|IV)\d{3}(?:x\d)?)'/g)].map(([, code]) => code!));
  const measured = rules.filter(({state}) => state.kind === "gemeten").map(({code}) => code);
  expect([...counted].sort()).toEqual([...measured].sort());
  expect(Object.keys(processRules).sort()).toEqual([...measured].sort());
});

const bericht = (...rows: string[]) =>
  ["bericht_id | soort | identificatie | aanbieder | dagtekening | verzonden_op", ...rows].join("\n");
const end = "99 | 301 | Z | 12345678 | 2025-06-30 |";

describe.each(engines)("what is counted on %s", (engine) => {
  test("a retourbericht comes within 3 working days, weekends and holidays aside", async () => {
    const found = await counts(engine, "OP090", {
      bericht: bericht(
        "1 | 305 | A | 12345678 | 2025-04-17 |", // Thursday before Easter
        "2 | 305 | B | 12345678 | 2025-03-03 | 2025-03-05 10:00:00",
        "3 | 305 | C | 12345678 | 2025-03-03 |",
        "4 | 305 | D | 12345678 | 2025-03-03 |",
        "5 | 305 | E | 12345678 | 2025-06-27 |",
        "6 | 307 | F | 12345678 | 2025-03-03 |", // nobody keeps answers to these
        end,
      ),
      retour: `
        soort | identificatie | aanbieder | dagtekening | dagtekening_retour
        305   | A             | 12345678  | 2025-04-17  | 2025-04-24
        305   | B             | 12345678  | 2025-03-03  | 2025-03-10
        305   | C             | 12345678  | 2025-03-03  | 2025-03-07`,
    });
    expect(found).toEqual(["goed 3 x2", "loopt x1", "ontbreekt x1", "te laat 4 x1"]);
  });

  test("a claim is answered within 10 working days", async () => {
    const found = await counts(engine, "OP090x4", {
      bericht: bericht("1 | 323 | A | 12345678 | 2025-03-03 |", "2 | 323 | B | 12345678 | 2025-03-03 |", end),
      declaratie_antwoord: `
        declaratie_identificatie | dagtekening
        A                        | 2025-03-17`,
    });
    expect(found).toEqual(["goed 10 x1", "ontbreekt x1"]);
  });

  test("starts and stops are reported within 5 working days, from the Toewijzing when that came later", async () => {
    const tables = {
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | dagtekening
        11         | 101               | 2025-01-01
        12         | 102               | 2025-03-10`,
      start: `
        bericht_id | regel | toewijzing_nummer | begindatum | status_aanlevering | dagtekening
        21         | 1     | 101               | 2025-03-03 | 1                  | 2025-03-10
        22         | 1     | 102               | 2025-03-03 | 1                  | 2025-03-12
        23         | 1     | 101               | 2025-03-03 | 3                  | 2025-05-12
        23         | 2     | 101               | 2025-03-04 | 1                  | 2025-05-12`,
      stop: `
        bericht_id | toewijzing_nummer | begindatum | einddatum  | reden_beeindiging | dagtekening
        31         | 101               | 2025-03-04 | 2025-06-02 | 20                | 2025-06-11
        32         | 101               | 2025-03-04 | 2025-06-02 | 31                | 2025-06-28`,
    };
    expect(await counts(engine, "OP271", tables)).toEqual(["goed 2 x1", "goed 5 x1"]);
    expect(await counts(engine, "OP272", tables)).toEqual(["te laat 6 x1"]); // Tweede Pinksterdag does not count
    expect(await counts(engine, "OP033", tables)).toEqual(["anders x1", "goed x5"]);
  });

  test("a request gets a reaction in 5 working days, and a decision in 8 weeks", async () => {
    const tables = {
      verzoek: `
        bericht_id | soort       | referentie_aanbieder | dagtekening
        41         | toewijzing  | R1                   | 2025-03-03
        42         | toewijzing  | R2                   | 2025-03-03
        43         | te wijzigen | R3                   | 2025-03-03
        44         | te wijzigen | R4                   | 2025-06-25`,
      toewijzing_versie: `
        bericht_id | referentie_aanbieder | dagtekening
        11         | R1                   | 2025-03-10
        12         | R2                   | 2025-04-28`,
      antwoord: `
        referentie_aanbieder | verzoek_antwoord | reden_afwijzing | dagtekening
        R2                   | 2                |                 | 2025-03-12
        R3                   | 1                | 8               | 2025-03-18`,
      bericht: bericht(end),
    };
    expect(await counts(engine, "OP274", tables)).toEqual(["goed 5 x1", "te laat 7 x1"]);
    expect(await counts(engine, "OP346", tables)).toEqual(["loopt x1", "te laat 11 x1"]);
    expect(await counts(engine, "OP344", tables)).toEqual(["goed 15 x1", "goed 56 x1", "goed 7 x1", "loopt x1"]);
    expect(await counts(engine, "OP359", tables)).toEqual(["te laat 15 x1"]);
  });

  test("a start, a stop and a Toewijzing that never came are missing", async () => {
    const tables = {
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | ingangsdatum | einddatum  | dagtekening
        11         | 101               | 2025-01-01   | 2025-03-31 | 2025-01-01
        12         | 102               | 2025-01-01   | 2025-12-31 | 2025-01-01
        13         | 103               | 2025-01-01   | 2025-03-31 | 2025-01-01
        14         | 104               | 2025-01-01   |            | 2025-01-01`,
      start: `
        toewijzing_nummer | begindatum | dagtekening
        101               | 2025-01-06 | 2025-01-07
        104               | 2025-01-06 | 2025-01-07`,
      stop: `
        toewijzing_nummer | begindatum | einddatum  | reden_beeindiging | dagtekening
        104               | 2025-01-06 | 2025-03-06 | 31                | 2025-03-07`,
      prestatie: `
        toewijzing_nummer | begindatum | dagtekening
        102               | 2025-01-01 | 2025-02-05
        109               | 2025-01-01 | 2025-02-05`,
      bericht: bericht(end),
    };
    expect(await counts(engine, "OP295", tables)).toEqual(["goed x2", "ontbreekt x2"]);
    expect(await counts(engine, "OP363", tables)).toEqual(["goed x2", "loopt x1", "ontbreekt x1"]);
    expect(await counts(engine, "OP288", tables)).toEqual(["goed x1", "ontbreekt x1"]);
    expect(await counts(engine, "OP258", tables)).toEqual(["ontbreekt x1"]);
    expect(await counts(engine, "OP086", tables)).toEqual(["goed x1", "ontbreekt x1"]);
    // Each 301 leaves out the others, but they were sent on one day.
    expect(await counts(engine, "OP087", tables)).toEqual(["goed x4"]);
  });

  test("versions of a Toewijzing say why they differ, and requests are granted as they were asked", async () => {
    const tables = {
      toewijzing_versie: `
        bericht_id | regel | toewijzing_nummer | volume | frequentie | ingangsdatum | einddatum  | reden_wijziging | referentie_aanbieder | toegewezen_op       | dagtekening | product_categorie
        11         | 1     | 101               | 40     | 6          | 2025-01-01   | 2025-06-30 |                 |                      | 2025-01-01 09:00:00 | 2025-01-01 | 45
        12         | 1     | 101               | 30     | 6          | 2025-01-01   | 2025-09-30 | 04              |                      | 2025-02-01 09:00:00 | 2025-02-01 | 45
        13         | 1     | 101               | 30     | 6          | 2025-01-01   | 2025-09-30 |                 |                      | 2025-02-01 09:00:00 | 2025-02-20 | 45
        14         | 1     | 101               | 30     | 6          | 2025-01-01   | 2025-02-10 |                 |                      | 2025-03-01 09:00:00 | 2025-03-01 | 45
        15         | 1     | 102               | 4      | 4          | 2025-03-01   | 2025-06-30 | 14              | R1                   | 2025-03-02 09:00:00 | 2025-03-02 | 45
        16         | 1     | 103               | 4      | 4          | 2025-07-01   | 2025-12-31 |                 | R2                   | 2025-06-02 09:00:00 | 2025-06-02 | 45
        16         | 2     | 102               | 4      | 4          | 2025-03-01   | 2025-06-30 |                 |                      | 2025-03-02 09:00:00 | 2025-06-02 | 45`,
      verzoek: `
        bericht_id | regel | soort       | referentie_aanbieder | dagtekening
        41         | 1     | toewijzing  | R1                   | 2025-02-20
        42         | 1     | te wijzigen | R2                   | 2025-05-20
        42         | 2     | nieuw       | R2                   | 2025-05-20`,
    };
    expect(await counts(engine, "IV066", tables)).toEqual(["anders x1", "goed x1"]);
    expect(await counts(engine, "IV099", tables)).toEqual(["anders x1", "goed x1"]);
    expect(await counts(engine, "OP033x1", tables)).toEqual(["anders x2"]);
    expect(await counts(engine, "OP186", tables)).toEqual(["anders x1", "goed x1"]);
    expect(await counts(engine, "OP298", tables)).toEqual(["anders x1", "goed x1"]);
    expect(await counts(engine, "OP380", tables)).toEqual(["anders x1", "goed x1"]);
    expect(await counts(engine, "IV094", tables)).toEqual(["goed x1"]);
    expect(await counts(engine, "IV093", tables)).toEqual(["anders x1"]);
    expect(await counts(engine, "OP348", tables)).toEqual(["anders x1"]);
  });

  test("what is refused is refused for a reason that may be one", async () => {
    const tables = {
      retour: `
        soort | identificatie | aanbieder | dagtekening | dagtekening_retour | retourcodes | is_afgekeurd
        305   | A             | 12345678  | 2025-03-03  | 2025-03-04         | 9019        | true
        305   | B             | 12345678  | 2025-03-03  | 2025-03-04         | ''          | true
        305   | C             | 12345678  | 2025-03-03  | 2025-03-04         | 0001        | true
        305   | D             | 12345678  | 2025-03-03  | 2025-03-04         | 0001,9019   | true
        305   | E             | 12345678  | 2025-03-03  | 2025-03-04         | ''          | false`,
      declaratie_antwoord: `
        bericht_id | declaratie_identificatie | dagtekening
        71         | Z                        | 2025-03-17`,
      prestatie_antwoord: `
        bericht_id | referentie | retourcodes
        71         | A1         | 9321
        71         | A2         | 0233
        71         | A3         | 9019
        71         | A4         | 9413
        71         | A5         | 9411`,
      bericht: bericht(end),
    };
    expect(await counts(engine, "OP047", tables)).toEqual(["anders x4", "goed x1"]);
    expect(await counts(engine, "OP286", tables)).toEqual(["anders x1", "goed x1"]);
    expect(await counts(engine, "IV032", tables)).toEqual(["goed x3", "ontbreekt x1"]);
    expect(await counts(engine, "IV088", tables)).toEqual(["goed x4", "ontbreekt x1"]);
    expect(await counts(engine, "OP364", tables)).toEqual(["anders x2", "goed x3"]);
  });

  test("a budget goes down in consultation alone, and a referrer with a code has it", async () => {
    const tables = {
      toewijzing_versie: `
        bericht_id | toewijzing_nummer | budget | einddatum  | toegewezen_op       | dagtekening
        11         | 101               | 900    | 2025-12-31 | 2025-01-01 09:00:00 | 2025-01-01
        12         | 101               | 800    | 2025-12-31 | 2025-02-01 09:00:00 | 2025-02-01
        13         | 101               | 850    | 2025-12-31 | 2025-03-01 09:00:00 | 2025-03-01`,
      verzoek: `
        bericht_id | soort      | verwijzer_type | verwijzer_code | referentie_aanbieder | dagtekening
        41         | toewijzing | 02             | 01050001       | R1                   | 2025-03-03
        42         | toewijzing | 05             |                | R2                   | 2025-03-03
        43         | toewijzing | 06             |                | R3                   | 2025-03-03`,
    };
    expect(await counts(engine, "OP299", tables)).toEqual(["anders x1", "goed x1"]);
    expect(await counts(engine, "OP297", tables)).toEqual(["goed x1", "ontbreekt x1"]);
  });
});
