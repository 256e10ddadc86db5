import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {derivedFrom} from "../../../test/deliveries.ts";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {deliver, deliveries, tablesOf} from "../../../test/random-deliveries.ts";
import {columnsOf} from "../../../test/table-columns.ts";
import type {Database, Row} from "../database.ts";
import {derive, deriveNew, deriveNewTables, forgetDerived} from "./derive.ts";

type Tables = Record<string, readonly Row[]>;

const derivedTables = "geldig_bericht toewijzing melding kostenregel hulp traject eerste_start zorg_zonder_hulp".split(
  " ",
);

describe.each(engines)("what is derived of a new delivery on %s", (engine) => {
  test("with what was there, is what is derived of all at once, whatever the order of arrival", async () => {
    const database = await emptyDatabase(engine);
    await fc.assert(
      fc.asyncProperty(deliveries, fc.array(fc.nat(2), {minLength: 40, maxLength: 40}), async (data, parts) => {
        const tables = withClients(tablesOf(data));
        await deliver(database, emptied(tables), "instead");
        await derive(database);
        for (const part of [2, 0, 1]) {
          await deliver(
            database,
            partOf(tables, (berichtId) => parts[berichtId % parts.length] === part),
            "beside",
          );
          await deriveNew(database);
        }
        const inParts = await derived(database);
        await derive(database);
        expect(inParts).toEqual(await derived(database));
      }),
      {numRuns: engine === "duckdb" ? 15 : 4, seed: 20_261_127},
    );
  });

  test("in parts that fit in memory, is what is derived of all at once", async () => {
    const database = await emptyDatabase(engine);
    await fc.assert(
      fc.asyncProperty(deliveries, fc.integer({min: 1, max: 4}), async (data, linesAtOnce) => {
        await deliver(database, withClients(tablesOf(data)), "instead");
        await forgetDerived(database);
        await deriveNewTables(database, linesAtOnce);
        const inParts = await derived(database);
        await derive(database);
        expect(inParts).toEqual(await derived(database));
      }),
      {numRuns: engine === "duckdb" ? 15 : 4, seed: 20_261_127},
    );
  });

  test("leaves nothing of a Bericht that is there no more", async () => {
    const database = await derivedFrom(engine, {
      start: `
        bericht_id | client   | toewijzing_nummer
        1          | client-1 | 1
        2          | client-2 | 2`,
    });
    for (const table of ["start", "bericht"]) await database.execute(`delete from ${table} where bericht_id = 2`);
    await deriveNew(database);
    expect(await database.query("select client from hulp")).toEqual([{client: "client-1"}]);
  });
});

/** Three clients, who sometimes share a ToewijzingNummer; and each retour in a Bericht of its own. */
function withClients(tables: Tables): Tables {
  const ofBericht = (row: Row) => ({...row, client: `client-${Number(row.bericht_id) % 3}`});
  const retour = tables.retour!.map((row, index) => ({...row, bericht_id: 1000 + index}));
  const ofRetour = retour.map(({bericht_id}) => ({bericht_id, soort: "302", identificatie: `R${bericht_id}`}));
  return {
    ...tables,
    retour,
    bericht: [...tables.bericht!, ...ofRetour],
    toewijzing_versie: tables.toewijzing_versie!.map(ofBericht),
    start: tables.start!.map(ofBericht),
    stop: tables.stop!.map(ofBericht),
    verzoek: tables.verzoek!.map(ofBericht),
    prestatie: tables.prestatie!.map((row) => ({
      ...row,
      client: `client-${(Number(row.regel) + Number(row.toewijzing_nummer)) % 3}`,
    })),
  };
}

function emptied(tables: Tables): Tables {
  return Object.fromEntries(Object.keys(tables).map((table) => [table, []]));
}

function partOf(tables: Tables, isIn: (berichtId: number) => boolean): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [table, rows.filter(({bericht_id}) => isIn(Number(bericht_id)))]),
  );
}

/** The rows of every derived table, with the client where a number of persoon stands. */
async function derived(database: Database): Promise<Record<string, string[]>> {
  const persons = await database.query<{persoon: number; client: string}>("select persoon, client from persoon");
  const clientOf = new Map(persons.map(({persoon, client}) => [persoon, client]));
  const tables: Record<string, string[]> = {};
  for (const table of derivedTables) {
    const columns = (await columnsOf(database, table)).map(({name}) => name);
    const rows = await database.query(`select ${columns.join(", ")} from ${table}`);
    tables[table] = rows.map((row) => spell(row, clientOf)).sort();
  }
  return tables;
}

function spell({persoon, ...row}: Row, clientOf: ReadonlyMap<number, string>): string {
  return JSON.stringify({...row, ...(persoon === undefined ? {} : {of: clientOf.get(Number(persoon))})});
}
