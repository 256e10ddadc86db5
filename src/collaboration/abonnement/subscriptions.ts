import {createHash, randomBytes} from "node:crypto";
import type {Database} from "../../database/database.ts";
import {fromMoment, toMoment} from "../../database/moment.ts";

/** Whose mail it is about. */
export interface Subscriber {
  readonly gemeenteCode: string;
  readonly userId: string;
}

/** Where somebody said so: on our page, by the link in a mail, or we, for the link of one more mail. */
type Origin = "pagina" | "afmeldlink" | "mail";

/** Whether somebody wants mail of what stands out. Who never said so does not. */
export async function wantsMail(database: Database, subscriber: Subscriber): Promise<boolean> {
  return (await lastOf(database, subscriber))?.aan ?? false;
}

/** Who wants mail of a gemeente, by number. */
export async function listSubscribers(database: Database, gemeenteCode: string): Promise<readonly Subscriber[]> {
  const rows = await database.query<{gebruiker_id: string; aan: boolean}>(
    `select gebruiker_id, aan from abonnement
     where gemeente_code = $gemeente_code
     order by gebruiker_id, op`,
    {gemeente_code: gemeenteCode},
  );
  const last = new Map(rows.map(({gebruiker_id, aan}) => [gebruiker_id, aan]));
  return [...last].filter(([, isOn]) => isOn).map(([userId]) => ({gemeenteCode, userId}));
}

/** Switches mail on or off; what is so already stays so. */
export async function switchMail(
  database: Database,
  subscriber: Subscriber,
  {isOn, now}: {readonly isOn: boolean; readonly now: Date},
): Promise<void> {
  await database.transaction(async () => {
    const last = await lastOf(database, subscriber);
    if ((last?.aan ?? false) === isOn) return;
    await write(database, subscriber, {key: newKey(), isOn, origin: "pagina", at: after(last, now)});
  });
}

/**
 * The key for the link that ends it, for one mail: of a key only its hash is kept, so each mail has its own. All keys that
 * were ever given go on to work.
 *
 * @returns null: he does not want mail, or no longer
 */
export async function keyForMail(database: Database, subscriber: Subscriber, now: Date): Promise<string | null> {
  const key = newKey();
  return database.transaction(async () => {
    const last = await lastOf(database, subscriber);
    if (last === null || !last.aan) return null;
    await write(database, subscriber, {key, isOn: true, origin: "mail", at: after(last, now)});
    return key;
  });
}

/** What the link of a mail found: mail that is on, that is off already, or a link that is none of ours. */
export type KeyState = "aan" | "uit" | "onbekend";

export async function stateOfKey(database: Database, key: string): Promise<KeyState> {
  const subscriber = await subscriberOf(database, key);
  if (subscriber === null) return "onbekend";
  return (await wantsMail(database, subscriber)) ? "aan" : "uit";
}

/** Ends the mail of whose key this is. Who has the key needs not be signed in. @returns what it was before */
export async function unsubscribe(database: Database, key: string, now: Date): Promise<KeyState> {
  return database.transaction(async () => {
    const subscriber = await subscriberOf(database, key);
    if (subscriber === null) return "onbekend";
    const last = await lastOf(database, subscriber);
    if (last === null || !last.aan) return "uit";
    await write(database, subscriber, {key: newKey(), isOn: false, origin: "afmeldlink", at: after(last, now)});
    return "aan";
  });
}

/** 32 random bytes, as they stand in a link: 43 characters. */
export const keyPattern = /^[\w-]{43}$/;

function newKey(): string {
  return randomBytes(32).toString("base64url");
}

/** A plain hash will do: 256 random bits cannot be guessed, so there is nothing to slow down. */
function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

type LastRow = {aan: boolean; op: string};

async function lastOf(database: Database, {gemeenteCode, userId}: Subscriber): Promise<LastRow | null> {
  const [row] = await database.query<LastRow>(
    `select aan, op from abonnement
     where gemeente_code = $gemeente_code and gebruiker_id = $gebruiker_id
     order by op desc limit 1`,
    {gemeente_code: gemeenteCode, gebruiker_id: userId},
  );
  return row ?? null;
}

async function subscriberOf(database: Database, key: string): Promise<Subscriber | null> {
  if (!keyPattern.test(key)) return null;
  const [row] = await database.query<{gemeente_code: string; gebruiker_id: string}>(
    "select gemeente_code, gebruiker_id from abonnement where sleutel = $sleutel",
    {sleutel: hashOf(key)},
  );
  return row === undefined ? null : {gemeenteCode: row.gemeente_code, userId: row.gebruiker_id};
}

/** Of one person no two rows are of the same moment, so that it is plain which came last. */
function after(last: LastRow | null, now: Date): string {
  if (last === null) return toMoment(now);
  const next = new Date(fromMoment(last.op).getTime() + 1000);
  return toMoment(now > next ? now : next);
}

async function write(
  database: Database,
  {gemeenteCode, userId}: Subscriber,
  {key, isOn, origin, at}: {key: string; isOn: boolean; origin: Origin; at: string},
): Promise<void> {
  await database.execute(
    `insert into abonnement (gemeente_code, gebruiker_id, sleutel, aan, herkomst, op)
     values ($gemeente_code, $gebruiker_id, $sleutel, $aan, $herkomst, cast($op as timestamp))`,
    {gemeente_code: gemeenteCode, gebruiker_id: userId, sleutel: hashOf(key), aan: isOn, herkomst: origin, op: at},
  );
}
