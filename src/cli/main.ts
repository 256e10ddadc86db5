import {parseArgs} from "node:util";
import {UserError} from "../errors.ts";
import type {Command, ExitCode, Output} from "./command.ts";

// Each command loads what it needs when it is asked for: 'measure' does not wait for the web server.
const commands: Record<string, () => Promise<Command>> = {
  demo: async () => (await import("./demo.ts")).demo,
  check: async () => (await import("./check.ts")).check,
  import: async () => (await import("./import.ts")).importCommand,
  indicators: async () => (await import("./indicators.ts")).indicators,
  measure: async () => (await import("./measure.ts")).measure,
  serve: async () => (await import("./serve.ts")).serve,
  rebuild: async () => (await import("./rebuild.ts")).rebuild,
  verify: async () => (await import("./verify.ts")).verify,
};

const output: Output = {
  isTerminal: process.stderr.isTTY === true,
  write: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
};

/** Runs one command line and gives its exit code. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === "help" || name === "--help") return await showOverview();
    const load = commands[name];
    if (load === undefined) {
      throw new UserError(`Opdracht '${name}' bestaat niet. Kies uit: ${Object.keys(commands).join(", ")}.`);
    }
    return await runCommand(await load(), rest);
  } catch (error) {
    return explain(error);
  }
}

async function runCommand(command: Command, args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parse(command, args);
  if (values.help === true) {
    output.write(`${command.summary}\n\nGebruik: npx wijkbalans ${command.usage}\n`);
    return 0;
  }
  const dataFolder = typeof values.data === "string" ? values.data : "data";
  return command.run({positionals, values, dataFolder, output, now: () => new Date()});
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {...command.options, data: {type: "string"}, help: {type: "boolean", short: "h"}},
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    if (error instanceof TypeError) {
      const option = /'(--?[^'\s]+)/.exec(error.message)?.[1] ?? "";
      throw new UserError(`Optie '${option}' klopt niet. Gebruik: npx wijkbalans ${command.usage}`);
    }
    throw error;
  }
}

async function showOverview(): Promise<ExitCode> {
  output.write("Wijkbalans: tellen, vertellen, bijstellen\n\n");
  for (const load of Object.values(commands)) {
    const command = await load();
    output.write(`  npx wijkbalans ${command.usage}\n      ${command.summary}\n`);
  }
  return 0;
}

function explain(error: unknown): ExitCode {
  if (error instanceof UserError) {
    output.say(`${error.message}\n`);
    return error.exitCode;
  }
  // A stack can hold a value out of a Bericht, so only its first line is shown, and that only when asked for.
  const detail = process.env.WIJKBALANS_DEBUG ? `\n${error instanceof Error ? error.stack : String(error)}` : "";
  output.say(`Dit is een fout in Wijkbalans, niet in uw gegevens. Er is niets verloren. Meld het ons.${detail}\n`);
  return 3;
}
