import {type Catalogus, type CatalogusRow, catalogusPath} from "../../reports/catalogus/catalogus.ts";
import {HiddenNote, MissingText} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {SearchForm} from "../components/search-form.tsx";
import {Tabs} from "../components/tabs.tsx";

export function CatalogusPage({report}: {report: Catalogus}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <Refused refused={report.refused} />
      <SearchForm
        action={catalogusPath}
        label="Zoek op woord of vraag"
        search={report.search}
        filters={report.filters}
        carried={report.dimension === null ? [] : [{name: "onderdeel", value: report.dimension}]}
      />
      <Tabs label="Onderdeel" tabs={report.tabs} />
      <section class="wb-part-near">
        <h2 id="cijfers-kop">{report.range}</h2>
        {report.rows.length === 0 ? (
          <div class="wb-empty">
            <b>Geen cijfer gevonden</b>
            Kies minder woorden, of een ander onderdeel. <a href={catalogusPath}>Toon alle cijfers</a>
          </div>
        ) : (
          <FigureTable report={report} />
        )}
        <HiddenNote isNeeded={report.rows.some(({figure}) => figure.missing === "verborgen")} />
        <ProvenanceLine provenance={report.provenance} />
      </section>
    </>
  );
}

function Refused({refused}: {refused: Catalogus["refused"]}) {
  if (refused.length === 0) return null;
  return (
    <div class="wb-alert wb-alert-note wb-part-near">
      <h2>
        {refused.length === 1 ? "Een eigen cijfer telt niet mee" : `${refused.length} eigen cijfers tellen niet mee`}
      </h2>
      {refused.map(({message}) => (
        <p>{message}</p>
      ))}
      <p>Maak het goed in de map 'indicatoren' van de gegevensmap, en start de server opnieuw.</p>
    </div>
  );
}

function FigureTable({report}: {report: Catalogus}) {
  return (
    <ScrollRegion labelledBy="cijfers-kop">
      <table class="wb-table wb-stack">
        <thead>
          <tr>
            <th scope="col">Cijfer</th>
            <th scope="col">Onderdeel</th>
            <th scope="col">Voor wie</th>
            <th scope="col">Richting</th>
            <th scope="col" class="wb-right">
              Nu<small>{report.period}</small>
            </th>
            <th scope="col" class="wb-right">
              Versie
            </th>
            <th scope="col" class="wb-right">
              Bewijs
            </th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <FigureRow row={row} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function FigureRow({row}: {row: CatalogusRow}) {
  const {indicator, href, direction, isReviewLate, figure, text, part, proofHref} = row;
  return (
    <tr>
      <th scope="row">
        <a href={href}>{indicator.name}</a>
        {indicator.isLocal ? <small>lokaal</small> : null}
        {isReviewLate ? <small class="wb-attention">controle is voorbij haar datum</small> : null}
      </th>
      <td class="wb-whole">
        <span class="wb-cell-label">Onderdeel</span>
        {indicator.dimension}
      </td>
      <td class="wb-whole">
        <span class="wb-cell-label">Voor wie</span>
        {indicator.level}
      </td>
      <td class="wb-whole">
        <span class="wb-cell-label">Richting</span>
        {direction}
      </td>
      <td class="wb-right wb-whole">
        <span class="wb-cell-label">Nu</span>
        {text ?? <MissingText missing={figure.missing ?? "geen"} />}
        {part === null ? null : <small class="wb-of-part">alleen {part}</small>}
      </td>
      <td class="wb-right">
        <span class="wb-cell-label">Versie</span>
        {indicator.version}
      </td>
      <td class="wb-right">
        <span class="wb-cell-label">Bewijs</span>
        <a href={proofHref} aria-label={`Hoe is ${indicator.name} geteld?`}>
          geteld
        </a>
      </td>
    </tr>
  );
}
