import type {Financing} from "../../reports/stand-van-zorg/financing.ts";
import {CellBar} from "./bars.tsx";

/** All that was spent, by kind of financing: a small table under the money. */
export function FinancingTable({financing}: {financing: Financing}) {
  const hidden = <span class="wb-missing">verborgen</span>;
  return (
    <section class="wb-columns wb-part" aria-labelledby="financiering-kop">
      <div class="wb-span-8">
        <h2 id="financiering-kop">{financing.finding}</h2>
        <table class="wb-table">
          <thead>
            <tr>
              <th scope="col">Hoe het wordt betaald</th>
              <th scope="col" class="wb-right">
                Kosten
              </th>
              <td class="wb-bar wb-desk-only" />
              <th scope="col" class="wb-right">
                Deel
              </th>
            </tr>
          </thead>
          <tbody>
            {financing.rows.map((row) => (
              <tr>
                <th scope="row">
                  <a href={row.proofHref}>{row.name}</a>
                </th>
                <td class="wb-right">{row.amount ?? hidden}</td>
                <td class="wb-bar wb-desk-only">{row.share === null ? null : <CellBar share={row.share} />}</td>
                <td class="wb-right">{row.shareText ?? hidden}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Samen</th>
              <td class="wb-right">{financing.total ?? hidden}</td>
              <td class="wb-bar wb-desk-only" />
              <td class="wb-right">{financing.total === null ? hidden : "100\u00a0%"}</td>
            </tr>
          </tfoot>
        </table>
        <p class="wb-hint wb-table-note">
          Wat de gemeente niet opgaf, staat er niet in. Mensen, wachten en resultaat op deze pagina gaan alleen over
          hulp met declaraties.
        </p>
      </div>
    </section>
  );
}
