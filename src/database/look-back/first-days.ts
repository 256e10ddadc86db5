import type {IsoDate} from "../../standards/calendar.ts";
import type {Database} from "../database.ts";

/** From which day on Berichten of a kind were delivered. */
export interface FirstDays {
  /** The earliest of these kinds; "9999-12-31": there is none. */
  of(gemeenteCode: string, wet: string, kinds: readonly string[]): IsoDate;
}

const never: IsoDate = "9999-12-31";

export async function firstDays(database: Database): Promise<FirstDays> {
  const rows = await database.query<{gemeente_code: string; wet: string; soort: string; dagtekening: IsoDate}>(
    "select gemeente_code, wet, soort, min(dagtekening) as dagtekening from bericht group by gemeente_code, wet, soort",
  );
  const days = new Map(rows.map((row) => [`${row.gemeente_code} ${row.wet} ${row.soort}`, row.dagtekening]));
  return {
    of(gemeenteCode, wet, kinds) {
      const found = kinds.map((kind) => days.get(`${gemeenteCode} ${wet} ${kind}`) ?? never);
      return found.sort()[0] ?? never;
    },
  };
}

/** Whether a Levering brought the oldest Bericht of some kind: then what counts as missing may change everywhere. */
export async function haveOlder(database: Database, leveringNummer: number): Promise<boolean> {
  const rows = await database.query(
    `select 1 as een
     from bericht
     group by gemeente_code, wet, soort
     having min(case when levering_nummer = $levering then dagtekening end)
       < coalesce(min(case when levering_nummer <> $levering then dagtekening end), date '9999-12-31')`,
    {levering: leveringNummer},
  );
  return rows.length > 0;
}
