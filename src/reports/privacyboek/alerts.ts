import type {AlertSettings} from "../../access/looking/privacy-settings.ts";
import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import {formatDateShort, formatNumber} from "../format.ts";

/** Something to look into. It says what was counted, and blames nobody. */
export interface Alert {
  readonly gebruiker: string;
  readonly day: string;
  readonly rule: "weigeringen" | "meer dan gewoon" | "nacht" | "veel cliënten" | "zelfde cliënt" | "aan de deur";
  readonly line: string;
}

/** A look that is about persons, whoever they are: rows of the kinds that name people. */
const aboutPersons = "soort in ('persoon', 'origineel', 'verzoek')";

/** What of the last days is other than usual, by plain rules with a threshold each. */
export async function alertsOf(
  database: Database,
  settings: AlertSettings,
  now: Date,
  days = 30,
): Promise<readonly Alert[]> {
  const since = toMoment(new Date(now.getTime() - days * 864e5));
  const found = await Promise.all([
    refusals(database, settings, since),
    moreThanUsual(database, settings, since),
    atNight(database, settings, since),
    manyClients(database, settings, since),
    sameClient(database, settings, since),
    atTheDoor(database, settings, since),
  ]);
  return found.flat().sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.gebruiker < b.gebruiker ? -1 : 1));
}

type CountRow = {gebruiker: string; dag: string; aantal: number};

async function refusals(database: Database, {refusalsInADay}: AlertSettings, since: string): Promise<Alert[]> {
  const rows = await database.query<CountRow>(
    `select gebruiker, cast(cast(op as date) as text) as dag, cast(count(*) as bigint) as aantal from inzage
     where uitkomst = 'geweigerd' and soort <> 'voordeur' and op >= cast($since as timestamp)
     group by gebruiker, cast(op as date) having count(*) >= $least`,
    {since, least: refusalsInADay},
  );
  return rows.map(({gebruiker, dag, aantal}) => ({
    gebruiker,
    day: dag,
    rule: "weigeringen",
    line: `Op ${formatDateShort(dag)} ${formatNumber(aantal)} keer geen toegang. Misschien ontbreekt een recht.`,
  }));
}

/** The usual day is the mean of the days before on which one looked at anybody at all. */
async function moreThanUsual(
  database: Database,
  {timesUsual, leastForUsual}: AlertSettings,
  since: string,
): Promise<Alert[]> {
  const rows = await database.query<CountRow & {eerder: number; dagen: number}>(
    `with per_dag as (
       select gebruiker, cast(op as date) as dag, count(*) as aantal from inzage
       where ${aboutPersons} group by gebruiker, cast(op as date)
     )
     select per_dag.gebruiker, cast(per_dag.dag as text) as dag, cast(per_dag.aantal as bigint) as aantal,
       cast(sum(ander.aantal) as bigint) as eerder, cast(count(*) as bigint) as dagen
     from per_dag
     join per_dag as ander on ander.gebruiker = per_dag.gebruiker and ander.dag < per_dag.dag
     where per_dag.dag >= cast(cast($since as timestamp) as date) and per_dag.aantal >= $least
     group by per_dag.gebruiker, per_dag.dag, per_dag.aantal`,
    {since, least: leastForUsual},
  );
  return rows
    .filter(({aantal, eerder, dagen}) => aantal > timesUsual * (eerder / dagen))
    .map(({gebruiker, dag, aantal, eerder, dagen}) => ({
      gebruiker,
      day: dag,
      rule: "meer dan gewoon",
      line: `Op ${formatDateShort(dag)} ${formatNumber(aantal)} keer naar gegevens van personen gekeken; gewoon is ${formatNumber(eerder / dagen, 1)}.`,
    }));
}

