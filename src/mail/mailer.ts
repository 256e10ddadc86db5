import type {MailFacts} from "../reports/beheer/mail.ts";
import {mailSignals, type RoundInput} from "./round.ts";

/** Sends the mail of this server, beside all else that it does. */
export interface Mailer {
  /** Begins a round, or one more after that which runs. It is not waited for. */
  begin(): void;
  /** How it goes. */
  facts(): MailFacts;
  /** No round begins any more; that which runs gets a moment to end. */
  close(): Promise<void>;
}

export interface MailerOptions extends Omit<RoundInput, "signal"> {
  /** After so long, in milliseconds, what waits is tried again. */
  readonly again?: number;
}

/** So long, in milliseconds, stopping waits for a mail that is under way: what became of it is written down beforehand. */
const moment = 5_000;

export function openMailer({again = 3_600_000, ...input}: MailerOptions): Mailer {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | null = null;

  return {
    begin,
    facts() {
      const {waiting, fault} = input.state.read();
      return {waiting, fault};
    },
    async close() {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      if (running === null) return;
      const late = new Promise<void>((resolve) => setTimeout(resolve, moment).unref());
      await Promise.race([running, late]);
    },
  };

  function begin(): void {
    if (stopping.signal.aborted) return;
    if (running !== null) {
      isAskedAgain = true;
      return;
    }
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running = round().finally(() => {
      running = null;
      if (isAskedAgain) {
        isAskedAgain = false;
        begin();
      }
    });
  }

  async function round(): Promise<void> {
    let isLeft = true;
    try {
      isLeft = (await mailSignals({...input, signal: stopping.signal})).waiting > 0;
    } catch (error) {
      // A fault of the mail is no fault of what else the server does.
      if (!stopping.signal.aborted) input.report(error);
    }
    // Next to nothing waits for a mail server but mail, and the next delivery may be a month away.
    if (isLeft && !stopping.signal.aborted) timer = setTimeout(begin, again).unref();
  }
}
