import type {RegelRow, Regels} from "../../reports/regels/regels.ts";
import {regelsPath} from "../../reports/regels/regels.ts";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {SearchForm} from "../components/search-form.tsx";

/** Every rule of the standard, with what we do with it and how often it is broken. */
export function RegelsPage({report}: {report: Regels}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <SearchForm action={regelsPath} label="Zoek op code of woord" search={report.search} filters={report.filters} />
      <section class="wb-part-near">
        <h2 id="regels-kop">{report.range}</h2>
        {report.rows.length === 0 ? (
          <div class="wb-empty">
            <b>Geen regel gevonden</b>
            <a href={regelsPath}>Toon alle regels</a>
          </div>
        ) : (
          <RuleTable rows={report.rows} />
        )}
        <ProvenanceLine provenance={report.provenance} />
        {report.isFiltered ? (
          <div class="wb-under">
            <a href={regelsPath}>Toon alle regels</a>
          </div>
        ) : null}
      </section>
    </>
  );
}

function RuleTable({rows}: {rows: readonly RegelRow[]}) {
  return (
    <ScrollRegion labelledBy="regels-kop">
      <table class="wb-table wb-stack">
        <thead>
          <tr>
            <th scope="col">Regel</th>
            <th scope="col">Wat hij zegt</th>
            <th scope="col">Berichten</th>
            <th scope="col">Wat wij doen</th>
            <th scope="col" class="wb-right">
              Niveau
            </th>
            <th scope="col" class="wb-right">
              Retourcode
            </th>
            <th scope="col" class="wb-right">
              Overtreden<small>nu</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={row.href}>{row.code}</a>
              </th>
              <td class="wb-whole">
                {row.description}
                {row.wet === "Wmo en Jeugdwet" ? null : <small>{row.wet}</small>}
              </td>
              <td class="wb-whole">
                <span class="wb-cell-label">Berichten</span>
                {row.messages}
              </td>
              <td class="wb-whole">
                <span class="wb-cell-label">Wat wij doen</span>
                {row.state}
              </td>
              <td class="wb-right">
                <span class="wb-cell-label">Niveau</span>
                {row.niveau}
              </td>
              <td class="wb-right">
                <span class="wb-cell-label">Retourcode</span>
                {row.retourcode}
              </td>
              <td class="wb-right wb-whole">
                <span class="wb-cell-label">Overtreden</span>
                {row.broken ?? "niet geteld"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
