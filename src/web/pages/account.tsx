import {type Grant, keyOfGrant} from "../../access/grant.ts";
import {roleLabels} from "../../access/role.ts";
import type {Session} from "../../access/sign-in/sessions.ts";
import {toMoment} from "../../database/moment.ts";
import {formatList, formatMoment} from "../../reports/format.ts";
import {Facts} from "../components/facts.tsx";
import {accountPath} from "../entrance/entrance.ts";
import {formTokenField} from "../form-token.ts";
import type {Page} from "../route.ts";

export interface AccountProps {
  readonly session: Session;
  /** All sessions of the same person, this one too. */
  readonly sessions: readonly Session[];
  readonly formToken: string;
}

/** Who am I here, what may I see, and where am I signed in. */
export function accountPage({session, sessions, formToken}: AccountProps): Page {
  const title = "Mijn account";
  const content = (
    <>
      <h1>{title}</h1>
      <p class="wb-kern">
        U bent {session.name}. U kijkt als {describeGrant(session.grant)}.
      </p>
      <div class="wb-columns wb-part-near">
        <section class="wb-span-8">
          <h2>Wie u bent</h2>
          <Facts facts={factsOf(session)} />
          <div class="wb-choices">
            <AccountButton action="afmelden" label="Meld af" isMain={true} formToken={formToken} />
            <AccountButton action="overal" label="Meld overal af" isMain={false} formToken={formToken} />
          </div>
        </section>
        {session.grants.length < 2 ? null : (
          <section class="wb-span-4">
            <h2>Kijk in een andere rol</h2>
            <RoleForm session={session} formToken={formToken} />
          </section>
        )}
      </div>
      <section class="wb-part" aria-labelledby="sessies-kop">
        <h2 id="sessies-kop">
          {sessions.length === 1 ? "U bent op één plek aangemeld" : `U bent op ${sessions.length} plekken aangemeld`}
        </h2>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Browser</th>
              <th scope="col">Aangemeld</th>
              <th scope="col">Laatst gezien</th>
              <th scope="col">Kijkt als</th>
              <th scope="col">Afmelden</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((one) => (
              <tr>
                <th scope="row">{one.browser}</th>
                <td>
                  <span class="wb-cell-label">Aangemeld</span>
                  {momentOf(one.begunAt)}
                </td>
                <td>
                  <span class="wb-cell-label">Laatst gezien</span>
                  {momentOf(one.seenAt)}
                </td>
                <td>
                  <span class="wb-cell-label">Kijkt als</span>
                  {describeGrant(one.grant)}
                </td>
                <td>
                  <span class="wb-cell-label">Afmelden</span>
                  {one.id === session.id ? (
                    "deze browser"
                  ) : (
                    <AccountButton
                      action="einde"
                      label="Meld daar af"
                      isMain={false}
                      formToken={formToken}
                      fields={{sessie: one.id}}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="wb-hint wb-table-note">Kent u een plek niet? Meld daar af, en zeg het tegen de beheerder.</p>
      </section>
    </>
  );
  return {title, content};
}

/** Of who sits at the machine itself, where nobody signs in. */
export function localAccountPage(): Page {
  const title = "Mijn account";
  const content = (
    <>
      <h1>{title}</h1>
      <p class="wb-kern">
        U bent de beheerder van deze computer. Alleen wie aan deze computer zit, ziet deze pagina's.
      </p>
      <p class="wb-part-near">
        Zich aanmelden hoeft niet, omdat dat niet is ingesteld. Moeten meer mensen Wijkbalans gebruiken? Zie{" "}
        <code>docs/how-to/sign-in.md</code>.
      </p>
    </>
  );
  return {title, content};
}

function factsOf({name, email, grant, begunAt, endsAt, acr}: Session) {
  return [
    {term: "Naam", words: name},
    ...(email === null ? [] : [{term: "E-mail", words: email}]),
    {term: "Rol", words: roleLabels[grant.role]},
    {term: "U ziet", words: describeScope(grant)},
    {term: "Aangemeld", words: momentOf(begunAt)},
    {term: "Duurt tot", words: `${momentOf(endsAt)}, of tot u een tijd niets doet`},
    ...(acr === null ? [] : [{term: "Zekerheid", words: acr}]),
  ];
}

function RoleForm({session, formToken}: {session: Session; formToken: string}) {
  const current = keyOfGrant(session.grant);
  return (
    <form method="post" action={`${accountPath}/rol`} class="wb-field">
      <input type="hidden" name={formTokenField} value={formToken} />
      <label class="utrecht-form-label" for="rol">
        Rol
      </label>
      <select class="utrecht-select utrecht-select--html-select" id="rol" name="rol">
        {session.grants.map((grant) => (
          <option value={keyOfGrant(grant)} selected={keyOfGrant(grant) === current}>
            {describeGrant(grant)}
          </option>
        ))}
      </select>
      <div class="wb-choices">
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          Wissel van rol
        </button>
      </div>
    </form>
  );
}

interface AccountButtonProps {
  readonly action: string;
  readonly label: string;
  readonly isMain: boolean;
  readonly formToken: string;
  readonly fields?: Readonly<Record<string, string>>;
}

function AccountButton({action, label, isMain, formToken, fields = {}}: AccountButtonProps) {
  return (
    <form method="post" action={`${accountPath}/${action}`}>
      <input type="hidden" name={formTokenField} value={formToken} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class={isMain ? "utrecht-button utrecht-button--primary-action" : "wb-button-plain"} type="submit">
        {label}
      </button>
    </form>
  );
}

/** "Teamleider, team T1" */
export function describeGrant(grant: Grant): string {
  const scope = grant.within.map(({dimension, values}) => `${dimension} ${formatList(values)}`);
  const places = grant.gemeenten === "alle" ? [] : [formatList(grant.gemeenten)];
  return [roleLabels[grant.role], ...(scope.length > 0 ? scope : places)].join(", ");
}

function describeScope({gemeenten, within}: Grant): string {
  if (within.length > 0) return within.map(({dimension, values}) => `${dimension} ${formatList(values)}`).join(", ");
  return gemeenten === "alle" ? "alles van deze installatie" : formatList(gemeenten);
}

function momentOf(date: Date): string {
  return formatMoment(toMoment(date));
}
