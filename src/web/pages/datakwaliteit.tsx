import type {Datakwaliteit, MissingRow, QualityKpi, ScoreRow} from "../../reports/datakwaliteit/datakwaliteit.ts";
import {figuresQualityPath} from "../../reports/datakwaliteit/paths.ts";
import {formatDateShort, formatMonth, formatNumber} from "../../reports/format.ts";
import {lastenPath} from "../../reports/lasten/lasten.ts";
import {SparkLine} from "../components/bars.tsx";
import {HiddenNote, MissingText} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {
  amount,
  CodeTable,
  ControleTable,
  FindingTable,
  NumberCell,
  ProblemTable,
} from "../components/quality-tables.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {WaterfallPlate} from "../components/waterfall-plate.tsx";

export function DatakwaliteitPage({report}: {report: Datakwaliteit}) {
  const {reconciliation} = report;
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      <section class="wb-kpis" aria-label="In het kort">
        {report.kpis.map((kpi) => (
          <KpiBlock kpi={kpi} />
        ))}
      </section>
      <HiddenNote isNeeded={report.kpis.some(({value, missing}) => value === null && missing === "verborgen")} />
      <ProvenanceLine provenance={report.provenance} />
      <section class="wb-part">
        <h2 id="controles-kop">{report.finding}</h2>
        <ControleTable rows={report.rows} headId="controles-kop" hasEffect />
        <p class="wb-hint wb-table-note">
          "Raakt": wij tellen het cijfer over twaalf maanden met en zonder deze punten. Een regel kan op twee lijsten
          staan.
        </p>
        <ProvenanceLine provenance={report.provenance} />
        <div class="wb-under">
          <a href={report.hrefs.worklist}>Werklijst van alles (CSV)</a>
          <a href={report.hrefs.table}>Haal op (CSV)</a>
          <a href={figuresQualityPath}>Hoe zeker is elk cijfer?</a>
        </div>
      </section>
      <section class="wb-part">
        <h2 id="eigenaren-kop">{report.ownersFinding}</h2>
        <ProblemTable
          rows={report.owners}
          head="Wie herstelt"
          headId="eigenaren-kop"
          last={{
            head: "Werklijst",
            cell: (row) => (
              <a href={row.worklistHref} aria-label={`Haal op (CSV): werklijst van ${row.name}`}>
                Haal op (CSV)
              </a>
            ),
          }}
        />
        <p class="wb-hint wb-table-note">
          Zonder bedrag: er is geen omvang of geen tarief.
          {report.moreOwners === 0
            ? ""
            : ` En nog ${formatNumber(report.moreOwners)} aanbieders, met minder geld eraan of verborgen. Zij staan in de werklijst.`}
        </p>
        <ProvenanceLine provenance={report.provenance} />
      </section>
      <div class="wb-columns wb-part">
        <div class="wb-span-8">
          <WaterfallPlate
            finding={reconciliation.finding}
            span={reconciliation.span}
            waterfall={reconciliation.waterfall}
            provenance={reconciliation.provenance}
            links={[{label: "Per taakveld, maand en aanbieder", href: reconciliation.href}]}
          />
        </div>
        <aside class="wb-span-4 wb-aside" aria-label="Let op">
          <section class="wb-frame wb-frame-open">
            <h2>Wat wij niet kunnen verklaren</h2>
            <p>{reconciliation.unexplained}</p>
          </section>
          <section class="wb-frame">
            <h2>Wat dit niet zegt</h2>
            <p>
              Een open punt is geen verwijt. Vaak is een bericht onderweg, of klopt het beeld van de gemeente zelf niet.
              Wat hersteld is, verdwijnt vanzelf.
            </p>
          </section>
        </aside>
      </div>
      <div class="wb-part">
        <Scores report={report} />
      </div>
      <section class="wb-part">
        <h2 id="ontbreekt-kop">{report.missingFinding}</h2>
        <Missing rows={report.missing} />
        <ProvenanceLine provenance={report.provenance} />
      </section>
      <section class="wb-part">
        <h2 id="codes-kop">{report.codesFinding}</h2>
        <CodeTable rows={report.codes} headId="codes-kop" />
        <ProvenanceLine provenance={report.provenance} />
      </section>
      <section class="wb-part">
        <h2 id="bevindingen-kop">{report.findingsFinding}</h2>
        {report.findings.length === 0 ? null : <FindingTable rows={report.findings} headId="bevindingen-kop" />}
        <ProvenanceLine provenance={report.provenance} />
        <div class="wb-under">
          <a href={report.hrefs.findings}>Per bericht, aanbieder en maand (CSV)</a>
          <a href={lastenPath}>Wat vragen wij van aanbieders?</a>
        </div>
      </section>
    </>
  );
}

