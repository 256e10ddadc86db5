import type {PromiseState} from "../../collaboration/teamkaart/texts.ts";
import type {ChangeRow} from "../../reports/teamkaart/change-rows.ts";
import type {WijkOffer} from "../../reports/teamkaart/offers.ts";
import type {HistoryLine, ShownPromise} from "../../reports/teamkaart/promises.ts";
import {stateWords} from "../../reports/teamkaart/promises.ts";
import type {AskedQuestion, Teamkaart} from "../../reports/teamkaart/teamkaart.ts";
import {SparkLine} from "../components/bars.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {Tabs} from "../components/tabs.tsx";
import {
  AnswerForm,
  type Draft,
  draftId,
  type FormFrame,
  NewPromiseForm,
  noNames,
  OutcomeForm,
  ownWords,
  PromiseForm,
  RestoreForm,
} from "../components/team-forms.tsx";

export interface TeamkaartProps {
  readonly report: Teamkaart;
  readonly formToken: string;
  /** What was sent and not kept; null: nothing was. */
  readonly draft: Draft | null;
  readonly isSaved: boolean;
}

/** One page for the work meeting: on paper exactly one A4, with room to write. */
export function TeamkaartPage({report, formToken, draft, isSaved}: TeamkaartProps) {
  const frame: FormFrame = {path: report.path, formToken, draft};
  return (
    <div class="wb-team">
      <div class="wb-team-head">
        <h1>{report.title}</h1>
        <p>{report.meeting}</p>
      </div>
      <p class="wb-kern">{report.kern}</p>
      <Tabs
        label="Over dit team"
        tabs={[
          {label: "Kaart", href: report.path, isCurrent: true},
          {label: "Caseload", href: report.caseloadHref, isCurrent: false},
        ]}
      />
      {draft === null ? null : <Refused draft={draft} hasForm={isOnCard(draft, report)} />}
      {isSaved ? (
        <p class="wb-alert wb-team-saved" role="status">
          Bewaard.
        </p>
      ) : null}
      <section>
        <h2 id="veranderd">Wat veranderde</h2>
        {report.changesNote === null ? null : <p class="wb-hint">{report.changesNote}</p>}
        {report.changes.length === 0 ? (
          <p class="wb-small wb-team-none">
            Er is nog niets te vergelijken. Daar zijn twee hele jaren voor nodig, met genoeg mensen.
          </p>
        ) : (
          <ul class="wb-team-changes" aria-labelledby="veranderd">
            {report.changes.map((row) => (
              <Change row={row} />
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2 id="vragen">Drie vragen voor vandaag</h2>
        {report.questionsNote === null ? null : <p class="wb-small wb-team-none">{report.questionsNote}</p>}
        <ol class="wb-team-questions" aria-labelledby="vragen">
          {report.questions.map((question) => (
            <Question question={question} frame={frame} />
          ))}
        </ol>
      </section>
      <Promises report={report} frame={frame} />
      <Offers offers={report.offers} />
      <ProvenanceLine provenance={report.provenance} />
      <div class="wb-under">
        <a href={report.fileHref}>Haal op (CSV)</a>
        <span class="wb-hint">Druk deze bladzijde af: zij past op één A4, met ruimte om te schrijven.</span>
      </div>
      <History report={report} frame={frame} />
    </div>
  );
}

function Refused({draft, hasForm}: {draft: Draft; hasForm: boolean}) {
  return (
    <section class="wb-alert wb-alert-fault wb-part-near" role="alert">
      <h2>Er is nog niets bewaard</h2>
      <p>{draft.line}</p>
      {draft.fields.tekst === "" ? null : hasForm ? (
        <p>
          <a href={`#${draftId}`}>Ga naar uw tekst</a>
        </p>
      ) : (
        <p class="wb-team-text">Uw tekst: {draft.fields.tekst}</p>
      )}
    </section>
  );
}

/** Whether the form that was sent is there to send again. */
function isOnCard({fields}: Draft, {questions, promises}: Teamkaart): boolean {
  const {actie, nummer, over} = fields;
  const isPromise = (number: string) => promises.open.some((promise) => String(promise.number) === number);
  if (actie === "antwoord") return questions.some(({name}) => name === over);
  if (actie === "belofte") return nummer === "" || isPromise(nummer);
  return actie === "uitkomst" && isPromise(over);
}

function Change({row}: {row: ChangeRow}) {
  return (
    <li>
      <div>
        <h3>
          <a href={row.href}>{row.finding}</a>
        </h3>
        <p>
          {row.line} <span class="wb-hint">{row.chanceWords}</span>
        </p>
      </div>
      <SparkLine values={row.course} width={140} height={40} />
    </li>
  );
}

function Question({question, frame}: {question: AskedQuestion; frame: FormFrame}) {
  const {name, words, line, href, answer} = question;
  return (
    <li>
      <h3>{words}</h3>
      <p>
        {line}{" "}
        {href === null ? null : (
          <a class="wb-screen-only" href={href}>
            Bekijk het cijfer<span class="wb-visually-hidden">: {words}</span>
          </a>
        )}
      </p>
      {answer === null ? (
        <div class="wb-paper-only wb-team-write">
          <p>Ons antwoord</p>
        </div>
      ) : (
        <p class="wb-team-text">
          <b>Ons antwoord:</b> {answer.text} <span class="wb-hint">{answer.by}</span>
        </p>
      )}
      <AnswerForm frame={frame} name={name} answer={answer} />
    </li>
  );
}

function Promises({report, frame}: {report: Teamkaart; frame: FormFrame}) {
  const {open} = report.promises;
  return (
    <section class="wb-team-meeting">
      <h2 id="beloften">Wat wij de vorige keer beloofden</h2>
      <div class="wb-team-promises">
        {open.length === 0 ? (
          <p class="wb-small">Er staat nog geen belofte open. Wat u vandaag afspreekt, staat hier de volgende keer.</p>
        ) : (
          <ul class="wb-team-list" aria-labelledby="beloften">
            {open.map((promise) => (
              <PromiseItem promise={promise} frame={frame} />
            ))}
          </ul>
        )}
        <div>
          <div class="wb-screen-only">
            <NewPromiseForm frame={frame} />
          </div>
          <div class="wb-paper-only wb-team-box">
            <p>Wat spreken we nu af, wie en wanneer?</p>
            {Array.from({length: 12}, () => (
              <span />
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}

function PromiseItem({promise, frame}: {promise: ShownPromise; frame: FormFrame}) {
  const {outcome} = promise;
  return (
    <li>
      <h3 class="wb-team-text">{promise.text}</h3>
      <p>{promise.line}</p>
      {outcome === null ? null : (
        <p>
          <span class="wb-team-badge">
            <StateMark state={outcome.state} />
            {stateWords[outcome.state]}
            {ownWords(outcome) === "" ? "" : `: ${ownWords(outcome)}`}
          </span>
        </p>
      )}
      <OutcomeForm frame={frame} promise={promise} />
      <PromiseForm frame={frame} promise={promise} />
    </li>
  );
}

/** A circle that is full, half or empty: no colour says how it went. */
function StateMark({state}: {state: PromiseState}) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.4" />
      {state === "niet" ? null : (
        <path
          d={
            state === "gelukt" ? "M7 1.4a5.6 5.6 0 0 1 0 11.2a5.6 5.6 0 0 1 0-11.2" : "M7 1.4v11.2a5.6 5.6 0 0 1 0-11.2"
          }
          fill="currentColor"
        />
      )}
    </svg>
  );
}

function Offers({offers}: {offers: readonly WijkOffer[]}) {
  return (
    <section class="wb-team-offers">
      <h2 id="gratis">Gratis en dichtbij in de wijk</h2>
      {offers.length === 0 ? (
        <p class="wb-small">
          Van dit team is niet bekend welke wijken het helpt. De gemeente zet dat in team_wijk.csv.
        </p>
      ) : (
        <ul class="wb-team-list" aria-labelledby="gratis">
          {offers.map(({wijk, href, offers: own}) => (
            <li>
              <a href={href}>{wijk}</a>
              {": "}
              {own.length === 0 ? (
                "niets opgegeven."
              ) : (
                <>
                  {own
                    .slice(0, offersShown)
                    .map(({name}) => name)
                    .join(", ")}
                  {own.length > offersShown ? ` en nog ${own.length - offersShown}.` : "."}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const offersShown = 4;

function History({report: {history, promises}, frame}: {report: Teamkaart; frame: FormFrame}) {
  if (history.length === 0) return null;
  return (
    <details class="wb-team-history wb-part-near">
      <summary>
        <span>Eerder: wat dit team opschreef ({history.length})</span>
      </summary>
      {promises.done.length === 0 ? null : (
        <>
          <h2>Beloften die klaar zijn</h2>
          <ul class="wb-team-list">
            {promises.done.map(({text, line, outcome}) => (
              <li>
                <b class="wb-team-text">{text}</b>
                <p>
                  {line}. {outcome === null ? "" : `${stateWords[outcome.state]}.`} {ownWords(outcome)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Alles op een rij</h2>
      <ul class="wb-team-list">
        {history.map((line) => (
          <HistoryItem line={line} frame={frame} />
        ))}
      </ul>
      <p class="wb-hint">Er wordt niets overschreven: elke verandering staat er. {noNames}</p>
    </details>
  );
}

function HistoryItem({line: {when, name, about, text, restore}, frame}: {line: HistoryLine; frame: FormFrame}) {
  return (
    <li>
      <p class="wb-hint">
        {when}, {name}. {about}
      </p>
      {text === null ? <p>Teruggenomen.</p> : <p class="wb-team-text">{text}</p>}
      {restore === null ? null : <RestoreForm frame={frame} {...restore} about={`${about}, ${when}`} />}
    </li>
  );
}
