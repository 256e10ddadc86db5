import type {Caseload} from "../../reports/teamkaart/caseload.ts";
import {teamPath} from "../../reports/teamkaart/paths.ts";
import type {OwnTeam} from "../../reports/teamkaart/teams.ts";
import {formatOf} from "../../reports/units.ts";
import {FigureText, HiddenNote} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {Tabs} from "../components/tabs.tsx";

/** Which card: for who has more teams than one. */
export function TeamsPage({teams}: {teams: readonly OwnTeam[]}) {
  return (
    <>
      <h1 id="teams">Teamkaart</h1>
      <p class="wb-kern">Eén bladzijde per team voor het werkoverleg. Alleen het team zelf ziet haar.</p>
      {teams.length === 0 ? (
        <div class="wb-empty wb-part-near">
          <b>Er is nog geen team bekend</b>
          Neem team.csv en team_wijk.csv in, dan staat hier van elk team een kaart.
        </div>
      ) : (
        <ul class="wb-list wb-part-near" aria-labelledby="teams">
          {teams.map(({code, name}) => (
            <li>
              <a href={teamPath(code)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How much work a team has, and where help may end or be lighter. */
export function CaseloadPage({report}: {report: Caseload}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <Tabs
        label="Over dit team"
        tabs={[
          {label: "Kaart", href: report.cardHref, isCurrent: false},
          {label: "Caseload", href: report.path, isCurrent: true},
        ]}
      />
      <section class="wb-part-near">
        <h2 id="werk-kop">Het werk van dit team, naast alle teams samen</h2>
        <p class="wb-figure-note">
          'Nu' is {report.nowWords}. Alle teams samen: zoals iedereen het mag zien. Wat bij dit team te verwachten is,
          staat in de Spiegel.
        </p>
        <ScrollRegion labelledBy="werk-kop">
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                <th scope="col">Maat</th>
                <th scope="col">Waar gaat het over</th>
                <th scope="col">Wanneer</th>
                <th scope="col" class="wb-right">
                  Dit team
                </th>
                <th scope="col" class="wb-right">
                  Alle teams samen
                </th>
                <th scope="col">In woorden</th>
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row) => (
                <tr>
                  <th scope="row">
                    <a href={row.href}>{row.name}</a>
                  </th>
                  <td>
                    <span class="wb-cell-label">Waar gaat het over</span>
                    {row.about}
                  </td>
                  <td>
                    <span class="wb-cell-label">Wanneer</span>
                    {row.when}
                  </td>
                  <td class="wb-right">
                    <span class="wb-cell-label">Dit team</span>
                    <b>
                      <FigureText figure={row.own} format={formatOf(row.unit)} />
                    </b>
                  </td>
                  <td class="wb-right">
                    <span class="wb-cell-label">Alle teams samen</span>
                    {row.all === null ? (
                      <span class="wb-missing">niet te vergelijken</span>
                    ) : (
                      <FigureText figure={row.all} format={formatOf(row.unit)} />
                    )}
                  </td>
                  <td class="wb-whole">{row.words}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <Notes report={report} />
      </section>
      <Kinds report={report} />
      <ProvenanceLine provenance={report.provenance} />
    </>
  );
}

function Kinds({report}: {report: Caseload}) {
  return (
    <section class="wb-part">
      <h2 id="soorten-kop">Bij welke hulp valt er iets te bespreken?</h2>
      {report.kinds.length === 0 ? (
        <p class="wb-small">
          {report.hiddenKinds === 0
            ? "Er loopt nu geen hulp af, en er loopt geen hulp lang."
            : "Per soort hulp gaat het om te weinig mensen om te laten zien. Voor het hele team staat het hierboven."}
        </p>
      ) : (
        <ScrollRegion labelledBy="soorten-kop">
          <table class="wb-table">
            <thead>
              <tr>
                <th scope="col">Soort hulp</th>
                <th scope="col" class="wb-right">
                  Loopt binnen 8 weken af
                </th>
                <th scope="col" class="wb-right">
                  Loopt langer dan twee jaar
                </th>
              </tr>
            </thead>
            <tbody>
              {report.kinds.map(({name, ending, long}) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td class="wb-right">
                    <FigureText figure={ending} format={formatOf("toewijzingen")} />
                  </td>
                  <td class="wb-right">
                    <FigureText figure={long} format={formatOf("aandeel")} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {report.kinds.length === 0 || report.hiddenKinds === 0 ? null : (
        <p class="wb-hint wb-table-note">
          Van {report.hiddenKinds} andere soorten hulp is alles verborgen: het gaat om te weinig mensen.
        </p>
      )}
      <p class="wb-hint wb-table-note">
        Om wie het gaat, staat hier niet. Dat ziet u in het systeem waarin u de toewijzingen maakt.
      </p>
    </section>
  );
}

function Notes({report}: {report: Caseload}) {
  return (
    <>
      <HiddenNote isNeeded={report.hasHidden} />
      {report.hasTooFew ? (
        <p class="wb-hint wb-table-note">Te weinig: te weinig trajecten of mensen om een cijfer van te maken.</p>
      ) : null}
    </>
  );
}
