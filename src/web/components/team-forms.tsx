import type {Child} from "hono/jsx";
import {longestText, longestWho} from "../../collaboration/teamkaart/text-rules.ts";
import {promiseStates, type TextKind} from "../../collaboration/teamkaart/texts.ts";
import {type ShownOutcome, type ShownPromise, type ShownText, stateWords} from "../../reports/teamkaart/promises.ts";
import type {TextFields} from "../../reports/teamkaart/save-text.ts";
import {formTokenField} from "../form-token.ts";

/** What was sent and could not be kept, and why in one line. */
export interface Draft {
  readonly line: string;
  readonly fields: TextFields;
}

export interface FormFrame {
  /** The page that the forms send to. */
  readonly path: string;
  readonly formToken: string;
  readonly draft: Draft | null;
}

/** Said at each place where somebody can type. */
export const noNames = "Schrijf hier geen namen of nummers van inwoners.";

/** Where to go from the line that says what went wrong. */
export const draftId = "uw-tekst";

export function AnswerForm({frame, name, answer}: {frame: FormFrame; name: string; answer: ShownText | null}) {
  const draft = draftFor(frame, "antwoord", answer, name);
  return (
    <FormDetails summary={answer === null ? "Schrijf ons antwoord" : "Verander het antwoord"} isOpen={draft !== null}>
      <TextForm frame={frame} kind="antwoord" known={answer} about={name} button="Bewaar het antwoord">
        <TextArea label="Ons antwoord" value={draft?.tekst ?? answer?.text ?? ""} isDraft={draft !== null} id={name} />
      </TextForm>
      {answer === null ? null : <TakeBack frame={frame} text={answer} what="dit antwoord" />}
    </FormDetails>
  );
}

/** A new promise: always open, as the meeting ends with it. */
export function NewPromiseForm({frame}: {frame: FormFrame}) {
  const draft = draftFor(frame, "belofte", null, "");
  return (
    <TextForm frame={frame} kind="belofte" known={null} about="" button="Bewaar de belofte" isMain>
      <PromiseFields promise={null} draft={draft} label="Wat spreken we nu af?" id="nieuw" />
    </TextForm>
  );
}

export function PromiseForm({frame, promise}: {frame: FormFrame; promise: ShownPromise}) {
  const draft = draftFor(frame, "belofte", promise, "");
  return (
    <FormDetails summary="Verander de belofte" about={promise.text} isOpen={draft !== null}>
      <TextForm frame={frame} kind="belofte" known={promise} about="" button="Bewaar de belofte">
        <PromiseFields promise={promise} draft={draft} label="Wat spraken we af?" id={String(promise.number)} />
      </TextForm>
      <TakeBack frame={frame} text={promise} what="deze belofte" />
    </FormDetails>
  );
}

export function OutcomeForm({frame, promise}: {frame: FormFrame; promise: ShownPromise}) {
  const {outcome} = promise;
  const draft = draftFor(frame, "uitkomst", outcome, String(promise.number));
  const state = draft?.stand ?? outcome?.state ?? "";
  const id = `stand-${promise.number}`;
  return (
    <FormDetails
      summary={outcome === null ? "Zeg hoe het ging" : "Verander hoe het ging"}
      about={promise.text}
      isOpen={draft !== null}
    >
      <TextForm
        frame={frame}
        kind="uitkomst"
        known={outcome}
        about={String(promise.number)}
        button="Bewaar hoe het ging"
      >
        <div class="wb-field">
          <label class="utrecht-form-label" for={id}>
            Is het gelukt?
          </label>
          <select class="utrecht-select utrecht-select--html-select" id={id} name="stand" required>
            <option value="">Kies</option>
            {promiseStates.map((one) => (
              <option value={one} selected={one === state}>
                {stateWords[one]}
              </option>
            ))}
          </select>
        </div>
        <TextArea
          label="In een paar woorden (mag leeg blijven)"
          value={draft?.tekst ?? ownWords(outcome)}
          isDraft={draft !== null}
          id={`uitkomst-${promise.number}`}
          isNeeded={false}
        />
      </TextForm>
      {outcome === null ? null : <TakeBack frame={frame} text={outcome} what="hoe het ging" />}
    </FormDetails>
  );
}

/** Puts back what was taken back. */
export function RestoreForm({
  frame,
  number,
  seen,
  about,
}: {
  frame: FormFrame;
  number: number;
  seen: number;
  about: string;
}) {
  return <SmallForm frame={frame} action="zet-terug" number={number} seen={seen} label="Zet terug" about={about} />;
}

/** The words of an outcome, without those that we gave it. */
export function ownWords(outcome: ShownOutcome | null): string {
  return outcome === null || outcome.text === stateWords[outcome.state] ? "" : outcome.text;
}

