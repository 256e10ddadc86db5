import type {Reader} from "../reader.ts";
import type {Session} from "./sessions.ts";

/** Who asks, of who is signed in. */
export function readerOfSession({name, grant}: Session): Reader {
  const {role, gemeenten} = grant;
  return {name, role, scope: gemeenten, audience: role === "inwoner" ? "openbaar" : "intern"};
}
