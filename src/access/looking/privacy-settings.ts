import {UserError} from "../../errors.ts";

/** How the log of looking is kept, when it draws attention, and how long things are kept. */
export interface PrivacySettings {
  readonly spans: SpanSettings;
  /** Years, after which a row of the log is taken out. */
  readonly logYears: number;
  readonly alerts: AlertSettings;
  readonly retention: RetentionSettings;
}

export interface SpanSettings {
  /** Where the spans of Logboek Dataverwerkingen go: an OTLP address. */
  readonly otlp: URL | null;
  /** Or a file, a line for each. */
  readonly file: string | null;
  /** What the id of a verwerkingsactiviteit begins with. */
  readonly register: string;
}

export interface AlertSettings {
  readonly refusalsInADay: number;
  /** How many times more looks at persons than one's own usual day. */
  readonly timesUsual: number;
  /** Fewer than this on a day never draw attention for being many. */
  readonly leastForUsual: number;
  /** From and to which hour looking at persons is at night. */
  readonly nightFrom: number;
  readonly nightTo: number;
  readonly clientsInAnHour: number;
  readonly sameClientInAWeek: number;
}

/** Years after the last that was done for somebody. */
export interface RetentionSettings {
  readonly wmo: number;
  readonly jeugdwet: number;
  /** Of files that were refused, after they came. */
  readonly refused: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const names = {
  file: "WIJKBALANS_LOGBOEK_BESTAND",
  otlp: "WIJKBALANS_LOGBOEK_OTLP",
  register: "WIJKBALANS_LOGBOEK_REGISTER",
  logYears: "WIJKBALANS_LOGBOEK_BEWAARJAREN",
  refusals: "WIJKBALANS_SIGNAAL_WEIGERINGEN",
  timesUsual: "WIJKBALANS_SIGNAAL_KEER_GEWOON",
  least: "WIJKBALANS_SIGNAAL_MINSTENS",
  nightFrom: "WIJKBALANS_SIGNAAL_NACHT_VAN",
  nightTo: "WIJKBALANS_SIGNAAL_NACHT_TOT",
  clients: "WIJKBALANS_SIGNAAL_CLIENTEN_PER_UUR",
  sameClient: "WIJKBALANS_SIGNAAL_ZELFDE_CLIENT",
  wmo: "WIJKBALANS_BEWAAR_WMO_JAREN",
  jeugdwet: "WIJKBALANS_BEWAAR_JEUGDWET_JAREN",
  refused: "WIJKBALANS_BEWAAR_GEWEIGERD_JAREN",
} as const;

/** @throws UserError  with a line for each mistake */
export function readPrivacySettings(environment: Environment): PrivacySettings {
  const mistakes = Object.keys(environment)
    .filter((name) => /^WIJKBALANS_(LOGBOEK|SIGNAAL|BEWAAR)_/.test(name) && !known.has(name))
    .map((name) => `  ${name}: deze instelling bestaat niet. Kijk de naam na.`);
  const number = (name: string, usual: number, least: number, most: number): number => {
    const text = environment[name]?.trim() || null;
    const value = text === null ? usual : Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    mistakes.push(`  ${name}: '${text}' kan niet. Geef een heel getal van ${least} tot en met ${most}.`);
    return usual;
  };
  const settings: PrivacySettings = {
    spans: {
      otlp: readAddress(environment[names.otlp]?.trim() || null, mistakes),
      file: environment[names.file]?.trim() || null,
      register: environment[names.register]?.trim() || "urn:wijkbalans:verwerking:",
    },
    logYears: number(names.logYears, 5, 1, 30),
    alerts: {
      refusalsInADay: number(names.refusals, 10, 1, 10_000),
      timesUsual: number(names.timesUsual, 3, 2, 100),
      leastForUsual: number(names.least, 10, 1, 10_000),
      nightFrom: number(names.nightFrom, 22, 0, 23),
      nightTo: number(names.nightTo, 6, 0, 23),
      clientsInAnHour: number(names.clients, 20, 1, 10_000),
      sameClientInAWeek: number(names.sameClient, 5, 2, 10_000),
    },
    retention: {
      wmo: number(names.wmo, 15, 1, 100),
      jeugdwet: number(names.jeugdwet, 20, 1, 100),
      refused: number(names.refused, 1, 1, 100),
    },
  };
  if (mistakes.length === 0) return settings;
  throw new UserError(
    ["De instellingen voor privacy kloppen niet. Zie docs/how-to/privacy.md", ...mistakes].join("\n"),
  );
}

const known = new Set<string>(Object.values(names));

/** Over the network only behind TLS: a span says who looked at whom. */
function readAddress(text: string | null, mistakes: string[]): URL | null {
  if (text === null) return null;
  const address = URL.parse(text);
  const isLocal = address !== null && ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  if (address?.protocol === "https:" || (address?.protocol === "http:" && isLocal)) return address;
  mistakes.push(`  ${names.otlp}: dit is geen adres met https. Bijvoorbeeld: https://otel.voorbeeld.nl/v1/traces`);
  return null;
}
