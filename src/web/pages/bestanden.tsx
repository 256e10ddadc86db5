import type {Bestand, Bestanden} from "../../reports/bestanden/bestanden.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {Facts} from "../components/facts.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

export function BestandenPage({report}: {report: Bestanden}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <div class="wb-columns wb-part-near">
        <div class="wb-span-8">
          {report.groups.map(({name, tables}, index) => (
            <section class={index === 0 ? undefined : "wb-part-near"}>
              <h2 id={`groep-${index}`}>{name}</h2>
              <ScrollRegion labelledBy={`groep-${index}`}>
                <table class="wb-table wb-stack">
                  <thead>
                    <tr>
                      <th scope="col">Bestand</th>
                      <th scope="col">Waarvoor</th>
                      <th scope="col">Nu bekend</th>
                      <th scope="col">Sjabloon</th>
                    </tr>
                  </thead>
                  <tbody>
                    {tables.map(({title, href, usedBy, filled, template}) => (
                      <tr>
                        <th scope="row">
                          <a href={href}>{title}</a>
                        </th>
                        <td class="wb-whole">{usedBy}</td>
                        <td class="wb-whole">
                          <span>
                            <span class="wb-cell-label">Nu bekend</span> <FilledLines lines={filled} />
                          </span>
                        </td>
                        <td>
                          <span class="wb-cell-label">Sjabloon</span>
                          <a href={template.href} aria-label={`Leeg sjabloon ${title}, Excel`}>
                            Excel
                          </a>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
            </section>
          ))}
        </div>
        <aside class="wb-span-4 wb-aside" aria-label="Inleveren">
          <section class="wb-frame">
            <h2>Inleveren</h2>
            <p>Zet de ingevulde bestanden in een map en geef de opdracht:</p>
            <p>
              <code>npx wijkbalans import MAP</code>
            </p>
            <p>
              Een bestand vervangt zijn hele tabel. Is er iets fout, dan ziet u het blad, de rij en de kolom, en
              verandert er niets. Is iets vreemd, dan vragen wij of het klopt.
            </p>
          </section>
          <section class="wb-frame">
            <h2>Zo mag het eruitzien</h2>
            <p>
              CSV of Excel (.xlsx). De kolommen mogen in elke volgorde staan, en er mag een titel boven. Een datum is
              31-01-2025 of 2025-01-31. Een getal mag 1.234,56 zijn en ook 1,234.56.
            </p>
            <p>Zet er nooit namen of Bsn’s van inwoners in.</p>
          </section>
        </aside>
      </div>
    </>
  );
}

export function BestandPage({report}: {report: Bestand}) {
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <div class="wb-columns wb-part-near">
        <div class="wb-span-8">
          <section>
            <h2 id="kolommen-kop">Kolommen</h2>
            <ScrollRegion labelledBy="kolommen-kop">
              <table class="wb-table wb-stack">
                <thead>
                  <tr>
                    <th scope="col">Kolom</th>
                    <th scope="col">Verplicht</th>
                    <th scope="col">Wat erin staat</th>
                    <th scope="col">Heet ook</th>
                  </tr>
                </thead>
                <tbody>
                  {report.columns.map(({name, isRequired, description, synonyms}) => (
                    <tr>
                      <th scope="row">{name}</th>
                      <td>
                        <span class="wb-cell-label">Verplicht</span>
                        {isRequired ? "ja" : "nee"}
                      </td>
                      <td class="wb-whole">{description}</td>
                      <td class="wb-whole">
                        <span>
                          <span class="wb-cell-label">Heet ook</span> {synonyms}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </section>
          <section class="wb-part-near">
            <h2 id="voorbeeld-kop">Voorbeeld</h2>
            <ScrollRegion labelledBy="voorbeeld-kop">
              <table class="wb-table">
                <thead>
                  <tr>
                    {report.example.columns.map((name) => (
                      <th scope="col">{name}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {report.example.rows.map((row) => (
                    <tr>
                      {row.map((cell) => (
                        <td>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </section>
        </div>
        <aside class="wb-span-4 wb-aside" aria-label="Ophalen">
          <Facts
            facts={[
              {term: "Waarvoor", words: report.usedBy},
              {term: "Nu bekend", words: report.filled.length === 0 ? "nog niets" : report.filled.join("; ")},
            ]}
          />
          <section class="wb-frame">
            <h2>Ophalen</h2>
            {report.downloads.map(({label, href}) => (
              <p>
                <a href={href}>{label}</a>
              </p>
            ))}
          </section>
        </aside>
      </div>
    </>
  );
}

function FilledLines({lines}: {lines: readonly string[]}) {
  if (lines.length === 0) return <>nog niets</>;
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index === 0 ? null : <br />}
          {line}
        </>
      ))}
    </>
  );
}
