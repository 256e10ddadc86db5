import type {Child} from "hono/jsx";
import type {ScreenName} from "../access/screens.ts";
import {type CsvFile, csvText} from "../reports/csv.ts";
import type {Sources} from "../reports/sources.ts";
import type {Query} from "../reports/view.ts";
import type {IsoDate} from "../standards/calendar.ts";

export interface Request {
  readonly sources: Sources;
  /** What the reader may open. */
  readonly screens: ReadonlySet<ScreenName>;
  readonly today: IsoDate;
  readonly query: Query;
  /** What the groups of the pattern matched; one that matched nothing is undefined. */
  readonly parameters: readonly (string | undefined)[];
}

export interface Page {
  readonly title: string;
  readonly content: Child;
  /** Whether our script makes it better. */
  readonly hasScript?: true;
  /** Something is still being counted: the next time the page may say more. */
  readonly isProvisional?: boolean;
  /** What was asked cannot be shown, and the page says why. */
  readonly status?: 400;
}

export interface FileAnswer {
  readonly body: string | Uint8Array;
  readonly type: string;
  /** null: shown rather than kept. */
  readonly fileName: string | null;
  /** Pseudonyms of whom single rows are about, for the log of looking. */
  readonly persons: readonly string[];
}

export interface Route {
  /** Whose rights count; see access/screens.ts. */
  readonly screen: ScreenName;
  readonly pattern: RegExp;
  /** null: there is no such page. */
  handle(request: Request): Promise<Page | FileAnswer | null>;
}

/** What a file of counts is about: no row of it is of one person. */
export const nobodyAlone: readonly string[] = [];

/** @param persons  of whom single rows are about: each file says so, as whom it forgets is told to nobody */
export function csvAnswer(file: CsvFile, persons: readonly string[]): FileAnswer {
  return {body: csvText(file), type: "text/csv; charset=utf-8", fileName: file.name, persons};
}
