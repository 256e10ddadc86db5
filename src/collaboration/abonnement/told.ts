import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import type {Subscriber} from "./subscriptions.ts";

/** One signal since one moment: what came back after it was over is told again. */
export interface ToldSignal {
  /** Its name. */
  readonly signaal: string;
  /** "2026-11-27 08:00:00", UTC */
  readonly eerstOp: string;
}

/** What of these somebody was not mailed yet, in their order. */
export async function notToldOf<T extends ToldSignal>(
  database: Database,
  {gemeenteCode, userId}: Subscriber,
  signals: readonly T[],
): Promise<readonly T[]> {
  const rows = await database.query<{signaal: string; eerst_op: string}>(
    `select signaal, eerst_op from mail_verstuurd
     where gemeente_code = $gemeente_code and gebruiker_id = $gebruiker_id`,
    {gemeente_code: gemeenteCode, gebruiker_id: userId},
  );
  const told = new Set(rows.map(({signaal, eerst_op}) => nameOf({signaal, eerstOp: eerst_op})));
  return signals.filter((one) => !told.has(nameOf(one)));
}

/** Notes that somebody was mailed of these; of what was noted before it is no second time. */
export async function noteTold(
  database: Database,
  subscriber: Subscriber,
  signals: readonly ToldSignal[],
  at: Date,
): Promise<void> {
  await database.transaction(async () => {
    for (const {signaal, eerstOp} of await notToldOf(database, subscriber, signals)) {
      await database.execute(
        `insert into mail_verstuurd (gemeente_code, gebruiker_id, signaal, eerst_op, op)
         values ($gemeente_code, $gebruiker_id, $signaal, cast($eerst_op as timestamp), cast($op as timestamp))`,
        {
          gemeente_code: subscriber.gemeenteCode,
          gebruiker_id: subscriber.userId,
          signaal,
          eerst_op: eerstOp,
          op: toMoment(at),
        },
      );
    }
  });
}

/** How many mails went out since a moment, to whomever. */
export async function countMailsSince(database: Database, since: Date): Promise<number> {
  const [row] = await database.query<{mails: number}>(
    `select cast(count(*) as bigint) as mails
     from (
       select distinct gemeente_code, gebruiker_id, op from mail_verstuurd where op > cast($since as timestamp)
     ) as mail`,
    {since: toMoment(since)},
  );
  return Number(row?.mails ?? 0);
}

function nameOf({signaal, eerstOp}: ToldSignal): string {
  return `${eerstOp} ${signaal}`;
}
