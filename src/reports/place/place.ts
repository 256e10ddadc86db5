import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {addMonths, type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";

/** The gemeente a page is about, and the reach of its data. */
export interface Place {
  readonly gemeenteCode: string;
  readonly name: string;
  /** What all figures are about: the gemeente, or the part of it that the reader may see. */
  readonly area: string;
  readonly firstMonth: Month;
  /** Newest month of care that anything was claimed for. */
  readonly lastMonth: Month;
  /** Dagtekening of the newest Bericht. */
  readonly dataDate: IsoDate;
  readonly dataVersion: string;
}

const sql = readFileSync(new URL("place.sql", import.meta.url), "utf8");

/** The one gemeente in this database. Several gemeenten in one database come with the regional installation. */
export async function readPlace(database: Database): Promise<Place> {
  const [row] = await database.query<{
    gemeente_code: string;
    naam: string;
    eerste_maand: string;
    laatste_maand: string;
    data_datum: string;
    data_versie: number;
  }>(sql);
  if (row === undefined) {
    throw new UserError("Er zijn nog geen berichten. Lees ze in met: npx wijkbalans import MAP", 1);
  }
  return {
    gemeenteCode: row.gemeente_code,
    name: row.naam,
    area: row.naam,
    firstMonth: monthOf(row.eerste_maand),
    lastMonth: monthOf(row.laatste_maand),
    dataDate: row.data_datum,
    dataVersion: String(row.data_versie),
  };
}

const nameSql = readFileSync(new URL("gemeente-name.sql", import.meta.url), "utf8");

/** What a gemeente is called; its code when no gebied.csv gave it a name. */
export async function readGemeenteName(database: Database, gemeenteCode: string): Promise<string> {
  const [row] = await database.query<{naam: string}>(nameSql, {gemeente_code: gemeenteCode});
  return row?.naam ?? gemeenteCode;
}

/** "gemeente Heuveldam", and which part of it a file is about. */
export function gemeenteWords({name, area}: Place): string {
  return area === name ? `gemeente ${name}` : `gemeente ${name}, alleen ${area}`;
}

/** The last month that is over on a day: the newest one a figure can be about. */
export function lastWholeMonth(place: Place, knownOn: IsoDate): Month {
  const ended = addMonths(monthOf(knownOn), -1);
  return ended < place.lastMonth ? ended : place.lastMonth;
}
