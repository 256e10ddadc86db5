import {readFileSync} from "node:fs";
import type {Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {type DataState, readDataState} from "../database/derive/state.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import {composeOver} from "../indicators/compose.ts";
import {factsOnDay, type Indicator} from "../indicators/indicator.ts";
import type {Question} from "../indicators/question.ts";
import type {IsoDate} from "../standards/calendar.ts";
import {once} from "./answers.ts";
import {findHidden} from "./hiding/hidden-rows.ts";
import {isFew, toFive} from "./recognisable.ts";
import {inScope, isNarrowed} from "./scope.ts";

/** The Berichten of one kind that a figure was counted from. */
export interface MessagesUsed {
  readonly soort: string;
  /** null: fewer than 10 people are behind the figure, so nothing is told about the Berichten either. */
  readonly count: number | null;
  readonly newest: IsoDate | null;
  /**
   * Of the whole gemeente: Berichten of this kind that were refused as a whole; null: the reader may see a part alone. A
   * Bericht can be about one person, so 1 to 9 are hidden.
   */
  readonly refused: number | "verborgen" | null;
}

/** One Bericht: what it is called, never whom it is about. */
export interface MessageLine {
  readonly identificatie: string;
  readonly aanbieder: string | null;
  readonly dagtekening: IsoDate;
  /** Lines in it that this figure was counted from. */
  readonly lines: number;
  /** Of the file that it came in. */
  readonly sha256: string;
}

const careMessages = new Set(["323", "325"]);

const texts = new Map(
  ["301", "305", "307", "315", "323", "325", "assigned-301", "assigned-315", "refused"].map((name) => [
    name,
    readFileSync(new URL(`messages/${name}.sql`, import.meta.url), "utf8").trim(),
  ]),
);

/**
 * How many Berichten of each kind a figure was counted from.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readMessagesUsed(
  database: Database,
  asked: Question,
  reader: Reader,
): Promise<readonly MessagesUsed[]> {
  const question = inScope(asked, reader);
  const state = await readDataState(database);
  const {dataVersion} = state;
  const whole: Question = {...question, dimensions: [], grain: "totaal"};
  const isFigureHidden = (await findHidden(database, whole, state)).has({key: {}, period: "totaal"});
  const indicator = findIndicator(question.indicator, database);
  const used = await once(database, ["messages", dataVersion, question, isFigureHidden], async () => {
    // A Bericht that was refused as a whole is about nobody that we know.
    const refused = isNarrowed(reader) ? null : await readRefused(database, question);
    const kinds = isBesideMessages(question) ? [] : indicator.messages.filter((soort) => texts.has(soort));
    return Promise.all(
      kinds.map(async (soort): Promise<MessagesUsed> => {
        const {sql, parameters} = composeOver(factsFrom(indicator, question, soort), withoutPart(question), countSql);
        const [row] = await database.query(sql, parameters);
        const isHidden =
          isFigureHidden ||
          isFew(Number(row?.personen ?? 0)) ||
          (await isToldByOthers(database, question, soort, state));
        return {
          soort,
          count: isHidden ? null : Number(row?.berichten ?? 0),
          newest: isHidden || row?.laatste == null ? null : String(row.laatste),
          refused: refused === null ? null : withoutFew(refused.get(soort) ?? 0),
        };
      }),
    );
  });
  if (reader.audience !== "openbaar") return used;
  return used.map((one) => ({...one, count: rounded(one.count), refused: rounded(one.refused)}));
}

function withoutFew(count: number): number | "verborgen" {
  return isFew(count) ? "verborgen" : count;
}

function rounded<Told extends number | string | null>(count: Told): Told | number {
  return typeof count === "number" ? toFive(count) : count;
}

/** Whether these Berichten would tell of a part with few people: what all parts have less what the others have. */
async function isToldByOthers(
  database: Database,
  question: Question,
  soort: string,
  state: DataState,
): Promise<boolean> {
  const indicator = factsFrom(findIndicator(question.indicator, database), question, soort);
  const counted: Indicator = {
    ...indicator,
    numeratorUnit: "berichten",
    denominatorUnit: null,
    counting: {...indicator.counting, numerator: "facts"},
  };
  const name = `messages ${soort} ${momentOf(indicator, question, soort)}`;
  const hidden = await findHidden(database, withoutPart(question), state, {name, indicator: counted});
  return hidden.has({key: {}, period: "totaal"});
}

/**
 * Whether the Berichten behind a figure may be named: not when it is narrowed to what does not stand at the head of one. A
 * Bericht that stands in the list of a buurt and in that of an age group would say of one person where he lives and how old
 * he is.
 */
export function canBeListed({where}: Question): boolean {
  return where.every(({dimension}) => dimension === "wet" || dimension === "aanbieder" || dimension === "deel");
}

/**
 * A page of the Berichten of one kind that a figure was counted from, the newest first.
 *
 * @returns null when fewer than 10 people are behind the figure, or it is narrowed further: a list would point at them
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function listMessages(
  database: Database,
  asked: Question,
  soort: string,
  {offset, limit}: {readonly offset: number; readonly limit: number},
  reader: Reader,
): Promise<readonly MessageLine[] | null> {
  const question = inScope(asked, reader);
  if (!canBeListed(question)) return null;
  const used = await readMessagesUsed(database, question, reader);
  if (used.find((one) => one.soort === soort)?.count == null) return null;
  // Whole numbers of our own, so they may stand in the text.
  const page = `${listSql}\nlimit ${Math.trunc(limit)} offset ${Math.trunc(offset)}`;
  const indicator = findIndicator(question.indicator, database);
  const {sql, parameters} = composeOver(factsFrom(indicator, question, soort), withoutPart(question), page);
  const rows = await database.query(sql, parameters);
  return rows.map((row) => ({
    identificatie: String(row.identificatie),
    aanbieder: row.aanbieder === null ? null : String(row.aanbieder),
    dagtekening: String(row.dagtekening),
    lines: Number(row.regels),
    sha256: String(row.sha256),
  }));
}

const joinedBericht = `from cell_fact
join bericht
  on bericht.gemeente_code = $gemeente_code
  and bericht.bericht_id = cell_fact.numerator`;

const countSql = `select
  cast(count(distinct bericht.bericht_id) as bigint) as berichten,
  cast(count(distinct cell_fact.persoon) as bigint) as personen,
  max(bericht.dagtekening) as laatste
${joinedBericht}`;

const listSql = `select
  bericht.identificatie,
  bericht.aanbieder,
  bericht.dagtekening,
  bericht.sha256,
  cast(count(*) as bigint) as regels
${joinedBericht}
group by bericht.bericht_id, bericht.identificatie, bericht.aanbieder, bericht.dagtekening, bericht.sha256
order by bericht.dagtekening desc, bericht.identificatie, bericht.bericht_id`;

/** The day on which facts are placed; null: they are placed over the days they run. */
const days: Readonly<Record<Indicator["moment"], string | null>> = {
  begin: "begindatum",
  end: "einddatum",
  month: "begindatum",
  assigned: "eerst_toegewezen_op",
  running: null,
  "at-end": null,
  valid: null,
};

/** Facts with the Bericht as their number, placed in the period as the indicator places its own. */
function factsFrom(indicator: Indicator, question: Question, soort: string): Indicator {
  const moment = momentOf(indicator, question, soort);
  const isAboutToewijzing = moment === "assigned" || moment === "valid";
  const text = (isAboutToewijzing ? texts.get(`assigned-${soort}`) : undefined) ?? texts.get(soort)!;
  const day = days[moment];
  const sql =
    day === null ? text : `${firstLine(text)}\nselect told.*, told.${day} as on_day\nfrom (\n${text}\n) as told`;
  const placing = day !== null ? "on-day" : moment === "at-end" ? "at-end" : "running";
  return {
    ...indicator,
    counting: {...factsOnDay, numerator: "sum", placing},
    parts: [],
    sql,
  };
}

function momentOf(indicator: Indicator, question: Question, soort: string): Indicator["moment"] {
  if (careMessages.has(soort)) return "month";
  const isToToewijzing = question.where.some(
    ({dimension, value}) => dimension === "deel" && value === "tot-toewijzing",
  );
  return isToToewijzing ? "assigned" : indicator.moment;
}

/** A kind of cost of which no message tells. */
function isBesideMessages({indicator, where}: Question): boolean {
  if (indicator !== "kosten-totaal") return false;
  return where.some(({dimension, value}) => dimension === "deel" && value !== "declaraties");
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf("\n"));
}

/** The part of an indicator is no property of a Bericht. */
function withoutPart(question: Question): Question {
  return {
    ...question,
    dimensions: [],
    grain: "totaal",
    where: question.where.filter(({dimension}) => dimension !== "deel"),
  };
}

async function readRefused(database: Database, question: Question): Promise<Map<string, number>> {
  const rows = await database.query(texts.get("refused")!, {
    gemeente_code: question.gemeenteCode,
    bekend_op: question.knownOn,
  });
  return new Map(rows.map((row) => [String(row.soort), Number(row.geweigerd)]));
}
