import {parseArgs} from "node:util";
import type {Database} from "../database/database.ts";
import type {DuckDbOptions} from "../database/duckdb.ts";
import {explainWriting, UserError} from "../errors.ts";
import type {Command, CommandInput, ExitCode, InTurn, Output} from "./command.ts";
import {commands} from "./commands.ts";
import {countLocalIndicators} from "./local-indicators.ts";

/** What a command line needs of the process it runs in. */
export interface Surroundings {
  readonly output: Output;
  readonly now: () => Date;
  /** Paths in the command line are relative to this folder. */
  readonly folder: string;
  /** Where state lives, given the value of --data. */
  dataFolderOf(data: string | undefined): string;
  openDatabase(dataFolder: string, options?: DuckDbOptions): Promise<Database>;
  /** Has the process that holds the data folder run the line; null when there is none. */
  runElsewhere(dataFolder: string, args: readonly string[], readsInput: boolean): Promise<ExitCode | null>;
  /** At once, when left out. */
  readonly inTurn?: InTurn;
  /** Standard input; nothing, when left out. */
  readonly readInput?: () => Promise<string>;
}

/** Runs one command line and gives its exit code. */
export async function runCommandLine(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    if (name === "help" && rest[0] !== undefined) return await runCommandLine([rest[0], "--help"], around);
    if (name === undefined || name === "help" || name === "--help") return await showOverview(around.output);
    const load = commands[name];
    if (load === undefined) {
      throw new UserError(`Opdracht '${name}' bestaat niet. Kies uit: ${Object.keys(commands).join(", ")}.`);
    }
    return await runCommand(await load(), rest, args, around);
  } catch (error) {
    return explain(error, around.output);
  }
}

async function runCommand(command: Command, rest: readonly string[], args: readonly string[], around: Surroundings) {
  const {values, positionals} = parse(command, rest);
  const {output, now, folder, inTurn, readInput} = around;
  if (values.help === true) {
    output.write(`${command.summary}\n\nGebruik: ${usageText(command, "           ")}\n`);
    return 0;
  }
  const dataFolder = around.dataFolderOf(typeof values.data === "string" ? values.data : undefined);
  if (command.usesDatabase) {
    const exit = await around.runElsewhere(dataFolder, args, command.readsInput === true);
    if (exit !== null) return exit;
  }
  const openDatabase: CommandInput["openDatabase"] = async (options) => {
    const database = await around.openDatabase(dataFolder, options);
    await countLocalIndicators(database, dataFolder);
    return database;
  };
  return command.run({
    positionals,
    values,
    dataFolder,
    folder,
    output,
    now,
    openDatabase,
    ...(inTurn === undefined ? {} : {inTurn}),
    ...(readInput === undefined ? {} : {readInput}),
  });
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

async function showOverview(output: Output): Promise<ExitCode> {
  output.write("Wijkbalans: tellen, vertellen, bijstellen\n\n");
  for (const load of Object.values(commands)) {
    const command = await load();
    output.write(`  ${usageText(command, "      ")}\n      ${command.summary}\n`);
  }
  output.write("\nMeer over één opdracht: npx wijkbalans help OPDRACHT\n");
  return 0;
}

const usageWidth = 70;

/** A usage as lines that a terminal of 80 columns shows whole, whatever stands before it; an option keeps its value. */
function usageText({usage}: Command, indent: string): string {
  const lines = ["npx wijkbalans"];
  for (const part of usage.split(/ (?=\[)/)) {
    const longer = `${lines.at(-1)} ${part}`;
    if (longer.length <= usageWidth) lines[lines.length - 1] = longer;
    else lines.push(`${indent}${part}`);
  }
  return lines.join("\n");
}

function explain(fault: unknown, output: Output): ExitCode {
  const error = fault instanceof Error && "code" in fault ? (explainWriting(String(fault.code)) ?? fault) : fault;
  if (error instanceof UserError) {
    output.say(`${error.message}\n`);
    return error.exitCode;
  }
  // A stack can hold a value out of a Bericht, so it is shown only when asked for.
  const detail = process.env.WIJKBALANS_DEBUG ? `\n${error instanceof Error ? error.stack : String(error)}` : "";
  output.say(`Dit is een fout in Wijkbalans, niet in uw gegevens. Er is niets verloren. Meld het ons.${detail}\n`);
  return 3;
}
