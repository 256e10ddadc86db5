import type {Reader} from "../../access/reader.ts";
import {checkOfTeam, type TeamPlace} from "../../collaboration/teamkaart/team-member.ts";
import {longestWho, readDay, readNeededText, readText} from "../../collaboration/teamkaart/text-rules.ts";
import {
  current,
  isTakenBack,
  promiseStates,
  readTeamTexts,
  type TeamText,
  type TextChange,
  type TextContent,
  type TextKind,
  textKinds,
  writeTeamText,
} from "../../collaboration/teamkaart/texts.ts";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {todayAt} from "../../standards/calendar.ts";
import {canRestore, stateWords} from "./promises.ts";
import {readQuestionName} from "./question-name.ts";

interface Saving {
  readonly database: Database;
  readonly reader: Reader;
  readonly now: Date;
}

/** What the fields of the forms are called. */
export const textFields = ["actie", "nummer", "gezien", "over", "tekst", "wie", "voor", "stand"] as const;

export type TextFields = Readonly<Record<(typeof textFields)[number], string>>;

export function readTextFields(form: URLSearchParams): TextFields {
  return Object.fromEntries(textFields.map((name) => [name, form.get(name) ?? ""])) as unknown as TextFields;
}

/**
 * Does what a form of the card asks: write a text or change it, take it back, put it back.
 *
 * @returns which kind of text it was
 * @throws NoRight  the reader is not of the team
 * @throws TextChanged  somebody else was first
 * @throws UserError  one line: why it cannot be; nothing was written
 */
export async function saveTeamText(saving: Saving, place: TeamPlace, fields: TextFields): Promise<TextKind> {
  const {database, reader, now} = saving;
  checkOfTeam(reader, place);
  const texts = await readTeamTexts(database, place);
  const change = changeOf(fields, texts, now);
  await writeTeamText(database, place, change, {userId: reader.id, name: reader.name, now});
  return change.kind;
}

function changeOf(fields: TextFields, texts: readonly TeamText[], now: Date): TextChange {
  const known = /^[1-9]\d{0,8}$/.test(fields.nummer)
    ? (texts.find(({number}) => number === Number(fields.nummer)) ?? null)
    : null;
  if (known === null && fields.nummer !== "") throw new UserError("Deze tekst is er niet. Open de Teamkaart opnieuw.");
  const seen = known === null ? 0 : Number(fields.gezien);
  const kind = textKinds.find((one) => one === fields.actie);
  if (kind !== undefined) {
    const about = known?.about ?? aboutOf(kind, fields.over, texts);
    return {kind, about, number: known?.number ?? null, seen, ...contentOf(kind, fields, known, now)};
  }
  if (known !== null && fields.actie === "neem-terug") return {...known, seen, ...takenBack(known)};
  if (known !== null && fields.actie === "zet-terug") return {...known, seen, ...beforeTakenBack(known, texts)};
  throw new UserError("Dit formulier kennen wij niet. Open de Teamkaart opnieuw.");
}

/** What a new text is about. @throws UserError  a question or promise that is not there */
function aboutOf(kind: TextKind, over: string, texts: readonly TeamText[]): string {
  if (kind === "belofte") return "";
  if (kind === "antwoord") {
    if (readQuestionName(over) !== null) return over;
    throw new UserError("Deze vraag kennen wij niet. Open de Teamkaart opnieuw.");
  }
  const promise = texts.find((text) => text.kind === "belofte" && String(text.number) === over && !isTakenBack(text));
  if (promise !== undefined) return over;
  throw new UserError("Deze belofte is er niet meer. Open de Teamkaart opnieuw.");
}

function contentOf(kind: TextKind, fields: TextFields, known: TeamText | null, now: Date): TextContent {
  switch (kind) {
    case "antwoord":
      return {text: readNeededText(fields.tekst, "het antwoord"), who: "", byDay: null, state: null};
    case "belofte": {
      const kept = known === null ? null : current(known).byDay;
      return {
        text: readNeededText(fields.tekst, "de belofte"),
        who: readText(fields.wie, "'Wie'", longestWho),
        byDay: readDay(fields.voor.trim(), todayAt(now), kept),
        state: null,
      };
    }
    case "uitkomst": {
      const state = promiseStates.find((one) => one === fields.stand);
      if (state === undefined) throw new UserError("Kies hoe het ging: gelukt, deels of niet.");
      // A text without words would be one that was taken back.
      const text = readText(fields.tekst, "hoe het ging") || stateWords[state];
      return {text, who: "", byDay: null, state};
    }
  }
}

function takenBack(text: TeamText): TextContent {
  if (isTakenBack(text)) throw new UserError("Deze tekst is al teruggenomen.");
  const {who, byDay, state} = current(text);
  return {text: "", who, byDay, state};
}

function beforeTakenBack(text: TeamText, texts: readonly TeamText[]): TextContent {
  const last = text.versions.findLast((version) => version.text !== "");
  if (!isTakenBack(text) || last === undefined) throw new UserError("Deze tekst staat er al.");
  if (!canRestore(text, texts)) throw new UserError("Deze tekst past er niet meer bij. Schrijf een nieuwe.");
  const {text: words, who, byDay, state} = last;
  return {text: words, who, byDay, state};
}
