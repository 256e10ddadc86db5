import type {FileState, ReceiptFile, ReceiptReport} from "../../reports/beheer/receipt.ts";
import {fileStates} from "../../reports/beheer/receipt.ts";
import {formatBytes, formatNumber} from "../../reports/format.ts";
import {koppelenPath, type WaitingFile} from "../../reports/koppelen/koppelen.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {Facts} from "../components/facts.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {Tabs} from "../components/tabs.tsx";
import {adminPath} from "../paths.ts";

export interface LeveringPageProps {
  readonly report: ReceiptReport;
  /** Whether the reader may see a file as it came. */
  readonly mayOpen: boolean;
  /** Tables in the inbox whose columns nobody matched yet. */
  readonly waiting: readonly WaitingFile[];
}

export function LeveringPage({report, mayOpen, waiting}: LeveringPageProps) {
  return (
    <>
      <Breadcrumb
        crumbs={[
          {label: "Beheer", href: adminPath},
          {label: `Levering ${report.line.number}`, href: null},
        ]}
      />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      {waiting.length === 0 || (report.line.skipped ?? 0) === 0 ? null : <Waiting files={waiting} />}
      <section class="wb-part-near">
        <h2 class="wb-visually-hidden">Gegevens van deze levering</h2>
        <Facts facts={report.facts} />
      </section>
      {report.unread.length === 0 ? null : (
        <Told heading="Deze bestanden konden niet gelezen worden" id="onleesbaar-kop" told={report.unread} />
      )}
      {report.leftOut.length === 0 ? null : (
        <Told heading="Deze regels zijn niet ingenomen" id="buiten-kop" told={report.leftOut} />
      )}
      <Files report={report} mayOpen={mayOpen} />
      {report.rules.length === 0 ? null : <Rules report={report} />}
    </>
  );
}

const stateWords: Readonly<Record<FileState, string>> = {
  geweigerd: "Geweigerd",
  bevindingen: "Met bevindingen",
  ingenomen: "Ingenomen",
};

function Waiting({files}: {files: readonly WaitingFile[]}) {
  return (
    <section class="wb-alert wb-alert-note wb-lines wb-part-near" aria-labelledby="koppelen-kop">
      <h2 id="koppelen-kop">Koppel eerst de kolommen</h2>
      <p>
        {files.length === 1 ? "Deze tabel wacht" : "Deze tabellen wachten"} in de inbox. Zegt u wat in welke kolom
        staat, dan {files.length === 1 ? "wordt hij" : "worden ze"} vanzelf ingenomen.
      </p>
      <ul>
        {files.slice(0, mostWaiting).map(({name, href, problem}) => (
          <li>{problem === null ? <a href={href}>{name}</a> : `${name}: ${problem}`}</li>
        ))}
      </ul>
      <p>
        <a href={koppelenPath}>Kolommen koppelen</a>
      </p>
    </section>
  );
}

const mostWaiting = 20;

function Files({report, mayOpen}: Omit<LeveringPageProps, "waiting">) {
  const here = `${adminPath}/leveringen/${report.line.number}`;
  const total = fileStates.reduce((sum, state) => sum + report.counts[state], 0);
  if (total === 0) {
    return (
      <div class="wb-empty wb-part">
        <b>Van deze levering is niets nieuws ingenomen</b>
        Wat erin zat, was al aanwezig, wacht op het koppelen van de kolommen, of kon niet gelezen worden.
      </div>
    );
  }
  const tabs = fileStates
    .filter((state) => report.counts[state] > 0)
    .map((state) => ({
      label: `${stateWords[state]} (${formatNumber(report.counts[state])})`,
      href: `${here}?toestand=${state}`,
      isCurrent: state === report.state,
    }));
  const pageHref = (number: number) => `${here}?toestand=${report.state}${number === 1 ? "" : `&bladzijde=${number}`}`;
  return (
    <section class="wb-part">
      <h2 id="bestanden-kop">{filesHeading(report)}</h2>
      <Tabs label="Bestanden naar hoe ze eindigden" tabs={tabs} />
      <ScrollRegion labelledBy="bestanden-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Bestand</th>
              <th scope="col">Wat er is gevonden</th>
              <th scope="col" class="wb-right">
                Grootte
              </th>
              {mayOpen ? (
                <th scope="col" class="wb-right">
                  Origineel
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {report.files.map((file) => (
              <FileRow file={file} mayOpen={mayOpen} />
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
      {mayOpen ? (
        <p class="wb-hint wb-table-note">
          Een origineel gaat over mensen. Wij noteren wie het wanneer ophaalt. Bewaar het niet langer dan nodig.
        </p>
      ) : null}
    </section>
  );
}

function filesHeading({counts}: ReceiptReport): string {
  if (counts.geweigerd > 0) {
    return counts.geweigerd === 1
      ? "1 bestand is geweigerd"
      : `${formatNumber(counts.geweigerd)} bestanden zijn geweigerd`;
  }
  if (counts.bevindingen > 0) {
    return counts.bevindingen === 1
      ? "Bij 1 bestand is iets gevonden"
      : `Bij ${formatNumber(counts.bevindingen)} bestanden is iets gevonden`;
  }
  return "Alle bestanden zijn ingenomen";
}

function FileRow({file, mayOpen}: {file: ReceiptFile; mayOpen: boolean}) {
  return (
    <tr>
      <th scope="row" class="wb-file-name">
        {file.name}
      </th>
      <td class="wb-whole">{file.text ?? <span class="wb-missing">niets</span>}</td>
      <td class="wb-right">
        <span class="wb-cell-label">Grootte</span>
        {formatBytes(file.size)}
      </td>
      {mayOpen ? (
        <td class="wb-right">
          <span class="wb-cell-label">Origineel</span>
          {file.isKept ? (
            <a href={`${adminPath}/bestanden/${file.sha256}`} download aria-label={`ophalen: ${file.name}`}>
              ophalen
            </a>
          ) : (
            <span class="wb-missing">geen</span>
          )}
        </td>
      ) : null}
    </tr>
  );
}

interface ToldProps {
  readonly heading: string;
  readonly id: string;
  readonly told: ReceiptReport["unread"];
}

function Told({heading, id, told}: ToldProps) {
  return (
    <section class="wb-part">
      <h2 id={id}>{heading}</h2>
      <ScrollRegion labelledBy={id}>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Bestand</th>
              <th scope="col">Waarom</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({name, text}) => (
              <tr>
                <th scope="row" class="wb-file-name">
                  {name}
                </th>
                <td class="wb-whole">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Rules({report}: {report: ReceiptReport}) {
  return (
    <section class="wb-part">
      <h2 id="regels-kop">Bevindingen per regel</h2>
      <ScrollRegion labelledBy="regels-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Regel</th>
              <th scope="col">Bijvoorbeeld</th>
              <th scope="col">Ernst</th>
              <th scope="col" class="wb-right">
                Bestanden
              </th>
              <th scope="col" class="wb-right">
                Keer
              </th>
            </tr>
          </thead>
          <tbody>
            {report.rules.map(({regel, tekst, ernst, files, count}) => (
              <tr>
                <th scope="row">{regel}</th>
                <td class="wb-whole">{tekst}</td>
                <td>
                  <span class="wb-cell-label">Ernst</span>
                  {ernst}
                </td>
                <td class="wb-right">
                  <span class="wb-cell-label">Bestanden</span>
                  {formatNumber(files)}
                </td>
                <td class="wb-right">
                  <span class="wb-cell-label">Keer</span>
                  {formatNumber(count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
