import {keyOfGrant} from "../../access/grant.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {roleLabels} from "../../access/role.ts";
import {browserName} from "../../access/sign-in/browser-name.ts";
import {clearCookie, readCookie, writeCookie} from "../../access/sign-in/cookies.ts";
import {type DemoRole, demoIssuer} from "../../access/sign-in/demo.ts";
import type {Session, Sessions} from "../../access/sign-in/sessions.ts";
import type {User, WhoCame} from "../../access/sign-in/users.ts";
import {UserError} from "../../errors.ts";
import {isLoopbackHost, isSameOrigin} from "../headers.ts";
import {accountPage, localAccountPage} from "../pages/account.tsx";
import {chooseRolePage} from "../pages/kies-een-rol.tsx";
import {mustSignIn} from "../pages/sign-in-problem.tsx";
import {readForm} from "../small-form.ts";
import {answerAccountPost} from "./account-posts.ts";
import {type Asked, accountPath, chooseRolePath, type Entrance, type EntranceAnswer} from "./entrance.ts";

export interface DemoEntranceOptions {
  readonly sessions: Sessions;
  readonly readerOfSession: (session: Session) => Reader;
  /** The roles to choose from; null: what was taken in since is no longer made up, so there is nothing to choose. */
  readonly roles: () => Promise<readonly DemoRole[] | null>;
  readonly noteUser: (who: WhoCame) => Promise<User>;
}

/** On made-up data whoever sits at this machine is who he wants to be. */
export function demoEntrance({sessions, readerOfSession, roles, noteUser}: DemoEntranceOptions): Entrance {
  return {
    isSecure: false,
    ownHost: "localhost",
    headLinks: ({name}) => [
      {href: accountPath, label: name},
      {href: chooseRolePath, label: "Kies een rol"},
    ],
    isOurHost: isLoopbackHost,

    async readerOf(request) {
      const session = await sessionOf(request);
      if (session === null) return localAdministrator;
      return readerOfSession(session);
    },

    answer: (asked) => (asked.request.method === "POST" ? answerPost(asked) : answerGet(asked)),

    turnAway: mustSignIn,
  };

  async function answerGet({request, formToken}: Asked): Promise<EntranceAnswer | null> {
    const {pathname} = new URL(request.url);
    if (pathname !== accountPath && pathname !== chooseRolePath) return null;
    const session = await sessionOf(request);
    if (pathname === chooseRolePath) {
      const current = session === null ? null : keyOfGrant(session.grant);
      return {page: chooseRolePage({roles: await rolesOrProblem(), current, formToken}), status: 200};
    }
    if (session === null) return {page: localAccountPage(), status: 200};
    const own = await sessions.listOf(session.userId);
    return {page: accountPage({session, sessions: own, formToken}), status: 200};
  }

  async function answerPost({request, formToken}: Asked): Promise<EntranceAnswer | null> {
    const {pathname} = new URL(request.url);
    const isOurs = pathname === chooseRolePath || pathname.startsWith(`${accountPath}/`);
    if (!isOurs || !isSameOrigin(request.headers)) return null;
    const fields = await readForm(request, formToken);
    const session = await sessionOf(request);
    const signedOut = async () => ({to: chooseRolePath, cookies: [clearCookie("wijkbalans", false)]});
    if (pathname !== chooseRolePath) {
      if (session === null) return {to: chooseRolePath};
      return answerAccountPost(pathname, fields, session, {sessions, isSecure: false, signedOut});
    }
    const chosen = fields.get("rol");
    const demoRole = (await rolesOrProblem()).find(({grant}) => grant.role === chosen);
    if (demoRole === undefined && chosen !== "geen") {
      throw new UserError("Deze rol bestaat niet. Kies er een uit de lijst.");
    }
    if (session !== null) await sessions.end(session.id, "andere rol");
    return demoRole === undefined ? signedOut() : choose(demoRole, request);
  }

  async function choose({grant, scopeName}: DemoRole, {headers}: Request): Promise<EntranceAnswer> {
    const name = roleLabels[grant.role];
    const shown = scopeName === null ? name : `${name}, ${scopeName}`;
    const who = {issuer: demoIssuer, subject: keyOfGrant(grant), name: shown, email: null};
    const {id: userId} = await noteUser(who);
    const browser = browserName(headers.get("user-agent"));
    const cookie = await sessions.start({userId, grant, grants: [grant], acr: null, sid: null, idToken: null, browser});
    return {to: "/", cookies: [writeCookie("wijkbalans", cookie, false)]};
  }

  async function rolesOrProblem(): Promise<readonly DemoRole[]> {
    const known = await roles();
    if (known !== null) return known;
    throw new UserError("Er staat nu meer dan Heuveldam in deze gegevensmap. Een rol kiezen kan daarom niet meer.");
  }

  /** What was chosen holds as long as all data are made up. */
  async function sessionOf({headers}: Request): Promise<Session | null> {
    const cookie = readCookie(headers, "wijkbalans", false);
    if (cookie === null || (await roles()) === null) return null;
    return sessions.find(cookie);
  }
}
