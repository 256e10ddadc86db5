import type {Reader} from "../reader.ts";
import type {Session} from "./sessions.ts";

/** Who asks, of who is signed in. */
export function readerOfSession({name, grant}: Session): Reader {
  return {name, scope: grant.gemeenten, audience: grant.role === "inwoner" ? "openbaar" : "intern"};
}
