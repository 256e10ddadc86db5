import {raw} from "hono/html";
import type {FunnelFigure} from "../../reports/spiegel/funnel-figure.ts";
import type {Spiegel, SpiegelRow, SpiegelTable} from "../../reports/spiegel/spiegel.ts";
import {formatOf} from "../../reports/units.ts";
import {funnelCharts} from "../charts/funnel-chart.ts";
import {CoursePlate} from "../components/course-plate.tsx";
import {FigureText, HiddenNote, MissingText} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {Alike, Beside, TeamForms} from "../components/spiegel-tables.tsx";

interface SpiegelPageProps {
  readonly report: Spiegel;
  readonly isOpen: boolean;
  /** Whether the reader may ask to be warned. */
  readonly mayWarn: boolean;
}

export function SpiegelPage({report, isOpen, mayWarn}: SpiegelPageProps) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      <div class="wb-columns wb-part">
        <div class="wb-span-8">
          <FunnelPlate report={report} isOpen={isOpen} mayWarn={mayWarn} />
        </div>
        <aside class="wb-span-4 wb-aside" aria-labelledby="lezen-kop">
          <section class="wb-frame">
            <h2 id="lezen-kop">Hoe leest u dit?</h2>
            <p>
              Buiten de trechter betekent: dit verschil is waarschijnlijk geen toeval. Het betekent niet: goed of fout.
              Vraag eerst wat er speelt.
            </p>
          </section>
          <section>
            <h2>Wat wij verwachten</h2>
            <ul class="wb-lines">
              {report.wayLines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
          <section>
            <h2>Wat dit niet zegt</h2>
            <ul class="wb-lines">
              {report.doesNotSay.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
      {report.course === null ? null : (
        <div class="wb-columns wb-part">
          <div class="wb-span-8">
            <CoursePlate course={report.course} headId="verloop-kop" isOpen={isOpen} others="andere" />
          </div>
        </div>
      )}
      {report.beside === null ? null : <Beside table={report.beside} />}
      {report.alike === null ? null : <Alike table={report.alike} />}
      {report.teamForms === null ? null : <TeamForms table={report.teamForms} />}
    </>
  );
}

function FunnelPlate({report, isOpen, mayWarn}: SpiegelPageProps) {
  const {funnel} = report;
  const charts = funnel === null ? null : funnelCharts(funnel, report.heading);
  return (
    <figure class="wb-figure" aria-labelledby="trechter-kop">
      <figcaption>
        <h2 id="trechter-kop">{report.heading}</h2>
        <p class="wb-figure-note">{report.note}</p>
      </figcaption>
      {funnel === null || charts === null ? (
        <p class="wb-empty wb-plate">{report.whyNoFunnel}</p>
      ) : (
        <>
          <Legend figure={funnel} />
          <div class="wb-plate wb-plate-wide">{raw(charts.wide)}</div>
          <div class="wb-plate wb-plate-narrow">{raw(charts.narrow)}</div>
          <p class="wb-axis-name">{funnel.sizeWords}</p>
        </>
      )}
      <ProvenanceLine provenance={report.provenance} />
      <div class="wb-under">
        <details class="wb-figure-table" open={isOpen || funnel === null}>
          <summary>
            <span>Toon als tabel</span>
          </summary>
          <Units table={report.table} />
        </details>
        <a href={report.proofHref}>Hoe is dit geteld?</a>
        <a href={report.fileHref}>Haal op (CSV)</a>
        {mayWarn && report.warnHref !== null ? <a href={report.warnHref}>Waarschuw mij</a> : null}
      </div>
    </figure>
  );
}

function Legend({figure}: {figure: FunnelFigure}) {
  return (
    <ul class="wb-legend">
      {figure.ownWords === null ? null : (
        <li>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M7 1l6 6l-6 6l-6 -6z" fill="var(--wb-accent)" />
          </svg>
          {figure.ownWords}
        </li>
      )}
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="5" fill="var(--wb-peer)" />
        </svg>
        {figure.otherWords}
      </li>
      <li class="wb-phone-only">
        <svg width="24" height="14" viewBox="0 0 24 14" aria-hidden="true">
          <rect width="24" height="14" fill="var(--wb-band-95)" />
          <rect y="3" width="24" height="8" fill="var(--wb-band-80)" />
        </svg>
        bijna alle, en 19 van de 20 hierbinnen
      </li>
      <li class="wb-phone-only">
        <svg width="24" height="8" viewBox="0 0 24 8" aria-hidden="true">
          <path d="M0 4h24" stroke="var(--wb-ink-2)" stroke-width="1.4" stroke-dasharray="5 3" />
        </svg>
        {figure.middleWords}
      </li>
    </ul>
  );
}

function Units({table}: {table: SpiegelTable}) {
  return (
    <>
      <ScrollRegion labelledBy="trechter-kop">
        <table class="wb-table">
          <thead>
            <tr>
              <th scope="col">{table.head}</th>
              <th scope="col" class="wb-right">
                Zoals geteld
              </th>
              {table.hasExpected ? (
                <th scope="col" class="wb-right">
                  Verwacht
                </th>
              ) : null}
              {table.hasShrunken ? (
                <th scope="col" class="wb-right">
                  Geschat<small>met 95 % onzekerheid</small>
                </th>
              ) : null}
              <th scope="col">In woorden</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <UnitRow row={row} table={table} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {table.hasShrunken ? (
        <p class="wb-hint wb-table-note">
          Geschat: het gecorrigeerde getal, bij kleine aantallen dichter naar het midden getrokken. Zo valt toeval
          minder op.
        </p>
      ) : null}
      <HiddenNote isNeeded={table.hasHidden} />
    </>
  );
}

function UnitRow({row, table}: {row: SpiegelRow; table: SpiegelTable}) {
  return (
    <tr class={row.isOwn ? "wb-own-row" : undefined}>
      <th scope="row">{row.href === null ? row.name : <a href={row.href}>{row.name}</a>}</th>
      <td class="wb-right">
        <FigureText figure={row.figure} format={formatOf(table.unit)} />
      </td>
      {table.hasExpected ? <td class="wb-right">{row.expected ?? <MissingText missing="geen" />}</td> : null}
      {table.hasShrunken ? <td class="wb-right">{row.shrunken ?? <MissingText missing="geen" />}</td> : null}
      <td>{row.isAttention ? <b>{row.words}</b> : row.words}</td>
    </tr>
  );
}
