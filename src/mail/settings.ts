import {readFileSync} from "node:fs";
import {isLoopback} from "../access/sign-in/settings.ts";
import {UserError} from "../errors.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** How mail goes out, as the settings say it. */
export interface MailSettings {
  readonly server: MailServer;
  readonly from: MailAddress;
  /** Where the links in a mail lead: "https://wijkbalans.voorbeeld.nl". */
  readonly address: URL;
  /** So many mails at most in an hour: a server that sends many at once is taken for a sender of rubbish. */
  readonly mostPerHour: number;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** begin: encrypted from the first byte; straks: after STARTTLS, and otherwise not at all; geen: on this machine itself. */
  readonly encryption: "begin" | "straks" | "geen";
  readonly login: {readonly user: string; readonly pass: string} | null;
  /** Certificates to trust beside those of the machine; null: none. */
  readonly ca: string | null;
}

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

const names = {
  url: "WIJKBALANS_SMTP_URL",
  urlFile: "WIJKBALANS_SMTP_URL_BESTAND",
  ca: "WIJKBALANS_SMTP_CA_BESTAND",
  from: "WIJKBALANS_MAIL_VAN",
  perHour: "WIJKBALANS_MAIL_PER_UUR",
} as const;

const address = "WIJKBALANS_ADRES";

/**
 * Reads how mail goes out, once; null: none does.
 *
 * @throws UserError  with a line for each mistake; none repeats what may be a password
 */
export function readMailSettings(environment: Environment): MailSettings | null {
  const given = (name: string) => environment[name]?.trim() || null;
  const isPresent = Object.values(names).some((name) => given(name) !== null);
  const misspelt = Object.keys(environment).filter(
    (name) => /^WIJKBALANS_(SMTP|MAIL)_/.test(name) && !Object.values<string>(names).includes(name),
  );
  if (!isPresent && misspelt.length === 0) return null;
  const mistakes: string[] = misspelt.map((name) => `${name}: deze instelling bestaat niet. Kijk de naam na.`);
  const note = (name: string, line: string) => void mistakes.push(`${name}: ${line}`);
  const settings = {
    server: readServer(given, note),
    from: readFrom(given, note),
    address: readAddress(given, note),
    mostPerHour: readPerHour(given, note),
  };
  if (mistakes.length > 0) {
    const heading = "De instellingen voor mail kloppen niet. Zie docs/how-to/mail.md";
    throw new UserError([heading, ...mistakes.map((line) => `  ${line}`)].join("\n"));
  }
  return settings as MailSettings;
}

type Given = (name: string) => string | null;
type Note = (name: string, line: string) => void;

const example = "Bijvoorbeeld: smtps://naam:wachtwoord@mail.voorbeeld.nl:465";

function readServer(given: Given, note: Note): MailServer | null {
  const [way, second] = [names.url, names.urlFile].filter((name) => given(name) !== null);
  if (way === undefined) {
    note(names.url, `ontbreekt. ${example}`);
    return null;
  }
  if (second !== undefined) {
    note(second, `kan niet samen met ${way}. Kies er een.`);
    return null;
  }
  const text = way === names.urlFile ? readFile(way, given, note)?.trim() : given(way);
  if (text === undefined || text === null) return null;
  const url = URL.parse(text);
  const isSmtp = url?.protocol === "smtp:" || url?.protocol === "smtps:";
  const isBare = (url?.pathname === "" || url?.pathname === "/") && url.search === "" && url.hash === "";
  // What stands there may hold a password, so it is not repeated.
  if (url === null || !isSmtp || url.hostname === "" || !isBare) {
    note(way, `dit is geen adres van een mailserver. ${example}`);
    return null;
  }
  const login = readLogin(url);
  if (login === undefined) {
    note(way, "geef een naam en een wachtwoord, of geen van beide. Schrijf @, : en / daarin als %40, %3A en %2F.");
    return null;
  }
  const isHere = isLoopback(url.hostname);
  const encryption = url.protocol === "smtps:" ? "begin" : isHere ? "geen" : "straks";
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? (encryption === "begin" ? 465 : isHere ? 25 : 587) : Number(url.port),
    encryption,
    login,
    ca: readCertificates(given, note),
  };
}

/** Undefined: half of it is there, or it cannot be read. */
function readLogin(url: URL): MailServer["login"] | undefined {
  if (url.username === "" && url.password === "") return null;
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return user === "" || pass === "" ? undefined : {user, pass};
  } catch {
    return undefined;
  }
}

function readCertificates(given: Given, note: Note): string | null {
  if (given(names.ca) === null) return null;
  const text = readFile(names.ca, given, note);
  if (text === null || /-----BEGIN CERTIFICATE-----/.test(text)) return text;
  note(names.ca, "in dit bestand staat geen certificaat. Gebruik een PEM-bestand.");
  return null;
}

/** "Wijkbalans <wijkbalans@voorbeeld.nl>", or the address alone. */
function readFrom(given: Given, note: Note): MailAddress | null {
  const text = given(names.from);
  if (text === null) {
    note(names.from, "ontbreekt. Bijvoorbeeld: wijkbalans@voorbeeld.nl");
    return null;
  }
  const [, name = "", bracketed] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? [];
  const found = bracketed ?? text;
  if (!isMailAddress(found)) {
    note(names.from, `'${text.slice(0, 100)}' kan niet. Bijvoorbeeld: Wijkbalans <wijkbalans@voorbeeld.nl>`);
    return null;
  }
  return {name: name.replaceAll('"', "").trim() || "Wijkbalans", address: found};
}

/** One address and nothing beside it: no list, no second header. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(text)
  );
}

function readAddress(given: Given, note: Note): URL | null {
  const text = given(address);
  if (text === null) {
    note(
      address,
      `ontbreekt. Daar leiden de links in een mail heen. Bijvoorbeeld: ${address}=https://wijkbalans.voorbeeld.nl`,
    );
    return null;
  }
  const url = URL.parse(text);
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  const isClean = url?.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (url !== null && isSafe && isClean && url.pathname === "/") return url;
  note(address, "dit kan niet. Geef een adres met https, zonder pad. Bijvoorbeeld: https://wijkbalans.voorbeeld.nl");
  return null;
}

function readPerHour(given: Given, note: Note): number {
  const text = given(names.perHour);
  const value = text === null ? 200 : Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 10_000) return value;
  note(names.perHour, `'${text?.slice(0, 20)}' kan niet. Geef een heel getal van 1 tot en met 10.000.`);
  return 200;
}

function readFile(name: string, given: Given, note: Note): string | null {
  const path = given(name)!;
  try {
    return readFileSync(path, "utf8");
  } catch {
    note(name, `bestand '${path}' is niet te lezen. Kijk het pad en de rechten na.`);
    return null;
  }
}
