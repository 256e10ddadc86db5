import {aboutWords, type Register} from "../../reports/privacyboek/register.ts";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {SearchForm} from "../components/search-form.tsx";

const path = "/privacyboek/register";

export function RegisterPage({report}: {report: Register}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <SearchForm action={path} label="Zoek op veld, tabel of woord" search={report.search} filters={report.filters} />
      <p class="wb-small">
        <a href={`${path}.csv`}>Register als CSV</a> · <a href={`${path}.json`}>als JSON</a>
      </p>
      <section class="wb-part-near">
        <h2 id="velden-kop">{report.range}</h2>
        {report.entries.length === 0 ? (
          <div class="wb-empty">
            <b>Geen veld gevonden</b>
            Kies minder woorden. <a href={path}>Toon alle velden</a>
          </div>
        ) : (
          <ScrollRegion labelledBy="velden-kop">
            <table class="wb-table wb-stack">
              <thead>
                <tr>
                  <th scope="col">Veld</th>
                  <th scope="col">Wat</th>
                  <th scope="col">Waarvoor en grond</th>
                  <th scope="col">Bron</th>
                  <th scope="col">Bewaartermijn</th>
                  <th scope="col">Ontvangers</th>
                </tr>
              </thead>
              <tbody>
                {report.entries.map((entry) => (
                  <tr>
                    <th scope="row">
                      {entry.field}
                      <small>{entry.table}</small>
                    </th>
                    <td class="wb-whole">
                      {entry.what}
                      <br />
                      <span class="wb-hint">
                        {entry.sort}, {aboutWords[entry.about]}
                      </span>
                    </td>
                    <td class="wb-whole">
                      <span class="wb-cell-label">Waarvoor</span>
                      {entry.purposeName}
                      <br />
                      <span class="wb-hint">{entry.ground}</span>
                    </td>
                    <td class="wb-whole">
                      <span class="wb-cell-label">Bron</span>
                      {entry.source}
                    </td>
                    <td class="wb-whole">
                      <span class="wb-cell-label">Bewaartermijn</span>
                      {entry.retention}
                    </td>
                    <td class="wb-whole">
                      <span class="wb-cell-label">Ontvangers</span>
                      {entry.receivers}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </section>
      <details class="wb-figure-table">
        <summary>{report.others.length} tabellen zonder persoonsgegevens</summary>
        <ul class="wb-list">
          {report.others.map(({table, why}) => (
            <li>
              <b>{table}</b>: {why}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
