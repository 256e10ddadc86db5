import type {Database} from "../database/database.ts";
import {toMoment} from "../database/moment.ts";
import {UserError} from "../errors.ts";
import {isRoleName, type RoleName, roleLabels} from "./role.ts";
import {
  type ChangedRights,
  canBeGiven,
  nothingChanged,
  rolesOf,
  type ScreenName,
  screenNames,
  screenOf,
} from "./screens.ts";

/** A role that may open a screen from now on, or no longer. */
export interface ScreenChange {
  readonly screen: ScreenName;
  readonly role: RoleName;
  readonly may: boolean;
}

/** What was changed at once: by whom and when. */
export interface ChangeFacts {
  readonly number: number;
  readonly at: string; // "2026-11-27 08:00:00", UTC
  readonly by: string;
}

export interface ScreenChangeSet extends ChangeFacts {
  readonly changes: readonly ScreenChange[];
}

type Row = {wijziging: number; scherm: string; rol: string; mag: boolean; op: string; door: string};

/** What an administrator changed; of each screen all roles, where any was changed. */
export async function readScreenRights(database: Database): Promise<ChangedRights> {
  const rows = await readRows(database);
  return rows.length === 0 ? nothingChanged : changedBy(rows.flatMap(changeOf));
}

/** The table as it would be after changes. */
export function changedBy(changes: readonly ScreenChange[], before: ChangedRights = nothingChanged): ChangedRights {
  const changed = new Map([...before].map(([name, roles]) => [name, new Set(roles)]));
  for (const {screen, role, may} of changes) {
    const roles = changed.get(screen) ?? new Set(screenOf(screen).roles);
    if (may) roles.add(role);
    else roles.delete(role);
    changed.set(screen, roles);
  }
  return changed;
}

/** What was changed and when, the newest first. */
export async function listScreenChanges(database: Database): Promise<ScreenChangeSet[]> {
  const sets = Map.groupBy(await readRows(database), ({wijziging}) => Number(wijziging));
  return [...sets]
    .map(([number, rows]) => ({number, at: rows[0]!.op, by: rows[0]!.door, changes: rows.flatMap(changeOf)}))
    .sort((a, b) => b.number - a.number);
}

/**
 * Keeps changes, all at once.
 *
 * @param seen  the number of the last change that who made these knew of; 0: there was none
 * @throws UserError  one line: what cannot be given, or somebody else changed the table meanwhile
 */
export async function saveScreenRights(
  database: Database,
  changes: readonly ScreenChange[],
  {seen, by, now}: {readonly seen: number; readonly by: string; readonly now: Date},
): Promise<void> {
  if (changes.length === 0) throw new UserError("Er is niets veranderd. Zet eerst een vinkje aan of uit.");
  for (const change of changes) checkChange(change);
  await database.transaction(async () => {
    const last = await lastNumber(database);
    if (last !== seen) {
      throw new UserError(
        "Iemand anders heeft de rechten intussen veranderd. Open 'Rollen' opnieuw en kies nog een keer.",
      );
    }
    for (const {screen, role, may} of changes) {
      await database.execute(
        `insert into schermrecht (wijziging, scherm, rol, mag, op, door)
         values ($wijziging, $scherm, $rol, $mag, cast($op as timestamp), $door)`,
        {wijziging: last + 1, scherm: screen, rol: role, mag: may, op: toMoment(now), door: by},
      );
    }
  });
}

/** @throws UserError  one line: why this cannot be */
export function checkChange({screen, role, may}: ScreenChange): void {
  const {label} = screenOf(screen);
  if (may && !canBeGiven(role, screen)) {
    throw new UserError(`'${label}' kunt u niet aan de rol ${roleLabels[role]} geven.`);
  }
  if (!may && role === "beheerder" && screen === "rollen") {
    throw new UserError("De beheerder houdt altijd 'Rollen': anders kan niemand de rechten nog veranderen.");
  }
}

/** What brings a table from one state to another, screen by screen. */
export function differences(before: ChangedRights, after: ChangedRights): ScreenChange[] {
  return screenNames.flatMap((screen) => {
    const [was, is] = [new Set(rolesOf(screen, before)), new Set(rolesOf(screen, after))];
    return [
      ...[...is].filter((role) => !was.has(role)).map((role) => ({screen, role, may: true})),
      ...[...was].filter((role) => !is.has(role)).map((role) => ({screen, role, may: false})),
    ];
  });
}

/** @throws UserError  one line when there is no such screen or role */
export function readScreenChange(scherm: string, rol: string, may: boolean): ScreenChange {
  const screen = screenNames.find((name) => name === scherm);
  if (screen === undefined)
    throw new UserError(`Er is geen scherm '${short(scherm)}'. Kies uit: ${screenNames.join(", ")}.`);
  return {screen, role: readRole(rol), may};
}

/** @throws UserError  one line when there is no such role */
export function readRole(text: string): RoleName {
  if (isRoleName(text)) return text;
  throw new UserError(`Er is geen rol '${short(text)}'. Kies uit: ${Object.keys(roleLabels).join(", ")}.`);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

async function lastNumber(database: Database): Promise<number> {
  const [row] = await database.query<{last: number | null}>("select max(wijziging) as last from schermrecht");
  return Number(row?.last ?? 0);
}

/** Oldest first, so that the newest of a key is applied last. */
function readRows(database: Database): Promise<Row[]> {
  return database.query<Row>("select wijziging, scherm, rol, mag, op, door from schermrecht order by wijziging");
}

/** What a newer or older Wijkbalans calls a screen or role is left alone. */
function changeOf({scherm, rol, mag}: Row): ScreenChange[] {
  const screen = screenNames.find((name) => name === scherm);
  return screen === undefined || !isRoleName(rol) ? [] : [{screen, role: rol, may: mag}];
}
