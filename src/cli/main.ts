import {resolve} from "node:path";
import {openDatabase} from "../database/open.ts";
import type {ExitCode, Output} from "./command.ts";
import {runCommandLine} from "./run-command-line.ts";
import {runThroughServer} from "./through-server.ts";

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

/** Runs one command line of this process and gives its exit code. */
export function run(args: readonly string[]): Promise<ExitCode> {
  const folder = process.cwd();
  return runCommandLine(args, {
    output,
    now: () => new Date(),
    folder,
    dataFolderOf: (data = "data") => resolve(folder, data),
    openDatabase,
    runElsewhere: (dataFolder, line) =>
      runThroughServer(dataFolder, {args: line, folder, isTerminal: output.isTerminal}, output),
  });
}
