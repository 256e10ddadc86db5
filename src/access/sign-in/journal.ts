import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";

export type SignInEvent =
  | "aangemeld"
  | "afgemeld"
  | "overal afgemeld"
  | "afgemeld door aanmelddienst"
  | "andere rol"
  | "verlopen"
  | "geweigerd";

/** Notes that somebody came in, went out or was refused: never with what, and of a stranger not who. */
export async function noteSignInEvent(
  database: Database,
  userId: string | null,
  event: SignInEvent,
  reason: string | null,
  now: Date,
): Promise<void> {
  await database.execute(
    `insert into aanmelding (op, gebruiker_id, gebeurtenis, reden)
     values (cast($op as timestamp), $gebruiker_id, $gebeurtenis, $reden)`,
    {op: toMoment(now), gebruiker_id: userId, gebeurtenis: event, reden: reason?.slice(0, 200) ?? null},
  );
}
