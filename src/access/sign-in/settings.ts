import {createPrivateKey, type KeyObject} from "node:crypto";
import {readFileSync} from "node:fs";
import {UserError} from "../../errors.ts";
import {type ClaimRoles, readClaimRoles} from "./claim-roles.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** How people sign in, as the settings say it. */
export interface SignInSettings {
  /** Where browsers find us: "https://wijkbalans.voorbeeld.nl". */
  readonly address: URL;
  readonly provider: ProviderSettings;
  /** Null: roles are given on our own page alone. */
  readonly claimRoles: ClaimRoles | null;
  /** Who is beheerder whatever the roles say: a subject, or an e-mail address that the provider checked. */
  readonly firstAdministrator: string | null;
  readonly idleMinutes: number;
  readonly longestHours: number;
  /** Whether the public pages can be read by who did not sign in. */
  readonly hasPublicPages: boolean;
  /** Addresses of the reverse proxy, whose word we take for where a request came from. */
  readonly proxies: readonly string[];
}

export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** How we show the provider who we are. */
  readonly proof: {readonly secret: string} | {readonly key: KeyObject; readonly kid: string | null};
  readonly scope: string;
  /** The provider must say one of these of how sure it is; empty: any will do. */
  readonly acr: readonly string[];
  /** The provider must name one of these ways in which it was sure ("mfa"); empty: any will do. */
  readonly amr: readonly string[];
  readonly timeoutSeconds: number;
}

/** The settings that only mean something when people sign in. */
const names = {
  address: "WIJKBALANS_ADRES",
  issuer: "WIJKBALANS_OIDC_ISSUER",
  clientId: "WIJKBALANS_OIDC_CLIENT_ID",
  secret: "WIJKBALANS_OIDC_CLIENT_SECRET",
  secretFile: "WIJKBALANS_OIDC_CLIENT_SECRET_BESTAND",
  keyFile: "WIJKBALANS_OIDC_SLEUTEL_BESTAND",
  kid: "WIJKBALANS_OIDC_SLEUTEL_ID",
  scope: "WIJKBALANS_OIDC_SCOPE",
  acr: "WIJKBALANS_OIDC_ACR",
  amr: "WIJKBALANS_OIDC_AMR",
  timeout: "WIJKBALANS_OIDC_WACHTTIJD",
  roles: "WIJKBALANS_OIDC_ROLLEN_BESTAND",
  firstAdministrator: "WIJKBALANS_EERSTE_BEHEERDER",
  idle: "WIJKBALANS_SESSIE_RUST",
  longest: "WIJKBALANS_SESSIE_DUUR",
  hasPublicPages: "WIJKBALANS_OPENBAAR",
  proxies: "WIJKBALANS_PROXY",
} as const;

/**
 * Reads how people sign in, once; null: nobody does, and only this machine is served.
 *
 * @throws UserError  with a line for each mistake
 */
export function readSignInSettings(environment: Environment): SignInSettings | null {
  const given = (name: string) => environment[name]?.trim() || null;
  const present = Object.values(names).filter((name) => given(name) !== null);
  const misspelt = Object.keys(environment).filter(
    (name) => /^WIJKBALANS_(OIDC|SESSIE)_/.test(name) && !Object.values<string>(names).includes(name),
  );
  if (present.length === 0 && misspelt.length === 0) return null;
  const mistakes: string[] = misspelt.map((name) => `${name}: deze instelling bestaat niet. Kijk de naam na.`);
  const note = (name: string, line: string) => void mistakes.push(`${name}: ${line}`);
  const settings = readAll(given, note);
  if (mistakes.length > 0) {
    const heading = "De instellingen voor het aanmelden kloppen niet. Zie docs/how-to/sign-in.md";
    throw new UserError([heading, ...mistakes.map((line) => `  ${line}`)].join("\n"));
  }
  return settings as SignInSettings;
}

type Given = (name: string) => string | null;
type Note = (name: string, line: string) => void;

