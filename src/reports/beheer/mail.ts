import {formatMoment, formatNumber} from "../format.ts";

/** How the mail goes, for who tends the system. Nobody is named in it. */
export interface MailFacts {
  /** Mails that could not go out yet. */
  readonly waiting: number;
  /** What went wrong last, since all went well; null: nothing. */
  readonly fault: {readonly line: string; readonly at: string} | null;
}

/** @param facts  null: this server sends no mail */
export function mailWords(facts: MailFacts | null): string {
  if (facts === null) return "Niet ingesteld. Hoe dat gaat, staat in docs/how-to/mail.md";
  const {waiting, fault} = facts;
  const waits =
    waiting === 0
      ? "Er wacht geen mail."
      : waiting === 1
        ? "Er wacht 1 mail. Wij proberen het elk uur opnieuw."
        : `Er wachten ${formatNumber(waiting)} mails. Wij proberen het elk uur opnieuw.`;
  return fault === null ? waits : `${waits} Laatste fout, ${formatMoment(fault.at)}: ${fault.line}`;
}
