import type {Reader} from "../reader.ts";
import type {Session} from "./sessions.ts";

/** Who asks, of who is signed in. */
export function readerOfSession({id, userId, name, grant}: Session): Reader {
  const {role, gemeenten, within} = grant;
  const audience = role === "inwoner" ? "openbaar" : "intern";
  return {id: userId, name, role, gemeenten, within, audience, session: id};
}
