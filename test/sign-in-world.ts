import type {Grant} from "../src/access/grant.ts";
import {openSessions, type Session, type Sessions} from "../src/access/sign-in/sessions.ts";
import {type Environment, readSignInSettings, type SignInSettings} from "../src/access/sign-in/settings.ts";
import {callbackPath, openSignIn, type SignIn} from "../src/access/sign-in/sign-in.ts";
import type {Database} from "../src/database/database.ts";
import {type Engine, emptyDatabase} from "./engines.ts";
import {startProvider, type TestProvider} from "./oidc-provider.ts";

export const application = "http://127.0.0.1:8080";

/** The part of an installation where people come in, beside a real provider; no page is made. */
export interface SignInWorld {
  readonly provider: TestProvider;
  readonly database: Database;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  /** The roles of our own page, by the id of the user. */
  readonly ownGrants: Map<string, Grant[]>;
  /** Goes on by so many minutes, for us and not for the provider. */
  wait(minutes: number): void;
  /** Changes what the provider answers on its way to us. */
  tamper(change: ((path: string, body: Record<string, unknown>) => Record<string, unknown>) | null): void;
  /** Answers in place of the provider, from now on. */
  answerWith(answer: (init: RequestInit | undefined) => Response | Promise<Response>): void;
  /** What was asked of the provider by us. */
  readonly asked: string[];
}

export async function openSignInWorld(
  engine: Engine,
  provider: TestProvider,
  more: Environment = {},
): Promise<SignInWorld> {
  const database = await emptyDatabase(engine);
  const ownGrants = new Map<string, Grant[]>();
  const grantsOfUser = async (userId: string) => ownGrants.get(userId) ?? [];
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const settings = settingsFor(provider, more);
  const {idleMinutes, longestHours} = settings;
  const sessions = openSessions({database, now, idleMinutes, longestHours, grantsOfUser});
  let change: Parameters<SignInWorld["tamper"]>[0] = null;
  let substitute: Parameters<SignInWorld["answerWith"]>[0] | null = null;
  const asked: string[] = [];
  const tamperingFetch = async (input: string | URL | Request, init?: RequestInit) => {
    if (substitute !== null) return substitute(init);
    const answer = await fetch(input, init);
    const {pathname} = new URL(answer.url);
    asked.push(pathname);
    if (change === null || !(answer.headers.get("content-type") ?? "").includes("json")) return answer;
    const body = change(pathname, (await answer.json()) as Record<string, unknown>);
    return new Response(JSON.stringify(body), {status: answer.status, headers: {"content-type": "application/json"}});
  };
  const uptime = () => now().getTime();
  const signIn = openSignIn({database, settings, sessions, grantsOfUser, now, uptime, fetch: tamperingFetch});
  return {
    provider,
    database,
    signIn,
    sessions,
    ownGrants,
    asked,
    wait(minutes) {
      aheadMs += minutes * 60_000;
    },
    answerWith(answer) {
      substitute = answer;
    },
    tamper(how) {
      change = how;
    },
  };
}

export function settingsFor(provider: TestProvider, more: Environment = {}): SignInSettings {
  return readSignInSettings({
    WIJKBALANS_ADRES: application,
    WIJKBALANS_OIDC_ISSUER: provider.issuer,
    WIJKBALANS_OIDC_CLIENT_ID: provider.clientId,
    ...("WIJKBALANS_OIDC_SLEUTEL_BESTAND" in more ? {} : {WIJKBALANS_OIDC_CLIENT_SECRET: provider.secret}),
    ...more,
  })!;
}

export function startTestProvider(clientKey?: object): Promise<TestProvider> {
  return startProvider({application, ...(clientKey === undefined ? {} : {clientKey})});
}

/** What a browser holds when it comes back from the provider. */
export interface Return {
  readonly url: URL;
  /** As it was set by us: "wijkbalans-aanmelden=…". */
  readonly cookie: string;
}

/** Goes to the provider, signs in there as this account, and comes as far as our door. */
export async function comeBack(
  {signIn}: SignInWorld,
  account: string,
  returnPath: string | null = null,
  {jar = new Map<string, string>(), mustBeFresh = false} = {},
): Promise<Return> {
  const {to, cookies} = await signIn.begin(returnPath, mustBeFresh);
  let url = new URL(to);
  let init: RequestInit = {};
  for (let hop = 0; hop < 10; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer: Response = await fetch(url, {...init, redirect: "manual", headers: {...init.headers, cookie}});
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      jar.set(name!, value!);
    }
    const location = answer.headers.get("location");
    await answer.arrayBuffer();
    if (location === null) {
      init = {
        method: "POST",
        body: account === "stop" ? "stop=ja" : `naam=${account}`,
        headers: {"content-type": "application/x-www-form-urlencoded"},
      };
      continue;
    }
    init = {};
    url = new URL(location, url);
    if (url.pathname === callbackPath) return {url, cookie: cookies[0]!.split(";")[0]!};
  }
  throw new Error("the provider never sent us back");
}

/** Knocks at our door with what a browser holds. */
export function knock({signIn}: SignInWorld, {url, cookie}: Return, sender = "192.0.2.1") {
  return signIn.finish(
    new Request(url, {headers: {cookie, "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"}}),
    sender,
  );
}

/** Signs in from begin to end. */
export async function enter(world: SignInWorld, account: string): Promise<{cookie: string; session: Session}> {
  const {cookies} = await knock(world, await comeBack(world, account));
  const cookie = /^wijkbalans=([^;]+)/.exec(cookies[0]!)![1]!;
  const session = await world.sessions.find(cookie);
  if (session === null) throw new Error("who signed in has no session");
  return {cookie, session};
}
