import {publicReader} from "../access/reader.ts";
import {readGrants} from "../access/role-rights.ts";
import {demoRoles, gemeentenIn, isDemoDatabase} from "../access/sign-in/demo.ts";
import {readerOfSession} from "../access/sign-in/reader-of-session.ts";
import {openSessions} from "../access/sign-in/sessions.ts";
import {type Environment, givenSignInSettings, readSignInSettings} from "../access/sign-in/settings.ts";
import {noteUser} from "../access/sign-in/users.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {UserError} from "../errors.ts";
import {todayAt} from "../standards/calendar.ts";
import {demoEntrance} from "../web/entrance/demo-entrance.ts";
import type {Entrance} from "../web/entrance/entrance.ts";
import {localEntrance} from "../web/entrance/local-entrance.ts";
import {signInEntrance} from "../web/entrance/sign-in-entrance.ts";

export interface EntranceOptions {
  readonly database: Database;
  readonly environment: Environment;
  readonly isDemo: boolean;
  readonly now: () => Date;
  /** Milliseconds that go on whatever happens to the clock. */
  readonly uptime: () => number;
}

/** Where a server listens that has no sign-in: whoever reaches it reads all, so only this machine can. */
export const loopback = "127.0.0.1";

/**
 * How people come in, as the settings say it.
 *
 * @throws UserError  what does not go together: a demonstration beside sign-in, or on data that are not made up
 */
export async function openEntrance({database, environment, isDemo, now, uptime}: EntranceOptions): Promise<Entrance> {
  const grantsOfUser = (userId: string) => readGrants(database, userId, todayAt(now()));
  if (isDemo) {
    await assertDemo(database, environment);
    const sessions = openSessions({database, now, idleMinutes: 120, longestHours: 24, grantsOfUser});
    return demoEntrance({
      sessions,
      readerOfSession,
      roles: rolesWhileDemo(database),
      noteUser: (who) => noteUser(database, who, now()),
    });
  }
  const settings = readSignInSettings(environment);
  if (settings === null) return localEntrance;
  const {openSignIn} = await import("../access/sign-in/sign-in.ts");
  const {idleMinutes, longestHours} = settings;
  const sessions = openSessions({database, now, idleMinutes, longestHours, grantsOfUser});
  const signIn = openSignIn({database, settings, sessions, grantsOfUser, now, uptime});
  return signInEntrance({
    settings,
    signIn,
    sessions,
    readerOfSession,
    publicReader: settings.hasPublicPages ? publicReader : null,
  });
}

/** Where the server may listen: elsewhere than on this machine only when people sign in. */
export function hostToListenOn(asked: unknown, environment: Environment, isDemo: boolean): string {
  if (typeof asked !== "string" || asked === "" || asked === loopback || asked === "localhost") return loopback;
  if (isDemo) {
    throw new UserError("Met --demo is de server alleen op deze computer bereikbaar. Laat --host weg.");
  }
  if (readSignInSettings(environment) === null) {
    throw new UserError(
      "Zonder aanmelden is de server alleen op deze computer bereikbaar. Stel het aanmelden in (docs/how-to/sign-in.md), of laat --host weg.",
    );
  }
  if (!/^[\w.:-]{1,253}$/.test(asked)) throw new UserError("Geef bij --host een adres, bijvoorbeeld: --host 0.0.0.0");
  return asked;
}

/** Where browsers find us. */
export function publicAddress(environment: Environment, port: number): string {
  return readSignInSettings(environment)?.address.origin ?? `http://localhost:${port}`;
}

async function assertDemo(database: Database, environment: Environment): Promise<void> {
  const [setting] = givenSignInSettings(environment);
  if (setting !== undefined) {
    throw new UserError(`--demo kan niet samen met ${setting}. Haal die instelling weg, of laat --demo weg.`);
  }
  if (await isDemoDatabase(database)) return;
  const [real] = (await gemeentenIn(database)).filter((code) => code !== "GM9999");
  throw new UserError(
    real === undefined
      ? "--demo kan alleen met Heuveldam, en hier is nog niets ingelezen. Begin met: npm start"
      : `--demo kan alleen met de verzonnen gemeente Heuveldam, en hier staat ${real}. Laat --demo weg, of kies een andere map met --data.`,
  );
}

/** The roles to choose from, for as long as nothing else was taken in; asked of the database once for each delivery. */
function rolesWhileDemo(database: Database) {
  let known: {version: number; roles: ReturnType<typeof demoRoles> | Promise<null>} | null = null;
  return async () => {
    const {dataVersion} = await readDataState(database);
    if (known?.version !== dataVersion) {
      const isDemo = await isDemoDatabase(database);
      known = {version: dataVersion, roles: isDemo ? demoRoles(database) : Promise.resolve(null)};
    }
    return known.roles;
  };
}
