import {DeliveryForm} from "../components/delivery-form.tsx";
import {JobProgress} from "../components/job-progress.tsx";
import type {Live} from "../live.ts";
import {adminPath, deliverPath} from "../paths.ts";
import type {Page} from "../route.ts";

/** Where one brings files; nothing is taken in before one has seen what would change. */
export function aanleverenPage(live: Live, wasDiscarded: boolean): Page {
  const {deliveries, formToken, inboxFolder} = live;
  const {running, waiting} = deliveries.jobs;
  const content = (
    <>
      <h1>Aanleveren</h1>
      <p class="wb-kern">
        Breng hier berichten en referentiebestanden in. U ziet eerst wat er verandert. Daarna kiest u of het zo mag.
      </p>
      {wasDiscarded ? (
        <div class="wb-alert wb-part-near" role="status">
          <p>De bestanden zijn weggegooid. Er is niets veranderd.</p>
        </div>
      ) : null}
      <DeliveryForm formToken={formToken} />
      {running === null ? null : <JobProgress job={running} waiting={waiting.length} refreshHref={deliverPath} />}
      <section class="wb-part">
        <h2>Leveren zonder handen</h2>
        <dl class="wb-facts">
          <div>
            <dt>Inbox</dt>
            <dd>
              Wat in de map <code>{inboxFolder}</code> komt, wordt vanzelf ingenomen. Daarna staat het in 'verwerkt' of,
              met de reden, in 'geweigerd'.
            </dd>
          </div>
          <div>
            <dt>Over HTTP</dt>
            <dd>
              Een programma levert met een token: POST naar <code>/api/v1/leveringen</code>. Maak een token met{" "}
              <code>npx wijkbalans token maak NAAM</code>.
            </dd>
          </div>
          <div>
            <dt>Opdracht</dt>
            <dd>
              <code>npx wijkbalans import MAP</code>, ook terwijl deze server draait.
            </dd>
          </div>
        </dl>
        <p class="wb-prose wb-small">
          Wat u hier brengt en niet inneemt, halen wij na een dag weg. Hoe elke levering ging, staat bij{" "}
          <a href={adminPath}>Beheer</a>.
        </p>
      </section>
    </>
  );
  return {title: "Aanleveren", content, hasScript: true};
}
