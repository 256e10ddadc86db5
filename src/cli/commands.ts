import type {Command} from "./command.ts";

// Each command loads what it needs when it is asked for: 'measure' does not wait for the web server.
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import("./demo.ts")).demo,
  check: async () => (await import("./check.ts")).check,
  import: async () => (await import("./import.ts")).importCommand,
  koppel: async () => (await import("./koppel.ts")).koppel,
  indicators: async () => (await import("./indicators.ts")).indicators,
  measure: async () => (await import("./measure.ts")).measure,
  disclose: async () => (await import("./disclose.ts")).disclose,
  fetch: async () => (await import("./fetch.ts")).fetchCommand,
  kwaliteit: async () => (await import("./kwaliteit.ts")).kwaliteit,
  serve: async () => (await import("./serve.ts")).serve,
  rebuild: async () => (await import("./rebuild.ts")).rebuild,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restore,
  bewaartermijn: async () => (await import("./bewaartermijn.ts")).bewaartermijn,
  sleutels: async () => (await import("./sleutels.ts")).sleutels,
  verzoek: async () => (await import("./verzoek.ts")).verzoek,
  token: async () => (await import("./token.ts")).token,
  gebruiker: async () => (await import("./gebruiker.ts")).gebruiker,
  mail: async () => (await import("./mail.ts")).mail,
  rollen: async () => (await import("./rollen.ts")).rollen,
  verify: async () => (await import("./verify.ts")).verify,
};
