import {placeOf, type Side, type Signal, type SignalPlace, type SignalRule} from "../../analysis/signals/signal.ts";
import type {Database} from "../../database/database.ts";
import {fromMoment, toMoment} from "../../database/moment.ts";
import type {Question} from "../../indicators/question.ts";
import {questionText, readQuestionText} from "../../indicators/question-text.ts";

/** A signal that was told, with since when. */
export interface ToldSignal {
  readonly name: string;
  readonly rule: SignalRule;
  readonly question: Question;
  readonly place: SignalPlace;
  readonly side: Side;
  readonly weight: number;
  readonly since: Date;
}

/** Who is gone for a shorter time and comes back was never gone. */
const monthsToForget = 12;

type Row = {
  signaal: string;
  regel: string;
  vraag: string;
  kant: string;
  gewicht: number;
  eerst_op: string;
  laatst_op: string;
  voorbij_op: string | null;
};

/** What stands out now, as it was found after the last delivery, in the order of how telling it is. */
export async function readSignals(database: Database, gemeenteCode: string): Promise<ToldSignal[]> {
  const rows = (await readRows(database, gemeenteCode)).filter(({voorbij_op}) => voorbij_op === null);
  return rows
    .map((row) => {
      const question = readQuestionText(row.vraag);
      return {
        name: row.signaal,
        rule: row.regel as SignalRule,
        question,
        place: placeOf(question),
        side: row.kant as Side,
        weight: row.gewicht,
        since: fromMoment(row.eerst_op),
      };
    })
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
}

/**
 * Puts what was found beside what was told before, so that nothing is told twice.
 *
 * What is strong is told. What is weak goes on if it was told, and what is not there any more is over; when it comes back
 * within a year it goes on as if it never had been away.
 */
export async function keepSignals(
  database: Database,
  gemeenteCode: string,
  found: readonly Signal[],
  now: Date,
): Promise<void> {
  const at = toMoment(now);
  const forgotten = new Date(now);
  forgotten.setUTCMonth(forgotten.getUTCMonth() - monthsToForget);
  await database.transaction(async () => {
    const known = new Map((await readRows(database, gemeenteCode)).map((row) => [row.signaal, row]));
    const isOpen = (row: Row | undefined) => row !== undefined && row.voorbij_op === null;
    const rows: Row[] = [];
    for (const {name, rule, question, side, weight, isStrong} of found) {
      const before = known.get(name);
      if (!isStrong && !isOpen(before)) continue;
      const isRemembered =
        before !== undefined && (before.voorbij_op === null || fromMoment(before.voorbij_op) > forgotten);
      rows.push({
        signaal: name,
        regel: rule,
        vraag: questionText(question),
        kant: side,
        gewicht: weight,
        eerst_op: isRemembered ? before.eerst_op : at,
        laatst_op: at,
        voorbij_op: null,
      });
    }
    const isFound = new Set(rows.map(({signaal}) => signaal));
    for (const row of known.values()) {
      if (!isFound.has(row.signaal)) rows.push({...row, voorbij_op: row.voorbij_op ?? at});
    }
    await database.execute("delete from signaal where gemeente_code = $gemeente_code", {gemeente_code: gemeenteCode});
    for (const row of rows) {
      await database.execute(
        `insert into signaal
           (gemeente_code, signaal, regel, vraag, kant, gewicht, eerst_op, laatst_op, voorbij_op)
         values ($gemeente_code, $signaal, $regel, $vraag, $kant, $gewicht, cast($eerst_op as timestamp),
           cast($laatst_op as timestamp), cast($voorbij_op as timestamp))`,
        {gemeente_code: gemeenteCode, ...row},
      );
    }
  });
}

function readRows(database: Database, gemeenteCode: string): Promise<Row[]> {
  return database.query<Row>(
    `select signaal, regel, vraag, kant, gewicht, eerst_op, laatst_op, voorbij_op
     from signaal
     where gemeente_code = $gemeente_code
     order by signaal`,
    {gemeente_code: gemeenteCode},
  );
}
