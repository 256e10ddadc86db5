import {createHash, randomBytes} from "node:crypto";
import type {Database, Row} from "../../database/database.ts";
import {fromMoment, toMoment} from "../../database/moment.ts";
import {type Grant, keyOfGrant, mergeGrants} from "../grant.ts";
import {noteSignInEvent, type SignInEvent} from "./journal.ts";
import {noteRole} from "./users.ts";

/** Somebody who is signed in, in one browser. */
export interface Session {
  /** The hash of the cookie: what it is called here. It opens nothing. */
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  /** The provider that said who it is. */
  readonly issuer: string;
  readonly subject: string;
  /** All that he may look in; never empty. */
  readonly grants: readonly Grant[];
  /** The one in which he looks now. */
  readonly grant: Grant;
  readonly begunAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly acr: string | null;
  readonly idToken: string | null;
  readonly browser: string;
}

export interface NewSession {
  readonly userId: string;
  readonly grant: Grant;
  /** What the provider gave, and holds as long as the session does. */
  readonly grants: readonly Grant[];
  readonly acr: string | null;
  readonly sid: string | null;
  readonly idToken: string | null;
  readonly browser: string;
}

export interface SessionOptions {
  readonly database: Database;
  readonly now: () => Date;
  readonly idleMinutes: number;
  readonly longestHours: number;
  /** The roles that stand in our own tables. */
  readonly grantsOfUser: (userId: string) => Promise<readonly Grant[]>;
}

export interface Sessions {
  /** Begins one and gives the value of its cookie, once: only its hash is kept. */
  start(begun: NewSession): Promise<string>;
  /** Whose cookie this is; null: nobody's, or no longer. */
  find(cookie: string): Promise<Session | null>;
  /** Gives the value of the new cookie; the old one is nobody's from then on. */
  changeRole(session: Session, grant: Grant): Promise<string>;
  end(id: string, event: SignInEvent): Promise<void>;
  endAllOf(userId: string, event: SignInEvent): Promise<void>;
  /** Ends what the provider ended: its session called sid, or all of a subject. */
  endNoticed(notice: {issuer: string; subject: string | null; sid: string | null}): Promise<void>;
  listOf(userId: string): Promise<Session[]>;
  /** What changed of somebody must count at once. */
  forget(userId: string): void;
}

type SessionRow = Row & {
  sha256: string;
  gebruiker_id: string;
  naam: string;
  email: string | null;
  issuer: string;
  subject: string;
  rol: string;
  rechten: string | null;
  gemaakt_op: string;
  gezien_op: string;
  eindigt_op: string;
  acr: string | null;
  id_token: string | null;
  browser: string;
  geblokkeerd_op: string | null;
};

interface Known {
  readonly session: Session;
  readonly readAtMs: number;
  seenAtMs: number;
  isBeingRead: boolean;
}

/** So long what was read of a session counts: who is blocked or loses a role notices within that time. */
const freshMs = 10_000;
/** From then on it is read again meanwhile, so that who goes from page to page never waits for it. */
const agingMs = 5_000;
/** When somebody was last here is written once in a while for all together: each write makes questions be planned anew. */
const writtenEveryMs = 60_000;
const mostKnown = 5_000;

