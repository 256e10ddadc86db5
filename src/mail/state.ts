import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Subscriber} from "../collaboration/abonnement/subscriptions.ts";
import type {ToldSignal} from "../collaboration/abonnement/told.ts";
import {writeWhole} from "../durable-file.ts";
import type {MailFacts} from "../reports/beheer/mail.ts";

/** What is known of the mail beside the database, and outlives this process. */
export interface MailState extends MailFacts {
  /**
   * The mail that is being sent. Found at a start, it may have gone out or not; then we take it that it did. Being told
   * twice makes people stop reading, and what is not mailed stands on the page Vandaag all the same.
   */
  readonly underWay: UnderWay | null;
}

export interface UnderWay extends Subscriber {
  readonly signals: readonly ToldSignal[];
}

/** Keeps the state in a file of the data folder, whole or not at all. */
export interface MailStateFile {
  read(): MailState;
  write(state: MailState): void;
}

const nothing: MailState = {underWay: null, waiting: 0, fault: null};

export function mailStateFile(dataFolder: string): MailStateFile {
  const path = join(dataFolder, "mail.json");
  return {
    read() {
      try {
        return {...nothing, ...(JSON.parse(readFileSync(path, "utf8")) as Partial<MailState>)};
      } catch (error) {
        // None yet; or not one of ours, and then there is nothing in it to go by.
        if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return nothing;
        throw error;
      }
    },
    write: (state) => writeWhole(path, `${JSON.stringify(state)}\n`),
  };
}