function readAll(given: Given, note: Note): {[K in keyof SignInSettings]: SignInSettings[K] | null} {
  const number = (name: string, usual: number, least: number, most: number): number => {
    const text = given(name);
    const value = text === null ? usual : Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    note(name, `'${text}' kan niet. Geef een heel getal van ${least} tot en met ${most}.`);
    return usual;
  };
  return {
    address: readAddress(names.address, "https://wijkbalans.voorbeeld.nl", given, note, true),
    provider: readProvider(given, note, number(names.timeout, 5, 1, 30)),
    claimRoles: readRolesFile(given, note),
    firstAdministrator: given(names.firstAdministrator),
    idleMinutes: number(names.idle, 30, 1, 24 * 60),
    longestHours: number(names.longest, 10, 1, 7 * 24),
    hasPublicPages: readYesOrNo(names.hasPublicPages, given, note),
    proxies: list(given(names.proxies)),
  };
}

function readProvider(given: Given, note: Note, timeoutSeconds: number): ProviderSettings | null {
  const issuer = readAddress(names.issuer, "https://inloggen.voorbeeld.nl", given, note, false);
  const clientId = given(names.clientId);
  if (clientId === null) note(names.clientId, "ontbreekt. Zet hier hoe de aanmelddienst Wijkbalans noemt.");
  const proof = readProof(given, note);
  if (issuer === null || clientId === null || proof === null) return null;
  const scopes = list(given(names.scope) ?? "openid profile email");
  const scope = scopes.includes("openid") ? scopes.join(" ") : `openid ${scopes.join(" ")}`;
  return {issuer, clientId, proof, scope, acr: list(given(names.acr)), amr: list(given(names.amr)), timeoutSeconds};
}

function readProof(given: Given, note: Note): ProviderSettings["proof"] | null {
  const ways = [names.secret, names.secretFile, names.keyFile].filter((name) => given(name) !== null);
  const [way, second] = ways;
  if (way === undefined) {
    note(names.keyFile, `ontbreekt. Geef een sleutel, of een geheim met ${names.secretFile}.`);
    return null;
  }
  if (second !== undefined) {
    note(second, `kan niet samen met ${way}. Kies er een.`);
    return null;
  }
  if (way === names.secret) return {secret: given(way)!};
  const text = readFile(way, given, note);
  if (text === null) return null;
  if (way === names.secretFile) {
    if (text.trim() !== "") return {secret: text.trim()};
    note(way, "het bestand is leeg. Zet het geheim erin.");
    return null;
  }
  const key = readKey(text);
  if (key === null) {
    note(
      way,
      "dit is geen sleutel die wij kennen. Gebruik een PEM-bestand met een RSA-sleutel (2048 of meer) of P-256.",
    );
  }
  return key === null ? null : {key, kid: given(names.kid)};
}

function readKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    const {asymmetricKeyType: type, asymmetricKeyDetails: details} = key;
    if (type === "rsa" && (details?.modulusLength ?? 0) >= 2048) return key;
    return type === "ec" && details?.namedCurve === "prime256v1" ? key : null;
  } catch {
    return null;
  }
}

function readRolesFile(given: Given, note: Note): ClaimRoles | null {
  const text = given(names.roles) === null ? null : readFile(names.roles, given, note);
  if (text === null) return null;
  const read = readClaimRoles(text);
  if ("roles" in read) return read.roles;
  for (const line of read.mistakes) note(names.roles, line);
  return null;
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

/** https, or http on this machine itself, where nobody listens along. */
function readAddress(name: string, example: string, given: Given, note: Note, isBare: boolean): URL | null {
  const text = given(name);
  if (text === null) {
    note(name, `ontbreekt. Bijvoorbeeld: ${name}=${example}`);
    return null;
  }
  const url = URL.parse(text);
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  const isClean = url?.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (url === null || !isSafe || !isClean || (isBare && url.pathname !== "/")) {
    note(name, `'${withoutSecret(text)}' kan niet. Geef een adres met https. Bijvoorbeeld: ${name}=${example}`);
    return null;
  }
  return url;
}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}

/** What stands before an @ in an address may be a password. */
function withoutSecret(text: string): string {
  return text.replace(/\/\/[^/]*@/, "//…@").slice(0, 200);
}

function readYesOrNo(name: string, given: Given, note: Note): boolean {
  const text = given(name)?.toLowerCase() ?? "nee";
  if (text !== "ja" && text !== "nee") note(name, `'${text}' kan niet. Kies ja of nee.`);
  return text === "ja";
}

function list(text: string | null): string[] {
  return (text ?? "").split(/[\s,]+/).filter((part) => part !== "");
}

/** The names of the settings above that are given: what a demonstration may not be combined with. */
export function givenSignInSettings(environment: Environment): string[] {
  return Object.values(names).filter((name) => (environment[name] ?? "").trim() !== "");
}
