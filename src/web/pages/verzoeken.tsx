import type {ResidentRequest} from "../../access/requests.ts";
import {formatDateShort, formatMoment} from "../../reports/format.ts";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {formTokenField} from "../form-token.ts";

const path = "/privacyboek/verzoeken";

export interface VerzoekenPageProps {
  readonly requests: readonly ResidentRequest[];
  readonly today: string;
  /** The request that was just written in. */
  readonly opened: number | null;
  readonly formToken: string;
}

export function VerzoekenPage({requests, today, opened, formToken}: VerzoekenPageProps) {
  const open = requests.filter(({uitkomst}) => uitkomst === null);
  const late = open.filter(({uiterlijkOp}) => uiterlijkOp < today).length;
  return (
    <>
      <h1>Verzoeken van inwoners</h1>
      <p class="wb-kern">
        {open.length === 0 ? "Er staat geen verzoek open." : `${countWords(open.length)} open.`}
        {late === 0 ? "" : ` Bij ${late} is de maand voorbij.`} Een antwoord moet er binnen een maand zijn.
      </p>
      {opened === null ? null : (
        <div class="wb-alert wb-alert-note wb-part-near">
          <p>Verzoek {opened} is opgeschreven. Het burgerservicenummer is niet bewaard.</p>
        </div>
      )}
      <div class="wb-columns wb-part-near">
        <section class="wb-span-8">
          <h2 id="lijst-kop">{requests.length === 0 ? "Nog geen verzoeken" : "Alle verzoeken"}</h2>
          {requests.length === 0 ? null : (
            <ScrollRegion labelledBy="lijst-kop">
              <table class="wb-table wb-stack">
                <thead>
                  <tr>
                    <th scope="col">Verzoek</th>
                    <th scope="col">Ontvangen</th>
                    <th scope="col">Uiterlijk</th>
                    <th scope="col">Stand</th>
                    <th scope="col">Wat nu</th>
                  </tr>
                </thead>
                <tbody>
                  {requests.map((request) => (
                    <RequestRow request={request} today={today} formToken={formToken} />
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )}
        </section>
        <aside class="wb-span-4 wb-aside" aria-labelledby="nieuw-kop">
          <section>
            <h2 id="nieuw-kop">Nieuw verzoek</h2>
            <form method="post" action={path} autocomplete="off">
              <input type="hidden" name={formTokenField} value={formToken} />
              <BsnField id="bsn-verzoek" />
              <div class="wb-field">
                <label class="utrecht-form-label" for="soort">
                  Wat vraagt de inwoner?
                </label>
                <select class="utrecht-select utrecht-select--html-select" id="soort" name="soort">
                  <option value="inzage">Inzage: wat staat er over mij?</option>
                  <option value="correctie">Correctie: dit klopt niet</option>
                  <option value="verwijdering">Verwijdering: haal het weg</option>
                </select>
              </div>
              <div class="wb-choices">
                <button class="utrecht-button utrecht-button--primary-action" type="submit">
                  Schrijf op
                </button>
              </div>
            </form>
          </section>
          <section>
            <h2>Wie keek naar een inwoner?</h2>
            <form method="post" action={`${path}/wie-keek`} autocomplete="off">
              <input type="hidden" name={formTokenField} value={formToken} />
              <BsnField id="bsn-keek" />
              <div class="wb-choices">
                <button class="utrecht-button utrecht-button--primary-action" type="submit">
                  Zoek op
                </button>
              </div>
            </form>
            <p class="wb-hint">Dat u dit opzoekt, komt ook in het logboek.</p>
          </section>
        </aside>
      </div>
    </>
  );
}

function countWords(count: number): string {
  return count === 1 ? "1 verzoek staat" : `${count} verzoeken staan`;
}

function BsnField({id}: {id: string}) {
  return (
    <div class="wb-field">
      <label class="utrecht-form-label" for={id}>
        Burgerservicenummer
      </label>
      <input
        class="utrecht-textbox utrecht-textbox--html-input"
        id={id}
        name="bsn"
        inputmode="numeric"
        maxlength={12}
        autocomplete="off"
        required
      />
    </div>
  );
}

function RequestRow({request, today, formToken}: {request: ResidentRequest; today: string; formToken: string}) {
  const {nummer, soort, ontvangenOp, uiterlijkOp, uitkomst, grond, klaarOp} = request;
  const isLate = uitkomst === null && uiterlijkOp < today;
  return (
    <tr>
      <th scope="row">
        {nummer}: {soort}
      </th>
      <td>
        <span class="wb-cell-label">Ontvangen</span>
        {formatDateShort(ontvangenOp)}
      </td>
      <td>
        <span class="wb-cell-label">Uiterlijk</span>
        {formatDateShort(uiterlijkOp)}
        {isLate ? <small class="wb-attention"> voorbij</small> : null}
      </td>
      <td class="wb-whole">
        <span class="wb-cell-label">Stand</span>
        {uitkomst === null ? "open" : uitkomst}
        {klaarOp === null ? null : <span class="wb-hint"> {formatMoment(klaarOp)}</span>}
        {grond === null ? null : <p class="wb-hint">{grond}</p>}
      </td>
      <td class="wb-whole">{uitkomst === null ? <Steps request={request} formToken={formToken} /> : null}</td>
    </tr>
  );
}

function Steps({request: {nummer, soort}, formToken}: {request: ResidentRequest; formToken: string}) {
  return (
    <>
      {soort === "verwijdering" ? (
        <p class="wb-small">
          Mag dit? Zolang de wet bewaren eist (Wmo 2015 art. 5.3.4: 15 jaar; Jeugdwet art. 7.3.8: 20 jaar) kan de
          gemeente weigeren. Wissen gaat met de server uit: <code>npx wijkbalans verzoek uitvoeren {nummer}</code>
        </p>
      ) : (
        <div class="wb-choices">
          <Step
            action={`${path}/${nummer}/${soort === "inzage" ? "dossier" : "bronnen"}`}
            formToken={formToken}
            label={
              soort === "inzage" ? `Haal alles op voor verzoek ${nummer}` : `Wie moet opnieuw sturen, verzoek ${nummer}`
            }
          />
          <Step action={`${path}/${nummer}/klaar`} formToken={formToken} label={`Verzoek ${nummer} is klaar`} />
        </div>
      )}
      <details>
        <summary>Weiger verzoek {nummer}</summary>
        <form method="post" action={`${path}/${nummer}/weiger`}>
          <input type="hidden" name={formTokenField} value={formToken} />
          <div class="wb-field">
            <label class="utrecht-form-label" for={`grond-${nummer}`}>
              Op welke grond?
            </label>
            <input
              class="utrecht-textbox utrecht-textbox--html-input"
              id={`grond-${nummer}`}
              name="grond"
              maxlength={300}
              required
            />
          </div>
          <div class="wb-choices">
            <button class="wb-button-plain" type="submit">
              Weiger
            </button>
          </div>
        </form>
      </details>
    </>
  );
}

function Step({action, formToken, label}: {action: string; formToken: string; label: string}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name={formTokenField} value={formToken} />
      <button class="wb-button-plain" type="submit">
        {label}
      </button>
    </form>
  );
}
