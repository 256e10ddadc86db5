/** A question that runs longer is stopped, with a UserError: for SQL that is not ours. */
export interface TimeLimit {
  readonly milliseconds: number;
}

/** What whoever asked reads when a limit stops the question. */
export const tookTooLong =
  "Het tellen duurde te lang en is gestopt. Kies minder maanden of minder verdelingen, of maak de SQL van dit cijfer eenvoudiger.";
