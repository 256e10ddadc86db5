import type {Database} from "../../database/database.ts";
import {berichtenOfPersonSql} from "./berichten-of-person.ts";

/**
 * Who must send again what is wrong about somebody: nothing is corrected here, because the next delivery would bring
 * the mistake back.
 */
export async function correctionSources(database: Database, client: string): Promise<string> {
  const rows = await database.query<{
    aanbieder: string;
    naam: string | null;
    bericht: string;
    aantal: number;
    laatst: string;
  }>(
    `with bericht_van as (${berichtenOfPersonSql})
     select
       bericht.aanbieder,
       max(aanbieder.naam) as naam,
       bericht.wet || ' ' || bericht.soort as bericht,
       cast(count(distinct bericht.bericht_id) as bigint) as aantal,
       cast(max(bericht.dagtekening) as text) as laatst
     from bericht
     join bericht_van using (bericht_id)
     left join aanbieder on aanbieder.gemeente_code = bericht.gemeente_code and aanbieder.aanbieder = bericht.aanbieder
     group by bericht.aanbieder, bericht.wet, bericht.soort
     order by bericht.aanbieder, bericht`,
    {client},
  );
  const lines = rows.map(({aanbieder, naam, bericht, aantal, laatst}) => {
    const sender = fromGemeente.has(bericht.slice(-3)) ? "het eigen systeem van de gemeente" : (naam ?? aanbieder);
    return `- ${bericht}: ${aantal} berichten, de laatste van ${laatst}. Opnieuw te sturen door ${sender} (AGB ${aanbieder}).`;
  });
  return [
    "Wat moet wie opnieuw sturen?",
    "",
    "Wijkbalans verbetert zelf niets: bij de volgende levering kwam de fout terug. Laat de bron het bericht verbeteren en opnieuw sturen. Daarna staan de cijfers vanzelf goed.",
    "",
    ...(lines.length === 0 ? ["Er zijn geen berichten over deze inwoner."] : lines),
    "",
  ].join("\n");
}

/** Berichten that the gemeente sends; the others come from the aanbieder. */
const fromGemeente: ReadonlySet<string> = new Set(["301", "319", "325"]);
