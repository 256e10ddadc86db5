import type {Database} from "../database/database.ts";
import type {Mailer} from "../mail/mailer.ts";
import type {SignalsOf} from "../mail/round.ts";
import {type Environment, readMailSettings} from "../mail/settings.ts";

export interface MailingOptions {
  readonly database: Database;
  readonly dataFolder: string;
  readonly environment: Environment;
  readonly signalsOf: SignalsOf;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
}

/**
 * The mail of this server; null: it is not set, and then what sends it is not loaded.
 *
 * @throws UserError  with a line for each setting that is wrong
 */
export async function openMailing({environment, dataFolder, ...rest}: MailingOptions): Promise<Mailer | null> {
  const settings = readMailSettings(environment);
  if (settings === null) return null;
  const [{openMailer}, {smtpTransport}, {mailStateFile}] = await Promise.all([
    import("../mail/mailer.ts"),
    import("../mail/transport.ts"),
    import("../mail/state.ts"),
  ]);
  return openMailer({...rest, settings, transport: smtpTransport(settings), state: mailStateFile(dataFolder)});
}