/** The sessions of this installation. One process has them, so what is known here is so. */
export function openSessions({database, now, idleMinutes, longestHours, grantsOfUser}: SessionOptions): Sessions {
  const known = new Map<string, Known>();
  const seen = new Set<string>();
  /** Goes up with each change, so that what was read before it is not believed after it. */
  let changes = 0;
  let writtenAtMs = now().getTime();
  let last: Promise<unknown> = Promise.resolve();

  return {
    async start(begun) {
      const cookie = randomBytes(32).toString("base64url");
      const at = now();
      await inTurn(async () => {
        await removeEnded(at);
        await database.execute(
          `insert into sessie (
             sha256, gebruiker_id, rol, rechten, gemaakt_op, gezien_op, eindigt_op, acr, sid, id_token, browser
           ) values (
             $sha256, $gebruiker_id, $rol, $rechten, cast($op as timestamp), cast($op as timestamp),
             cast($eindigt_op as timestamp), $acr, $sid, $id_token, $browser
           )`,
          {
            sha256: hashOf(cookie),
            gebruiker_id: begun.userId,
            rol: keyOfGrant(begun.grant),
            rechten: begun.grants.length === 0 ? null : JSON.stringify(begun.grants),
            op: toMoment(at),
            eindigt_op: toMoment(new Date(at.getTime() + longestHours * 3_600_000)),
            acr: begun.acr,
            sid: begun.sid,
            id_token: begun.idToken,
            browser: begun.browser,
          },
        );
        await noteRole(database, begun.userId, keyOfGrant(begun.grant));
        await noteSignInEvent(database, begun.userId, "aangemeld", begun.acr, at);
      });
      return cookie;
    },

    async find(cookie) {
      if (!/^[\w-]{43}$/.test(cookie)) return null;
      const id = hashOf(cookie);
      const at = now();
      let entry = known.get(id) ?? null;
      if (entry === null || at.getTime() - entry.readAtMs >= freshMs) entry = await read(id, entry?.seenAtMs ?? 0);
      if (entry === null) return null;
      const {session} = entry;
      if (at >= session.endsAt || at.getTime() - entry.seenAtMs >= idleMinutes * 60_000) {
        await remove("sha256 = $sha256", {sha256: id}, "verlopen");
        return null;
      }
      entry.seenAtMs = Math.max(entry.seenAtMs, at.getTime());
      seen.add(id);
      if (at.getTime() - entry.readAtMs >= agingMs) readMeanwhile(id, entry);
      if (at.getTime() - writtenAtMs >= writtenEveryMs) await writeSeen(at);
      return session;
    },

    async changeRole(session, grant) {
      const cookie = randomBytes(32).toString("base64url");
      await inTurn(async () => {
        await database.execute("update sessie set sha256 = $new, rol = $rol where sha256 = $old", {
          old: session.id,
          new: hashOf(cookie),
          rol: keyOfGrant(grant),
        });
        changes++;
        known.delete(session.id);
        await noteRole(database, session.userId, keyOfGrant(grant));
        await noteSignInEvent(database, session.userId, "andere rol", grant.role, now());
      });
      return cookie;
    },

    end: (id, event) => remove("sha256 = $sha256", {sha256: id}, event),

    endAllOf: (userId, event) => remove("gebruiker_id = $gebruiker_id", {gebruiker_id: userId}, event),

    async endNoticed({issuer, subject, sid}) {
      const ofSubject = `gebruiker_id in (select id from gebruiker where issuer = $issuer and subject = $subject)`;
      const ofSid = `sid = $sid and gebruiker_id in (select id from gebruiker where issuer = $issuer)`;
      const which = sid === null ? ofSubject : subject === null ? ofSid : `${ofSid} and ${ofSubject}`;
      await remove(which, {issuer, subject, sid}, "afgemeld door aanmelddienst");
    },

    async listOf(userId) {
      const rows = await database.query<SessionRow>(
        `${select} where sessie.gebruiker_id = $gebruiker_id order by sessie.gemaakt_op, sessie.sha256`,
        {gebruiker_id: userId},
      );
      const grants = await grantsOfUser(userId);
      const at = now().getTime();
      return rows
        .map((row) => sessionOf(row, grants, known.get(row.sha256)?.seenAtMs ?? 0))
        .filter((session) => session !== null)
        .filter(({endsAt, seenAt}) => at < endsAt.getTime() && at - seenAt.getTime() < idleMinutes * 60_000);
    },

    forget(userId) {
      changes++;
      for (const [id, {session}] of known) if (session.userId === userId) known.delete(id);
    },
  };

  async function read(id: string, seenAtMs: number): Promise<Known | null> {
    const before = changes;
    const [row] = await database.query<SessionRow>(`${select} where sessie.sha256 = $sha256`, {sha256: id});
    const isIn = row !== undefined && row.geblokkeerd_op === null;
    const session = isIn ? sessionOf(row, await grantsOfUser(row.gebruiker_id), seenAtMs) : null;
    if (before !== changes) return read(id, seenAtMs);
    known.delete(id);
    if (session === null) return null;
    const entry: Known = {session, readAtMs: now().getTime(), seenAtMs: session.seenAt.getTime(), isBeingRead: false};
    known.set(id, entry);
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return entry;
  }

  function readMeanwhile(id: string, entry: Known): void {
    if (entry.isBeingRead) return;
    entry.isBeingRead = true;
    // What goes wrong here goes wrong again, and is said, when somebody waits for it.
    read(id, entry.seenAtMs).catch(() => undefined);
  }

  /** Ends sessions at once and for good, and notes it of each. */
  function remove(which: string, parameters: Row, event: SignInEvent): Promise<void> {
    return inTurn(async () => {
      const rows = await database.query<{sha256: string; gebruiker_id: string}>(
        `select sha256, gebruiker_id from sessie where ${which}`,
        parameters,
      );
      if (rows.length === 0) return;
      await database.execute(`delete from sessie where ${which}`, parameters);
      changes++;
      for (const {sha256} of rows) known.delete(sha256);
      for (const {gebruiker_id} of rows) await noteSignInEvent(database, gebruiker_id, event, null, now());
    });
  }

  async function removeEnded(at: Date): Promise<void> {
    await database.execute(
      "delete from sessie where eindigt_op <= cast($op as timestamp) or gezien_op <= cast($stil as timestamp)",
      {op: toMoment(at), stil: toMoment(new Date(at.getTime() - idleMinutes * 60_000 - 2 * writtenEveryMs))},
    );
  }

  async function writeSeen(at: Date): Promise<void> {
    writtenAtMs = at.getTime();
    const ids = [...seen];
    seen.clear();
    const parameters = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
    await inTurn(() =>
      database.execute(
        `update sessie set gezien_op = cast($op as timestamp) where sha256 in (${Object.keys(parameters)
          .map((name) => `$${name}`)
          .join(", ")})`,
        {...parameters, op: toMoment(at)},
      ),
    );
  }

  /** Two writes of the same row at once would undo each other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }
}

const select = `
  select sessie.sha256, sessie.gebruiker_id, gebruiker.naam, gebruiker.email, gebruiker.issuer, gebruiker.subject,
    sessie.rol, sessie.rechten, sessie.gemaakt_op, sessie.gezien_op, sessie.eindigt_op, sessie.acr, sessie.id_token,
    sessie.browser, gebruiker.geblokkeerd_op
  from sessie
  join gebruiker on gebruiker.id = sessie.gebruiker_id`;

/** Null: nothing is left that he may look in. */
function sessionOf(row: SessionRow, ownGrants: readonly Grant[], seenAtMs: number): Session | null {
  const given = row.rechten === null ? [] : (JSON.parse(row.rechten) as Grant[]);
  const grants = mergeGrants([...given, ...ownGrants]);
  // A scope that was changed meanwhile is another one under the same role.
  const [role] = row.rol.split(" ");
  const grant =
    grants.find((one) => keyOfGrant(one) === row.rol) ?? grants.find((one) => one.role === role) ?? grants[0];
  if (grant === undefined) return null;
  return {
    id: row.sha256,
    userId: row.gebruiker_id,
    name: row.naam,
    email: row.email,
    issuer: row.issuer,
    subject: row.subject,
    grants,
    grant,
    begunAt: fromMoment(row.gemaakt_op),
    seenAt: new Date(Math.max(seenAtMs, fromMoment(row.gezien_op).getTime())),
    endsAt: fromMoment(row.eindigt_op),
    acr: row.acr,
    idToken: row.id_token,
    browser: row.browser,
  };
}

/** A plain hash will do: 256 random bits cannot be guessed, so there is nothing to slow down. */
function hashOf(cookie: string): string {
  return createHash("sha256").update(cookie).digest("hex");
}
