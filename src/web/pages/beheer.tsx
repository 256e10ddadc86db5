import type {Job} from "../../ingest/deliveries/jobs.ts";
import type {Beheer} from "../../reports/beheer/beheer.ts";
import type {Missing} from "../../reports/beheer/missing.ts";
import type {ReceiptLine, ReceiptState} from "../../reports/beheer/receipts.ts";
import {formatDateShort, formatDuration, formatMoment, formatNumber} from "../../reports/format.ts";
import {DeliveryForm} from "../components/delivery-form.tsx";
import {Facts} from "../components/facts.tsx";
import {JobProgress} from "../components/job-progress.tsx";
import {NumberCell} from "../components/number-cell.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {adminPath} from "../paths.ts";

export interface BeheerPageProps {
  readonly report: Beheer;
  readonly running: Job | null;
  readonly waiting: number;
  readonly formToken: string;
}

export function BeheerPage({report, running, waiting, formToken}: BeheerPageProps) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      {report.system.worries.map((line) => (
        <div class="wb-alert wb-alert-note wb-part-near">
          <p>{line}</p>
        </div>
      ))}
      {running === null ? null : <JobProgress job={running} waiting={waiting} refreshHref={adminPath} />}
      <section class="wb-kpis wb-part-near" aria-label="In het kort">
        {report.kpis.map(({label, value, unit, line}) => (
          <div class="wb-kpi">
            <h2>{label}</h2>
            <p class="wb-kpi-value">
              {value} <small>{unit}</small>
            </p>
            <p class="wb-small">{line}</p>
          </div>
        ))}
      </section>
      <Receipts report={report} />
      <section class="wb-part-near">
        <h3>Lever zelf bestanden aan</h3>
        <DeliveryForm formToken={formToken} />
      </section>
      <MissingSection report={report} />
      <div class="wb-columns wb-part">
        <section class="wb-span-8">
          <h2>{report.systemHeading}</h2>
          <Facts facts={report.system.facts} />
        </section>
        <aside class="wb-span-4 wb-aside" aria-labelledby="tokens-kop">
          <section>
            <h2 id="tokens-kop">{tokensHeading(report)}</h2>
            <Tokens report={report} />
          </section>
        </aside>
      </div>
    </>
  );
}

const stateWords: Readonly<Record<ReceiptState, string>> = {
  bezig: "Bezig",
  afgebroken: "Afgebroken",
  ingenomen: "Ingenomen",
  bevindingen: "Met bevindingen",
  geweigerd: "Geweigerd",
  "niets nieuws": "Niets nieuws",
};

