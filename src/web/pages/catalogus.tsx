import type {Catalogus, CatalogusEntry} from "../../reports/catalogus/catalogus.ts";
import {formatDateShort} from "../../reports/format.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {Facts} from "../components/facts.tsx";
import {MissingText} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

export function CatalogusPage({report}: {report: Catalogus}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <section class="wb-part-near">
        <h2 id="cijfers-kop" class="wb-visually-hidden">
          Cijfers
        </h2>
        <ScrollRegion labelledBy="cijfers-kop">
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                <th scope="col">Cijfer</th>
                <th scope="col">Onderdeel</th>
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
              {report.rows.map(({indicator, href, direction, figure, text, proofHref}) => (
                <tr>
                  <th scope="row">
                    <a href={href}>{indicator.name}</a>
                  </th>
                  <td class="wb-whole">{indicator.dimension}</td>
                  <td class="wb-whole">{direction}</td>
                  <td class="wb-right">
                    <span class="wb-cell-label">Nu</span>
                    {text ?? <MissingText missing={figure.missing ?? "geen"} />}
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
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <ProvenanceLine provenance={report.provenance} />
      </section>
    </>
  );
}

export function CatalogusEntryPage({report}: {report: CatalogusEntry}) {
  const {indicator} = report;
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">
        {indicator.question} {indicator.why}
      </p>
      <div class="wb-columns wb-part-near">
        <section class="wb-span-8">
          <h2>Zo tellen wij het</h2>
          <p class="wb-prose">{indicator.definition}</p>
          <Facts
            facts={[
              {term: "Nu", words: `${report.figureText ?? report.figure.missing ?? "geen"}, ${report.period}`},
              {term: "Richting", words: report.direction},
              {term: "Eenheid", words: indicator.unit},
              {term: "Onderdeel", words: indicator.dimension},
              {term: "Berust op", words: indicator.source},
              {term: "Bij het CBS", words: indicator.counterpart ?? "geen cijfer om naast te leggen"},
              {term: "Berichten", words: indicator.messages.join(", ")},
              {term: "Eigenaar", words: indicator.owner},
              {
                term: "Versie",
                words: indicator.history
                  .map(({version, date, change}) => `${version}, ${formatDateShort(date)}: ${change}`)
                  .join(" "),
              },
            ]}
          />
          <ProvenanceLine provenance={report.provenance} />
          <div class="wb-under">
            <a href={report.proofHref}>Hoe is dit geteld?</a>
          </div>
        </section>
        <aside class="wb-span-4 wb-aside" aria-label="Let op">
          <section class="wb-frame">
            <h2>Wat dit niet zegt</h2>
            {indicator.doesNotSay.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </section>
        </aside>
      </div>
    </>
  );
}
