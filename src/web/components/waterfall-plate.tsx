import {raw} from "hono/html";
import type {Waterfall} from "../../reports/aansluiting/waterfall.ts";
import {hiddenLine} from "../../reports/figure.ts";
import {formatEuros} from "../../reports/format.ts";
import type {Provenance} from "../../reports/provenance.ts";
import {waterfallAxisNote, waterfallCharts} from "../charts/waterfall-chart.ts";
import {ProvenanceLine} from "./provenance-line.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

export interface WaterfallPlateProps {
  readonly finding: string;
  readonly span: string;
  readonly waterfall: Waterfall | null;
  readonly provenance: Provenance;
  readonly links: readonly {readonly label: string; readonly href: string}[];
}

/** The way from claimed to booked, with its numbers as a table. */
export function WaterfallPlate({finding, span, waterfall, provenance, links}: WaterfallPlateProps) {
  if (waterfall === null) {
    return (
      <section>
        <h2>{finding}</h2>
        <div class="wb-empty wb-plate">
          <b>Niets om te tonen</b>
          {hiddenLine}
        </div>
        <ProvenanceLine provenance={provenance} />
      </section>
    );
  }
  const charts = waterfallCharts(waterfall, finding);
  return (
    <figure class="wb-figure" aria-labelledby="waterval-kop">
      <figcaption>
        <h2 id="waterval-kop">{finding}</h2>
        <p class="wb-figure-note">
          Zorg in {span}. {waterfallAxisNote(waterfall)}
        </p>
      </figcaption>
      <div class="wb-plate wb-plate-wide">{raw(charts.wide)}</div>
      <div class="wb-plate wb-plate-narrow">{raw(charts.narrow)}</div>
      <ProvenanceLine provenance={provenance} />
      <div class="wb-under">
        <details class="wb-figure-table">
          <summary>
            <span>Toon als tabel</span>
          </summary>
          <ScrollRegion labelledBy="waterval-kop">
            <table class="wb-table">
              <thead>
                <tr>
                  <th scope="col">Stap</th>
                  <th scope="col" class="wb-right">
                    Euro
                  </th>
                </tr>
              </thead>
              <tbody>
                {waterfall.bars.map((bar) => (
                  <tr>
                    <th scope="row">{bar.kind === "stap" ? bar.label : <b>{bar.label}</b>}</th>
                    <td class="wb-right">{formatEuros(bar.cents)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </details>
        {links.map(({label, href}) => (
          <a href={href}>{label}</a>
        ))}
      </div>
    </figure>
  );
}
