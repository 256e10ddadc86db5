/** Why nobody was let in. */
export type FaultKind =
  | "down" // the provider does not answer
  | "refused" // a token, code or cookie that is forged, expired, used or of another
  | "cancelled" // the person stopped at the provider, or was stopped there
  | "assurance" // the provider was not as sure as the settings ask
  | "settings" // the provider does not know us as we are set
  | "blocked" // an administrator keeps this person out
  | "no-role" // known, and nothing to see
  | "too-many"; // too many wrong ones of late

export class SignInFault extends Error {
  readonly kind: FaultKind;

  /** @param reason  for the log: never a token, a code or a name */
  constructor(kind: FaultKind, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "SignInFault";
    this.kind = kind;
  }
}