function TakeBack({frame, text, what}: {frame: FormFrame; text: ShownText; what: string}) {
  return (
    <SmallForm
      frame={frame}
      action="neem-terug"
      number={text.number}
      seen={text.seen}
      label={`Neem ${what} terug`}
      about={text.text}
    />
  );
}

interface SmallFormProps {
  readonly frame: FormFrame;
  readonly action: "neem-terug" | "zet-terug";
  readonly number: number;
  readonly seen: number;
  readonly label: string;
  readonly about: string;
}

function SmallForm({frame, action, number, seen, label, about}: SmallFormProps) {
  return (
    <form method="post" action={frame.path} class="wb-team-small-form">
      <Hidden
        values={{[formTokenField]: frame.formToken, actie: action, nummer: String(number), gezien: String(seen)}}
      />
      <button class="wb-button-plain" type="submit">
        {label}
        <span class="wb-visually-hidden">: {about}</span>
      </button>
    </form>
  );
}

interface TextFormProps {
  readonly frame: FormFrame;
  readonly kind: TextKind;
  readonly known: ShownText | null;
  readonly about: string;
  readonly button: string;
  /** The one filled button of the page. */
  readonly isMain?: boolean;
  readonly children: Child;
}

function TextForm({frame, kind, known, about, button, isMain = false, children}: TextFormProps) {
  const values = {
    [formTokenField]: frame.formToken,
    actie: kind,
    nummer: known === null ? "" : String(known.number),
    gezien: known === null ? "" : String(known.seen),
    over: about,
  };
  return (
    <form method="post" action={frame.path} class="wb-team-form">
      <Hidden values={values} />
      {children}
      <p class="wb-hint">{noNames}</p>
      <button class={isMain ? "utrecht-button utrecht-button--primary-action" : "wb-button-plain"} type="submit">
        {button}
      </button>
    </form>
  );
}

interface PromiseFieldsProps {
  readonly promise: ShownPromise | null;
  readonly draft: TextFields | null;
  readonly label: string;
  readonly id: string;
}

function PromiseFields({promise, draft, label, id}: PromiseFieldsProps) {
  return (
    <>
      <TextArea
        label={label}
        value={draft?.tekst ?? promise?.text ?? ""}
        isDraft={draft !== null}
        id={`belofte-${id}`}
      />
      <div class="wb-team-pair">
        <div class="wb-field">
          <label class="utrecht-form-label" for={`wie-${id}`}>
            Wie (een rol of voornaam)
          </label>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            id={`wie-${id}`}
            name="wie"
            maxlength={longestWho}
            value={draft?.wie ?? promise?.who ?? ""}
            autocomplete="off"
          />
        </div>
        <div class="wb-field">
          <label class="utrecht-form-label" for={`voor-${id}`}>
            Voor wanneer
          </label>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            type="date"
            id={`voor-${id}`}
            name="voor"
            value={draft?.voor ?? promise?.byDay ?? ""}
          />
        </div>
      </div>
    </>
  );
}

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly isDraft: boolean;
  readonly id: string;
  readonly isNeeded?: boolean;
}

function TextArea({label, value, isDraft, id, isNeeded = true}: TextAreaProps) {
  const own = isDraft ? draftId : `tekst-${id.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;
  return (
    <div class="wb-field">
      <label class="utrecht-form-label" for={own}>
        {label}
      </label>
      {/* A browser counts in its own way; what is longer is given back with the number it has. */}
      <textarea id={own} name="tekst" rows={3} maxlength={2 * longestText} required={isNeeded}>
        {value}
      </textarea>
    </div>
  );
}

function FormDetails({
  summary,
  about = "",
  isOpen,
  children,
}: {
  summary: string;
  about?: string;
  isOpen: boolean;
  children: Child;
}) {
  return (
    <details class="wb-team-edit" open={isOpen}>
      <summary>
        <span>
          {summary}
          {about === "" ? null : <span class="wb-visually-hidden">: {about}</span>}
        </span>
      </summary>
      {children}
    </details>
  );
}

function Hidden({values}: {values: Readonly<Record<string, string>>}) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** What was sent by this very form; null: nothing, or by another. */
function draftFor({draft}: FormFrame, kind: TextKind, known: ShownText | null, about: string): TextFields | null {
  if (draft === null || draft.fields.actie !== kind) return null;
  const {nummer, over} = draft.fields;
  if (kind === "belofte") return nummer === (known === null ? "" : String(known.number)) ? draft.fields : null;
  return over === about || (known !== null && nummer === String(known.number)) ? draft.fields : null;
}
