import type {Option} from "../../reports/question-line.ts";
import type {MailChoice} from "../../reports/waarschuwingen/mail-choice.ts";
import {waarschuwingenPath} from "../../reports/waarschuwingen/paths.ts";
import type {RuleForm, RuleRow, TakenBack, Waarschuwingen} from "../../reports/waarschuwingen/waarschuwingen.ts";
import {FigureText, HiddenNote} from "../components/figure.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {formTokenField} from "../form-token.ts";

export function WaarschuwingenPage({report, formToken}: {report: Waarschuwingen; formToken: string}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      {report.mistake === null ? null : (
        <div class="wb-alert wb-alert-fault wb-part-near" role="alert">
          <p>{report.mistake}</p>
        </div>
      )}
      {report.justTakenBack === null ? null : <JustTakenBack taken={report.justTakenBack} formToken={formToken} />}
      <div class="wb-columns wb-part-near">
        <div class="wb-span-8">
          <Rules report={report} formToken={formToken} />
          {report.takenBack.length === 0 ? null : <Taken taken={report.takenBack} formToken={formToken} />}
        </div>
        <aside class="wb-span-4 wb-aside" aria-labelledby="mail-kop">
          <MailSection mail={report.mail} formToken={formToken} />
        </aside>
      </div>
      {report.form === null ? (
        <p class="wb-part">{report.whyNoForm}</p>
      ) : (
        <NewRule form={report.form} formToken={formToken} />
      )}
    </>
  );
}

function JustTakenBack({taken, formToken}: {taken: TakenBack; formToken: string}) {
  return (
    <div class="wb-alert wb-alert-note wb-part-near" role="status">
      <p>Weggehaald: {taken.words}.</p>
      <PutBack taken={taken} formToken={formToken} id="net" />
    </div>
  );
}

