import type {RetentionSettings} from "../../access/looking/privacy-settings.ts";
import type {Database} from "../../database/database.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {openArchive} from "../archive/archive.ts";
import type {Environment, Keys} from "../keys/key-files.ts";
import {makePseudonyms} from "../keys/pseudonym.ts";
import type {Progress} from "../result.ts";
import {noteErased} from "./erased-files.ts";
import {type CleanStep, makeClean} from "./make-clean.ts";
import {redact} from "./redact.ts";
import {type Changes, type Judge, type JudgePart, planChanges} from "./rewrite-archive.ts";

/** What is past its term on a day. */
export interface Expired {
  readonly today: IsoDate;
  /** "Wmo\0pseudonym": whoever had no help under that law since before its day. */
  readonly clients: ReadonlySet<string>;
  /** Of those, who had no help under any law since. */
  readonly whole: ReadonlySet<string>;
  /** Per table: how many rows, and of when the oldest is. */
  readonly tables: readonly {readonly tabel: string; readonly rijen: number; readonly oudste: IsoDate}[];
  readonly before: Readonly<Record<"Wmo" | "Jeugdwet" | "geweigerd", IsoDate>>;
}

/** What each table with lines of persons says of when it was about. */
const lastDays: Readonly<Record<string, string>> = {
  toewijzing_versie: "greatest(dagtekening, ingangsdatum, coalesce(einddatum, ingangsdatum))",
  start: "greatest(dagtekening, begindatum)",
  stop: "greatest(dagtekening, einddatum)",
  verzoek: "greatest(dagtekening, coalesce(einddatum, dagtekening))",
  prestatie: "greatest(dagtekening, einddatum)",
  prestatie_antwoord: "begindatum",
};

/** Looks for what is past its term: per person and law, from the last that was done or said of him. */
export async function findExpired(database: Database, settings: RetentionSettings, today: IsoDate): Promise<Expired> {
  const before = {
    Wmo: yearsBefore(today, settings.wmo),
    Jeugdwet: yearsBefore(today, settings.jeugdwet),
    geweigerd: yearsBefore(today, settings.refused),
  };
  const all = Object.entries(lastDays).map(([table, day]) => `select client, wet, ${day} as dag from ${table}`);
  const rows = await database.query<{client: string; wet: string; verlopen: boolean}>(
    `select client, wet,
       max(dag) < case when wet = 'Wmo' then cast($wmo as date) else cast($jeugdwet as date) end as verlopen
     from (${all.join(" union all ")}) as genoemd
     group by client, wet`,
    {wmo: before.Wmo, jeugdwet: before.Jeugdwet},
  );
  const clients = new Set(rows.filter(({verlopen}) => verlopen).map(({client, wet}) => `${wet}\0${client}`));
  const alive = new Set(rows.filter(({verlopen}) => !verlopen).map(({client}) => client));
  const whole = new Set(rows.map(({client}) => client).filter((client) => !alive.has(client)));
  return {today, clients, whole, before, tables: await countRows(database, clients)};
}

async function countRows(database: Database, clients: ReadonlySet<string>): Promise<Expired["tables"]> {
  const counts: Expired["tables"][number][] = [];
  for (const [tabel, day] of Object.entries(lastDays)) {
    const rows = await database.query<{client: string; wet: string; rijen: number; oudste: string}>(
      `select client, wet, cast(count(*) as bigint) as rijen, cast(min(${day}) as text) as oudste
       from ${tabel} group by client, wet`,
    );
    const mine = rows.filter(({client, wet}) => clients.has(`${wet}\0${client}`));
    if (mine.length === 0) continue;
    counts.push({
      tabel,
      rijen: mine.reduce((sum, {rijen}) => sum + rijen, 0),
      oudste: mine.map(({oudste}) => oudste).sort()[0]!,
    });
  }
  return counts;
}

export interface RetentionRequest {
  readonly dataFolder: string;
  readonly environment: Environment;
  readonly database: Database;
  readonly expired: Expired;
  readonly now: Date;
}

/** What would change in the archive; nothing is written. */
export async function planRetention(request: RetentionRequest): Promise<Changes> {
  const {database, dataFolder, environment} = request;
  const {folder, keys, lengths} = await openArchive(database, dataFolder, environment);
  const {judge, judgePart} = await judges(request, keys);
  return planChanges(folder, keys.archive, lengths, judge, judgePart);
}

/** Takes it out of archive and database. */
export async function applyRetention(
  request: RetentionRequest & {onProgress: (progress: Progress) => void; onStep?: (step: CleanStep) => void},
): Promise<Changes> {
  const {database, dataFolder, environment, now, onProgress, onStep} = request;
  const {keys} = await openArchive(database, dataFolder, environment);
  return makeClean({
    ...(await judges(request, keys)),
    dataFolder,
    environment,
    current: database,
    newKeys: null,
    onProgress,
    finish: (fresh, changes) => noteErased(fresh, changes, "bewaartermijn", now),
    ...(onStep === undefined ? {} : {onStep}),
  });
}

async function judges(
  {database, expired}: RetentionRequest,
  keys: Keys,
): Promise<{judge: Judge; judgePart: JudgePart}> {
  const {clients, whole, before} = expired;
  const pseudonyms = makePseudonyms(keys.pseudonym);
  const known = await knownBerichten(database, before);
  const isRefusedLongAgo = (begonnenOp: string) => begonnenOp.slice(0, 10) < before.geweigerd;
  return {
    judge: async ({kind, sha256, begonnenOp}, bytes) => {
      if (kind === "referentie" || kind === "landelijk") return {kind: "same"};
      if (kind === "tabel") {
        return redact(bytes, (bsn) => whole.has(pseudonyms.client(bsn)), {isThorough: false});
      }
      const bericht = known.get(sha256);
      if (bericht === undefined) return {kind: isRefusedLongAgo(begonnenOp) ? "gone" : "same"};
      if (bericht.isPast) return {kind: "gone"};
      return redact(bytes, (bsn) => clients.has(`${bericht.wet}\0${pseudonyms.client(bsn)}`), {isThorough: false});
    },
    judgePart: async ({begonnenOp}) => isRefusedLongAgo(begonnenOp),
  };
}

/** Each Bericht by its file: under which law, and whether it is about nobody and past its term. */
async function knownBerichten(
  database: Database,
  before: Expired["before"],
): Promise<Map<string, {wet: string; isPast: boolean}>> {
  const named = Object.keys(lastDays).map((table) => `select bericht_id from ${table}`);
  const rows = await database.query<{sha256: string; wet: string; voorbij: boolean}>(
    `with met_persoon as (${named.join(" union ")})
     select bericht.sha256, bericht.wet,
       met_persoon.bericht_id is null
         and bericht.dagtekening < case when bericht.wet = 'Wmo' then cast($wmo as date) else cast($jeugdwet as date) end
         as voorbij
     from bericht left join met_persoon on met_persoon.bericht_id = bericht.bericht_id`,
    {wmo: before.Wmo, jeugdwet: before.Jeugdwet},
  );
  return new Map(rows.map(({sha256, wet, voorbij}) => [sha256, {wet, isPast: voorbij}]));
}

export function yearsBefore(day: IsoDate, years: number): IsoDate {
  const date = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return date.endsWith("-02-29") ? `${date.slice(0, 8)}28` : date;
}
