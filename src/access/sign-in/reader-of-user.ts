import type {Database} from "../../database/database.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {keyOfGrant, mergeGrants} from "../grant.ts";
import type {Reader} from "../reader.ts";
import {readGrants} from "../role-rights.ts";
import {readScreenRights} from "../screen-rights.ts";
import {openScreens, type ScreenName} from "../screens.ts";
import {findUser, type User} from "./users.ts";

/** Somebody as he would look now, though he is not here. */
export interface AbsentReader {
  readonly user: User;
  readonly reader: Reader;
  /** What he may open. */
  readonly screens: ReadonlySet<ScreenName>;
}

/**
 * Who somebody would be if he came in now, by the roles that stand in our own tables. What the provider gives on top is known
 * as long as he is signed in, and no longer, so nothing is shown for it to who is not here.
 *
 * Of several roles it is the one in which he looked last, as far as he still has it.
 *
 * @returns null: he is unknown, kept out, or has no role here
 */
export async function readerOfUser(database: Database, userId: string, today: IsoDate): Promise<AbsentReader | null> {
  const user = await findUser(database, userId);
  if (user === null || user.blockedAt !== null) return null;
  const grants = mergeGrants(await readGrants(database, userId, today));
  const [role] = (user.lastRole ?? "").split(" ");
  const grant =
    grants.find((one) => keyOfGrant(one) === user.lastRole) ?? grants.find((one) => one.role === role) ?? grants[0];
  // Who has the role of everybody needs no mail of what everybody may see.
  if (grant === undefined || grant.role === "inwoner") return null;
  const plain: Reader = {id: user.id, name: user.name, ...grant, audience: "intern"};
  const screens = openScreens(plain, await readScreenRights(database));
  return {user, reader: {...plain, seesLines: screens.has("werklijst")}, screens};
}
