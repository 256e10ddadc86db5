/** What a person can mend: one Dutch line that says what was found and what to do. The command ends with `exitCode`. */
export class UserError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.name = "UserError";
    this.exitCode = exitCode;
  }
}

/** What somebody may not see or do: one Dutch line, and a page says 403. */
export class NoRight extends UserError {
  constructor(message: string) {
    super(message);
    this.name = "NoRight";
  }
}

/** Another process works on the data folder: it is whole, and not free. */
export class FolderInUse extends UserError {
  constructor() {
    super(
      "Een andere Wijkbalans gebruikt deze gegevensmap, misschien de server. Sluit die eerst, of kies een andere map met --data.",
      1,
    );
  }
}

/** What the machine refuses when files are written, as a line for who can mend it. */
export function explainWriting(code: string | null): UserError | null {
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new UserError("De schijf is vol. Er is niets verloren. Maak ruimte en doe de opdracht opnieuw.", 1);
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new UserError("Wijkbalans mag niet schrijven in de gegevensmap. Geef schrijfrecht op die map.", 1);
  }
  return null;
}
