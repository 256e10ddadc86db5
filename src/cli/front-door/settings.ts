import {UserError} from "../../errors.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the door of the server must know of where it stands. */
export interface DoorSettings {
  /** Names under which browsers may ask for us, beside those of this machine itself. */
  readonly hostNames: readonly string[];
  /** Browsers reach us over https, so they may be told to use nothing else. */
  readonly isHttps: boolean;
  /** Addresses of the reverse proxy: its word is taken for where a request came from. */
  readonly proxies: readonly string[];
  /** Where who finds a weakness can report it: "mailto:…" or "https://…"; null: no security.txt. */
  readonly reportTo: string | null;
}

/** @throws UserError  when the address for reports is none */
export function readDoorSettings(environment: Environment): DoorSettings {
  const address = URL.parse(environment.WIJKBALANS_ADRES?.trim() ?? "");
  const reportTo = environment.WIJKBALANS_MELDPUNT?.trim() || null;
  if (reportTo !== null && !/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[!-~]+)$/.test(reportTo)) {
    throw new UserError(
      "WIJKBALANS_MELDPUNT klopt niet. Geef een adres als mailto:beveiliging@voorbeeld.nl of https://voorbeeld.nl/melden",
    );
  }
  return {
    hostNames: address === null ? [] : [address.hostname],
    isHttps: address?.protocol === "https:",
    proxies: (environment.WIJKBALANS_PROXY ?? "").split(/[\s,]+/).filter((part) => part !== ""),
    reportTo,
  };
}
