import type {Job} from "../../ingest/deliveries/jobs.ts";
import type {Preview, PreviewSender} from "../../ingest/deliveries/preview.ts";
import {type Arrival, expiryOf} from "../../ingest/deliveries/spool.ts";
import {formatBytes, formatList, formatMoment, formatNumber} from "../../reports/format.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {ActionButton} from "../components/delivery-form.tsx";
import {JobProgress} from "../components/job-progress.tsx";
import {NumberCell} from "../components/number-cell.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import type {Live} from "../live.ts";
import {deliverPath} from "../paths.ts";
import type {Page} from "../route.ts";
import {Choices, verdict} from "./arrival-choices.tsx";
import {ReferenceFiles} from "./arrival-reference.tsx";
import {SuiteTables} from "./arrival-tables.tsx";

/** A delivery that came in over the web: it is looked at, may be taken in, or is being taken in. */
export function arrivalPage(live: Live, arrival: Arrival): Page {
  const {deliveries} = live;
  const job = deliveries.jobOf(arrival.id);
  const preview = deliveries.spool.findPreview(arrival.id);
  const href = `${deliverPath}/${arrival.id}`;
  if (job?.state === "mislukt") return failedPage(live, arrival, job, href);
  if (arrival.isAccepted || preview === null) return busyPage(live, arrival, job, href);
  return previewPage(live, arrival, preview, href);
}

function busyPage({deliveries}: Live, arrival: Arrival, job: Job | null, href: string): Page {
  const title = arrival.isAccepted ? "Wij nemen uw bestanden in" : "Wij bekijken uw bestanden";
  const kern = arrival.isAccepted
    ? "Daarna ziet u hier wat ervan kwam."
    : "Er verandert nog niets. Daarna kiest u wat ermee gebeurt.";
  const waiting = deliveries.jobs.waiting.filter((one) => one !== job).length;
  const content = (
    <>
      <Crumbs arrival={arrival} />
      <h1>{title}</h1>
      <p class="wb-kern">
        {received(arrival)} {kern}
      </p>
      {job === null ? (
        <p class="wb-prose">
          Dit begint zo. <a href={href}>Ververs</a>
        </p>
      ) : (
        <JobProgress job={job} waiting={waiting} refreshHref={href} />
      )}
    </>
  );
  return {title, content, hasScript: true};
}

function failedPage({formToken}: Live, arrival: Arrival, job: Job, href: string): Page {
  const title = arrival.isAccepted ? "Innemen lukte niet" : "Bekijken lukte niet";
  const content = (
    <>
      <Crumbs arrival={arrival} />
      <h1>{title}</h1>
      <div class="wb-alert wb-alert-fault wb-part-near">
        <p>{job.problem}</p>
      </div>
      <div class="wb-choices">
        {arrival.isAccepted ? (
          <ActionButton action={`${href}/innemen`} formToken={formToken} label="Probeer opnieuw" isMain={true} />
        ) : (
          <ActionButton action={`${href}/weggooien`} formToken={formToken} label="Gooi weg" isMain={false} />
        )}
      </div>
    </>
  );
  return {title, content};
}

function previewPage({formToken}: Live, arrival: Arrival, preview: Preview, href: string): Page {
  const title = "Dit verandert er";
  const content = (
    <>
      <Crumbs arrival={arrival} />
      <h1>{title}</h1>
      <p class="wb-kern">
        {received(arrival)} {verdict(preview)}
      </p>
      <Choices preview={preview} href={href} formToken={formToken} />
      <p class="wb-hint">
        Kiest u niets, dan halen wij de bestanden weg op {formatMoment(momentOf(expiryOf(arrival)))} uur.
      </p>
      {preview.geweigerd === 0 ? null : <Refused preview={preview} />}
      {preview.reference.length === 0 ? null : <ReferenceFiles files={preview.reference} />}
      {preview.tables.length === 0 ? null : <SuiteTables tables={preview.tables} />}
      <Counts preview={preview} />
      {preview.kinds.length === 0 ? null : <Kinds preview={preview} />}
      {preview.rules.length === 0 ? null : <Rules preview={preview} />}
    </>
  );
  return {title, content};
}

function received({files, bytes}: Arrival): string {
  return `${formatNumber(files)} ${files === 1 ? "bestand" : "bestanden"} binnen, ${formatBytes(bytes)}.`;
}

