import type {Database} from "../../database/database.ts";
import {fromMoment, toMoment} from "../../database/moment.ts";
import {UserError} from "../../errors.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import type {TeamPlace} from "./team-member.ts";

export const textKinds = ["antwoord", "belofte", "uitkomst"] as const;

export type TextKind = (typeof textKinds)[number];

export const promiseStates = ["gelukt", "deels", "niet"] as const;

export type PromiseState = (typeof promiseStates)[number];

/** What a team wrote: an answer to a question of its card, a promise, or what came of one. */
export interface TeamText {
  readonly number: number;
  readonly kind: TextKind;
  /** Of an antwoord: the name of the question; of an uitkomst: the number of the promise; else ''. */
  readonly about: string;
  /** Each change, oldest first; the last one holds. Never empty. */
  readonly versions: readonly TextVersion[];
}

export interface TextVersion extends TextContent {
  readonly userId: string;
  readonly name: string;
  readonly at: string; // "2026-11-27 08:00:00", UTC
}

export interface TextContent {
  /** '': taken back. */
  readonly text: string;
  /** Of a promise: who does it, as the team calls them; else ''. */
  readonly who: string;
  /** Of a promise: by when; null: not said. */
  readonly byDay: IsoDate | null;
  /** Of an uitkomst; else null. */
  readonly state: PromiseState | null;
}

/** A change of a text that somebody saw before, or a new one. */
export interface TextChange extends TextContent {
  /** null: a new text. */
  readonly number: number | null;
  readonly kind: TextKind;
  readonly about: string;
  /** How many versions there were when the writer read it; of a new text 0. */
  readonly seen: number;
}

export interface Writer {
  readonly userId: string;
  readonly name: string;
  readonly now: Date;
}

/** Somebody else was first: what was to be written is not, and its writer gets it back. */
export class TextChanged extends UserError {
  constructor(message: string) {
    super(message);
    this.name = "TextChanged";
  }
}

export function current({versions}: TeamText): TextVersion {
  return versions.at(-1)!;
}

export function isTakenBack(text: TeamText): boolean {
  return current(text).text === "";
}

/** All that a team ever wrote, the oldest text first; what was taken back as well. */
export async function readTeamTexts(database: Database, {gemeenteCode, team}: TeamPlace): Promise<TeamText[]> {
  const rows = await database.query<Row>(
    `select nummer, soort, over, tekst, wie, voor_dag, stand, gebruiker_id, naam, op
     from teamkaart_tekst
     where gemeente_code = $gemeente_code and team_code = $team_code
     order by nummer, op`,
    {gemeente_code: gemeenteCode, team_code: team},
  );
  return [...Map.groupBy(rows, ({nummer}) => nummer)].flatMap(([number, versions]) => {
    const [first] = versions;
    const kind = textKinds.find((one) => one === first!.soort);
    if (kind === undefined) return [];
    return [{number, kind, about: first!.over, versions: versions.map(versionOf)}];
  });
}

/**
 * Writes a text, or a change of one, beside what was there: nothing is overwritten.
 *
 * @returns its number
 * @throws TextChanged  the text is another than its writer saw, or somebody else wrote the same meanwhile
 * @throws UserError  there is no such text, or the same promise stands there already
 */
export async function writeTeamText(
  database: Database,
  place: TeamPlace,
  change: TextChange,
  {userId, name, now}: Writer,
): Promise<number> {
  return database.transaction(async () => {
    const texts = await readTeamTexts(database, place);
    const known = change.number === null ? null : textToChange(texts, change);
    if (known === null) checkNew(texts, change);
    const {kind, about} = known ?? change;
    const number = known?.number ?? Math.max(0, ...texts.map((text) => text.number)) + 1;
    await database.execute(
      `insert into teamkaart_tekst
         (gemeente_code, team_code, nummer, soort, over, tekst, wie, voor_dag, stand, gebruiker_id, naam, op)
       values ($gemeente_code, $team_code, $nummer, $soort, $over, $tekst, $wie, cast($voor_dag as date), $stand,
         $gebruiker_id, $naam, cast($op as timestamp))`,
      {
        gemeente_code: place.gemeenteCode,
        team_code: place.team,
        nummer: number,
        soort: kind,
        over: about,
        tekst: change.text,
        wie: change.who,
        voor_dag: change.byDay,
        stand: change.state ?? "",
        gebruiker_id: userId,
        naam: name,
        op: laterThan(known, now),
      },
    );
    return number;
  });
}

/** @throws TextChanged, UserError */
function textToChange(texts: readonly TeamText[], {number, kind, seen}: TextChange): TeamText {
  const text = texts.find((one) => one.number === number && one.kind === kind);
  if (text === undefined) throw new UserError("Deze tekst is er niet. Open de Teamkaart opnieuw.");
  if (text.versions.length !== seen) throw changed(text);
  return text;
}

/** Of one question there is one answer, and of one promise one outcome. @throws TextChanged, UserError */
function checkNew(texts: readonly TeamText[], {kind, about, text, who}: TextChange): void {
  const standing = texts.filter((one) => one.kind === kind && one.about === about && !isTakenBack(one));
  if (kind !== "belofte") {
    const [other] = standing;
    if (other !== undefined) throw changed(other);
    return;
  }
  // Who presses twice promises once.
  const isDouble = standing.some((one) => current(one).text === text && current(one).who === who);
  if (isDouble) throw new UserError("Deze belofte staat er al.");
}

function changed(text: TeamText): TextChanged {
  const {text: now, name} = current(text);
  return new TextChanged(
    now === ""
      ? `${name} nam deze tekst intussen terug. Uw tekst staat hieronder: bewaar hem opnieuw als hij moet blijven.`
      : `${name} schreef intussen: "${now}" Uw tekst staat hieronder. Maak er samen één van en bewaar opnieuw.`,
  );
}

/** The newest row holds, so no two rows of a text are of one second. */
function laterThan(text: TeamText | null, now: Date): string {
  if (text === null) return toMoment(now);
  const next = fromMoment(current(text).at).getTime() + 1000;
  return toMoment(new Date(Math.max(next, now.getTime())));
}

type Row = {
  nummer: number;
  soort: string;
  over: string;
  tekst: string;
  wie: string;
  voor_dag: string | null;
  stand: string;
  gebruiker_id: string;
  naam: string;
  op: string;
};

function versionOf({tekst, wie, voor_dag, stand, gebruiker_id, naam, op}: Row): TextVersion {
  return {
    text: tekst,
    who: wie,
    byDay: voor_dag,
    state: promiseStates.find((state) => state === stand) ?? null,
    userId: gebruiker_id,
    name: naam,
    at: op,
  };
}
