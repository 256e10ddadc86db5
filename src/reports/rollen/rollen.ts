import {type RoleName, roleLabels, roleNames} from "../../access/role.ts";
import {listRoleChanges, type RoleRight, readRoleRights, rightDimensions} from "../../access/role-rights.ts";
import {
  changedBy,
  checkChange,
  differences,
  listScreenChanges,
  readScreenRights,
  type ScreenChange,
} from "../../access/screen-rights.ts";
import {type ChangedRights, canBeGiven, rolesOf, type ScreenName, screenNames, screenOf} from "../../access/screens.ts";
import {findUser, listUsers} from "../../access/sign-in/users.ts";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {formatMoment} from "../format.ts";
import type {Query} from "../view.ts";
import {kindWords} from "./words.ts";

export const rollenPath = "/over-de-gegevens/beheer/rollen";

/** Who may see what, and who has which role. */
export interface Rollen {
  readonly title: string;
  readonly kern: string;
  readonly roles: readonly {readonly role: RoleName; readonly label: string}[];
  readonly screens: readonly ScreenRow[];
  /** What would change; null: nothing was chosen yet. */
  readonly preview: Preview | null;
  readonly people: readonly PersonRow[];
  readonly history: readonly HistoryRow[];
  /** The number of the last change of the table; 0: there was none. */
  readonly seen: number;
  /** Codes and names to choose a part from. */
  readonly parts: readonly {readonly value: string; readonly label: string}[];
  readonly gemeenten: readonly {readonly value: string; readonly label: string}[];
  /** Who signed in at least once, to choose who gets a role. */
  readonly users: readonly {readonly value: string; readonly label: string}[];
}

export interface ScreenRow {
  readonly screen: ScreenName;
  readonly label: string;
  readonly asks: string;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly role: RoleName;
  readonly may: boolean;
  /** Nobody can change it: it can never be given, or never be taken. */
  readonly isFixed: boolean;
  /** Otherwise than the program says by itself. */
  readonly isChanged: boolean;
}

export interface Preview {
  readonly lines: readonly {readonly text: string; readonly who: string}[];
  readonly fields: readonly {readonly name: "erbij" | "eraf"; readonly value: string}[];
}