function Rules({report, formToken}: {report: Waarschuwingen; formToken: string}) {
  if (report.rules.length === 0) {
    return (
      <div class="wb-empty">
        <b>Nog geen waarschuwingen</b>
        Maak er hieronder een.
      </div>
    );
  }
  return (
    <section>
      <h2 id="regels-kop">Waarvoor u gewaarschuwd wordt</h2>
      <ScrollRegion labelledBy="regels-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Cijfer</th>
              <th scope="col">Waarschuw</th>
              <th scope="col">Nu</th>
              <th scope="col">Voor wie</th>
              <th scope="col">Weghalen</th>
            </tr>
          </thead>
          <tbody>
            {report.rules.map((row) => (
              <Rule row={row} formToken={formToken} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={report.hasHidden} />
      <p class="wb-hint wb-table-note">
        Wij kijken na elke levering naar de laatste 12 maanden die bekend zijn. Van een verborgen getal waarschuwen wij
        niet.
      </p>
      <p>
        <a href={`${waarschuwingenPath}.csv`}>Haal op (CSV)</a>
      </p>
    </section>
  );
}

function Rule({row, formToken}: {row: RuleRow; formToken: string}) {
  const {now} = row;
  return (
    <tr>
      <th scope="row">
        {row.figure}
        <br />
        <span class="wb-hint">{row.about}</span>
      </th>
      <td class="wb-whole">
        <span class="wb-cell-label">Waarschuw</span>
        {row.norm}
        {row.why === "" ? null : <p class="wb-hint">{row.why}</p>}
      </td>
      <td class="wb-whole">
        <span class="wb-cell-label">Nu</span>
        {now.figure === null ? null : (
          <>
            {now.isPast ? (
              <b>
                <FigureText figure={now.figure} format={now.format} />
              </b>
            ) : (
              <FigureText figure={now.figure} format={now.format} />
            )}
            <br />
          </>
        )}
        <span class="wb-hint">{now.words}</span>
      </td>
      <td class="wb-whole">
        <span class="wb-cell-label">Voor wie</span>
        {row.forWhom}
      </td>
      <td>
        {row.mayChange ? (
          <form method="post" action={waarschuwingenPath}>
            <input type="hidden" name={formTokenField} value={formToken} />
            <input type="hidden" name="actie" value="weg" />
            <input type="hidden" name="nummer" value={String(row.number)} />
            <button
              class="wb-button-plain"
              type="submit"
              aria-label={`Haal weg: ${row.figure}, ${row.about}, ${row.norm}`}
            >
              Haal weg
            </button>
          </form>
        ) : null}
      </td>
    </tr>
  );
}

function Taken({taken, formToken}: {taken: readonly TakenBack[]; formToken: string}) {
  return (
    <details class="wb-figure-table wb-part-near">
      <summary>
        <span>Wat u weghaalde</span>
      </summary>
      <ul class="wb-list">
        {taken.map((one) => (
          <li>
            {one.words} <span class="wb-hint">{one.when}</span>
            <PutBack taken={one} formToken={formToken} id="lijst" />
          </li>
        ))}
      </ul>
    </details>
  );
}

function PutBack({taken, formToken, id}: {taken: TakenBack; formToken: string; id: string}) {
  return (
    <form method="post" action={waarschuwingenPath}>
      <input type="hidden" name={formTokenField} value={formToken} />
      <input type="hidden" name="actie" value="terug" />
      <input type="hidden" name="nummer" value={String(taken.number)} />
      <button
        class="wb-button-plain"
        id={`terug-${id}-${taken.number}`}
        type="submit"
        aria-label={`Zet terug: ${taken.words}`}
      >
        Zet terug
      </button>
    </form>
  );
}

function MailSection({mail, formToken}: {mail: MailChoice; formToken: string}) {
  return (
    <section id="mail">
      <h2 id="mail-kop">Stuur mij een mail als er iets opvalt</h2>
      {mail.canChoose ? (
        <>
          <p>
            {mail.isOn
              ? `U krijgt na een levering een mail op ${mail.address} als er iets nieuws opvalt.`
              : `U krijgt nu geen mail. Zet u dit aan, dan gaat hij naar ${mail.address}.`}
          </p>
          <form method="post" action={waarschuwingenPath}>
            <input type="hidden" name={formTokenField} value={formToken} />
            <input type="hidden" name="actie" value="mail" />
            <input type="hidden" name="aan" value={mail.isOn ? "nee" : "ja"} />
            <button class="utrecht-button utrecht-button--primary-action" type="submit">
              {mail.isOn ? "Zet de mail uit" : "Zet de mail aan"}
            </button>
          </form>
          <p class="wb-hint">
            In de mail staat alleen wat u mag zien. Elk ding melden wij één keer, en opnieuw als het weg was en
            terugkomt.
          </p>
        </>
      ) : (
        <p>{mail.why}</p>
      )}
    </section>
  );
}

function NewRule({form, formToken}: {form: RuleForm; formToken: string}) {
  return (
    <section class="wb-part" id="nieuw">
      <h2>Maak een waarschuwing</h2>
      <div class="wb-columns wb-part-near">
        <form method="get" action={`${waarschuwingenPath}#nieuw`} class="wb-form wb-span-4">
          <h3>1. Kies een cijfer</h3>
          <Choice id="per" label="Van wie of waar" options={form.kinds} />
          <Choice id="cijfer" label="Cijfer" options={form.figures} />
          <button class="wb-button-plain" type="submit">
            Kies dit cijfer
          </button>
        </form>
        <form method="post" action={waarschuwingenPath} class="wb-form wb-span-4">
          <input type="hidden" name={formTokenField} value={formToken} />
          <h3>2. Waarschuw mij bij: {form.figureName}</h3>
          <input type="hidden" name="actie" value="maak" />
          <input type="hidden" name="per" value={form.kind} />
          <input type="hidden" name="cijfer" value={form.cijfer} />
          {form.noUnits === null ? null : <p>{form.noUnits}</p>}
          {form.units.length === 0 ? null : <Choice id="wie" label={form.unitLabel} options={form.units} />}
          <Choice id="wet" label="Wet" options={form.wetten} />
          <Choice id="kant" label="Als het komt" options={form.sides} />
          <div class="wb-field">
            <label class="utrecht-form-label" for="grens">
              Grens
            </label>
            <input
              class="utrecht-textbox utrecht-textbox--html-input"
              id="grens"
              name="grens"
              inputmode="decimal"
              maxlength={40}
              autocomplete="off"
              aria-describedby="grens-uitleg"
              value={form.norm}
              required
            />
            <p class="wb-hint" id="grens-uitleg">
              Schrijf hem {form.normHint}
            </p>
          </div>
          <Choice id="voor" label="Voor wie" options={form.audiences} />
          <div class="wb-field">
            <label class="utrecht-form-label" for="waarom">
              Waarom deze grens? (hoeft niet)
            </label>
            <input
              class="utrecht-textbox utrecht-textbox--html-input"
              id="waarom"
              name="waarom"
              maxlength={300}
              autocomplete="off"
              aria-describedby="waarom-uitleg"
              value={form.why}
            />
            <p class="wb-hint" id="waarom-uitleg">
              Schrijf geen naam van een inwoner of collega op.
            </p>
          </div>
          <button class="utrecht-button utrecht-button--primary-action" type="submit">
            Waarschuw mij
          </button>
        </form>
      </div>
    </section>
  );
}

function Choice({id, label, options}: {id: string; label: string; options: readonly Option[]}) {
  return (
    <div class="wb-field">
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      <select class="utrecht-select utrecht-select--html-select" id={id} name={id}>
        {options.map((option) => (
          <option value={option.value} selected={option.isChosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