function Receipts({report}: {report: Beheer}) {
  if (report.receipts.length === 0) {
    return (
      <div class="wb-empty wb-part">
        <b>{report.receiptsHeading}</b>
        Lever hieronder bestanden aan, of zet ze in de inbox.
      </div>
    );
  }
  return (
    <section class="wb-part">
      <h2 id="leveringen-kop">{report.receiptsHeading}</h2>
      <ScrollRegion labelledBy="leveringen-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Wanneer</th>
              <th scope="col">Wat</th>
              <th scope="col" class="wb-right">
                Bestanden
              </th>
              <th scope="col" class="wb-right">
                Duur
              </th>
              <th scope="col" class="wb-right">
                Ingenomen
              </th>
              <th scope="col" class="wb-right">
                Geweigerd
              </th>
              <th scope="col" class="wb-right">
                Al aanwezig
              </th>
              <th scope="col">Stand</th>
            </tr>
          </thead>
          <tbody>
            {report.receipts.map((line) => (
              <ReceiptRow line={line} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <nav class="wb-paging" aria-label="Bladzijden">
        <span>{report.range}</span>
        <span>
          {report.newer === null ? null : <a href={pageHref(report.newer)}>Vorige</a>}
          {report.newer !== null && report.older !== null ? " · " : null}
          {report.older === null ? null : <a href={pageHref(report.older)}>Volgende</a>}
        </span>
      </nav>
    </section>
  );
}

function ReceiptRow({line}: {line: ReceiptLine}) {
  const takenIn = line.takenIn === null ? null : line.takenIn + (line.withFindings ?? 0);
  return (
    <tr>
      <th scope="row">
        <a href={`${adminPath}/leveringen/${line.number}`}>{formatMoment(line.begonnenOp)}</a>
      </th>
      <td class="wb-whole">
        {line.bron}
        <br />
        <span class="wb-hint">{line.way}</span>
      </td>
      <NumberCell label="Bestanden" value={line.files} />
      <td class="wb-right">
        <span class="wb-cell-label">Duur</span>
        {line.seconds === null ? <span class="wb-missing">onbekend</span> : formatDuration(line.seconds)}
      </td>
      <NumberCell label="Ingenomen" value={takenIn} />
      <NumberCell label="Geweigerd" value={line.refused} />
      <NumberCell label="Al aanwezig" value={line.known} />
      <td>
        <span class="wb-cell-label">Stand</span>
        {stateWords[line.state]}
      </td>
    </tr>
  );
}

function pageHref(number: number): string {
  return number === 1 ? adminPath : `${adminPath}?bladzijde=${number}`;
}

function MissingSection({report}: {report: Beheer}) {
  const {missing} = report.missing;
  return (
    <section class="wb-part">
      <h2 id="ontbreekt-kop">{report.missingHeading}</h2>
      <p class="wb-prose wb-small">
        Gewoonlijk is: in minstens vier van de zes maanden hiervoor een declaratie (323). Te laat is: later dan in elk
        van die maanden.
      </p>
      {missing.length === 0 ? null : <MissingTable lines={missing.slice(0, shownAtOnce)} labelledBy="ontbreekt-kop" />}
      {missing.length <= shownAtOnce ? null : (
        <details class="wb-figure-table">
          <summary>
            <span id="ontbreekt-rest">Toon de andere {formatNumber(missing.length - shownAtOnce)}</span>
          </summary>
          <MissingTable lines={missing.slice(shownAtOnce)} labelledBy="ontbreekt-rest" />
        </details>
      )}
    </section>
  );
}

const shownAtOnce = 10;

function MissingTable({lines, labelledBy}: {lines: readonly Missing[]; labelledBy: string}) {
  return (
    <ScrollRegion labelledBy={labelledBy}>
      <table class="wb-table wb-stack">
        <thead>
          <tr>
            <th scope="col">Aanbieder</th>
            <th scope="col">Wet</th>
            <th scope="col" class="wb-right">
              Berichten<small>gewone maand</small>
            </th>
            <th scope="col" class="wb-right">
              Laatste
            </th>
            <th scope="col" class="wb-right">
              Verwacht
            </th>
            <th scope="col">Stand</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <MissingRow line={line} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function MissingRow({line}: {line: Missing}) {
  return (
    <tr>
      <th scope="row">{line.name}</th>
      <td>
        <span class="wb-cell-label">Wet</span>
        {line.wet}
      </td>
      <NumberCell label="Gewone maand" value={line.usual} />
      <td class="wb-right">
        <span class="wb-cell-label">Laatste</span>
        {formatDateShort(line.lastSent)}
      </td>
      <td class="wb-right">
        <span class="wb-cell-label">Verwacht</span>
        {formatDateShort(line.expectedBy)}
      </td>
      <td>
        <span class="wb-cell-label">Stand</span>
        {line.isLate ? "Te laat" : "Nog op tijd"}
      </td>
    </tr>
  );
}

function tokensHeading({tokens}: Beheer): string {
  if (tokens.length === 0) return "Nog geen programma levert met een token";
  return tokens.length === 1 ? "1 token om aan te leveren" : `${formatNumber(tokens.length)} tokens om aan te leveren`;
}

function Tokens({report}: {report: Beheer}) {
  if (report.tokens.length === 0) {
    return (
      <p class="wb-small">
        Maak er een met <code>npx wijkbalans token maak NAAM</code>.
      </p>
    );
  }
  return (
    <ul class="wb-list">
      {report.tokens.map(({naam, geldigTot, laatstGebruiktOp, ingetrokkenOp}) => (
        <li>
          <b>{naam}</b>
          <br />
          <span class="wb-hint">
            {ingetrokkenOp === null
              ? `Geldig tot ${formatMoment(geldigTot)}`
              : `Ingetrokken ${formatMoment(ingetrokkenOp)}`}
            {laatstGebruiktOp === null
              ? ". Nog niet gebruikt."
              : `. Laatst gebruikt ${formatMoment(laatstGebruiktOp)}.`}
          </span>
        </li>
      ))}
    </ul>
  );
}
