import type {PreviewTable} from "../../ingest/deliveries/preview-tables.ts";
import {ScrollRegion} from "../components/scroll-region.tsx";

/** Tables of a suite: whether we know what stands in which column. */
export function SuiteTables({tables}: {tables: readonly PreviewTable[]}) {
  return (
    <section class="wb-part">
      <h2 id="pakket-kop">Tabellen van een softwarepakket</h2>
      <ScrollRegion labelledBy="pakket-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Bestand</th>
              <th scope="col">Kolommen</th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <tr>
                <th scope="row" class="wb-file-name">
                  {table.name}
                </th>
                <td class="wb-whole">{wordsOf(table)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function wordsOf({known, problem, isPublic}: PreviewTable): string {
  if (problem !== null && isPublic) return `${problem} Neemt u in, dan wordt dit bestand geweigerd.`;
  if (problem !== null) return `${problem} Neemt u in, dan blijft dit bestand in de inbox staan.`;
  if (known === null) return "Nog niet bekend. Neemt u in, dan wacht deze tabel in de inbox tot u de kolommen koppelt.";
  return `Bekend: ${known.soort} van ${known.bron}.`;
}
