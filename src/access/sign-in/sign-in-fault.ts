import type {User} from "./users.ts";

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

/** Refused, and we know whom: he may be told under which name. */
export class KnownUserFault extends SignInFault {
  readonly userId: string;
  readonly userName: string;

  constructor(kind: "blocked" | "no-role", user: User) {
    super(kind, "");
    this.userId = user.id;
    this.userName = user.name;
  }
}

export class TooManyAttempts extends SignInFault {
  readonly seconds: number;

  constructor(seconds: number) {
    super("too-many", "");
    this.seconds = seconds;
  }
}
