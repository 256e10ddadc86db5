import type {BrokenFigures, CountRow, ProcessFigures, ProcessRow, Regel} from "../../reports/regels/regel.ts";
import {CellBar} from "../components/bars.tsx";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {Facts} from "../components/facts.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

/** One rule: how often it is broken, when and by whom, and what it is. */
export function RegelPage({report}: {report: Regel}) {
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <div class="wb-columns wb-part-near">
        <div class="wb-span-8">
          {report.process === null ? null : <Process figures={report.process} />}
          {report.broken === null ? null : <Broken figures={report.broken} />}
          {report.process === null && report.broken === null ? <NotCounted /> : null}
          <ProvenanceLine provenance={report.provenance} />
        </div>
        <aside class="wb-span-4 wb-aside" aria-label="Wat deze regel is">
          <section>
            <h2>De regel</h2>
            <Facts facts={report.facts} />
          </section>
        </aside>
      </div>
    </>
  );
}

function NotCounted() {
  return (
    <section>
      <h2>Hier tellen wij niets</h2>
      <p class="wb-prose">
        Wat wij met deze regel doen, staat hiernaast. Wat eruit volgt, tellen wij bij andere regels.
      </p>
    </section>
  );
}

function Broken({figures}: {figures: BrokenFigures}) {
  return (
    <>
      <h2>{figures.sentence}</h2>
      {figures.byAanbieder.length === 0 ? null : (
        <CountTable id="aanbieders-kop" title="Per aanbieder" first="Aanbieder" rows={figures.byAanbieder} />
      )}
      {figures.byMonth.length === 0 ? null : (
        <CountTable id="maanden-kop" title="Per maand van de Dagtekening" first="Maand" rows={figures.byMonth} />
      )}
    </>
  );
}

interface CountTableProps {
  readonly id: string;
  readonly title: string;
  readonly first: string;
  readonly rows: readonly CountRow[];
}

function CountTable({id, title, first, rows}: CountTableProps) {
  return (
    <section class="wb-part-near">
      <h3 id={id}>{title}</h3>
      <ScrollRegion labelledBy={id}>
        <table class="wb-table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" class="wb-right">
                Berichten
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({name, text, share}) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="wb-right">{text}</td>
                <td>{share === null ? null : <CellBar share={share} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Process({figures}: {figures: ProcessFigures}) {
  return (
    <>
      <h2>{figures.sentence}</h2>
      {figures.remarks.map((remark) => (
        <p class="wb-prose">{remark}</p>
      ))}
      {figures.byAanbieder.length === 0 ? null : (
        <ProcessTable
          id="aanbieders-kop"
          title="Per aanbieder"
          first="Aanbieder"
          rows={figures.byAanbieder}
          figures={figures}
        />
      )}
      {figures.byMonth.length === 0 ? null : (
        <ProcessTable id="maanden-kop" title="Per maand" first="Maand" rows={figures.byMonth} figures={figures} />
      )}
    </>
  );
}

interface ProcessTableProps {
  readonly id: string;
  readonly title: string;
  readonly first: string;
  readonly rows: readonly ProcessRow[];
  readonly figures: ProcessFigures;
}

function ProcessTable({id, title, first, rows, figures: {hasTerm, amissName, unit}}: ProcessTableProps) {
  return (
    <section class="wb-part-near">
      <h3 id={id}>{title}</h3>
      <ScrollRegion labelledBy={id}>
        <table class="wb-table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <Right words="Aantal" />
              <Right words={hasTerm ? "Op tijd" : "Goed"} />
              {hasTerm ? <Right words="Te laat" /> : null}
              <Right words={amissName} />
              {hasTerm ? (
                <th scope="col" class="wb-right">
                  Helft binnen<small>{unit}</small>
                </th>
              ) : null}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.name}</th>
                <td class="wb-right">{row.total}</td>
                <td class="wb-right">{row.good}</td>
                {hasTerm ? <td class="wb-right">{row.late}</td> : null}
                <td class="wb-right">{row.amiss}</td>
                {hasTerm ? <td class="wb-right">{row.median}</td> : null}
                <td>{row.share === null ? null : <CellBar share={row.share} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Right({words}: {words: string}) {
  return (
    <th scope="col" class="wb-right">
      {words}
    </th>
  );
}
