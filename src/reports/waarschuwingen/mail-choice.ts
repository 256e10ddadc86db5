import {readGrants} from "../../access/role-rights.ts";
import {demoIssuer} from "../../access/sign-in/demo.ts";
import {findUser} from "../../access/sign-in/users.ts";
import {wantsMail} from "../../collaboration/abonnement/subscriptions.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import type {Sources} from "../sources.ts";

/** Whether a reader gets mail, or why he cannot. */
export type MailChoice =
  | {readonly canChoose: true; readonly isOn: boolean; readonly address: string}
  | {readonly canChoose: false; readonly why: string};

/** @param sendsMail  whether this server sends any */
export async function mailChoice(
  {database, reader, place}: Sources,
  {sendsMail, today}: {readonly sendsMail: boolean; readonly today: IsoDate},
): Promise<MailChoice> {
  const no = (why: string): MailChoice => ({canChoose: false, why});
  const user = await findUser(database, reader.id);
  if (user === null) {
    return no("U bent niet aangemeld met een eigen naam. Daarom weten wij niet waar een mail heen moet.");
  }
  if (user.issuer === demoIssuer) return no("U koos een rol in de demonstratie. Daar hoort geen e-mailadres bij.");
  const isOn = await wantsMail(database, {gemeenteCode: place.gemeenteCode, userId: user.id});
  // Who has mail can always end it, whatever else is the matter.
  if (isOn) return {canChoose: true, isOn, address: user.email ?? "uw e-mailadres"};
  if (!sendsMail) return no("Deze server verstuurt nog geen mail. Vraag het aan de beheerder.");
  if (user.email === null) {
    return no("Uw aanmelddienst geeft geen e-mailadres dat is nagekeken. Vraag het aan de beheerder.");
  }
  if ((await readGrants(database, user.id, today)).length === 0) {
    return no(
      "Uw rol komt van de aanmelddienst, en die kennen wij alleen zolang u bent aangemeld. Vraag de beheerder om u bij 'Rollen' een rol te geven.",
    );
  }
  return {canChoose: true, isOn, address: user.email};
}
