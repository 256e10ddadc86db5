import type {DoorSettings} from "./settings.ts";

export const securityTextPath = "/.well-known/security.txt";

const halfYearInMs = 182 * 24 * 60 * 60 * 1000;

/** Where to report a weakness (RFC 9116); null: nobody said where. */
export function securityText({reportTo, hostNames, isHttps}: DoorSettings, now: Date): string | null {
  if (reportTo === null) return null;
  const expires = new Date(now.getTime() + halfYearInMs).toISOString().replace(/\.\d{3}Z$/, "Z");
  const canonical = isHttps ? [`Canonical: https://${hostNames[0]}${securityTextPath}`] : [];
  return [`Contact: ${reportTo}`, `Expires: ${expires}`, "Preferred-Languages: nl, en", ...canonical, ""].join("\n");
}
