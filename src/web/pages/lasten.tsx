import {hiddenReason} from "../../reports/figure.ts";
import {formatNumber} from "../../reports/format.ts";
import type {BurdenRow, Lasten} from "../../reports/lasten/lasten.ts";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {count, NumberCell} from "../components/quality-tables.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

export function LastenPage({report}: {report: Lasten}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      <section>
        <h2 id="werk-kop">{report.finding}</h2>
        <p class="wb-figure-note">Per 100 cliënten, over {report.span}. De meeste berichten eerst.</p>
        <ScrollRegion labelledBy="werk-kop">
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                <th scope="col">Aanbieder</th>
                <th scope="col" class="wb-right">
                  Cliënten
                </th>
                <th scope="col" class="wb-right">
                  Berichten<small>per 100</small>
                </th>
                <th scope="col" class="wb-right">
                  Correcties<small>per 100</small>
                </th>
                <th scope="col" class="wb-right">
                  Geweigerde berichten<small>per 100</small>
                </th>
                <th scope="col" class="wb-right">
                  Afgekeurde regels<small>per 100</small>
                </th>
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row) => (
                <Row row={row} />
              ))}
            </tbody>
            <tfoot>
              <Row row={report.total} />
            </tfoot>
          </table>
        </ScrollRegion>
        <p class="wb-hint wb-table-note">
          Correcties: ingetrokken starts en stops, en gecrediteerde regels. Samen: een cliënt van twee aanbieders telt
          bij beide.
          {report.hiddenRows === 0
            ? null
            : ` Van ${formatNumber(report.hiddenRows)} ${report.hiddenRows === 1 ? "aanbieder" : "aanbieders"} is alles verborgen: ${hiddenReason}.`}
        </p>
        <ProvenanceLine provenance={report.provenance} />
        <div class="wb-under">
          <a href={report.fileHref}>Haal op (CSV)</a>
        </div>
      </section>
      <section class="wb-part">
        <h2 id="gevraagd-kop">{report.askedFinding}</h2>
        <ScrollRegion labelledBy="gevraagd-kop">
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                <th scope="col">Bestand</th>
                <th scope="col">Van wie</th>
                <th scope="col">Waar het voor is</th>
                <th scope="col" class="wb-right">
                  Rijen<small>nu</small>
                </th>
              </tr>
            </thead>
            <tbody>
              {report.asked.map((file) => (
                <tr>
                  <th scope="row">{file.file}</th>
                  <td class="wb-whole">{file.owner === "openbaar" ? "openbaar" : `de ${file.owner}`}</td>
                  <td class="wb-whole">{file.usedFor}</td>
                  <td class="wb-right">
                    <span class="wb-cell-label">Rijen</span>
                    {rowsWords(file.rows)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
    </>
  );
}

function Row({row}: {row: BurdenRow}) {
  const per100 = (value: number | null, digits: 0 | 1) => (value === null ? null : formatNumber(value, digits));
  // Of who claimed for nobody there is no number per 100.
  const missing = row.persons === 0 ? "geen" : "verborgen";
  return (
    <tr>
      <th scope="row">{row.href === null ? row.name : <a href={row.href}>{row.name}</a>}</th>
      <NumberCell label="Cliënten" value={count(row.persons)} missing="geen" />
      <NumberCell label="Berichten" value={per100(row.berichten, 0)} missing={missing} />
      <NumberCell label="Correcties" value={per100(row.corrections, 1)} missing={missing} />
      <NumberCell label="Geweigerd" value={per100(row.refusedBerichten, 1)} missing={missing} />
      <NumberCell label="Afgekeurde regels" value={per100(row.refusedLines, 1)} missing={missing} />
    </tr>
  );
}

function rowsWords(rows: number | null): string {
  if (rows === null) return "alleen van de hele gemeente bekend";
  return rows === 0 ? "geen" : formatNumber(rows);
}
