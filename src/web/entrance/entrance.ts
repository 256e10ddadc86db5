import type {Reader} from "../../access/reader.ts";
import type {Page} from "../route.ts";

/** How people come in: they sign in, choose a role in a demonstration, or just sit at this machine. */
export interface Entrance {
  /** Whether browsers reach us over https, so that cookies can be kept for it. */
  readonly isSecure: boolean;
  /** A name of ours. */
  readonly ownHost: string;
  /** Whether a request came in under a name of ours. */
  isOurHost(host: string | undefined): boolean;
  /** Who asks; null: somebody who must come in first. */
  readerOf(request: Request): Promise<Reader | null>;
  /** Answers what has to do with coming in and going out; null: the address is another. */
  answer(asked: Asked): Promise<EntranceAnswer | null>;
  /** Answers who asks for a page and must come in first. */
  turnAway(request: Request): EntranceAnswer;
  /** What stands in the head of each page: who one is, and where one becomes another. */
  headLinks(reader: Reader): readonly HeadLink[];
}

export interface HeadLink {
  readonly href: string;
  readonly label: string;
}

export interface Asked {
  readonly request: Request;
  /** The address the connection came from. */
  readonly socketAddress: string;
  /** What the forms of this browser carry. */
  readonly formToken: string;
}

export type EntranceAnswer = EntranceWay | EntrancePage | ProgramAnswer;

/** The browser goes on elsewhere. */
export interface EntranceWay {
  readonly to: string;
  readonly cookies?: readonly string[];
}

export interface EntrancePage {
  readonly page: Page;
  readonly status: 200 | 400 | 401 | 403 | 429 | 503;
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ProgramAnswer {
  readonly response: Response;
}

export const accountPath = "/account";
export const signInPath = "/aanmelden";
export const chooseRolePath = "/kies-een-rol";
