import type {Database} from "../../database/database.ts";
import type {LeveringFacts} from "../archive/segment-writer.ts";
import type {Report} from "../report.ts";

/** One import that is under way. */
export interface Run {
  readonly database: Database;
  readonly levering: LeveringFacts;
  readonly report: Report;
  /** Hears of a file that cannot be read at all. */
  onUnread(name: string, problem: string): void;
}
