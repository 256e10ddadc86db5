import type {Looks} from "../access/looking/look.ts";
import type {Reader} from "../access/reader.ts";
import type {ScreenName} from "../access/screens.ts";
import type {Database} from "../database/database.ts";
import type {Deliveries} from "../ingest/deliveries/deliveries.ts";
import type {Environment} from "../ingest/keys/key-files.ts";
import type {MailFacts} from "../reports/beheer/mail.ts";

/** What this server does beside showing figures. */
export interface Installation {
  readonly deliveries: Deliveries;
  readonly inboxFolder: string;
  readonly environment: Environment;
  readonly now: () => Date;
  /** Notes who looked at what. */
  readonly looks: Looks;
  /** How the mail goes; left out: this server sends none. */
  readonly mail?: {facts(): MailFacts};
}

/** All that a page about the installation is made from, for one request. */
export interface Live extends Installation {
  readonly database: Database;
  readonly reader: Reader;
  /** What the reader may open. */
  readonly screens: ReadonlySet<ScreenName>;
  readonly formToken: string;
}
