import {readdirSync, readFileSync} from "node:fs";
import type {Database, Parameters} from "../database.ts";
import {chooseLines, type LookedBack, lookBack, type Scope} from "../look-back/look-back.ts";
import {countProcess} from "../process/count-process.ts";
import {markData} from "./data-mark.ts";
import {readDataState} from "./state.ts";

/** By the column that says whose a row is. Each follows from the deliveries and from those before it. */
const derivedTables = {
  toewijzing: "client",
  melding: "client",
  kostenregel: "client",
  declaratiestand: "client",
  hulp: "client",
  traject: "persoon",
  eerste_start: "persoon",
  zorg_zonder_hulp: "persoon",
} as const;

type DerivedTable = keyof typeof derivedTables;

const tables = Object.keys(derivedTables) as DerivedTable[];

const everything: Scope = {leveringNummer: null, extent: "alles"};

/** What the controles of gebrek/ share. These lean on reference files, so no delivery tells whom they touch. */
const beforeGebrek = ["tarief", "toewijzing_waarde"] as const;

/** Those that follow from `kostenregel` and `hulp` alone. */
const lastTables = tables.slice(tables.indexOf("hulp") + 1);

/**
 * Makes the derived tables again from all that was delivered, and judges all of it by the rules.
 *
 * Until all is done the tables count as behind, and whoever opens the database makes them again.
 */
export async function derive(database: Database): Promise<LookedBack> {
  await deriveTables(database);
  return judge(database, everything);
}

/**
 * Derives what the Berichten touch that came since, and judges by the rules what is asked.
 *
 * A client is derived as a whole, with all who share a ToewijzingNummer with that client, so the rows are those that
 * `derive` would make. Only the numbers of persoon depend on the order of arrival. Where a Bericht is there no more, all
 * is derived: its clients can no longer be told.
 *
 * @param scope  what is judged again by the rules; the outcome is that of all when the rest was judged before
 */
export async function deriveNew(database: Database, scope: Scope = everything): Promise<LookedBack> {
  await deriveNewTables(database);
  return judge(database, scope);
}

/** Makes the tables alone, for who asks nothing of the rules. */
export async function deriveTables(database: Database): Promise<void> {
  await forgetDerived(database);
  await deriveNewTables(database);
}

/**
 * Derives what the new Berichten touch, and judges nothing.
 *
 * @param linesAtOnce  so many Prestaties of touched clients are derived together: what is joined and sorted at once has to
 *   fit in memory, however large the gemeente is
 */
export async function deriveNewTables(database: Database, linesAtOnce = 600_000): Promise<void> {
  const isWhole = await isAllNew(database);
  // Committed first: DuckDB plans badly with rows that are not.
  const parts = await database.transaction(async () => {
    if (isWhole) await forgetDerived(database);
    for (const table of ["geraakt_bericht", "geraakt_client", "geraakt_deel"]) await empty(database, table);
    if (isWhole) for (const name of ["all-berichten", "all-clients"]) await run(database, `touched/${name}`);
    else await findTouched(database);
    return divideTouched(database, linesAtOnce);
  });
  // When nothing stands that may be read, each step is committed by itself, for the same reason.
  if (isWhole && (parts > 1 || (await isFirst(database)))) {
    await deriveTouched(database, {isWhole, parts}, (step) => database.transaction(step));
  } else {
    await database.transaction(() => deriveTouched(database, {isWhole, parts}, (step) => step()));
  }
}

/** Has the next derivation make all again, for who changes what was delivered. */
export async function forgetDerived(database: Database): Promise<void> {
  await empty(database, "afgeleid_bericht");
}

/**
 * Judges what was derived, and only then says that all is derived. Whoever is killed before that, derives again.
 *
 * Each step is committed by itself: of rows that are not, DuckDB knows no sizes to plan its joins by.
 */
async function judge(database: Database, scope: Scope): Promise<LookedBack> {
  await chooseLines(database, scope);
  const lookedBack = await lookBack(database, scope);
  await database.transaction(() => countProcess(database));
  await findGebrek(database);
  return lookedBack;
}

/** Makes again what follows from `kostenregel` and `hulp`, for who wrote rows of those by hand. */
export async function deriveLast(database: Database): Promise<void> {
  await database.transaction(async () => {
    await touchAll(database);
    for (const table of lastTables) {
      await empty(database, table);
      await run(database, table);
    }
  });
}

/** Looks again for what is wrong in the data, for who wrote derived rows by hand. */
export async function deriveGebrek(database: Database): Promise<void> {
  await database.transaction(async () => {
    await touchAll(database);
    await empty(database, "declaratiestand");
    await run(database, "declaratiestand");
  });
  await findGebrek(database);
}

/** The controles there are: each is a file of gebrek/. */
export function controleNames(): string[] {
  const files = readdirSync(new URL("./gebrek/", import.meta.url));
  return files
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.slice(0, -".sql".length))
    .sort();
}

async function touchAll(database: Database): Promise<void> {
  await empty(database, "geraakt_client");
  await database.execute(
    `insert into geraakt_client (gemeente_code, client)
     select gemeente_code, client from hulp union select gemeente_code, client from kostenregel`,
  );
}

