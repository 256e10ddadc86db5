import {raw} from "hono/html";
import {formatNumber} from "../../reports/format.ts";
import type {AttackStep, Outcome, ValOnsAan} from "../../reports/val-ons-aan/val-ons-aan.ts";
import {intervalCharts} from "../charts/interval-chart.ts";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

/** The system attacks its own figures and shows how near it comes. Every number here follows from shown cells alone. */
export function ValOnsAanPage({
  report,
  isOpen,
  problem,
}: {
  report: ValOnsAan;
  isOpen: boolean;
  /** Why what was asked cannot be attacked; null: it can. */
  problem: string | null;
}) {
  const {outcome} = report;
  return (
    <>
      <h1>Val ons aan</h1>
      <p class="wb-kern">{report.kern}</p>
      {problem === null ? null : (
        <div class="wb-alert wb-alert-fault wb-part-near" role="alert">
          <p>Fout: {problem}</p>
        </div>
      )}
      <QuestionForm question={report.question} isOpen={problem !== null} />
      {problem === null && outcome === null ? <Busy /> : null}
      {outcome === null ? null : <Breaches outcome={outcome} />}
      <div class={outcome === null ? "wb-part-near" : "wb-columns"}>
        {outcome === null ? null : (
          <div class="wb-span-8">
            <RoomFigure report={report} outcome={outcome} isOpen={isOpen} />
          </div>
        )}
        <aside class="wb-span-4 wb-aside" aria-label="De regel">
          <section class="wb-frame wb-frame-open">
            <h2>De regel</h2>
            <p>
              Een cel over 1 tot 9 mensen is verborgen. Ook verborgen is elke cel waaruit u zo’n aantal kunt uitrekenen.
              Dat besluiten wij één keer per cel, voor iedereen, en niet per vraag. Wat in het ene antwoord verborgen
              is, is het dus ook in het andere.
            </p>
          </section>
          <section class="wb-frame">
            <h2>Hoe leest u dit?</h2>
            <p>
              De ruimte is alles wat een verborgen cel nog kan zijn, met alle antwoorden naast elkaar. Wij gebruiken
              alleen wat u ook ziet. Het echte getal staat nergens op deze pagina.
            </p>
          </section>
          <section class="wb-frame">
            <h2>Wat dit niet zegt</h2>
            <p>
              Iemand die zelf cliënten kent, weet meer dan wij hier gebruiken. En wie dezelfde cel op twee dagen ziet,
              kan zien wat er bij kwam.
            </p>
          </section>
          <section class="wb-frame">
            <h2>Een eigen tabel?</h2>
            <p>
              <a href={report.tableCheckHref}>Mag deze tabel naar buiten?</a> Wij verbergen wat moet, en vallen daarna
              aan.
            </p>
          </section>
        </aside>
      </div>
      {outcome === null ? null : (
        <section class="wb-part">
          <h2>{outcome.stepsFinding}</h2>
          <ol class="wb-steps wb-steps-plain wb-numbers">
            {outcome.steps.map((step) => (
              <StepItem step={step} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Busy() {
  return (
    <div class="wb-empty wb-part-near" role="status">
      <b>Nog bezig met de aanval</b>
      Open deze pagina over een minuut opnieuw. U kunt hem intussen sluiten.
    </div>
  );
}

/** What an attacker told: what should never be, and what to do. */
function Breaches({outcome}: {outcome: Outcome}) {
  if (outcome.breaches.length === 0) return null;
  return (
    <div class="wb-alert wb-alert-fault wb-part-near">
      <h2>Te herleiden: {formatNumber(outcome.breaches.length + outcome.moreBreaches)} cellen</h2>
      <p>
        Deze cellen kunnen over een paar mensen gaan, en toch volgen zij uit wat wij tonen. Deel deze cijfers niet
        verder. Meld het aan uw privacy officer, met het adres van deze pagina.
      </p>
      <ul>
        {outcome.breaches.map((label) => (
          <li>{label}</li>
        ))}
        {outcome.moreBreaches === 0 ? null : <li>en nog {formatNumber(outcome.moreBreaches)}</li>}
      </ul>
    </div>
  );
}

function RoomFigure({report, outcome, isOpen}: {report: ValOnsAan; outcome: Outcome; isOpen: boolean}) {
  const {chart} = outcome;
  const charts = chart === null ? null : intervalCharts(chart, outcome.finding);
  return (
    <figure class="wb-figure" aria-labelledby="ruimte-kop">
      <figcaption>
        <h2 id="ruimte-kop">{outcome.finding}</h2>
        <p class="wb-figure-note">
          {outcome.note} {chart === null ? "" : `De as is in ${chart.unit}.`}
        </p>
      </figcaption>
      {charts === null ? null : (
        <>
          <div class="wb-plate wb-plate-wide">{raw(charts.wide)}</div>
          <div class="wb-plate wb-plate-narrow">{raw(charts.narrow)}</div>
        </>
      )}
      <ProvenanceLine provenance={report.provenance} />
      {outcome.rows.length === 0 ? null : (
        <div class="wb-under">
          <details class="wb-figure-table" open={isOpen}>
            <summary>
              <span>Toon als tabel</span>
            </summary>
            <ScrollRegion label="Ruimte van elke verborgen cel">
              <table class="wb-table wb-stack">
                <thead>
                  <tr>
                    <th scope="col">Cel</th>
                    <th scope="col">Wanneer</th>
                    {outcome.heads.map((head) => (
                      <th scope="col" class="wb-right">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {outcome.rows.map((row) => (
                    <tr>
                      <th scope="row">{row.label}</th>
                      <td class="wb-whole">
                        <span class="wb-cell-label">Wanneer</span>
                        {row.span}
                      </td>
                      {row.rooms.map((room, place) => (
                        <td class="wb-right wb-whole">
                          <span class="wb-cell-label">{outcome.heads[place]}</span>
                          {room ?? "niet gezocht"}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
            {outcome.more === 0 ? null : (
              <p class="wb-hint wb-table-note">En nog {formatNumber(outcome.more)} cellen met meer ruimte.</p>
            )}
          </details>
          <a href={report.fileHref}>Haal op (CSV)</a>
        </div>
      )}
    </figure>
  );
}

function StepItem({step}: {step: AttackStep}) {
  return (
    <li>
      <div>
        <h3>{step.title}</h3>
        <p>{step.why}</p>
      </div>
      <p class="wb-step-count">
        {step.count}
        <small>{step.noun}</small>
      </p>
    </li>
  );
}
