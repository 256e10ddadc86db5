import {findUser} from "../access/sign-in/users.ts";
import {notToldOf} from "../collaboration/abonnement/told.ts";
import type {Database} from "../database/database.ts";
import {UserError} from "../errors.ts";
import {type SignalItem, signalMail, testMail} from "../mail/message.ts";
import {recipientOf} from "../mail/recipient.ts";
import {isMailAddress, type MailSettings, readMailSettings} from "../mail/settings.ts";
import {readPlace} from "../reports/place/place.ts";
import {signalsFor} from "../reports/vandaag/signals.ts";
import type {Command} from "./command.ts";

export const mail: Command = {
  name: "mail",
  summary: "Stuurt een proefmail, of toont wat iemand gemaild zou worden.",
  usage: "mail --proef ADRES | --toon GEBRUIKER [--data MAP]",
  options: {proef: {type: "string"}, toon: {type: "string"}},
  usesDatabase: true,
  async run({positionals, values, output, now, openDatabase}) {
    const {proef, toon} = values;
    if (positionals.length > 0 || (typeof proef === "string") === (typeof toon === "string")) {
      throw new UserError(
        "Kies wat u wilt: 'mail --proef ADRES' of 'mail --toon GEBRUIKER'. Het nummer: npx wijkbalans gebruiker lijst",
      );
    }
    const settings = readMailSettings(process.env);
    if (typeof proef === "string") {
      await sendTest(proef, settings, now());
      output.write(`De proefmail is onderweg naar ${proef} . Komt hij niet aan, kijk dan ook bij ongewenste mail.\n`);
      return 0;
    }
    const database = await openDatabase();
    try {
      output.write(await shownFor(database, String(toon), settings, now()));
      return 0;
    } finally {
      await database.close();
    }
  },
};

async function sendTest(address: string, settings: MailSettings | null, now: Date): Promise<void> {
  if (!isMailAddress(address)) {
    throw new UserError(
      `'${address.slice(0, 60)}' is geen e-mailadres. Schrijf bijvoorbeeld: mail --proef anna@voorbeeld.nl`,
    );
  }
  if (settings === null) {
    throw new UserError("De mail is nog niet ingesteld. Zet WIJKBALANS_SMTP_URL en meer; zie docs/how-to/mail.md");
  }
  const {smtpTransport} = await import("../mail/transport.ts");
  const mail = testMail({to: {name: "", address}, address: settings.address, now});
  const outcome = await smtpTransport(settings).send(mail);
  if (outcome.kind !== "verstuurd") throw new UserError(outcome.line, 1);
}

/** What would go out now. It sends nothing, and makes no key: the link in it ends nothing. */
async function shownFor(database: Database, userId: string, settings: MailSettings | null, now: Date): Promise<string> {
  const user = await findUser(database, userId);
  if (user === null) {
    throw new UserError(`Er is geen gebruiker '${userId.slice(0, 40)}'. Zie: npx wijkbalans gebruiker lijst`);
  }
  const {gemeenteCode, name} = await readPlace(database);
  const subscriber = {gemeenteCode, userId};
  const recipient = await recipientOf(database, subscriber, now);
  if (recipient === null) {
    return `${user.name} krijgt geen mail: geblokkeerd, zonder rol op de bladzijde Rollen, of zonder e-mailadres.\n`;
  }
  const items = await notToldOf<SignalItem>(database, subscriber, await signalsFor(recipient.sources));
  if (items.length === 0) return `Er is niets nieuws voor ${user.name}.\n`;
  const {subject, text, to} = signalMail({
    to: recipient.to,
    roleLabel: recipient.roleLabel,
    items,
    placeName: name,
    address: settings?.address ?? new URL("http://localhost:8080"),
    key: "hier-staat-straks-een-sleutel",
    now,
  });
  return `Aan: ${to.name} <${to.address}>\nOnderwerp: ${subject}\n\n${text}`;
}
