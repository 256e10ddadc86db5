import type {Database} from "../database/database.ts";
import {toMoment} from "../database/moment.ts";
import {UserError} from "../errors.ts";
import type {IsoDate} from "../standards/calendar.ts";
import {contractParts} from "./contract-parts.ts";
import type {Grant} from "./grant.ts";
import {type ScopePart, scopeDimensions} from "./reader.ts";
import {isRoleName, type RoleName, roleLabels, scopedRoles} from "./role.ts";

/** One role of one person, over a gemeente or one value of one part of it. */
export interface RoleRight {
  readonly userId: string;
  /** As who gave it knows him. */
  readonly name: string;
  readonly role: RoleName;
  readonly gemeenteCode: string | "alle";
  readonly part: {readonly dimension: RightDimension; readonly value: string} | null;
}

/** What a right can be narrowed to. A contract is no dimension of the care: it becomes an aanbieder, a wet and products. */
export const rightDimensions = [...scopeDimensions, "contract"] as const;

export type RightDimension = (typeof rightDimensions)[number];

export interface RoleChange extends RoleRight {
  readonly number: number;
  readonly may: boolean;
  readonly at: string; // "2026-11-27 08:00:00", UTC
  readonly by: string;
}

type Row = {
  gemeente_code: string;
  wijziging: number;
  gebruiker_id: string;
  naam: string;
  rol: string;
  dimensie: string | null;
  waarde: string | null;
  mag: boolean;
  op: string;
  door: string;
};

/** Who has which role now, by name. */
export async function readRoleRights(database: Database): Promise<RoleRight[]> {
  const held = new Map<string, RoleChange>();
  for (const change of await readChanges(database)) held.set(keyOf(change), change);
  return [...held.values()].filter(({may}) => may).sort((a, b) => compare(sortKey(a), sortKey(b)));
}

/** What was given and taken, the newest first. */
export async function listRoleChanges(database: Database): Promise<RoleChange[]> {
  return (await readChanges(database)).reverse();
}

/**
 * The roles of one person. Of one role and gemeente all parts hold together, but each contract is a role of its own: two
 * of them put together would give one aanbieder the wet of the other.
 *
 * @param today  which contracts run is that of this day
 */
export async function readGrants(database: Database, userId: string, today: IsoDate): Promise<Grant[]> {
  const own = (await readRoleRights(database)).filter((right) => right.userId === userId);
  const contracts = own.filter(({part}) => part?.dimension === "contract");
  const others = own.filter(({part}) => part?.dimension !== "contract");
  const byRole = Map.groupBy(others, ({role, gemeenteCode}) => JSON.stringify([role, gemeenteCode]));
  return [
    ...[...byRole.values()].map((rights) => grantOf(rights[0]!, partsOf(rights))),
    ...(await Promise.all(
      contracts.map(async (right) =>
        grantOf(right, await contractParts(database, right.gemeenteCode, right.part!.value, today)),
      ),
    )),
  ];
}

function grantOf({role, gemeenteCode}: RoleRight, within: readonly ScopePart[]): Grant {
  return {role, gemeenten: gemeenteCode === "alle" ? "alle" : [gemeenteCode], within};
}

/**
 * Gives somebody a role, or takes it back. What is asked twice is kept once.
 *
 * @throws UserError  one line: a role that is nothing without a part, or the last administrator
 */
