import {type FigureQuality, type FiguresQuality, yearBefore} from "../../reports/datakwaliteit/figure-page.ts";
import {formatPercent} from "../../reports/format.ts";
import {SparkLine} from "../components/bars.tsx";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {NumberCell} from "../components/quality-tables.tsx";
import {ScorePlate, stillCounting} from "../components/score-plate.tsx";
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
      <section class="wb-columns wb-part">
        <div class="wb-span-8">
          <ScorePlate course={report.course} name={report.indicator.name} />
        </div>
      </section>
    </>
  );
}

export function FiguresQualityPage({report}: {report: FiguresQuality}) {
  const isCounted = report.rows.every(({course}) => course !== null);
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
                <th scope="col" class="wb-right">
                  Nu
                </th>
                {isCounted ? (
                  <>
                    <th scope="col" class="wb-right">
                      Jaar eerder
                    </th>
                    <th scope="col" class="wb-right">
                      Verloop<small>per maand</small>
                    </th>
                  </>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row) => (
                <tr>
                  <th scope="row">
                    <a href={row.href}>{row.indicator.name}</a>
                  </th>
                  <ScoreCell label="Nu" score={row.score} />
                  {row.course === null ? null : (
                    <>
                      <ScoreCell label="Jaar eerder" score={yearBefore(row.course)} />
                      <td class="wb-right wb-whole">
                        <SparkLine values={row.course.map(({score}) => score)} width={200} height={28} />
                      </td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <p class="wb-hint wb-table-note">
          Wij tellen elk cijfer over twaalf maanden nog eens zonder alle feiten met een open punt, zoals bekend op die
          dag. Wat overblijft, is het deel dat zeker is: van euro's bij een bedrag, van mensen of trajecten bij een
          aantal. {isCounted ? "" : stillCounting}
        </p>
        <ProvenanceLine provenance={report.provenance} />
        <div class="wb-under">
          <a href={report.fileHref}>Zekerheid per maand (CSV)</a>
        </div>
      </section>
    </>
  );
}

function ScoreCell({label, score}: {label: string; score: number | null}) {
  return <NumberCell label={label} value={score === null ? null : formatPercent(score)} missing="geen" />;
}
