import {
  type Cell,
  type PersonRow,
  type Preview,
  type Rollen,
  rollenPath,
  tickName,
} from "../../reports/rollen/rollen.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {formTokenField} from "../form-token.ts";
import {adminPath} from "../paths.ts";

export function RollenPage({report, formToken}: {report: Rollen; formToken: string}) {
  return (
    <>
      <Breadcrumb
        crumbs={[
          {label: "Beheer", href: adminPath},
          {label: "Rollen", href: null},
        ]}
      />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      {report.preview === null ? null : (
        <PreviewSection preview={report.preview} seen={report.seen} formToken={formToken} />
      )}
      <Screens report={report} />
      <People report={report} formToken={formToken} />
      <History report={report} formToken={formToken} />
    </>
  );
}

function PreviewSection({preview, seen, formToken}: {preview: Preview; seen: number; formToken: string}) {
  if (preview.lines.length === 0) {
    return (
      <div class="wb-alert wb-alert-note wb-part-near">
        <p>Zo verandert er niets. Zet in de tabel een vinkje aan of uit.</p>
      </div>
    );
  }
  return (
    <section class="wb-alert wb-alert-note wb-lines wb-part-near" aria-labelledby="voorbeeld-kop">
      <h2 id="voorbeeld-kop">Dit verandert er. Het is nog niet bewaard</h2>
      <ul class="wb-list">
        {preview.lines.map(({text, who}) => (
          <li>
            {text}. <span class="wb-small">{who}.</span>
          </li>
        ))}
      </ul>
      <form method="post" action={rollenPath}>
        <input type="hidden" name={formTokenField} value={formToken} />
        <input type="hidden" name="actie" value="scherm" />
        <input type="hidden" name="gezien" value={String(seen)} />
        {preview.fields.map(({name, value}) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          Bewaar deze rechten
        </button>{" "}
        <a href={rollenPath}>Toch niet</a>
      </form>
    </section>
  );
}

function Screens({report}: {report: Rollen}) {
  return (
    <section class="wb-part">
      <h2 id="schermen-kop">Welke rol ziet welke bladzijde</h2>
      <form method="get" action={rollenPath}>
        <input type="hidden" name="voorbeeld" value="1" />
        <ScrollRegion labelledBy="schermen-kop">
          <table class="wb-table">
            <thead>
              <tr>
                <th scope="col">Bladzijde</th>
                {report.roles.map(({label}) => (
                  <th scope="col">{label}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.screens.map(({screen, label, asks, cells}) => (
                <tr>
                  <th scope="row">
                    {label}
                    <br />
                    <small class="wb-small">{asks}</small>
                  </th>
                  {cells.map((cell, place) => (
                    <td>
                      <Tick cell={cell} screen={screen} label={`${report.roles[place]!.label} ziet ${label}`} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <p class="wb-hint wb-table-note">
          Een streepje kan niet veranderen. Een ster staat bij wat u zelf veranderde. Wie alleen een team, wijk of
          aanbieder mag zien, ziet op elke bladzijde alleen dat deel.
        </p>
        <button
          class={`utrecht-button ${report.preview === null ? "utrecht-button--primary-action" : "utrecht-button--subtle"}`}
          type="submit"
        >
          Bekijk wat er verandert
        </button>
      </form>
    </section>
  );
}

function Tick({cell, screen, label}: {cell: Cell; screen: string; label: string}) {
  if (cell.isFixed) {
    return (
      <span role="img" aria-label={`${label}: ${cell.may ? "altijd" : "kan niet"}`}>
        {cell.may ? "ja" : "–"}
      </span>
    );
  }
  return (
    <>
      <input
        class="utrecht-checkbox utrecht-checkbox--html-input"
        type="checkbox"
        name={tickName(screen, cell.role)}
        value="1"
        checked={cell.may}
        aria-label={label}
      />
      {cell.isChanged ? (
        <span role="img" aria-label="zelf veranderd">
          *
        </span>
      ) : null}
    </>
  );
}

function People({report, formToken}: {report: Rollen; formToken: string}) {
  return (
    <section class="wb-part">
      <h2 id="mensen-kop">Wie welke rol heeft</h2>
      {report.people.length === 0 ? (
        <p>Nog niemand heeft hier een rol. Geeft uw aanmelddienst de rollen door, dan hoeft dat ook niet.</p>
      ) : (
        <ScrollRegion labelledBy="mensen-kop">
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                <th scope="col">Naam</th>
                <th scope="col">Rol</th>
                <th scope="col">Gemeente</th>
                <th scope="col">Deel</th>
                <th scope="col">Terugnemen</th>
              </tr>
            </thead>
            <tbody>
              {report.people.map((person) => (
                <Person person={person} formToken={formToken} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <details class="wb-part-near">
        <summary>Geef iemand een rol</summary>
        {report.users.length === 0 ? (
          <p>Nog niemand heeft zich aangemeld. Wie een rol krijgt, meldt zich eerst één keer aan.</p>
        ) : null}
        <form method="post" action={rollenPath} class="wb-part-near wb-span-4">
          <input type="hidden" name={formTokenField} value={formToken} />
          <input type="hidden" name="actie" value="geef" />
          <Choice id="gebruiker" label="Wie" options={report.users} />
          <Choice id="rol" label="Rol" options={report.roles.map(({role, label}) => ({value: role, label}))} />
          <Choice id="gemeente" label="Gemeente" options={report.gemeenten} />
          <Choice id="deel" label="Deel" options={[{value: "", label: "De hele gemeente"}, ...report.parts]} />
          <button class="utrecht-button utrecht-button--primary-action" type="submit">
            Geef deze rol
          </button>
        </form>
      </details>
    </section>
  );
}

function Person({person, formToken}: {person: PersonRow; formToken: string}) {
  return (
    <tr>
      <th scope="row">{person.name}</th>
      <td>
        <span class="wb-cell-label">Rol</span>
        {person.role}
      </td>
      <td>
        <span class="wb-cell-label">Gemeente</span>
        {person.place}
      </td>
      <td>
        <span class="wb-cell-label">Deel</span>
        {person.part}
      </td>
      <td>
        <form method="post" action={rollenPath}>
          <input type="hidden" name={formTokenField} value={formToken} />
          <input type="hidden" name="actie" value="neem" />
          {Object.entries(person.fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button
            class="utrecht-button utrecht-button--subtle"
            type="submit"
            aria-label={`Neem de rol ${person.role} van ${person.name} terug`}
          >
            Neem terug
          </button>
        </form>
      </td>
    </tr>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly {readonly value: string; readonly label: string}[];
}

function Choice({id, label, options}: ChoiceProps) {
  return (
    <div class="wb-field">
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      <select class="utrecht-select utrecht-select--html-select" id={id} name={id}>
        {options.map((option) => (
          <option value={option.value}>{option.label}</option>
        ))}
      </select>
    </div>
  );
}

function History({report, formToken}: {report: Rollen; formToken: string}) {
  if (report.history.length === 0) return null;
  return (
    <section class="wb-part">
      <h2 id="geschiedenis-kop">Wat er veranderde</h2>
      <ScrollRegion labelledBy="geschiedenis-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Wanneer</th>
              <th scope="col">Wat</th>
              <th scope="col">Door wie</th>
              <th scope="col">Terugdraaien</th>
            </tr>
          </thead>
          <tbody>
            {report.history.map(({when, who, what, undo}) => (
              <tr>
                <th scope="row">{when}</th>
                <td class="wb-whole">{what}</td>
                <td>
                  <span class="wb-cell-label">Door wie</span>
                  {who}
                </td>
                <td>
                  {undo === null ? null : (
                    <form method="post" action={rollenPath}>
                      <input type="hidden" name={formTokenField} value={formToken} />
                      <input type="hidden" name="actie" value="terug" />
                      <input type="hidden" name="nummer" value={String(undo)} />
                      <button class="utrecht-button utrecht-button--subtle" type="submit">
                        Draai terug
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
