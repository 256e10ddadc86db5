import {createHash, randomBytes, timingSafeEqual} from "node:crypto";
import type {Database} from "../database/database.ts";
import {toMoment} from "../database/moment.ts";
import {UserError} from "../errors.ts";

/** What a token may be used for. */
export type Bereik = "aanleveren";

/** A token as it is listed: never the token itself. */
export interface TokenFacts {
  readonly naam: string;
  readonly bereik: string;
  readonly gemaaktOp: string; // "2026-11-27 08:00:00", UTC
  readonly geldigTot: string;
  readonly laatstGebruiktOp: string | null;
  readonly ingetrokkenOp: string | null;
}

export type TokenCheck =
  | {readonly naam: string}
  | {readonly problem: "onbekend" | "verlopen" | "ingetrokken" | "ander bereik"};

type TokenRow = {
  naam: string;
  sha256: string;
  bereik: string;
  gemaakt_op: string;
  geldig_tot: string;
  laatst_gebruikt_op: string | null;
  ingetrokken_op: string | null;
};

const dayInMs = 24 * 60 * 60 * 1000;
const mark = "wijkbalans_";

/**
 * Makes a token and gives it, once: only its hash is kept.
 *
 * A plain hash will do: 256 random bits cannot be guessed, so there is nothing to slow down.
 */
export async function makeToken(
  database: Database,
  naam: string,
  bereik: Bereik,
  days: number,
  now: Date,
): Promise<string> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(naam)) {
    throw new UserError("Geef het token een naam van letters, cijfers, punten en streepjes. Bijvoorbeeld: ggk-nacht");
  }
  const [same] = await database.query("select naam from toegangstoken where naam = $naam", {naam});
  if (same !== undefined) {
    throw new UserError(`Er is al een token '${naam}' geweest. Kies een andere naam, zo blijft te zien wie leverde.`);
  }
  const token = `${mark}${randomBytes(32).toString("base64url")}`;
  await database.execute(
    `insert into toegangstoken (naam, sha256, bereik, gemaakt_op, geldig_tot)
     values ($naam, $sha256, $bereik, cast($gemaakt_op as timestamp), cast($geldig_tot as timestamp))`,
    {
      naam,
      sha256: hashOf(token).toString("hex"),
      bereik,
      gemaakt_op: toMoment(now),
      geldig_tot: toMoment(new Date(now.getTime() + days * dayInMs)),
    },
  );
  return token;
}

export async function listTokens(database: Database): Promise<TokenFacts[]> {
  return (await readTokens(database)).map((row) => ({
    naam: row.naam,
    bereik: row.bereik,
    gemaaktOp: row.gemaakt_op,
    geldigTot: row.geldig_tot,
    laatstGebruiktOp: row.laatst_gebruikt_op,
    ingetrokkenOp: row.ingetrokken_op,
  }));
}

export async function revokeToken(database: Database, naam: string, now: Date): Promise<void> {
  const [row] = await database.query<{ingetrokken_op: string | null}>(
    "select ingetrokken_op from toegangstoken where naam = $naam",
    {naam},
  );
  if (row === undefined) throw new UserError(`Er is geen token '${naam}'. Zie: npx wijkbalans token lijst`);
  if (row.ingetrokken_op !== null) throw new UserError(`Token '${naam}' is al ingetrokken.`);
  await database.execute("update toegangstoken set ingetrokken_op = cast($op as timestamp) where naam = $naam", {
    naam,
    op: toMoment(now),
  });
}

/** Whose token this is, and whether it lets in. Every kept hash is compared, and whole, so time tells nothing. */
export async function checkToken(database: Database, token: string, bereik: Bereik, now: Date): Promise<TokenCheck> {
  const hash = hashOf(token);
  let found: TokenRow | null = null;
  for (const row of await readTokens(database)) {
    if (timingSafeEqual(Buffer.from(row.sha256, "hex"), hash)) found = row;
  }
  if (found === null) return {problem: "onbekend"};
  if (found.ingetrokken_op !== null) return {problem: "ingetrokken"};
  if (found.geldig_tot <= toMoment(now)) return {problem: "verlopen"};
  if (found.bereik !== bereik) return {problem: "ander bereik"};
  await noteUse(database, found, now);
  return {naam: found.naam};
}

/** To the minute: who asks each second how far a delivery is, does not write each second. */
async function noteUse(database: Database, {naam, laatst_gebruikt_op}: TokenRow, now: Date): Promise<void> {
  if (laatst_gebruikt_op !== null && laatst_gebruikt_op > toMoment(new Date(now.getTime() - 60_000))) return;
  const sql = "update toegangstoken set laatst_gebruikt_op = cast($op as timestamp) where naam = $naam";
  await database.execute(sql, {naam, op: toMoment(now)});
}

function readTokens(database: Database): Promise<TokenRow[]> {
  return database.query<TokenRow>(
    `select naam, sha256, bereik, gemaakt_op, geldig_tot, laatst_gebruikt_op, ingetrokken_op
     from toegangstoken order by gemaakt_op, naam`,
  );
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