export async function changeRoleRight(
  database: Database,
  right: RoleRight,
  {may, by, now}: {readonly may: boolean; readonly by: string; readonly now: Date},
): Promise<void> {
  if (may) checkRight(right);
  await database.transaction(async () => {
    const held = await readRoleRights(database);
    const isHeld = held.some((one) => keyOf(one) === keyOf(right));
    if (isHeld === may) {
      throw new UserError(may ? `${right.name} heeft deze rol al.` : `${right.name} heeft deze rol niet (meer).`);
    }
    if (!may) checkNotLast(right, held);
    const [row] = await database.query<{last: number | null}>("select max(wijziging) as last from rolrecht");
    await database.execute(
      `insert into rolrecht (gemeente_code, wijziging, gebruiker_id, naam, rol, dimensie, waarde, mag, op, door)
       values ($gemeente_code, $wijziging, $gebruiker_id, $naam, $rol, $dimensie, $waarde, $mag,
         cast($op as timestamp), $door)`,
      {
        gemeente_code: right.gemeenteCode,
        wijziging: Number(row?.last ?? 0) + 1,
        gebruiker_id: right.userId,
        naam: right.name,
        rol: right.role,
        dimensie: right.part?.dimension ?? null,
        waarde: right.part?.value ?? null,
        mag: may,
        op: toMoment(now),
        door: by,
      },
    );
  });
}

function checkRight({role, part, name, userId}: RoleRight): void {
  if (role === "inwoner")
    throw new UserError("Inwoner is iedereen die niet is ingelogd. Die rol hoeft u niemand te geven.");
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(userId))
    throw new UserError("Kies wie de rol krijgt: neem het nummer van de gebruiker over.");
  if (name.trim() === "" || name.length > 120)
    throw new UserError("Schrijf de naam van wie de rol krijgt, in hooguit 120 tekens.");
  const needed = scopedRoles[role];
  if (needed !== undefined && part === null) {
    throw new UserError(
      `De rol ${roleLabels[role]} heeft een deel van de gemeente nodig. Kies bij 'Deel' een ${needed}.`,
    );
  }
}

/** Somebody must be left who can change the rights of others. */
function checkNotLast(right: RoleRight, held: readonly RoleRight[]): void {
  const isAdministrator = ({role, gemeenteCode, part}: RoleRight) =>
    role === "beheerder" && gemeenteCode === "alle" && part === null;
  if (!isAdministrator(right) || held.some((one) => isAdministrator(one) && one.userId !== right.userId)) return;
  throw new UserError(`${right.name} is de laatste beheerder. Geef eerst iemand anders de rol Beheerder.`);
}

function partsOf(rights: readonly RoleRight[]): ScopePart[] {
  // Who has the whole gemeente as well, has the whole.
  if (rights.some(({part}) => part === null)) return [];
  return scopeDimensions.flatMap((dimension) => {
    const values = rights.flatMap(({part}) => (part?.dimension === dimension ? [part.value] : []));
    return values.length === 0 ? [] : [{dimension, values: values.sort()}];
  });
}

/** Oldest first. */
async function readChanges(database: Database): Promise<RoleChange[]> {
  const rows = await database.query<Row>(
    `select gemeente_code, wijziging, gebruiker_id, naam, rol, dimensie, waarde, mag, op, door
     from rolrecht order by wijziging`,
  );
  return rows.flatMap((row) => {
    const dimension = rightDimensions.find((name) => name === row.dimensie);
    if (!isRoleName(row.rol)) return [];
    // Less would be left of the limits, and so more would be seen.
    if (row.dimensie !== null && (dimension === undefined || row.waarde === null)) {
      throw new UserError("Wie welke rol heeft, is door een nieuwere Wijkbalans geschreven. Werk Wijkbalans bij.");
    }
    return [
      {
        userId: row.gebruiker_id,
        name: row.naam,
        role: row.rol,
        gemeenteCode: row.gemeente_code,
        part: dimension === undefined ? null : {dimension, value: row.waarde!},
        number: Number(row.wijziging),
        may: row.mag,
        at: row.op,
        by: row.door,
      },
    ];
  });
}

function keyOf({userId, role, gemeenteCode, part}: RoleRight): string {
  return JSON.stringify([userId, role, gemeenteCode, part?.dimension ?? null, part?.value ?? null]);
}

function sortKey({name, role, gemeenteCode, part}: RoleRight): string {
  return JSON.stringify([name, role, gemeenteCode, part?.dimension ?? "", part?.value ?? ""]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
