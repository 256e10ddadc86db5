import type {AanbiederPage, BouncedRow} from "../../reports/datakwaliteit/aanbieder-page.ts";
import {formatDateShort, formatMonth, formatNumber, formatPercent} from "../../reports/format.ts";
import {SparkLine} from "../components/bars.tsx";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {HiddenNote} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {amount, ControleTable, count, FindingTable, NumberCell} from "../components/quality-tables.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {WaterfallPlate} from "../components/waterfall-plate.tsx";

export function AanbiederKwaliteitPage({report}: {report: AanbiederPage}) {
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      <section>
        <h2 id="herstel-kop">Wat deze aanbieder kan herstellen</h2>
        <ControleTable rows={report.own} headId="herstel-kop" hasEffect={false} />
        <ProvenanceLine provenance={report.provenance} />
        <div class="wb-under">
          <a href={report.worklistHref}>Werklijst: bericht en toewijzing (CSV)</a>
        </div>
      </section>
      <section class="wb-part">
        <h2 id="terug-kop">Wat terugkwam of nog niet is beantwoord</h2>
        <Bounced rows={report.bounced} />
        <ProvenanceLine provenance={report.provenance} />
      </section>
      <div class="wb-columns wb-part">
        <div class="wb-span-8">
          <WaterfallPlate
            finding="Van declaratie tot toekenning"
            span={report.span}
            waterfall={report.waterfall}
            provenance={report.provenance}
            links={[{label: "Aansluiting", href: report.aansluitingHref}]}
          />
        </div>
        <aside class="wb-span-4 wb-aside" aria-label="Let op">
          <ScoreBlock report={report} />
          {report.missing.length === 0 ? null : (
            <section class="wb-frame">
              <h2>Nog niet gedeclareerd</h2>
              <p>
                {report.missing
                  .map((one) => `${formatMonth(one.month)}, verwacht op ${formatDateShort(one.expectedOn)}`)
                  .join("; ")}
                .
              </p>
            </section>
          )}
        </aside>
      </div>
      <section class="wb-part">
        <h2 id="gemeente-kop">Wat de gemeente kan herstellen, bij dezelfde cliënten</h2>
        <ControleTable rows={report.ofGemeente} headId="gemeente-kop" hasEffect={false} />
      </section>
      {report.findings.length === 0 ? null : (
        <section class="wb-part">
          <h2 id="bevindingen-kop">Fouten tegen de standaard</h2>
          <FindingTable rows={report.findings} headId="bevindingen-kop" />
        </section>
      )}
    </>
  );
}

function ScoreBlock({report: {score, others}}: {report: AanbiederPage}) {
  return (
    <section class="wb-frame">
      <h2>Score</h2>
      {others === null ? null : (
        <p class="wb-small">
          Bij {formatNumber(others.others)} andere aanbieders ligt de helft tussen {formatPercent(others.low, 0)} en{" "}
          {formatPercent(others.high, 0)}, het midden op {formatPercent(others.middle, 0)}.
        </p>
      )}
      {score?.score == null ? (
        <p>
          Nog geen score:{" "}
          {score?.reason === "verborgen"
            ? "het gaat om minder dan 10 mensen, of zo’n aantal zou eruit volgen"
            : "minder dan 50 regels in een jaar"}
          .
        </p>
      ) : (
        <>
          <p>
            Van elke € 100 staat € {formatNumber(score.score * 100, 1)} zonder een punt dat de aanbieder zelf kan
            herstellen.
          </p>
          <SparkLine values={score.course.map((month) => month.score)} width={240} height={44} />
        </>
      )}
    </section>
  );
}

function Bounced({rows}: {rows: readonly BouncedRow[]}) {
  if (rows.length === 0) return <p class="wb-small">Niets: alles van de laatste twaalf maanden is toegekend.</p>;
  return (
    <>
      <ScrollRegion labelledBy="terug-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Wat</th>
              <th scope="col">Waarom</th>
              <th scope="col" class="wb-right">
                Aantal<small>12 maanden</small>
              </th>
              <th scope="col" class="wb-right">
                Bedrag<small>euro</small>
              </th>
              <th scope="col" class="wb-right">
                Laatste
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({what, why, bounced}) => {
              const missing = bounced.isHidden ? "verborgen" : null;
              return (
                <tr>
                  <th scope="row">{what}</th>
                  <td class="wb-whole">{why === "" ? "nog geen antwoord" : why}</td>
                  <NumberCell label="Aantal" value={count(bounced.count)} missing={missing} />
                  <NumberCell label="Bedrag" value={amount(bounced.cents)} missing={missing} />
                  <NumberCell label="Laatste" value={formatDateShort(bounced.day)} missing={missing} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={rows.some((row) => row.bounced.isHidden)} />
    </>
  );
}