function KpiBlock({kpi}: {kpi: QualityKpi}) {
  const value =
    kpi.value === null ? (
      <MissingText missing={kpi.missing ?? "geen"} />
    ) : (
      <>
        {kpi.value}
        {kpi.unit === "" ? null : (
          <>
            {"\u00a0"}
            <small>{kpi.unit}</small>
          </>
        )}
      </>
    );
  return (
    <div class="wb-kpi">
      <h2>{kpi.label}</h2>
      <p class="wb-kpi-value">{kpi.href === null ? value : <a href={kpi.href}>{value}</a>}</p>
      <p>{kpi.words}</p>
      <SparkLine values={kpi.spark} width={240} height={44} />
    </div>
  );
}

function Scores({report}: {report: Datakwaliteit}) {
  return (
    <section>
      <h2 id="scores-kop">{report.scoresFinding}</h2>
      <p class="wb-figure-note">
        Van elke € 100 die een aanbieder in een jaar declareerde of had moeten declareren: hoeveel staat er zonder een
        punt dat de aanbieder zelf kan herstellen? Te weinig: minder dan 50 regels in een jaar.
      </p>
      <ScrollRegion labelledBy="scores-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Aanbieder</th>
              <th scope="col" class="wb-right">
                Goed<small>van elke € 100</small>
              </th>
              <th scope="col" class="wb-right">
                Geld eraan<small>euro</small>
              </th>
              <th scope="col" class="wb-right">
                Verloop<small>12 maanden</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {report.scores.map((row) => (
              <ScoreLine row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={report.scores.some(({score}) => score.reason === "verborgen")} />
      {report.moreScores === 0 ? null : (
        <p class="wb-hint wb-table-note">
          De laagste scores eerst. En nog {formatNumber(report.moreScores)} aanbieders.
        </p>
      )}
      <ProvenanceLine provenance={report.provenance} />
    </section>
  );
}

function ScoreLine({row: {name, href, score}}: {row: ScoreRow}) {
  const value = score.score === null ? null : formatNumber(score.score * 100, 1);
  return (
    <tr>
      <th scope="row">
        <a href={href}>{name}</a>
      </th>
      <NumberCell label="Goed van € 100" value={value} missing={score.reason} />
      <NumberCell label="Geld eraan" value={amount(score.cents)} missing={score.reason} />
      <td class="wb-right wb-whole">
        <SparkLine values={score.course.map((month) => month.score)} width={88} height={24} />
      </td>
    </tr>
  );
}

function Missing({rows}: {rows: readonly MissingRow[]}) {
  if (rows.length === 0) return null;
  return (
    <>
      <ScrollRegion labelledBy="ontbreekt-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Aanbieder</th>
              <th scope="col">Maand van zorg</th>
              <th scope="col" class="wb-right">
                Verwacht op<small>naar eigen gewoonte</small>
              </th>
              <th scope="col" class="wb-right">
                Gewoonlijk<small>euro per maand</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({name, href, month}) => (
              <tr>
                <th scope="row">
                  <a href={href}>{name}</a>
                </th>
                <td class="wb-whole">
                  {month.wet}, {formatMonth(month.month)}
                </td>
                <NumberCell label="Verwacht op" value={formatDateShort(month.expectedOn)} missing={null} />
                <NumberCell
                  label="Gewoonlijk"
                  value={amount(month.cents)}
                  missing={month.isHidden ? "verborgen" : null}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={rows.some(({month}) => month.isHidden)} />
    </>
  );
}
