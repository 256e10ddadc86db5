import {describe, expect, test} from "vitest";
import {databaseWith, engines, insertRows} from "../../../test/engines.ts";
import type {Database} from "../../database/database.ts";
import {derive} from "../../database/derive/derive.ts";
import type {TableKind} from "./fields.ts";
import {allSources, knownKoppeling, rewriteSources, settleOverlap} from "./import-tables.ts";
import type {Koppeling} from "./koppeling.ts";
import type {TableDoor, TableRow} from "./read-table.ts";
import {type TableInput, takeInTables} from "./take-in-tables.ts";

// What is asked of both engines: rows in, rows taken back, and the days on which they were known.

const door: TableDoor = {
  pseudonyms: {client: (bsn) => `c${bsn.slice(-3)}`, huishouden: () => "h1"},
  buurtOf: () => "BU99990101",
};

function koppeling(soort: TableKind, names: string): Koppeling {
  const columns = names.split(";").map((name): [string, {kolom: string}] => [name, {kolom: name}]);
  return {versie: 1, bron: "Suite", soort, kolommen: Object.fromEntries(columns)};
}

async function take(database: Database, soort: TableKind, peildatum: string, lines: readonly string[], nummer: number) {
  const input: TableInput = {
    name: `${soort}.csv`,
    bytes: Buffer.from(lines.join("\n")),
    koppeling: koppeling(soort, lines[0]!),
    peildatum,
    place: null,
    notePlace: null,
  };
  const context = {leveringNummer: nummer, writer: null, door, gemeenten: ["GM9999"]};
  read.set(database, read.get(database) ?? new Map());
  const taken = await takeInTables(database, [input], context);
  for (const [sha256, rows] of taken.rows) read.get(database)!.set(sha256, rows);
  const findings = await rewriteSources(database, taken.sources, async (sha256) => read.get(database)!.get(sha256)!);
  await derive(database);
  return [...taken.findings, ...findings];
}

const read = new WeakMap<Database, Map<string, readonly TableRow[]>>();

const toewijzing =
  "bsn;wet;aanbieder;toewijzing_nummer;product_categorie;product_code;toegewezen_op;ingangsdatum;einddatum;verzocht_op;verwijzer_type";
const levering = "bsn;wet;aanbieder;toewijzing_nummer;begindatum;einddatum;reden_beeindiging;bekend_op";
const regel =
  "bsn;wet;aanbieder;toewijzing_nummer;product_categorie;product_code;begindatum;volume;eenheid;bedrag;bekend_op;status;beantwoord_op";

describe.each(engines)("tables on %s", (engine) => {
  test("become Toewijzing, help and costs with the days on which they were known", async () => {
    const database = await databaseWith(engine, {});
    await take(
      database,
      "toewijzingen",
      "2025-06-30",
      [toewijzing, "999900006;Wmo;99990001;7;02;02A03;2025-01-03;2025-01-10;;2025-01-01;02"],
      1,
    );
    await take(
      database,
      "leveringen",
      "2025-06-30",
      [levering, "999900006;Wmo;99990001;7;2025-01-12;2025-05-31;19;2025-01-14"],
      2,
    );
    const lines = [
      regel,
      "999900006;Wmo;99990001;7;02;02A03;2025-02-01;4;04;100,00;2025-03-05;toegekend;2025-03-12",
      "999900006;Wmo;99990001;7;02;02A03;2025-03-01;4;04;80,00;2025-04-05;afgewezen;2025-04-12",
    ];
    await take(database, "declaratieregels", "2025-06-30", lines, 3);
    expect(
      await database.query("select toewijzing_nummer, verzocht_op, verwijzer_type, bekend_van from toewijzing"),
    ).toEqual([{toewijzing_nummer: 7, verzocht_op: "2025-01-01", verwijzer_type: "02", bekend_van: "2025-01-03"}]);
    expect(
      await database.query("select begindatum, einddatum, bekend_van, bekend_tot from hulp order by bekend_van"),
    ).toEqual([
      {begindatum: "2025-01-12", einddatum: null, bekend_van: "2025-01-14", bekend_tot: "2025-06-30"},
      {begindatum: "2025-01-12", einddatum: "2025-05-31", bekend_van: "2025-06-30", bekend_tot: "9999-12-31"},
    ]);
    expect(
      await database.query(
        "select cents, beantwoord_op, is_toegekend, bekend_tot from kostenregel order by begindatum",
      ),
    ).toEqual([
      {cents: 10_000, beantwoord_op: "2025-03-12", is_toegekend: true, bekend_tot: null},
      {cents: 8000, beantwoord_op: "2025-04-12", is_toegekend: false, bekend_tot: null},
    ]);
    // The newer table has one of the two left.
    await take(database, "declaratieregels", "2025-07-31", lines.slice(0, 2), 4);
    expect(await database.query("select cents, bekend_tot from kostenregel order by begindatum")).toEqual([
      {cents: 10_000, bekend_tot: null},
      {cents: 8000, bekend_tot: "2025-07-31"},
    ]);
    expect(
      await knownKoppeling(database, "/nergens", "x.csv", Buffer.from(lines.slice(0, 2).join("\n"))),
    ).toMatchObject({
      soort: "declaratieregels",
    });
    expect((await allSources(database)).map(({soort}) => soort)).toEqual([
      "declaratieregels",
      "leveringen",
      "toewijzingen",
    ]);
  });

  test("give way to Berichten that tell the same, and costs stand apart", async () => {
    const database = await databaseWith(engine, {});
    const both = [
      regel,
      "999900006;Wmo;99990001;7;02;02A03;2025-02-01;4;04;100,00;2025-03-05;toegekend;2025-03-12",
      "999900006;Wmo;99990001;7;02;02A03;2025-03-01;4;04;80,00;2025-04-05;toegekend;2025-04-12",
    ];
    await take(database, "declaratieregels", "2025-06-30", both, 1);
    await insertRows(
      database,
      "bericht",
      "bericht_id | soort | wet | identificatie | dagtekening | sha256\n500 | 323 | Wmo | D1 | 2025-03-05 | x",
    );
    await insertRows(
      database,
      "prestatie",
      "bericht_id | wet | toewijzing_nummer | begindatum | cents | referentie | einddatum\n500 | Wmo | 7 | 2025-02-01 | 9000 | P1 | 2025-02-28",
    );
    expect((await settleOverlap(database)).map(({tekst}) => tekst)).toEqual([
      expect.stringMatching(/^1 rijen declaratieregels staan ook/),
    ]);
    expect(await settleOverlap(database)).toEqual([]);
    expect(await database.query("select cents from prestatie order by cents")).toEqual([{cents: 8000}, {cents: 9000}]);
    const kosten = "soort;jaar;maand;taakveld;cents;omschrijving";
    await take(database, "kosten", "2025-06-30", [kosten, "pgb;2025;1;6.791;12,50;Pgb"], 2);
    await take(database, "kosten", "2025-07-31", [kosten, "pgb;2025;1;6.791;13,50;Pgb"], 3);
    expect(await database.query("select cents, bron from overige_kosten")).toEqual([{cents: 1350, bron: "Suite"}]);
  });
});
