import type {Purpose} from "./purposes.ts";

/** One time that somebody looked, or tried to. It says at what, and never what stood there. */
export interface Look {
  readonly op: Date;
  /** Id of the gebruiker. */
  readonly gebruiker: string;
  readonly rol: string;
  readonly doel: Purpose;
  readonly soort: LookKind;
  /** Screen or file: "/cijfers/stand-van-zorg". */
  readonly wat: string;
  /** What was chosen on the screen: "wijk=WK999901"; null: nothing. */
  readonly vraag: string | null;
  readonly gegevensVersie: number | null;
  /** Pseudonym of the one person it is about. */
  readonly betrokkene: string | null;
  /** Of the file that was given. */
  readonly sha256: string | null;
  readonly uitkomst: "gegeven" | "geweigerd";
  /** Hash of the session; never the cookie, nor an address on the network. */
  readonly sessie: string | null;
  readonly trace: Trace;
  /** How long it took to answer; not in the chain. */
  readonly milliseconds?: number;
}

export type LookKind = "cijfers" | "persoon" | "origineel" | "beheer" | "verzoek" | "logboek" | "voordeur" | "lijst";

/** Where in the span of work of several systems this look belongs. */
export interface Trace {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
}

/** Kinds of looking that tell something of persons: written before anything is given. */
export function namesPeople({soort}: Pick<Look, "soort">): boolean {
  return soort === "persoon" || soort === "origineel" || soort === "verzoek";
}

/** Who notes what is looked at. */
export interface Looks {
  /** At once; it is written a moment later. */
  note(look: Look): void;
  /** Done when it is on disk: only then what it is about may be given. */
  noteFirst(look: Look): Promise<void>;
  /** Done when all that was noted stands in the table. */
  flush(): Promise<void>;
}

/** What might be a Bsn does not come in a log, whoever typed it where. */
export function withoutBsn(text: string): string {
  // Digits of another width become plain ones. A hash is no Bsn, however many digits stand in it.
  const parts = text.normalize("NFKC").split(/([0-9a-f]{24,})/i);
  return parts.map((part, place) => (place % 2 === 1 ? part : part.replaceAll(nineDigits, "(9 cijfers)"))).join("");
}

const nineDigits = /(?<!\d)\d(?:[\s._/-]{0,3}\d){8}(?!\d)/g;