export interface PersonRow {
  readonly name: string;
  readonly role: string;
  readonly place: string;
  readonly part: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface HistoryRow {
  readonly when: string;
  readonly who: string;
  readonly what: string;
  /** Its number, when it can be undone as it is: the last change of the table. */
  readonly undo: number | null;
}

const historyShown = 30;

/** @throws UserError  one line: a role or screen that does not exist, or what cannot be given or taken */
export async function rollen(database: Database, query: Query): Promise<Rollen> {
  const [rights, changes, people, roleChanges, places, values, users] = await Promise.all([
    readScreenRights(database),
    listScreenChanges(database),
    readRoleRights(database),
    listRoleChanges(database),
    readPlaces(database),
    readParts(database),
    listUsers(database),
  ]);
  const chosen = query.voorbeeld === "1" ? chosenIn(ticksIn(query), rights) : null;
  const names = new Map([...places, ...values].map(({value, label}) => [value, label]));
  const shown = chosen === null ? rights : changedBy(chosen, rights);
  const count = new Set(people.map(({userId}) => userId)).size;
  const screenHistory = changes.map((set, place) => ({
    at: set.at,
    who: set.by,
    what: set.changes.map(lineOf).join("; "),
    undo: place === 0 ? set.number : null,
  }));
  const roleHistory = roleChanges.map((one) => ({
    at: one.at,
    who: one.by,
    what: `${one.name} ${one.may ? "kreeg" : "verloor"} de rol ${roleLabels[one.role]}${partOf(one, names)}`,
    undo: null,
  }));
  return {
    title: "Rollen",
    kern:
      count === 0
        ? "Nog niemand heeft hier een rol. Wie welke bladzijde ziet, staat in de tabel."
        : `${count} ${count === 1 ? "mens heeft" : "mensen hebben"} hier een rol. Wie welke bladzijde ziet, staat in de tabel.`,
    roles: roleNames.map((role) => ({role, label: roleLabels[role]})),
    screens: screenNames.map((screen) => rowOf(screen, shown)),
    preview: chosen === null ? null : previewOf(chosen, people),
    people: people.map((right) => personOf(right, names)),
    history: [...screenHistory, ...roleHistory]
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .slice(0, historyShown)
      .map(({at, ...row}) => ({...row, when: formatMoment(at)})),
    seen: changes[0]?.number ?? 0,
    parts: values,
    gemeenten: [{value: "alle", label: "Alle gemeenten in dit systeem"}, ...places],
    users: users.map(({id, name, email}) => ({value: id, label: email === null ? name : `${name} (${email})`})),
  };
}

/** What would bring the table back to before its last change. @throws UserError  there is no such last change */
export async function undoOf(database: Database, number: number): Promise<readonly ScreenChange[]> {
  const [last] = await listScreenChanges(database);
  if (last === undefined || last.number !== number) {
    throw new UserError(
      "Alleen de laatste verandering kunt u terugdraaien. Open 'Rollen' opnieuw en kies nog een keer.",
    );
  }
  return last.changes.map((change) => ({...change, may: !change.may}));
}

/**
 * Reads which role somebody gets over what. Who has no name yet is called as he signed in.
 *
 * @throws UserError  one line: a gebruiker, role, gemeente, team, wijk, aanbieder or contract that is not there
 */
export async function readRoleForm(
  database: Database,
  asked: {userId: string; name: string; role: RoleName; place: string; part: string},
): Promise<RoleRight> {
  const {userId, role, place, part} = asked;
  const name = asked.name === "" ? await nameOfUser(database, userId) : asked.name;
  const places = await readPlaces(database);
  if (place !== "alle" && !places.some(({value}) => value === place)) {
    throw new UserError(`Van gemeente '${short(place)}' zijn er geen gegevens. Kies er een uit de lijst.`);
  }
  if (part === "") return {userId, name, role, gemeenteCode: place, part: null};
  const {dimension, value} = readPart(part);
  if (place === "alle") throw new UserError("Kies bij een deel ook van welke gemeente het is.");
  const known = await readParts(database, place);
  if (!known.some((one) => one.value === `${dimension} ${value}`)) {
    throw new UserError(`In gemeente ${place} is geen ${dimension} '${short(value)}'. Kies er een uit de lijst.`);
  }
  return {userId, name, role, gemeenteCode: place, part: {dimension, value}};
}

/** "team T1" as a choice of the form has it; a number of a contract may have spaces of its own. */
export function readPart(text: string): NonNullable<RoleRight["part"]> {
  const space = text.indexOf(" ");
  const dimension = rightDimensions.find((one) => one === text.slice(0, space));
  if (dimension === undefined) throw new UserError(`Een deel '${short(text)}' is er niet. Kies er een uit de lijst.`);
  return {dimension, value: text.slice(space + 1)};
}

async function nameOfUser(database: Database, userId: string): Promise<string> {
  const user = await findUser(database, userId);
  if (user === null)
    throw new UserError("Kies wie de rol krijgt. Wie er niet bij staat, meldt zich eerst één keer aan.");
  return user.name;
}

/** The name that a tick of the form has. */
export function tickName(screen: string, role: string): string {
  return `${tickMark}${screen}.${role}`;
}

const tickMark = "mag.";

function ticksIn(query: Query): string[] {
  const names = Object.keys(query).filter((name) => name.startsWith(tickMark));
  return names.map((name) => name.slice(tickMark.length).replace(".", " "));
}

/** What the ticks of the form change in the table. A tick that cannot be set or taken away is none. */
function chosenIn(ticks: readonly string[], rights: ChangedRights): ScreenChange[] {
  const known = new Set(screenNames.flatMap((screen) => roleNames.map((role) => `${screen} ${role}`)));
  const strange = ticks.find((tick) => !known.has(tick));
  if (strange !== undefined) {
    const [screen = "", role = ""] = strange.split(" ");
    const isRole = roleNames.some((name) => name === role);
    throw new UserError(isRole ? `Er is geen scherm '${short(screen)}'.` : `Er is geen rol '${short(role)}'.`);
  }
  const wanted = new Map(
    screenNames.map((screen) => [screen, new Set(roleNames.filter((role) => ticks.includes(`${screen} ${role}`)))]),
  );
  for (const [screen, roles] of wanted) {
    for (const role of roles) checkChange({screen, role, may: true});
  }
  // The tick of the beheerder at this very screen cannot be taken away, so the form does not send it.
  wanted.get("rollen")!.add("beheerder");
  return differences(rights, wanted);
}

function rowOf(screen: ScreenName, rights: ChangedRights): ScreenRow {
  const {label, asks, roles: first} = screenOf(screen);
  const roles = rolesOf(screen, rights);
  return {
    screen,
    label,
    asks: kindWords[asks],
    cells: roleNames.map((role) => ({
      role,
      may: roles.includes(role),
      isFixed: !canBeGiven(role, screen) || (screen === "rollen" && role === "beheerder"),
      isChanged: roles.includes(role) !== first.includes(role),
    })),
  };
}

function previewOf(changes: readonly ScreenChange[], people: readonly RoleRight[]): Preview {
  return {
    lines: changes.map((change) => ({text: lineOf(change), who: whoWords(change.role, people)})),
    fields: changes.map(({screen, role, may}) => ({name: may ? "erbij" : "eraf", value: `${screen} ${role}`})),
  };
}

function lineOf({screen, role, may}: ScreenChange): string {
  return `${roleLabels[role]} ${may ? "krijgt" : "verliest"} '${screenOf(screen).label}'`;
}

function whoWords(role: RoleName, people: readonly RoleRight[]): string {
  if (role === "inwoner") return "Iedereen die niet is ingelogd";
  const names = [...new Set(people.filter((right) => right.role === role).map(({name}) => name))];
  if (names.length === 0) return "Niemand heeft deze rol hier nu";
  return names.length > 5 ? `${names.slice(0, 5).join(", ")} en nog ${names.length - 5}` : names.join(", ");
}

function personOf(right: RoleRight, names: ReadonlyMap<string, string>): PersonRow {
  const {userId, name, role, gemeenteCode, part} = right;
  const value = part === null ? "" : `${part.dimension} ${part.value}`;
  return {
    name,
    role: roleLabels[role],
    place: gemeenteCode === "alle" ? "alle gemeenten" : (names.get(gemeenteCode) ?? gemeenteCode),
    part: part === null ? "alles" : (names.get(value) ?? value),
    fields: {gebruiker: userId, naam: name, rol: role, gemeente: gemeenteCode, deel: value},
  };
}

function partOf({part}: RoleRight, names: ReadonlyMap<string, string>): string {
  if (part === null) return "";
  const value = `${part.dimension} ${part.value}`;
  return `, voor ${names.get(value) ?? value}`;
}

async function readPlaces(database: Database): Promise<{value: string; label: string}[]> {
  const rows = await database.query<{code: string; naam: string | null}>(
    `select gemeente_code as code, max(naam) as naam
     from (
       select gemeente_code, naam from gebied where soort = 'gemeente'
       union all
       select distinct gemeente_code, cast(null as text) as naam from bericht
     ) as place
     group by gemeente_code
     order by gemeente_code`,
  );
  return rows.map(({code, naam}) => ({value: code, label: naam ?? code}));
}

/** Teams, wijken, aanbieders and contracts; an aanbieder that merged is reached by its successor. */
async function readParts(database: Database, gemeenteCode = ""): Promise<{value: string; label: string}[]> {
  const rows = await database.query<{dimensie: string; code: string; naam: string}>(
    `select dimensie, code, max(naam) as naam
     from (
       select 'team' as dimensie, team_code as code, naam, gemeente_code from team
       union all
       select 'wijk', gebied_code, naam, gemeente_code from gebied where soort = 'wijk'
       union all
       select 'aanbieder', aanbieder, naam, gemeente_code from aanbieder where opvolger is null or opvolger = aanbieder
       union all
       select 'contract', contract.contract_nummer,
         contract.contract_nummer || ', ' || coalesce(aanbieder.naam, contract.aanbieder) || ', ' || contract.wet,
         contract.gemeente_code
       from contract
       left join aanbieder
         on aanbieder.gemeente_code = contract.gemeente_code and aanbieder.aanbieder = contract.aanbieder
     ) as part
     where $gemeente_code = '' or gemeente_code = $gemeente_code
     group by dimensie, code
     order by dimensie, code`,
    {gemeente_code: gemeenteCode},
  );
  return rows.map(({dimensie, code, naam}) => ({value: `${dimensie} ${code}`, label: `${naam} (${dimensie})`}));
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
