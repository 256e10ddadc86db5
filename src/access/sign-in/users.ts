import {createHash} from "node:crypto";
import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import {UserError} from "../../errors.ts";

/** Somebody who signed in at least once. */
export interface User {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  /** The role in which he looked last; null: he never had one. */
  readonly lastRole: string | null;
  readonly madeAt: string; // "2026-11-27 08:00:00", UTC
  readonly seenAt: string;
  readonly blockedAt: string | null;
}

export interface WhoCame {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
}

type UserRow = {
  id: string;
  issuer: string;
  subject: string;
  naam: string;
  email: string | null;
  laatste_rol: string | null;
  gemaakt_op: string;
  laatst_gezien_op: string;
  geblokkeerd_op: string | null;
};

/** The same person at the same provider has the same id, here and after a rebuild. */
export function userIdOf(issuer: string, subject: string): string {
  return createHash("sha256")
    .update(JSON.stringify([issuer, subject]))
    .digest("hex")
    .slice(0, 24);
}

/** Notes who came, under the name he has now. Two at once are for the caller to keep apart. */
export async function noteUser(database: Database, who: WhoCame, now: Date): Promise<User> {
  const id = userIdOf(who.issuer, who.subject);
  const facts = {id, naam: who.name, email: who.email, op: toMoment(now)};
  const known = await findUser(database, id);
  if (known === null) {
    await database.execute(
      `insert into gebruiker (id, issuer, subject, naam, email, gemaakt_op, laatst_gezien_op)
       values ($id, $issuer, $subject, $naam, $email, cast($op as timestamp), cast($op as timestamp))`,
      {...facts, issuer: who.issuer, subject: who.subject},
    );
  } else {
    await database.execute(
      "update gebruiker set naam = $naam, email = $email, laatst_gezien_op = cast($op as timestamp) where id = $id",
      facts,
    );
  }
  return (await findUser(database, id))!;
}

export async function findUser(database: Database, id: string): Promise<User | null> {
  const [row] = await database.query<UserRow>(`${select} where id = $id`, {id});
  return row === undefined ? null : userOf(row);
}

export async function listUsers(database: Database): Promise<User[]> {
  return (await database.query<UserRow>(`${select} order by naam, id`)).map(userOf);
}

export async function noteRole(database: Database, id: string, role: string): Promise<void> {
  await database.execute("update gebruiker set laatste_rol = $role where id = $id", {id, role});
}

/** Keeps somebody out, whatever the provider says; his sessions end within seconds. */
export async function blockUser(database: Database, id: string, now: Date): Promise<void> {
  const user = await userOrProblem(database, id);
  if (user.blockedAt !== null) throw new UserError(`${user.name} is al geblokkeerd.`);
  await database.execute("update gebruiker set geblokkeerd_op = cast($op as timestamp) where id = $id", {
    id,
    op: toMoment(now),
  });
}

export async function unblockUser(database: Database, id: string): Promise<void> {
  const user = await userOrProblem(database, id);
  if (user.blockedAt === null) throw new UserError(`${user.name} is niet geblokkeerd.`);
  await database.execute("update gebruiker set geblokkeerd_op = null where id = $id", {id});
}

async function userOrProblem(database: Database, id: string): Promise<User> {
  const user = await findUser(database, id);
  if (user !== null) return user;
  throw new UserError(`Er is geen gebruiker '${id}'. Zie: npx wijkbalans gebruiker lijst`);
}

const select = `
  select id, issuer, subject, naam, email, laatste_rol, gemaakt_op, laatst_gezien_op, geblokkeerd_op
  from gebruiker`;

function userOf(row: UserRow): User {
  return {
    id: row.id,
    issuer: row.issuer,
    subject: row.subject,
    name: row.naam,
    email: row.email,
    lastRole: row.laatste_rol,
    madeAt: row.gemaakt_op,
    seenAt: row.laatst_gezien_op,
    blockedAt: row.geblokkeerd_op,
  };
}