function momentOf(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T", " ");
}

function Crumbs({arrival}: {arrival: Arrival}) {
  return (
    <Breadcrumb
      crumbs={[
        {label: "Aanleveren", href: deliverPath},
        {label: arrival.origin.bron ?? "Levering", href: null},
      ]}
    />
  );
}

function Refused({preview: {refused, geweigerd}}: {preview: Preview}) {
  return (
    <section class="wb-part">
      <h2 id="geweigerd-kop">{geweigerd === 1 ? "Dit bestand is niet goed" : "Deze bestanden zijn niet goed"}</h2>
      <ScrollRegion labelledBy="geweigerd-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Bestand</th>
              <th scope="col">Wat er mis is, en wat u kunt doen</th>
            </tr>
          </thead>
          <tbody>
            {refused.map(({bestand, tekst}) => (
              <tr>
                <th scope="row" class="wb-file-name">
                  {bestand}
                </th>
                <td class="wb-whole">{tekst}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {refused.length < geweigerd ? (
        <p class="wb-hint wb-table-note">
          U ziet de eerste {formatNumber(refused.length)} van {formatNumber(geweigerd)}.
        </p>
      ) : null}
    </section>
  );
}

function Counts({preview}: {preview: Preview}) {
  const files = preview.bestanden + preview.tables.length;
  const lines = [
    {term: "Goed", count: preview.ingenomen},
    {term: "Met bevindingen", count: preview.metBevindingen},
    {term: "Niet goed", count: preview.geweigerd},
    {term: "Al aanwezig", count: preview.alAanwezig},
    {term: "Tabel van een softwarepakket", count: preview.tables.length},
    {term: "Overgeslagen", count: preview.overgeslagen},
  ].filter(({count}) => count > 0);
  return (
    <section class="wb-part">
      <h2>{files === 1 ? "Er zit 1 bestand in" : `Er zitten ${formatNumber(files)} bestanden in`}</h2>
      <dl class="wb-facts">
        {lines.map(({term, count}) => (
          <div>
            <dt>{term}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Kinds({preview: {kinds, senders}}: {preview: Preview}) {
  return (
    <section class="wb-part">
      <h2 id="soorten-kop">Deze berichten komen erbij</h2>
      <ScrollRegion labelledBy="soorten-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Soort</th>
              <th scope="col">Gemeente</th>
              <th scope="col" class="wb-right">
                Aanbieders
              </th>
              <th scope="col" class="wb-right">
                Berichten
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({wet, soort, gemeenteCode, aanbieders, berichten}) => (
              <tr>
                <th scope="row">
                  {wet} {soort}
                </th>
                <td class="wb-whole">{gemeenteCode}</td>
                <NumberCell label="Aanbieders" value={aanbieders} />
                <NumberCell label="Berichten" value={berichten} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {senders.length === 0 ? null : <Senders senders={senders} />}
    </section>
  );
}

function Senders({senders}: {senders: readonly PreviewSender[]}) {
  return (
    <details class="wb-figure-table">
      <summary>
        <span id="aanbieders-kop">Toon per aanbieder</span>
      </summary>
      <ScrollRegion labelledBy="aanbieders-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Aanbieder</th>
              <th scope="col">Soorten</th>
              <th scope="col" class="wb-right">
                Berichten
              </th>
            </tr>
          </thead>
          <tbody>
            {senders.map(({aanbieder, naam, soorten, berichten}) => (
              <tr>
                <th scope="row">{naam ?? aanbieder}</th>
                <td class="wb-whole">{formatList(soorten)}</td>
                <NumberCell label="Berichten" value={berichten} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

function Rules({preview: {rules}}: {preview: Preview}) {
  return (
    <section class="wb-part">
      <h2 id="regels-kop">Deze regels van de standaard worden geschonden</h2>
      <ScrollRegion labelledBy="regels-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Regel</th>
              <th scope="col">Bijvoorbeeld</th>
              <th scope="col" class="wb-right">
                Aantal
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({regel, tekst, aantal}) => (
              <tr>
                <th scope="row">{regel}</th>
                <td class="wb-whole">{tekst}</td>
                <NumberCell label="Aantal" value={aantal} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
