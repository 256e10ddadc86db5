import {mayRead} from "../access/reader.ts";
import {roleLabels} from "../access/role.ts";
import type {ScreenName} from "../access/screens.ts";
import {readerOfUser} from "../access/sign-in/reader-of-user.ts";
import type {Subscriber} from "../collaboration/abonnement/subscriptions.ts";
import type {Database} from "../database/database.ts";
import {readSources, type Sources} from "../reports/sources.ts";
import {todayAt} from "../standards/calendar.ts";
import {isMailAddress, type MailAddress} from "./settings.ts";

/** Somebody who gets mail, with what he may see at this moment. */
export interface Recipient {
  readonly to: MailAddress;
  readonly roleLabel: string;
  readonly sources: Sources;
}

/** A mail tells what these show, so it is for who may open them all. */
const screensOfMail: readonly ScreenName[] = ["vandaag", "spiegel", "waarschuwingen"];

/**
 * Who a subscriber is now, and what he may see: asked anew for each mail.
 *
 * @returns null: he may see nothing here any more, or has no address to send to
 */
export async function recipientOf(
  database: Database,
  {gemeenteCode, userId}: Subscriber,
  now: Date,
): Promise<Recipient | null> {
  const found = await readerOfUser(database, userId, todayAt(now));
  if (found === null || !screensOfMail.every((name) => found.screens.has(name))) return null;
  const {user, reader} = found;
  if (!mayRead(reader, gemeenteCode) || user.email === null || !isMailAddress(user.email)) return null;
  return {
    to: {name: user.name, address: user.email},
    roleLabel: roleLabels[reader.role],
    sources: await readSources(database, reader),
  };
}
