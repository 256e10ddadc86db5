import {localAdministrator} from "../../access/reader.ts";
import {isLoopbackHost} from "../headers.ts";
import {localAccountPage} from "../pages/account.tsx";
import {mustSignIn} from "../pages/sign-in-problem.tsx";
import {accountPath, type Entrance} from "./entrance.ts";

/** Nobody signs in: who sits at this machine administers it, and nobody else reaches it. */
export const localEntrance: Entrance = {
  isSecure: false,
  ownHost: "localhost",
  headLinks: ({name}) => [{href: accountPath, label: name}],
  isOurHost: isLoopbackHost,
  readerOf: async () => localAdministrator,
  answer: async ({request}) =>
    request.method === "GET" && new URL(request.url).pathname === accountPath
      ? {page: localAccountPage(), status: 200}
      : null,
  turnAway: mustSignIn,
};
