/** What a person can mend: one Dutch line that says what was found and what to do. The command ends with `exitCode`. */
export class UserError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.name = "UserError";
    this.exitCode = exitCode;
  }
}
