import type {Reader} from "../reader.ts";
import type {Session} from "./sessions.ts";

/** Who asks, of who is signed in. */
export function readerOfSession({userId, name, grant}: Session): Reader {
  const {role, gemeenten, within} = grant;
  return {id: userId, name, role, gemeenten, within, audience: role === "inwoner" ? "openbaar" : "intern"};
}
