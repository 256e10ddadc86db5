import {formatDays, formatNumber, formatPercent, splitEuros} from "../../reports/format.ts";
import type {Kpi, Kpis, ShareKpi} from "../../reports/stand-van-zorg/kpis.ts";
import type {StandVanZorg} from "../../reports/stand-van-zorg/stand-van-zorg.ts";
import {SparkLine} from "../components/bars.tsx";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {FigureText} from "../components/figure.tsx";
import {FinancingTable} from "../components/financing.tsx";
import {MonthPlate} from "../components/month-plate.tsx";
import {ProofLinks} from "../components/proof-links.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {SignalList} from "../components/signal-list.tsx";
import {SplitTableView} from "../components/split-table.tsx";

export function StandVanZorgPage({report, isOpen}: {report: StandVanZorg; isOpen: boolean}) {
  const proof = (indicator: string) => report.proofs[indicator]!;
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      <KpiRow kpis={report.kpis} proof={proof} />
      <ProvenanceLine provenance={report.provenance} />
      <ProofLinks proof={proof} />
      <div class="wb-columns wb-part">
        <div class="wb-span-8">
          <MonthPlate
            figure={report.months}
            proofHref={proof("kosten")}
            fileHref={report.fileHrefs.maanden}
            isOpen={isOpen}
          />
        </div>
        <aside class="wb-span-4 wb-aside" aria-labelledby="aandacht-kop">
          <section>
            <h2 id="aandacht-kop">Dit vraagt aandacht</h2>
            <SignalList signals={report.signals} />
          </section>
          <section class="wb-frame">
            <h2>Wat dit niet zegt</h2>
            <p>
              Of iemand de goede hulp kreeg. Duurdere hulp kan beter passen. Een cijfer is het begin van een gesprek.
            </p>
          </section>
        </aside>
      </div>
      {report.financing === null ? null : <FinancingTable financing={report.financing} />}
      <SplitTableView
        table={report.table}
        proof={(indicator) => report.tableProofs[indicator]!}
        fileHrefs={report.fileHrefs}
      />
    </>
  );
}

function KpiRow({kpis, proof}: {kpis: Kpis; proof: (indicator: string) => string}) {
  const {money, people, waiting, early, returning, resultWords} = kpis;
  return (
    <section class="wb-kpis" aria-label="In het kort">
      <KpiBlock kpi={money} href={proof(money.indicator)} format={splitEuros} />
      <KpiBlock
        kpi={people}
        href={proof(people.indicator)}
        format={(value) => ({value: formatNumber(value), unit: ""})}
      />
      <KpiBlock
        kpi={waiting}
        href={proof(waiting.indicator)}
        format={(value) => ({value: formatNumber(Math.round(value)), unit: Math.round(value) === 1 ? "dag" : "dagen"})}
      />
      <div class="wb-kpi">
        <h2>Resultaat</h2>
        <div class="wb-kpi-pair">
          <ShareBlock kpi={early} href={proof(early.indicator)} />
          <ShareBlock kpi={returning} href={proof(returning.indicator)} />
        </div>
        <p>{resultWords}</p>
      </div>
    </section>
  );
}

interface KpiBlockProps {
  readonly kpi: Kpi;
  readonly href: string;
  readonly format: (value: number) => {value: string; unit: string};
}

function KpiBlock({kpi, href, format}: KpiBlockProps) {
  const {figure, change} = kpi;
  const parts = figure.value === null ? null : format(figure.value);
  return (
    <div class="wb-kpi">
      <h2>{kpi.label}</h2>
      <p class="wb-kpi-value">
        <a href={href} title="Hoe is dit geteld?">
          {parts === null ? <FigureText figure={figure} format={formatDays} /> : parts.value}
          {parts === null || parts.unit === "" ? null : (
            <>
              {"\u00a0"}
              <small>{parts.unit}</small>
            </>
          )}
        </a>
      </p>
      <p>
        {change === null ? "Geen vergelijking met vorig jaar." : null}
        {change === null ? null : (
          <b class={`wb-change${change.isAttention ? " wb-change-attention" : ""}`}>{change.text}</b>
        )}
        {change === null ? null : ` ${change.direction === "gelijk" ? "aan" : "tegen"} vorig jaar.`}
        {kpi.context === "" ? null : <br />}
        {kpi.context}
      </p>
      <SparkLine values={kpi.spark} width={240} height={44} />
    </div>
  );
}

function ShareBlock({kpi, href}: {kpi: ShareKpi; href: string}) {
  const {figure} = kpi;
  return (
    <div>
      <p class="wb-kpi-value">
        <a href={href} title="Hoe is dit geteld?">
          {figure.value === null ? (
            <FigureText figure={figure} format={formatPercent} />
          ) : (
            <>
              {formatNumber(figure.value * 100, 1)}
              <small>{"\u00a0%"}</small>
            </>
          )}
        </a>
      </p>
      <p>
        {kpi.label} {kpi.was}
      </p>
    </div>
  );
}
