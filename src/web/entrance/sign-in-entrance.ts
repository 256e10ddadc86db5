import {clientAddress} from "../../access/client-address.ts";
import {isPublicReader, type Reader} from "../../access/reader.ts";
import {clearCookie, readCookie} from "../../access/sign-in/cookies.ts";
import {safeReturnPath} from "../../access/sign-in/return-path.ts";
import type {Session, Sessions} from "../../access/sign-in/sessions.ts";
import type {SignInSettings} from "../../access/sign-in/settings.ts";
import {backChannelPath, callbackPath, keysPath, type SignIn, signedOutPath} from "../../access/sign-in/sign-in.ts";
import {SignInFault} from "../../access/sign-in/sign-in-fault.ts";
import {isSameOrigin} from "../headers.ts";
import {accountPage} from "../pages/account.tsx";
import {mustSignIn, signedOut, signInProblem} from "../pages/sign-in-problem.tsx";
import {readFields, readForm} from "../small-form.ts";
import {answerAccountPost} from "./account-posts.ts";
import {type Asked, accountPath, type Entrance, type EntranceAnswer, signInPath} from "./entrance.ts";

export interface SignInEntranceOptions {
  readonly settings: SignInSettings;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly readerOfSession: (session: Session) => Reader;
  /** Who did not sign in; null: he sees nothing. */
  readonly publicReader: Reader | null;
}

/** People sign in at a provider, and stay who they are until they sign out or do nothing for a while. */
export function signInEntrance(options: SignInEntranceOptions): Entrance {
  const {settings, signIn, sessions, readerOfSession, publicReader} = options;
  const {isSecure} = signIn;

  return {
    isSecure,
    ownHost: settings.address.host,
    headLinks: (reader) => [
      isPublicReader(reader) ? {href: signInPath, label: "Meld u aan"} : {href: accountPath, label: reader.name},
    ],
    isOurHost: (host) => host?.toLowerCase() === settings.address.host,

    async readerOf(request) {
      const session = await sessionOf(request);
      return session === null ? publicReader : readerOfSession(session);
    },

    async answer(asked) {
      try {
        return asked.request.method === "POST" ? await answerPost(asked) : await answerGet(asked);
      } catch (error) {
        if (!(error instanceof SignInFault)) throw error;
        return {...signInProblem(error), cookies: [clearCookie("wijkbalans-aanmelden", isSecure)]};
      }
    },

    turnAway(request) {
      const {pathname, search} = new URL(request.url);
      // A picture or a script that asks would bring the person nowhere.
      const mode = request.headers.get("sec-fetch-mode");
      if (request.method !== "GET" || (mode !== null && mode !== "navigate")) return mustSignIn();
      return {to: `${signInPath}?naar=${encodeURIComponent(pathname + search)}`};
    },
  };

  async function answerGet({request, socketAddress, formToken}: Asked): Promise<EntranceAnswer | null> {
    const {pathname, searchParams} = new URL(request.url);
    switch (pathname) {
      case signInPath: {
        const returnPath = searchParams.get("naar");
        if ((await sessionOf(request)) !== null) return {to: safeReturnPath(returnPath, settings.address)};
        // Whose session was over may have left this computer, and the provider still knows him.
        const isOver = readCookie(request.headers, "wijkbalans", isSecure) !== null;
        return signIn.begin(returnPath, isOver);
      }
      case callbackPath:
        return signIn.finish(request, senderOfRequest(request, socketAddress));
      case signedOutPath:
        return signedOut(null);
      case keysPath:
        return {response: Response.json(signIn.provider.publicKeys(), {headers: {"Cache-Control": "max-age=3600"}})};
      case accountPath: {
        const session = await sessionOf(request);
        if (session === null) return {to: `${signInPath}?naar=${encodeURIComponent(accountPath)}`};
        const own = await sessions.listOf(session.userId);
        return {page: accountPage({session, sessions: own, formToken}), status: 200};
      }
      default:
        return null;
    }
  }

  async function answerPost({request, socketAddress, formToken}: Asked): Promise<EntranceAnswer | null> {
    const {pathname} = new URL(request.url);
    if (pathname === backChannelPath) return {response: await answerNotice(request, socketAddress)};
    if (!pathname.startsWith(`${accountPath}/`) || !isSameOrigin(request.headers)) return null;
    const session = await sessionOf(request);
    if (session === null) return mustSignIn();
    const fields = await readForm(request, formToken);
    return answerAccountPost(pathname, fields, session, {
      sessions,
      isSecure,
      signedOut: async () => ({
        ...signedOut(await signIn.endSessionUrl(session)),
        cookies: [clearCookie("wijkbalans", isSecure)],
      }),
    });
  }

  /** The provider tells that somebody signed out; it proves by its signature that it is the provider. */
  async function answerNotice(request: Request, socketAddress: string): Promise<Response> {
    const headers = {"Cache-Control": "no-store"};
    try {
      const token = (await readFields(request)).get("logout_token") ?? "";
      await signIn.readNotice(token, senderOfRequest(request, socketAddress));
      return new Response(null, {status: 200, headers});
    } catch (error) {
      if (!(error instanceof SignInFault)) throw error;
      const status = error.kind === "too-many" ? 429 : error.kind === "down" ? 503 : 400;
      return Response.json({error: "invalid_request"}, {status, headers});
    }
  }

  async function sessionOf({headers}: Request): Promise<Session | null> {
    const cookie = readCookie(headers, "wijkbalans", isSecure);
    return cookie === null ? null : sessions.find(cookie);
  }

  function senderOfRequest({headers}: Request, socketAddress: string): string {
    return clientAddress(socketAddress, headers.get("x-forwarded-for") ?? undefined, settings.proxies);
  }
}
