import {readCompleteness} from "../../analysis/completeness.ts";
import {checkOfTeam} from "../../collaboration/teamkaart/team-member.ts";
import {readTeamTexts, type TeamText} from "../../collaboration/teamkaart/texts.ts";
import {type IsoDate, monthOf} from "../../standards/calendar.ts";
import {readField} from "../field.ts";
import {formatMonthLong} from "../format.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {answeredBefore, answerTo} from "./answered.ts";
import {type Candidate, findCandidates} from "./candidates.ts";
import {askCard, type CardAsked} from "./card-view.ts";
import {type ChangeRow, changeRows, changesNote} from "./change-rows.ts";
import {type TeamChange, teamChanges} from "./changes.ts";
import {chooseQuestions, questionsAsked} from "./choose.ts";
import {teamOffers, type WijkOffer} from "./offers.ts";
import {teamPath} from "./paths.ts";
import {type HistoryLine, historyOf, type Promises, promisesOf, type ShownText, shownText} from "./promises.ts";
import {nameOfQuestion, wordsOfQuestion} from "./question-name.ts";

/** The card of one team for its work meeting. */
export interface Teamkaart {
  readonly title: string;
  /** "Voor het overleg in november 2026". */
  readonly meeting: string;
  readonly kern: string;
  readonly changes: readonly ChangeRow[];
  readonly changesNote: string | null;
  readonly questions: readonly AskedQuestion[];
  /** What is to be known of the questions: why there are none, or that nothing stands out; null: nothing. */
  readonly questionsNote: string | null;
  readonly promises: Promises;
  readonly history: readonly HistoryLine[];
  readonly offers: readonly WijkOffer[];
  readonly provenance: Provenance;
  readonly path: string;
  readonly caseloadHref: string;
  readonly fileHref: string;
}

export interface AskedQuestion {
  readonly name: string;
  readonly words: string;
  readonly line: string;
  readonly href: string | null;
  /** null: not yet. */
  readonly answer: ShownText | null;
}

/** @throws NoRight  the reader is not of the team */
export async function teamkaart(sources: Sources, team: string, today: IsoDate): Promise<Teamkaart> {
  const asked = askCard(sources, team, today);
  const card = await readCard(asked);
  const {changes, texts, offers} = card;
  const {names} = sources;
  return {
    title: titleOf(names.nameOf("team", team)),
    meeting: `Voor het overleg in ${formatMonthLong(monthOf(today))}`,
    kern: "Deze kaart is voor het team zelf. Hij gaat over het werk, niet over personen. Niemand buiten het team ziet de vragen en antwoorden.",
    changes: changeRows(asked, changes),
    changesNote: changesNote(changes),
    questions: card.questions.map((one) => questionOf(one, texts)),
    questionsNote: noteOf(card.questions),
    promises: promisesOf(texts, monthOf(today)),
    history: historyOf(texts),
    offers,
    provenance: await provenance(asked),
    path: teamPath(team),
    caseloadHref: teamPath(team, "caseload"),
    fileHref: teamPath(team, "kaart.csv"),
  };
}

/** All that stands on a card, before it is put in words. */
export interface Card {
  readonly changes: readonly TeamChange[];
  readonly questions: readonly Candidate[];
  readonly texts: readonly TeamText[];
  readonly offers: readonly WijkOffer[];
}

/** @throws NoRight  the reader is not of the team */
export async function readCard(asked: CardAsked): Promise<Card> {
  const {sources, team, view} = asked;
  const place = {gemeenteCode: view.gemeenteCode, team};
  checkOfTeam(sources.reader, place);
  const [changes, texts, offers] = await Promise.all([
    teamChanges(asked),
    readTeamTexts(sources.database, place),
    teamOffers(asked),
  ]);
  const candidates = await findCandidates(asked, changes);
  const questions = chooseQuestions(candidates, await answeredBefore(asked, texts, candidates));
  return {changes, questions, texts, offers};
}

/** "Teamkaart Molen-Rivier": a team that calls itself "Team Noord" is not called so twice. */
export function titleOf(name: string): string {
  return `Teamkaart ${name}`;
}

function questionOf({about, line, href}: Candidate, texts: readonly TeamText[]): AskedQuestion {
  const name = nameOfQuestion(about);
  const answer = answerTo(name, texts);
  return {name, words: wordsOfQuestion(about), line, href, answer: answer === null ? null : shownText(answer)};
}

function noteOf(questions: readonly Candidate[]): string | null {
  if (questions.length === 0) {
    return "Van dit team zijn er nog geen cijfers om vragen bij te stellen: er zijn te weinig mensen, of de gegevens zijn er nog niet. Beloften kunt u al wel opschrijven.";
  }
  if (questions.some(({isNotable}) => isNotable)) return null;
  return questions.length < questionsAsked
    ? "Er is nog weinig bekend van dit team."
    : "Niets springt eruit: elk verschil kan toeval zijn. Deze vragen komen er het dichtst bij.";
}

/** Where the figures of the card come from. */
export async function provenance({sources, view}: CardAsked): Promise<Provenance> {
  const {gemeenteCode, knownOn} = view;
  const [field, completeness] = await Promise.all([
    readField(sources, view),
    readCompleteness(sources.database, {gemeenteCode, wet: null, knownOn}, sources.reader),
  ]);
  return provenanceOf(field, view.to, knownOn, completeness.get(view.to)?.share ?? null);
}