/** Looks for what is wrong in what was derived, and says of which data all was derived. */
async function findGebrek(database: Database): Promise<void> {
  for (const table of beforeGebrek) {
    await database.transaction(async () => {
      await empty(database, table);
      await run(database, table);
    });
  }
  await database.transaction(async () => {
    await empty(database, "gebrek");
    for (const name of controleNames()) await run(database, `gebrek/${name}`);
    await database.execute(
      `update gegevens_stand
       set afgeleid_van = data_versie,
         data_datum = (
           select max(day) from (
             select max(dagtekening) as day from bericht
             union all
             select max(peildatum) from tabel_export where soort <> 'kosten'
           ) as newest
         )`,
    );
    await markData(database);
  });
}

/** Nothing was derived yet, or a Bericht of which it was is there no more. */
async function isAllNew(database: Database): Promise<boolean> {
  const [some] = await database.query("select 1 as een from afgeleid_bericht limit 1");
  if (some === undefined) return true;
  const vanished = await database.query(
    `select bericht_id from afgeleid_bericht
     where not exists (
       select 1 from bericht
       where bericht.gemeente_code = afgeleid_bericht.gemeente_code
         and bericht.bericht_id = afgeleid_bericht.bericht_id
     )
     limit 1`,
  );
  return vanished.length > 0;
}

/** Whether nothing stands that a reader could see: no Bericht was derived, or nothing ever to the end. */
async function isFirst(database: Database): Promise<boolean> {
  const {dataVersion} = await readDataState(database);
  if (dataVersion === 0) return true;
  // Reference files that came before the first Berichten make a version of their own.
  const standing = await database.query("select 1 as een from geldig_bericht limit 1");
  return standing.length === 0;
}

/** In how many parts the touched clients are derived; where it is more than one, `geraakt_deel` says who is in which. */
async function divideTouched(database: Database, linesAtOnce: number): Promise<number> {
  const [row] = await database.query<{count: number}>(
    "select cast(count(*) as bigint) as count from prestatie join geraakt_client using (gemeente_code, client)",
  );
  const parts = Math.max(1, Math.ceil(row!.count / linesAtOnce));
  if (parts > 1) await run(database, "touched/parts", {delen: parts});
  return parts;
}

/** That a Bericht was derived is said last: whoever is killed before that, derives it again. */
async function deriveTouched(
  database: Database,
  {isWhole, parts}: {readonly isWhole: boolean; readonly parts: number},
  inStep: (step: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await inStep(async () => {
    if (isWhole) for (const table of ["geldig_bericht", "persoon", ...tables]) await empty(database, table);
    else await forgetTouchedBerichten(database);
    await run(database, "geldig_bericht");
  });
  await inStep(() => run(database, "persoon"));
  for (let part = 0; part < parts; part++) {
    if (parts > 1) await inStep(() => choosePart(database, part));
    for (const table of tables) {
      await inStep(async () => {
        if (!isWhole) await forgetTouched(database, table);
        await run(database, table);
      });
    }
  }
  await inStep(() =>
    database.execute(
      `insert into afgeleid_bericht (gemeente_code, bericht_id)
       select gemeente_code, bericht_id from geraakt_bericht
       except
       select gemeente_code, bericht_id from afgeleid_bericht`,
    ),
  );
}

async function forgetTouchedBerichten(database: Database): Promise<void> {
  await database.execute(
    `delete from geldig_bericht where exists (
       select 1 from geraakt_bericht
       where geraakt_bericht.gemeente_code = geldig_bericht.gemeente_code
         and geraakt_bericht.bericht_id = geldig_bericht.bericht_id
         and geraakt_bericht.om_sleutel
     )`,
  );
}

async function choosePart(database: Database, part: number): Promise<void> {
  await empty(database, "geraakt_client");
  await database.execute(
    "insert into geraakt_client (gemeente_code, client) select gemeente_code, client from geraakt_deel where deel = $deel",
    {deel: part},
  );
}

async function findTouched(database: Database): Promise<void> {
  for (const name of ["bericht", "claim", "client"]) await run(database, `touched/${name}`);
  // Until nobody is added who hangs together with who was there.
  for (let before = -1, count = await countTouched(database); count > before; count = await countTouched(database)) {
    before = count;
    await run(database, "touched/fellow-client");
  }
}

async function countTouched(database: Database): Promise<number> {
  const [row] = await database.query<{count: number}>("select cast(count(*) as bigint) as count from geraakt_client");
  return row!.count;
}

async function forgetTouched(database: Database, table: DerivedTable): Promise<void> {
  const touched =
    derivedTables[table] === "client"
      ? `select 1 from geraakt_client as touched where touched.client = ${table}.client`
      : `select 1 from geraakt_client join persoon as touched using (gemeente_code, client)
         where touched.persoon = ${table}.persoon`;
  await database.execute(
    `delete from ${table} where exists (${touched} and touched.gemeente_code = ${table}.gemeente_code)`,
  );
}

async function empty(database: Database, table: string): Promise<void> {
  await database.execute(`delete from ${table}`);
}

async function run(database: Database, name: string, parameters?: Parameters): Promise<void> {
  await database.execute(readFileSync(new URL(`./${name}.sql`, import.meta.url), "utf8"), parameters);
}
