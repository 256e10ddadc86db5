import {formatDateShort, formatNumber} from "../../reports/format.ts";
import type {Berichten, BerichtLine} from "../../reports/geteld/berichten.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {adminPath} from "../paths.ts";

export function BerichtenPage({report}: {report: Berichten}) {
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      {report.lines === null || report.lines.length === 0 ? <Nothing report={report} /> : <Lines report={report} />}
      <ProvenanceLine provenance={report.provenance} />
    </>
  );
}

function Nothing({report}: {report: Berichten}) {
  return (
    <div class="wb-empty">
      <b>Geen berichten om te tonen</b>
      {report.lines === null ? "Hierboven staat waarom." : "Op deze bladzijde staan geen berichten."}
    </div>
  );
}

function Lines({report}: {report: Berichten}) {
  return (
    <section>
      <h2 id="lijst-kop">De nieuwste berichten eerst</h2>
      <ScrollRegion labelledBy="lijst-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Identificatie</th>
              <th scope="col">Aanbieder</th>
              <th scope="col" class="wb-right">
                Dagtekening
              </th>
              <th scope="col" class="wb-right">
                Regels<small>voor dit cijfer</small>
              </th>
              {report.mayOpen ? <th scope="col">Origineel</th> : null}
            </tr>
          </thead>
          <tbody>
            {(report.lines ?? []).map((line) => (
              <tr>
                <th scope="row">{line.identificatie}</th>
                <td class="wb-whole">{line.aanbiederName}</td>
                <td class="wb-right">
                  <span class="wb-cell-label">Dagtekening</span>
                  {formatDateShort(line.dagtekening)}
                </td>
                <td class="wb-right">
                  <span class="wb-cell-label">Regels</span>
                  {formatNumber(line.lines)}
                </td>
                {report.mayOpen ? <Origineel file={line.file} /> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {report.mayOpen ? (
        <p class="wb-hint wb-table-note">
          Een origineel gaat over mensen. Wij noteren wie het wanneer ophaalt. Bewaar het niet langer dan nodig.
        </p>
      ) : null}
      <nav class="wb-paging" aria-label="Bladzijden">
        <span>{report.range}</span>
        <span>
          {report.newer === null ? null : <a href={report.newer}>Vorige</a>}
          {report.newer !== null && report.older !== null ? " · " : null}
          {report.older === null ? null : <a href={report.older}>Volgende</a>}
        </span>
      </nav>
    </section>
  );
}

function Origineel({file}: {file: BerichtLine["file"]}) {
  return (
    <td class="wb-whole">
      <span class="wb-cell-label">Origineel</span>
      {file === null ? (
        <span class="wb-missing">geen</span>
      ) : (
        <a href={`${adminPath}/bestanden/${file.sha256}`} download aria-label={`ophalen: ${file.name}`}>
          {file.name}
        </a>
      )}
    </td>
  );
}
