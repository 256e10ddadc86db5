import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {fromMoment, toMoment} from "../../database/moment.ts";
import {NoRight, UserError} from "../../errors.ts";
import type {Question} from "../../indicators/question.ts";
import {questionText, readQuestionText} from "../../indicators/question-text.ts";
import {isWithin, type RuleAudience, type RuleSide, type Signaalregel, setsForAll} from "./rule.ts";

/** A rule as it is now, also when it was taken back. */
export interface KeptRule extends Signaalregel {
  /** false: taken back. */
  readonly holds: boolean;
  /** Who changed it last. */
  readonly changedBy: string;
}

/** What a rule is made of; the rest follows from who makes it and when. */
export interface NewRule {
  readonly question: Question;
  readonly side: RuleSide;
  readonly norm: number;
  readonly why: string;
  readonly audience: RuleAudience;
}

/** So many can one person keep: more is no warning but a list. */
const mostOfOne = 50;
const longestWhy = 300;

/** The rules of a gemeente that hold, by number. */
export async function listRules(
  database: Database,
  {gemeenteCode}: {readonly gemeenteCode: string},
): Promise<readonly Signaalregel[]> {
  return (await readRules(database, gemeenteCode)).filter(({holds}) => holds);
}

/** The rules that warn a reader: his own, and those for all about what he may see. */
export async function rulesOf(
  database: Database,
  gemeenteCode: string,
  reader: Reader,
): Promise<readonly Signaalregel[]> {
  return (await listRules(database, {gemeenteCode})).filter((rule) => concerns(rule, reader));
}

/** What a reader may undo: the rules he could take back and that were, the last one first. */
export async function takenBackBy(
  database: Database,
  gemeenteCode: string,
  reader: Reader,
): Promise<readonly KeptRule[]> {
  const rules = await readRules(database, gemeenteCode);
  return rules
    .filter((rule) => !rule.holds && concerns(rule, reader) && mayChange(rule, reader))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.number - a.number));
}

/** Whether a reader may take a rule back, or put it back. */
export function mayChange({audience, userId}: Signaalregel, reader: Reader): boolean {
  return userId === reader.id || (audience === "allen" && setsForAll(reader));
}

/**
 * Keeps a rule.
 *
 * @returns its number
 * @throws NoRight    one line: the reader may not make it for all, or not about this part of the gemeente
 * @throws UserError  one line: what is wrong with it, or that it is there already
 */
export async function addRule(database: Database, rule: NewRule, reader: Reader, now: Date): Promise<number> {
  const {question, norm, audience} = rule;
  const {gemeenteCode} = question;
  if (!Number.isFinite(norm)) throw new RangeError(`norm must be a number: ${norm}`);
  const why = rule.why.replace(/\s+/g, " ").trim();
  if (why.length > longestWhy) throw new UserError(`Schrijf bij 'Waarom' hooguit ${longestWhy} tekens.`);
  if (audience === "allen" && !setsForAll(reader)) {
    throw new NoRight("Met uw rol kunt u alleen voor uzelf een waarschuwing maken. Kies bij 'Voor wie': voor mij.");
  }
  if (!isWithin(rule, reader)) {
    throw new NoRight("Dit gaat over meer dan het deel van de gemeente dat u mag zien. Kies iets uit uw eigen deel.");
  }
  return database.transaction(async () => {
    const kept = await readRules(database, gemeenteCode);
    const own = kept.filter(({holds, userId}) => holds && userId === reader.id);
    if (kept.some((one) => one.holds && concerns(one, reader) && isSame(one, rule))) {
      throw new UserError("Deze waarschuwing staat er al.");
    }
    if (own.length >= mostOfOne) {
      throw new UserError(`U hebt al ${mostOfOne} waarschuwingen. Haal er eerst een weg die u niet meer nodig hebt.`);
    }
    const number = Math.max(0, ...kept.map((one) => one.number)) + 1;
    await write(database, {...rule, why, number, userId: reader.id, name: reader.name, holds: true}, toMoment(now));
    return number;
  });
}

/**
 * Takes a rule back, or puts it back. Nothing is lost by it: each is one more row.
 *
 * @throws NoRight    one line: it is of somebody else
 * @throws UserError  one line: there is no such rule, or somebody did it already
 */
