import type {ChainCheck, ChainRow} from "../../access/looking/chain.ts";
import type {PrivacySettings} from "../../access/looking/privacy-settings.ts";
import {type Purpose, purposes} from "../../access/looking/purposes.ts";
import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import {type Filter, filter} from "../filter.ts";
import {formatNumber} from "../format.ts";
import {type Alert, alertsOf} from "./alerts.ts";

/** A row of the chain, without what holds the chain together. */
export type LogLine = Omit<ChainRow, "sessie" | "trace_id" | "span_id" | "vorige" | "hash">;

/** Who looked at what, newest first, and what of it is other than usual. */
export interface Logbook {
  readonly title: string;
  readonly kern: string;
  readonly alerts: readonly Alert[];
  readonly filters: readonly Filter[];
  readonly search: string;
  readonly range: string;
  readonly lines: readonly LogLine[];
  readonly older: number | null;
  readonly chain: ChainCheck | null;
  readonly signIns: SignIns;
}

/** Who came in, went out or was refused, the newest first. */
export interface SignIns {
  readonly finding: string;
  readonly lines: readonly SignInLine[];
}

export interface SignInLine {
  readonly op: string;
  /** As he is called at the provider; of a stranger it is not known. */
  readonly who: string;
  readonly event: string;
  readonly reason: string | null;
}

const signInsShown = 20;

export interface LogbookQuery {
  readonly zoek?: string | undefined;
  readonly soort?: string | undefined;
  readonly uitkomst?: string | undefined;
  readonly voor?: string | undefined;
}

const perPage = 50;

export async function logbook(
  database: Database,
  settings: PrivacySettings,
  query: LogbookQuery,
  now: Date,
): Promise<Logbook> {
  const before = /^\d{1,15}$/.test(query.voor ?? "") ? Number(query.voor) : Number.MAX_SAFE_INTEGER;
  const values = {
    before,
    zoek: `%${(query.zoek ?? "").toLowerCase().replaceAll(/[\\%_]/g, "")}%`,
    soort: query.soort ?? "",
    uitkomst: query.uitkomst ?? "",
  };
  const where = `where nummer < $before and ($soort = '' or soort = $soort) and ($uitkomst = '' or uitkomst = $uitkomst)
    and (lower(gebruiker) like $zoek or lower(rol) like $zoek or lower(wat) like $zoek)`;
  const [lines, [count], alerts, signIns] = await Promise.all([
    database.query<LogLine>(
      `select nummer, op, gebruiker, rol, doel, soort, wat, vraag, gegevens_versie, betrokkene, sha256, uitkomst
       from inzage ${where} order by nummer desc limit ${perPage}`,
      values,
    ),
    database.query<{aantal: number; personen: number; geweigerd: number}>(
      `select cast(count(*) as bigint) as aantal,
         cast(count(*) filter (where soort in ('persoon', 'origineel', 'verzoek')) as bigint) as personen,
         cast(count(*) filter (where uitkomst = 'geweigerd') as bigint) as geweigerd
       from inzage`,
    ),
    alertsOf(database, settings.alerts, now),
    readSignIns(database, now),
  ]);
  const {aantal = 0, personen = 0, geweigerd = 0} = count ?? {};
  return {
    title: "Logboek van inzage",
    kern: `${formatNumber(aantal)} keer gekeken, waarvan ${formatNumber(personen)} keer naar gegevens van een persoon. ${formatNumber(geweigerd)} keer kreeg iemand geen toegang.`,
    alerts,
    search: query.zoek ?? "",
    filters: [
      filter("soort", "Soort", "alles", kinds, query.soort),
      filter(
        "uitkomst",
        "Uitkomst",
        "alles",
        [
          ["gegeven", "gegeven"],
          ["geweigerd", "geweigerd"],
        ],
        query.uitkomst,
      ),
    ],
    range:
      lines.length === 0
        ? "Geen regels"
        : `Regel ${formatNumber(lines.at(-1)!.nummer)} tot en met ${formatNumber(lines[0]!.nummer)}`,
    lines,
    older: lines.length < perPage ? null : lines.at(-1)!.nummer,
    chain: null,
    signIns,
  };
}

async function readSignIns(database: Database, now: Date): Promise<SignIns> {
  const since = toMoment(new Date(now.getTime() - 30 * 864e5));
  const [rows, [count]] = await Promise.all([
    database.query<{op: string; wie: string; gebeurtenis: string; reden: string | null}>(
      `select aanmelding.op as op, coalesce(gebruiker.naam, aanmelding.gebruiker_id, 'onbekend') as wie,
         aanmelding.gebeurtenis as gebeurtenis, aanmelding.reden as reden
       from aanmelding
       left join gebruiker on gebruiker.id = aanmelding.gebruiker_id
       order by aanmelding.op desc, wie limit ${signInsShown}`,
    ),
    database.query<{binnen: number; geweigerd: number}>(
      `select cast(count(*) filter (where gebeurtenis = 'aangemeld') as bigint) as binnen,
         cast(count(*) filter (where gebeurtenis = 'geweigerd') as bigint) as geweigerd
       from aanmelding where op >= cast($since as timestamp)`,
      {since},
    ),
  ]);
  const {binnen = 0, geweigerd = 0} = count ?? {};
  return {
    finding: `In 30 dagen ${formatNumber(binnen)} keer aangemeld, en ${formatNumber(geweigerd)} keer geweigerd`,
    lines: rows.map(({op, wie, gebeurtenis, reden}) => ({op, who: wie, event: gebeurtenis, reason: reden})),
  };
}

const kinds = [
  ["cijfers", "cijfers"],
  ["persoon", "één persoon"],
  ["origineel", "origineel bestand"],
  ["verzoek", "verzoek van een inwoner"],
  ["beheer", "beheer"],
  ["logboek", "privacyboek"],
  ["lijst", "persoon in een lijst"],
  ["voordeur", "geweigerd aan de deur"],
] as const;

export function purposeName(id: string): string {
  return purposes[id as Purpose]?.name ?? id;
}
