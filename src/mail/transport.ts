import {Readable} from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type {OutgoingMail} from "./message.ts";
import type {MailServer, MailSettings} from "./settings.ts";

/** What became of a mail that was offered. Lines are for Beheer: Dutch, without an address, a password or a figure. */
export type SendOutcome =
  | {readonly kind: "verstuurd"}
  /** The server would not have it for this recipient; others may go well. */
  | {readonly kind: "geweigerd"; readonly line: string}
  /** The server has it, and was gone before it said so. */
  | {readonly kind: "onzeker"; readonly line: string}
  /** Nothing goes out now, to nobody. */
  | {readonly kind: "dicht"; readonly line: string};

/** Takes a mail to a mail server. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<SendOutcome>;
}

/** So long, in milliseconds, a mail server may be silent: it is never waited for by who reads a page. */
const patience = {dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000};

/** Sends by SMTP, a connection for each mail. Nothing of what goes over it is logged. */
export function smtpTransport(settings: MailSettings, times: Partial<typeof patience> = {}): MailTransport {
  return {send: (mail) => sendOver(settings, mail, {...patience, ...times})};
}

async function sendOver(
  {server, from}: MailSettings,
  mail: OutgoingMail,
  times: typeof patience,
): Promise<SendOutcome> {
  const composed = new MailComposer({
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.date,
    headers: mail.headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const envelope = composed.getEnvelope();
  let isHandedOver = false;
  try {
    const raw = await composed.build();
    // Read when the server said that it wants the message, and not before.
    const message = Readable.from(
      (function* () {
        isHandedOver = true;
        yield raw;
      })(),
    );
    await talk(server, times, {from: envelope.from, to: envelope.to, size: raw.length}, message);
    return {kind: "verstuurd"};
  } catch (error) {
    return outcomeOf(error as SmtpFault, isHandedOver);
  }
}

type Envelope = Parameters<SMTPConnection["send"]>[0];

/** @throws what nodemailer says went wrong */
function talk(
  {host, port, encryption, login, ca}: MailServer,
  times: typeof patience,
  envelope: Envelope,
  message: Readable,
): Promise<void> {
  const connection = new SMTPConnection({
    host,
    port,
    secure: encryption === "begin",
    requireTLS: encryption === "straks",
    // To a server on this machine nobody listens along.
    ignoreTLS: encryption === "geen",
    logger: false,
    tls: {minVersion: "TLSv1.2", ...(ca === null ? {} : {ca})},
    ...times,
  });
  return new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => {
      connection.close();
      reject(error);
    };
    connection.once("error", fail);
    // The first error ends it; what comes after it says nothing new.
    connection.on("error", () => undefined);
    connection.connect((error) => {
      if (error) return fail(error);
      const send = () =>
        connection.send(envelope, message, (fault) => {
          if (fault) return fail(fault);
          connection.quit();
          resolve();
        });
      if (login === null) return send();
      connection.login({credentials: login}, (fault) => (fault ? fail(fault) : send()));
    });
  });
}

interface SmtpFault {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

function outcomeOf(fault: SmtpFault, isHandedOver: boolean): SendOutcome {
  const {code = "", command = "", responseCode} = fault;
  const said = responseCode === undefined ? "" : ` (${responseCode})`;
  if (isHandedOver) {
    return responseCode === undefined
      ? {
          kind: "onzeker",
          line: "De mailserver kreeg een mail en zei niet of die goed aankwam. Wij sturen haar niet nog eens.",
        }
      : {kind: "geweigerd", line: `De mailserver weigert een mail${said}.`};
  }
  if (code === "EENVELOPE" && !command.startsWith("MAIL")) {
    return {kind: "geweigerd", line: `De mailserver weigert een ontvanger${said}. Kijk het e-mailadres na.`};
  }
  return {kind: "dicht", line: closedLine(fault, said)};
}

function closedLine({code = "", originalCode = "", command = ""}: SmtpFault, said: string): string {
  if (code === "EAUTH" || code === "ENOAUTH") {
    return `De mailserver weigert de naam of het wachtwoord${said}. Kijk WIJKBALANS_SMTP_URL na.`;
  }
  if (code === "EENVELOPE") return `De mailserver weigert de afzender${said}. Kijk WIJKBALANS_MAIL_VAN na.`;
  if (untrusted.test(code) || untrusted.test(originalCode)) {
    return "Het certificaat van de mailserver is niet te vertrouwen. Zie WIJKBALANS_SMTP_CA_BESTAND in docs/how-to/mail.md";
  }
  if (code === "ETLS" || command === "STARTTLS") {
    return "De verbinding met de mailserver is niet te versleutelen. Kijk WIJKBALANS_SMTP_URL na.";
  }
  if (code === "EDNS") return "De mailserver is niet te vinden. Kijk de naam in WIJKBALANS_SMTP_URL na.";
  return `De mailserver geeft geen goed antwoord${said}. Kijk of hij aanstaat, en kijk WIJKBALANS_SMTP_URL na.`;
}

const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/;
