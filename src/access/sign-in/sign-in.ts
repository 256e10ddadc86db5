import {timingSafeEqual} from "node:crypto";
import type {Database} from "../../database/database.ts";
import {type Grant, keyOfGrant, mergeGrants} from "../grant.ts";
import {browserName} from "./browser-name.ts";
import {grantsOf} from "./claim-roles.ts";
import {clearCookie, readCookie, writeCookie} from "./cookies.ts";
import {noteSignInEvent} from "./journal.ts";
import {type Pending, PendingSeal, pendingSeconds} from "./pending.ts";
import {type Identity, openProvider, type Provider} from "./provider.ts";
import {safeReturnPath} from "./return-path.ts";
import type {Session, Sessions} from "./sessions.ts";
import type {SignInSettings} from "./settings.ts";
import {KnownUserFault, SignInFault, TooManyAttempts} from "./sign-in-fault.ts";
import {Throttle} from "./throttle.ts";
import {noteUser, type User} from "./users.ts";

/** Where the browser comes back from the provider: registered there. */
export const callbackPath = "/aanmelden/terug";
/** Where the provider tells that somebody signed out elsewhere: registered there. */
export const backChannelPath = "/aanmelden/afgemeld";
export const keysPath = "/aanmelden/sleutels";
/** Where the browser comes after signing out: registered at the provider. */
export const signedOutPath = "/afgemeld";

export interface SignInOptions {
  readonly database: Database;
  readonly settings: SignInSettings;
  readonly sessions: Sessions;
  /** The roles that stand in our own tables. */
  readonly grantsOfUser: (userId: string) => Promise<readonly Grant[]>;
  readonly now: () => Date;
  /** Milliseconds that go on whatever happens to the clock. */
  readonly uptime: () => number;
  readonly fetch?: typeof fetch;
}

/** Where a browser is sent on to, with the cookies it gets. */
export interface SentOn {
  readonly to: string;
  readonly cookies: readonly string[];
}

export interface SignIn {
  readonly isSecure: boolean;
  readonly provider: Pick<Provider, "publicKeys">;
  /**
   * Sends a browser to the provider.
   *
   * @param mustBeFresh  whoever sits there shows again who he is: the session of this browser was over
   * @throws SignInFault  when the provider is down
   */
  begin(returnPath: string | null, mustBeFresh: boolean): Promise<SentOn>;
  /**
   * Lets somebody in who comes back from the provider.
   *
   * @param sender  the address it came from
   * @throws SignInFault  why not
   */
  finish(request: Request, sender: string): Promise<SentOn>;
  /** Ends what the provider says has ended. */
  readNotice(token: string, sender: string): Promise<void>;
  /** Where to sign out at the provider too; null: nowhere, or it does not answer. */
  endSessionUrl(session: Session): Promise<URL | null>;
}

const mostWrong = 20;
const wrongWithinMs = 10 * 60_000;

export function openSignIn(options: SignInOptions): SignIn {
  const {database, settings, sessions, grantsOfUser, now, uptime} = options;
  const provider = openProvider(settings.provider, options);
  const seal = new PendingSeal();
  const wrong = new Throttle(mostWrong, wrongWithinMs, uptime);
  const usedStates = new Map<string, number>();
  const isSecure = settings.address.protocol === "https:";
  const callback = new URL(callbackPath, settings.address);
  let last: Promise<unknown> = Promise.resolve();

  return {
    isSecure,
    provider,

    async begin(asked, mustBeFresh) {
      const {url, begun} = await provider.begin(callback, mustBeFresh);
      const returnPath = safeReturnPath(asked, settings.address);
      const sealed = seal.seal({...begun, returnPath, begunAtMs: now().getTime()});
      return {to: url.href, cookies: [writeCookie("wijkbalans-aanmelden", sealed, isSecure, pendingSeconds)]};
    },

    finish: (request, sender) =>
      guarded(sender, async () => {
        const pending = pendingOf(request);
        const from = new URL(callback);
        from.search = new URL(request.url).search;
        usedStates.set(pending.state, pending.begunAtMs);
        const identity = await provider.finish(from, pending);
        const user = await inTurn(() => noteUser(database, identity, now()));
        const {grants, grant} = await grantsFor(identity, user);
        const old = readCookie(request.headers, "wijkbalans", isSecure);
        const oldSession = old === null ? null : await sessions.find(old);
        if (oldSession !== null) await sessions.end(oldSession.id, "afgemeld");
        const cookie = await sessions.start({
          userId: user.id,
          grant,
          grants,
          acr: identity.acr,
          sid: identity.sid,
          idToken: identity.idToken,
          browser: browserName(request.headers.get("user-agent")),
        });
        const cookies = [writeCookie("wijkbalans", cookie, isSecure), clearCookie("wijkbalans-aanmelden", isSecure)];
        return {to: pending.returnPath, cookies};
      }),

    readNotice: (token, sender) =>
      guarded(sender, async () => sessions.endNoticed(await provider.readLogoutToken(token))),

    async endSessionUrl({idToken}) {
      try {
        return await provider.endSessionUrl(idToken, new URL(signedOutPath, settings.address));
      } catch (error) {
        if (error instanceof SignInFault) return null;
        throw error;
      }
    },
  };

  /** Holds back who was wrong too often, and notes who is refused. */
  async function guarded<T>(sender: string, work: () => Promise<T>): Promise<T> {
    const seconds = wrong.wait(sender);
    if (seconds !== null) throw new TooManyAttempts(seconds);
    try {
      return await work();
    } catch (error) {
      if (error instanceof SignInFault) {
        if (error.kind === "refused") wrong.note(sender);
        const userId = error instanceof KnownUserFault ? error.userId : null;
        await noteSignInEvent(database, userId, "geweigerd", `${error.kind}: ${error.message}`, now());
      }
      throw error;
    }
  }

  function pendingOf(request: Request): Pending {
    const sealed = readCookie(request.headers, "wijkbalans-aanmelden", isSecure);
    const pending = sealed === null ? null : seal.open(sealed, now());
    if (pending === null) throw new SignInFault("refused", "not begun in this browser, or too long ago");
    const state = new URL(request.url).searchParams.get("state") ?? "";
    if (!isSame(pending.state, state)) throw new SignInFault("refused", "the state of another browser");
    for (const [used, begunAtMs] of usedStates) {
      if (now().getTime() - begunAtMs > pendingSeconds * 1000) usedStates.delete(used);
    }
    if (usedStates.has(state)) throw new SignInFault("refused", "a sign-in that was used");
    return pending;
  }

  async function grantsFor(identity: Identity, user: User): Promise<{grants: Grant[]; grant: Grant}> {
    if (user.blockedAt !== null) throw new KnownUserFault("blocked", user);
    const given = settings.claimRoles === null ? [] : grantsOf(settings.claimRoles, identity.claims);
    if (isFirstAdministrator(identity, settings.firstAdministrator)) {
      given.push({role: "beheerder", gemeenten: "alle", within: []});
    }
    const grants = mergeGrants(given);
    const all = mergeGrants([...grants, ...(await grantsOfUser(user.id))]);
    const grant = all.find((one) => keyOfGrant(one) === user.lastRole) ?? all[0];
    if (grant === undefined) throw new KnownUserFault("no-role", user);
    return {grants, grant};
  }

  /** Somebody who comes in twice at once is noted once. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }
}

/** An e-mail address counts only when the provider checked it: anybody can call himself what he wants. */
function isFirstAdministrator({subject, email}: Identity, named: string | null): boolean {
  if (named === null) return false;
  return named === subject || (email !== null && named.toLowerCase() === email.toLowerCase());
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
