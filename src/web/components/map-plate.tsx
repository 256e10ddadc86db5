import {raw} from "hono/html";
import {formatNumber} from "../../reports/format.ts";
import type {MapFigure, TableRow} from "../../reports/wijkprofiel/wijkprofiel.ts";
import {choropleth, swatch} from "../charts/choropleth.ts";
import {HiddenWords, MissingText} from "./figure.tsx";
import {ProvenanceLine} from "./provenance-line.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {Tabs} from "./tabs.tsx";
import {WholeYearLink} from "./whole-year.tsx";

export interface MapPlateProps {
  readonly figure: MapFigure;
  /** The table stands open, for paper. */
  readonly isOpen: boolean;
}

/** The map with all that belongs to it: finding, legend, drawing, provenance, table and ways on. */
export function MapPlate({figure, isOpen}: MapPlateProps) {
  const svg = choropleth(figure.map, `Kaart per ${figure.map.level}. ${figure.heading}. ${beyond}`);
  const isTableOpen = isOpen || svg === null;
  return (
    <figure class="wb-figure" aria-labelledby="kaart-kop">
      <figcaption>
        <h2 id="kaart-kop">{figure.heading}</h2>
        <p class="wb-figure-note">
          {figure.about} {figure.note}
          {svg === null ? null : " Kies een wijk op de kaart voor haar profiel."}
        </p>
      </figcaption>
      <Tabs label="Kaart per" tabs={figure.tabs} />
      {figure.remarks.map((remark) => (
        <p class="wb-alert wb-part-near">{remark}</p>
      ))}
      {svg === null ? (
        <div class="wb-empty wb-plate">
          <p>{figure.noMap}</p>
        </div>
      ) : (
        <>
          <Legend figure={figure} />
          <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#na-de-kaart">
            Ga voorbij de kaart
          </a>
          <div class="wb-map-plate">{raw(svg)}</div>
        </>
      )}
      <div id="na-de-kaart" tabindex={-1}>
        <ProvenanceLine provenance={figure.provenance} />
      </div>
      <WholeYearLink year={figure.wholeYear} />
      <div class="wb-under">
        <details class="wb-figure-table" open={isTableOpen}>
          <summary>
            <span>Toon als tabel</span>
          </summary>
          <AreaTable figure={figure} />
        </details>
        <a href={figure.proofHref}>Hoe is dit geteld?</a>
        <a href={figure.fileHref}>Haal op (CSV)</a>
      </div>
    </figure>
  );
}

const beyond = "Elke wijk is een link naar haar profiel. De tabel met alle waarden staat onder de kaart.";

function Legend({figure: {map}}: {figure: MapFigure}) {
  return (
    <ul class="wb-map-legend" aria-label="Legenda">
      {map.legend.map(({shade, words, count}) => (
        <li>
          {raw(swatch(shade, map.steps))}
          {words}
          <small>{count}</small>
        </li>
      ))}
    </ul>
  );
}

function AreaTable({figure}: {figure: MapFigure}) {
  const isOfBuurten = figure.map.level === "buurt";
  return (
    <>
      <ScrollRegion label={`${figure.head} per ${figure.map.level}`}>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">{isOfBuurten ? "Buurt" : "Wijk"}</th>
              {isOfBuurten ? <th scope="col">Wijk</th> : null}
              <th scope="col" class="wb-right">
                {figure.head}
                <small>{figure.unit}</small>
              </th>
              {figure.hasInhabitants ? (
                <th scope="col" class="wb-right">
                  Inwoners
                </th>
              ) : null}
              {isOfBuurten ? null : (
                <th scope="col" class="wb-right">
                  Vrij aanbod<small>plekken</small>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {figure.rows.map((row) => (
              <AreaRow row={row} figure={figure} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{figure.total.name}</th>
              {isOfBuurten ? <td /> : null}
              <td class="wb-right">
                <span class="wb-cell-label">{figure.head}</span>
                {figure.total.text ?? <MissingText missing={figure.total.figure.missing ?? "geen"} />}
              </td>
              {figure.hasInhabitants ? <td /> : null}
              {isOfBuurten ? null : <td />}
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      <p class="wb-hint wb-table-note">
        {figure.hasHidden ? (
          <>
            <HiddenWords />{" "}
          </>
        ) : null}
        {figure.hasTooFew ? "Te weinig: te weinig mensen of trajecten om een cijfer van te maken." : null}
      </p>
    </>
  );
}

function AreaRow({row: {area, href, wijkName, isChosen, offers}, figure}: {row: TableRow; figure: MapFigure}) {
  return (
    <tr class={isChosen ? "wb-own-row" : undefined}>
      <th scope="row">{href === null ? area.name : <a href={href}>{area.name}</a>}</th>
      {wijkName === null ? null : (
        <td>
          <span class="wb-cell-label">Wijk</span>
          {wijkName}
        </td>
      )}
      <td class="wb-right">
        <span class="wb-cell-label">{figure.head}</span>
        {area.text ?? <MissingText missing={area.figure.missing ?? "geen"} />}
      </td>
      {figure.hasInhabitants ? (
        <td class="wb-right">
          <span class="wb-cell-label">Inwoners</span>
          {area.inhabitants === null ? <span class="wb-missing">onbekend</span> : formatNumber(area.inhabitants)}
        </td>
      ) : null}
      {offers === null ? null : (
        <td class="wb-right">
          <span class="wb-cell-label">Vrij aanbod</span>
          {formatNumber(offers)}
        </td>
      )}
    </tr>
  );
}