async function atNight(database: Database, {nightFrom, nightTo}: AlertSettings, since: string): Promise<Alert[]> {
  const rows = await database.query<{gebruiker: string; op: string}>(
    `select gebruiker, op from inzage where ${aboutPersons} and op >= cast($since as timestamp)`,
    {since},
  );
  const byDay = Map.groupBy(
    rows
      .map(({gebruiker, op}) => ({gebruiker, ...localTime(op)}))
      .filter(({hour}) => isNight(hour, nightFrom, nightTo)),
    ({gebruiker, day}) => `${gebruiker}\0${day}`,
  );
  return [...byDay.values()].map((own) => ({
    gebruiker: own[0]!.gebruiker,
    day: own[0]!.day,
    rule: "nacht",
    line: `Op ${formatDateShort(own[0]!.day)} ${formatNumber(own.length)} keer tussen ${nightFrom}.00 en ${nightTo}.00 uur. Misschien was er dienst.`,
  }));
}

function isNight(hour: number, from: number, to: number): boolean {
  return from > to ? hour >= from || hour < to : hour >= from && hour < to;
}

const clock = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  hourCycle: "h23",
});

function localTime(moment: string): {day: string; hour: number} {
  const parts = new Map(
    clock.formatToParts(new Date(`${moment.replace(" ", "T")}Z`)).map(({type, value}) => [type, value]),
  );
  return {day: `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`, hour: Number(parts.get("hour"))};
}

async function manyClients(database: Database, {clientsInAnHour}: AlertSettings, since: string): Promise<Alert[]> {
  const rows = await database.query<CountRow>(
    `with per_uur as (
       select gebruiker, date_trunc('hour', op) as uur, count(distinct coalesce(betrokkene, sha256)) as aantal
       from inzage where ${aboutPersons} and op >= cast($since as timestamp)
       group by gebruiker, date_trunc('hour', op)
     )
     select gebruiker, cast(cast(uur as date) as text) as dag, cast(max(aantal) as bigint) as aantal
     from per_uur where aantal >= $least group by gebruiker, cast(uur as date)`,
    {since, least: clientsInAnHour},
  );
  return rows.map(({gebruiker, dag, aantal}) => ({
    gebruiker,
    day: dag,
    rule: "veel cliënten",
    line: `Op ${formatDateShort(dag)} in één uur naar ${formatNumber(aantal)} verschillende personen of bestanden gekeken.`,
  }));
}

/** What the door refused: a line for each minute and kind, so what counts is in how many minutes. */
async function atTheDoor(database: Database, {refusalsInADay}: AlertSettings, since: string): Promise<Alert[]> {
  const rows = await database.query<CountRow>(
    `select gebruiker, cast(cast(op as date) as text) as dag, cast(count(distinct date_trunc('minute', op)) as bigint) as aantal
     from inzage
     where soort = 'voordeur' and op >= cast($since as timestamp)
     group by gebruiker, cast(op as date) having count(distinct date_trunc('minute', op)) >= $least`,
    {since, least: refusalsInADay},
  );
  return rows.map(({gebruiker, dag, aantal}) => ({
    gebruiker,
    day: dag,
    rule: "aan de deur",
    line: `Op ${formatDateShort(dag)} weigerde de server in ${formatNumber(aantal)} minuten verzoeken. Kijk in het logboek bij 'geweigerd aan de deur' van wat voor soort.`,
  }));
}

async function sameClient(database: Database, {sameClientInAWeek}: AlertSettings, since: string): Promise<Alert[]> {
  const rows = await database.query<CountRow & {weken: string}>(
    `select gebruiker, cast(cast(date_trunc('week', op) as date) as text) as dag, betrokkene as weken,
       cast(count(*) as bigint) as aantal
     from inzage where betrokkene is not null and op >= cast($since as timestamp)
     group by gebruiker, date_trunc('week', op), betrokkene having count(*) >= $least`,
    {since, least: sameClientInAWeek},
  );
  return rows.map(({gebruiker, dag, aantal}) => ({
    gebruiker,
    day: dag,
    rule: "zelfde cliënt",
    line: `In de week van ${formatDateShort(dag)} ${formatNumber(aantal)} keer naar dezelfde persoon gekeken.`,
  }));
}
