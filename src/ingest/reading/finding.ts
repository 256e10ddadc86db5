/** What a Bericht does wrong. Names a place in it, never a value that could identify a person. */
export interface Finding {
  /** As the standard numbers it ("CS002"); "XML" or "XSD" where the file or its structure is wrong. */
  readonly rule: string;
  /** 1: structure and types, the Bericht is refused. 2: within the Bericht. 3: against earlier ones. 4: against a list. */
  readonly niveau: 1 | 2 | 3 | 4;
  /** What a retourbericht would carry; null for niveau 1, that gets none. */
  readonly retourcode: string | null;
  readonly ernst: "fout" | "waarschuwing";
  /** "Bericht/Declaratie/Clienten/Client[3]/Bsn" */
  readonly path: string;
  /** One Dutch line: where, what was found, what to do. */
  readonly message: string;
}
