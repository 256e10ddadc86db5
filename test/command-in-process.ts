import {resolve} from "node:path";
import {runCommandLine} from "../src/cli/run-command-line.ts";
import {openDatabase} from "../src/database/open.ts";
import type {Ended} from "./command-line.ts";

/** Runs one command line in this process: a second sooner than one of its own, for tests that need many. */
export async function commandInProcess(
  args: readonly string[],
  {environment = {}, input = ""}: {environment?: Readonly<Record<string, string>>; input?: string} = {},
): Promise<Ended> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  Object.assign(process.env, environment);
  try {
    const exitCode = await runCommandLine(args, {
      output: {
        isTerminal: false,
        write: (text) => void stdout.push(text),
        say: (text) => void stderr.push(text),
      },
      now: () => new Date("2026-11-27T08:00:00Z"),
      folder: process.cwd(),
      dataFolderOf: (data = "data") => resolve(data),
      openDatabase: (dataFolder, options) => openDatabase(dataFolder, {...options, threads: 1}),
      runElsewhere: async () => null,
      readInput: async () => input,
    });
    return {exitCode, stdout: stdout.join(""), stderr: stderr.join("")};
  } finally {
    for (const name of Object.keys(environment)) delete process.env[name];
  }
}