export async function changeRule(
  database: Database,
  gemeenteCode: string,
  {number, holds}: {readonly number: number; readonly holds: boolean},
  reader: Reader,
  now: Date,
): Promise<void> {
  await database.transaction(async () => {
    const rules = await readRules(database, gemeenteCode);
    const rule = rules.find((one) => one.number === number);
    // Of what he may not see nobody is told that it is there.
    if (rule === undefined || !concerns(rule, reader)) {
      throw new UserError("Deze waarschuwing is er niet. Open de bladzijde opnieuw.");
    }
    if (!mayChange(rule, reader)) throw new NoRight(`Deze waarschuwing is van ${rule.name}. Vraag het daar.`);
    if (rule.holds === holds) {
      throw new UserError(holds ? "Deze waarschuwing staat er al weer." : "Deze waarschuwing is al weggehaald.");
    }
    if (holds && rules.some((one) => one.holds && concerns(one, reader) && isSame(one, rule))) {
      throw new UserError("Dezelfde waarschuwing staat er al.");
    }
    // Of one rule no two rows are of the same moment, so that it is plain which came last.
    const next = new Date(fromMoment(rule.at).getTime() + 1000);
    await write(
      database,
      {...rule, holds, userId: reader.id, name: reader.name},
      toMoment(now.getTime() > next.getTime() ? now : next),
    );
  });
}

function concerns(rule: Signaalregel, reader: Reader): boolean {
  return rule.userId === reader.id || (rule.audience === "allen" && isWithin(rule, reader));
}

/** The same warning, whatever months it was made over. */
function isSame(one: NewRule, other: NewRule): boolean {
  const ofAll = ({question, side, norm, audience}: NewRule) => {
    const asked = questionText({...question, from: "2000-01", to: "2000-01", knownOn: "2000-01-31"});
    return JSON.stringify([asked, side, norm, audience]);
  };
  return ofAll(one) === ofAll(other);
}

type RuleRow = {
  nummer: number;
  vraag: string;
  kant: RuleSide;
  grens: number;
  uitleg: string;
  voor: RuleAudience;
  gebruiker_id: string;
  naam: string;
  geldt: boolean;
  op: string;
};

/** Each rule as its newest row says it, by number. Who made it stands in the first. */
async function readRules(database: Database, gemeenteCode: string): Promise<KeptRule[]> {
  const rows = await database.query<RuleRow>(
    `select nummer, vraag, kant, grens, uitleg, voor, gebruiker_id, naam, geldt, op
     from signaalregel
     where gemeente_code = $gemeente_code
     order by nummer, op`,
    {gemeente_code: gemeenteCode},
  );
  return [...Map.groupBy(rows, ({nummer}) => nummer).values()].map((changes) => {
    const [first, last] = [changes[0]!, changes.at(-1)!];
    return {
      number: last.nummer,
      question: readQuestionText(last.vraag),
      side: last.kant,
      norm: last.grens,
      why: last.uitleg,
      audience: last.voor,
      userId: first.gebruiker_id,
      name: first.naam,
      holds: last.geldt,
      at: last.op,
      changedBy: last.naam,
    };
  });
}

type WrittenRule = NewRule & Pick<KeptRule, "number" | "userId" | "name" | "holds">;

async function write(database: Database, rule: WrittenRule, op: string): Promise<void> {
  const {question, number, side, norm, why, audience, userId, name, holds} = rule;
  await database.execute(
    `insert into signaalregel (
       gemeente_code, nummer, vraag, kant, grens, uitleg, voor, gebruiker_id, naam, geldt, op
     ) values (
       $gemeente_code, $nummer, $vraag, $kant, $grens, $uitleg, $voor, $gebruiker_id, $naam, $geldt,
       cast($op as timestamp)
     )`,
    {
      gemeente_code: question.gemeenteCode,
      nummer: number,
      vraag: questionText(question),
      kant: side,
      grens: norm,
      uitleg: why,
      voor: audience,
      gebruiker_id: userId,
      naam: name,
      geldt: holds,
      op,
    },
  );
}
