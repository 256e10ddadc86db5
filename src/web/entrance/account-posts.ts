import {keyOfGrant} from "../../access/grant.ts";
import {writeCookie} from "../../access/sign-in/cookies.ts";
import type {Session, Sessions} from "../../access/sign-in/sessions.ts";
import {UserError} from "../../errors.ts";
import {accountPath, type EntranceAnswer} from "./entrance.ts";

/**
 * Does what a button of Mijn account asks; null: there is no such button.
 *
 * @param signedOut  what is answered when this browser is signed out
 */
export async function answerAccountPost(
  path: string,
  fields: URLSearchParams,
  session: Session,
  {
    sessions,
    isSecure,
    signedOut,
  }: {
    sessions: Sessions;
    isSecure: boolean;
    signedOut: () => Promise<EntranceAnswer>;
  },
): Promise<EntranceAnswer | null> {
  switch (path) {
    case `${accountPath}/afmelden`:
      await sessions.end(session.id, "afgemeld");
      return signedOut();
    case `${accountPath}/overal`:
      await sessions.endAllOf(session.userId, "overal afgemeld");
      return signedOut();
    case `${accountPath}/einde`: {
      const own = await sessions.listOf(session.userId);
      const ended = own.find(({id}) => id === fields.get("sessie"));
      // The id of another's session is as unknown here as one that is made up.
      if (ended === undefined) throw new UserError("Daar bent u niet meer aangemeld. Open Mijn account opnieuw.");
      await sessions.end(ended.id, "afgemeld");
      return ended.id === session.id ? signedOut() : {to: accountPath};
    }
    case `${accountPath}/rol`: {
      const grant = session.grants.find((one) => keyOfGrant(one) === fields.get("rol"));
      if (grant === undefined)
        throw new UserError("Deze rol heeft u niet. Kies een rol uit de lijst bij Mijn account.");
      const cookie = await sessions.changeRole(session, grant);
      return {to: accountPath, cookies: [writeCookie("wijkbalans", cookie, isSecure)]};
    }
    default:
      return null;
  }
}
