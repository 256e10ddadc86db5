import type {FigureQuality, FiguresQuality} from "../../reports/datakwaliteit/figure-page.ts";
import {formatPercent} from "../../reports/format.ts";
import {SparkLine} from "../components/bars.tsx";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {NumberCell} from "../components/quality-tables.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

export function FigureQualityPage({report}: {report: FigureQuality}) {
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <section class="wb-part-near">
        <h2 id="lijsten-kop">Met en zonder elke lijst, over {report.span}</h2>
        {report.effects.length === 0 ? (
          <p class="wb-small">Geen lijst met meer dan 9 mensen verandert dit cijfer.</p>
        ) : (
          <ScrollRegion labelledBy="lijsten-kop">
            <table class="wb-table wb-stack">
              <thead>
                <tr>
                  <th scope="col">Lijst</th>
                  <th scope="col">Hoe wij zonder tellen</th>
                  <th scope="col" class="wb-right">
                    Nu
                  </th>
                  <th scope="col" class="wb-right">
                    Zonder
                  </th>
                </tr>
              </thead>
              <tbody>
                {report.effects.map((effect) => (
                  <tr>
                    <th scope="row">
                      <a href={effect.href}>{effect.controle}</a>
                    </th>
                    <td class="wb-whole">
                      {effect.counterfactual}
                      {effect.name === report.indicator.name ? "" : ` (${effect.name})`}
                    </td>
                    <NumberCell label="Nu" value={effect.now} missing={null} />
                    <NumberCell
                      label="Zonder"
                      value={effect.isSame ? "geen verschil" : effect.without}
                      missing={null}
                    />
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
        <ProvenanceLine provenance={report.provenance} />
        <div class="wb-under">
          <a href={report.proofHref}>Hoe is dit geteld?</a>
        </div>
      </section>
    </>
  );
}

export function FiguresQualityPage({report}: {report: FiguresQuality}) {
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
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
                {report.days.map((day) => (
                  <th scope="col" class="wb-right">
                    {day}
                  </th>
                ))}
                <th scope="col" class="wb-right">
                  Verloop
                </th>
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row) => (
                <tr>
                  <th scope="row">
                    <a href={row.href}>{row.indicator.name}</a>
                  </th>
                  {row.course.map((score, index) => (
                    <NumberCell
                      label={report.days[index]!}
                      value={score === null ? null : formatPercent(score)}
                      missing="geen"
                    />
                  ))}
                  <td class="wb-right wb-whole">
                    <SparkLine values={row.course} width={88} height={24} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <p class="wb-hint wb-table-note">
          Wij tellen elk cijfer over twaalf maanden nog eens zonder alle feiten met een open punt, zoals bekend op die
          dag. Wat overblijft, is het deel dat zeker is: van euro's bij een bedrag, van mensen of trajecten bij een
          aantal.
        </p>
        <ProvenanceLine provenance={report.provenance} />
      </section>
    </>
  );
}
