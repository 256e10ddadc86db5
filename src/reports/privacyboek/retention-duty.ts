import type {Database} from "../../database/database.ts";
import {yearsBefore} from "../../ingest/erasure/retention.ts";
import {formatDate} from "../format.ts";

/** What the law says of how long the source keeps a dossier. */
const duties = {
  Wmo: {years: 15, article: "Wmo 2015 art. 5.3.4"},
  Jeugdwet: {years: 20, article: "Jeugdwet art. 7.3.8"},
} as const;

/** Until when the law asks that what is held of this person is kept, a line for each law. */
export async function retentionDuty(database: Database, client: string): Promise<readonly string[]> {
  const rows = await database.query<{wet: "Wmo" | "Jeugdwet"; laatste: string; aantal: number}>(
    `select wet, cast(max(dag) as text) as laatste, cast(count(*) as bigint) as aantal
     from (
       select client, wet, greatest(dagtekening, coalesce(einddatum, ingangsdatum)) as dag from toewijzing_versie
       union all select client, wet, dagtekening from start
       union all select client, wet, greatest(dagtekening, einddatum) from stop
       union all select client, wet, dagtekening from verzoek
       union all select client, wet, greatest(dagtekening, einddatum) from prestatie
       union all select client, wet, begindatum from prestatie_antwoord
     ) as genoemd
     where client = $client group by wet order by wet`,
    {client},
  );
  if (rows.length === 0) return ["Er staat niets over deze inwoner in de tabellen."];
  return rows.map(({wet, laatste, aantal}) => {
    const {years, article} = duties[wet];
    return `${wet}: ${aantal} regels, de laatste van ${formatDate(laatste)}. Het dossier bij de bron moet blijven tot ${formatDate(yearsBefore(laatste, -years))} (${article}, ${years} jaar). De gemeente mag het wissen zolang weigeren.`;
  });
}
