import type {ParseArgsConfig} from "node:util";
import type {Database} from "../database/database.ts";
import type {DuckDbOptions} from "../database/duckdb.ts";
import type {Progress} from "../ingest/result.ts";

export interface Command {
  readonly name: string;
  /** One Dutch line for the overview. */
  readonly summary: string;
  /** "import PAD... [--json]" */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** It works on the database of the data folder, and so through the server when that holds it. */
  readonly usesDatabase?: true;
  /** It reads standard input: what may not stand in a command line, as others can see that. */
  readonly readsInput?: true;
  /** Runs the command and gives the exit code. A UserError becomes one line; anything else is our fault. */
  run(input: CommandInput): Promise<ExitCode>;
}

export interface CommandInput {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  /** Where state lives: --data, or ./data; an absolute path. */
  readonly dataFolder: string;
  /** Paths in the command line are relative to this folder. */
  readonly folder: string;
  readonly output: Output;
  readonly now: () => Date;
  /** The database of the data folder; whoever opens it closes it. */
  openDatabase(options?: DuckDbOptions): Promise<Database>;
  /** At once, when left out: then this process alone has the database. */
  readonly inTurn?: InTurn;
  /** Standard input, for a command that reads it. */
  readonly readInput?: () => Promise<string>;
}

/** Does what must not run beside another of its kind: at once, or in a server after what came before. */
export type InTurn = <T>(name: string, work: (onProgress: (progress: Progress) => void) => Promise<T>) => Promise<T>;

export const atOnce: InTurn = (_name, work) => work(() => undefined);

/** Standard output is for answers, standard error for what is said meanwhile. */
export interface Output {
  readonly isTerminal: boolean;
  write(text: string): void;
  say(text: string): void;
}

/** 0 done, 1 the data has errors, 2 wrong use, 3 our fault. */
export type ExitCode = 0 | 1 | 2 | 3;
