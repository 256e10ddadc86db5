import {resolve} from "node:path";
import {text} from "node:stream/consumers";
import {openDatabase} from "../database/open.ts";
import type {ExitCode, Output} from "./command.ts";
import {runCommandLine} from "./run-command-line.ts";
import {hasServer, runThroughServer} from "./through-server.ts";

const output: Output = {
  isTerminal: process.stderr.isTTY === true,
  write: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
};

// Whoever reads along, as `head` does, may stop before we do: that is no fault, and the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

let read: Promise<string> | null = null;

/** Once: a server that turns out to be gone must not cost what was typed. */
function readInput(): Promise<string> {
  if (process.stdin.isTTY) output.say("Typ het burgerservicenummer en daarna Enter en Ctrl+D.\n");
  read ??= text(process.stdin);
  return read;
}

// What is made, also while it is being made, is for who made it alone.
process.umask(0o077);

/** Runs one command line of this process and gives its exit code. */
export function run(args: readonly string[]): Promise<ExitCode> {
  const folder = process.cwd();
  return runCommandLine(args, {
    output,
    now: () => new Date(),
    folder,
    dataFolderOf: (data = "data") => resolve(folder, data),
    openDatabase,
    runElsewhere: async (dataFolder, line, readsInput) => {
      if (!hasServer(dataFolder)) return null;
      const input = readsInput ? {input: await readInput()} : {};
      return runThroughServer(dataFolder, {args: line, folder, isTerminal: output.isTerminal, ...input}, output);
    },
    readInput,
  });
}
