import type {Environment} from "../keys/key-files.ts";
import type {Origin} from "../receipts/receipt.ts";
import type {Acceptance} from "../reference/acceptance.ts";
import type {Progress} from "../result.ts";
import type {Survey} from "../sources/delivery.ts";
import type {TablesRequest} from "../tables/table-inputs.ts";

export interface ImportRequest {
  readonly dataFolder: string;
  readonly paths: readonly string[];
  readonly survey: Survey;
  readonly environment: Environment;
  readonly now: () => Date;
  /** What the user agrees to of reference files that give cause to ask; nothing, when it is left out. */
  readonly accepted?: Acceptance;
  readonly onProgress: (progress: Progress) => void;
  /** Size of what is committed at a time; left out, as much as goes well with memory. */
  readonly batchBytes?: number;
  /** A command, when left out. */
  readonly origin?: Origin;
  /** Files are called by their path from this folder; by their whole path when left out. */
  readonly root?: string;
  /** Breaks it off between two files. What was taken in by then stays. */
  readonly signal?: AbortSignal;
  readonly tables?: TablesRequest;
}
