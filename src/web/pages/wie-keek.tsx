import {formatMoment} from "../../reports/format.ts";
import {purposeName} from "../../reports/privacyboek/logbook.ts";
import type {LookAtPerson} from "../../reports/privacyboek/who-looked.ts";
import {ScrollRegion} from "../components/scroll-region.tsx";

export function WieKeekPage({looked}: {looked: readonly LookAtPerson[]}) {
  return (
    <>
      <h1>Wie keek naar deze inwoner?</h1>
      <p class="wb-kern">
        {looked.length === 0
          ? "Niemand keek naar gegevens van deze inwoner als persoon."
          : `${looked.length} keer keek iemand naar gegevens van deze inwoner, of naar een bestand waarin die staat.`}
      </p>
      <section class="wb-part-near">
        <h2 id="keren-kop">Elke keer</h2>
        {looked.length === 0 ? (
          <p>Er zijn geen regels.</p>
        ) : (
          <ScrollRegion labelledBy="keren-kop">
            <table class="wb-table wb-stack">
              <thead>
                <tr>
                  <th scope="col">Wanneer</th>
                  <th scope="col">Wie</th>
                  <th scope="col">Waarvoor</th>
                  <th scope="col">Soort</th>
                  <th scope="col">Uitkomst</th>
                </tr>
              </thead>
              <tbody>
                {looked.map(({op, gebruiker, rol, doel, soort, uitkomst}) => (
                  <tr>
                    <th scope="row">{formatMoment(op)}</th>
                    <td>
                      <span class="wb-cell-label">Wie</span>
                      {gebruiker} ({rol})
                    </td>
                    <td class="wb-whole">
                      <span class="wb-cell-label">Waarvoor</span>
                      {purposeName(doel)}
                    </td>
                    <td>
                      <span class="wb-cell-label">Soort</span>
                      {soort}
                    </td>
                    <td>
                      <span class="wb-cell-label">Uitkomst</span>
                      {uitkomst}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </section>
      <p class="wb-part-near">
        <a href="/privacyboek/verzoeken">Terug naar de verzoeken</a>
      </p>
    </>
  );
}
