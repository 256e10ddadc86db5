import {createHash} from "node:crypto";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";

// The address of a socket has room for some hundred bytes; a folder deep in the tree gets one elsewhere.
const longestPath = 100;

/** Where the server that holds a data folder listens for commands. Only who may read the folder may connect. */
export function socketPath(dataFolder: string): string {
  const own = join(resolve(dataFolder), "opdrachten.sock");
  if (Buffer.byteLength(own) <= longestPath) return own;
  const name = createHash("sha256").update(own).digest("hex").slice(0, 16);
  return join(tmpdir(), `wijkbalans-${name}.sock`);
}

/** A command line as it goes to the server. */
export interface CommandLine {
  readonly args: readonly string[];
  /** Paths in the command line are relative to this folder. */
  readonly folder: string;
  readonly isTerminal: boolean;
  /** What was typed or piped in, for a command that asks for it: never in the command line itself. */
  readonly input?: string;
}

/** What comes back, a line of JSON each: text for standard output, text for standard error, and at the end the code. */
export type CommandAnswer = {readonly write: string} | {readonly say: string} | {readonly exit: number};
