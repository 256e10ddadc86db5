/** What someone agreed to of a file that gave cause to ask. */
export interface Acceptance {
  /** Odd values are right. */
  readonly questions: boolean;
  /** The rows that are wrong may be left out. */
  readonly goodRows: boolean;
}

export const nothingAccepted: Acceptance = {questions: false, goodRows: false};
