import {type ChildProcess, spawn} from "node:child_process";
import {text} from "node:stream/consumers";

const main = new URL("../src/cli/main.ts", import.meta.url).href;
const script = `const {run} = await import("${main}"); process.exitCode = await run(process.argv.slice(1));`;

export interface Ended {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in a process of its own, as a user would. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return ended(startCommand(args, environment));
}

export function startCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, ["--input-type=module", "-e", script, "--", ...args], {
    env: {...process.env, ...environment},
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** As a user who has no rights but what everybody has. For root no folder is read-only. */
export async function runAsNobody(args: readonly string[]): Promise<Ended> {
  const nobody = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {};
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, "--", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    ...nobody,
  });
  return ended(child);
}

/** The same, in a shell that sets limits first: `ulimit -f 1000`. */
export async function runLimited(limit: string, args: readonly string[]): Promise<Ended> {
  const quoted = [process.execPath, "--input-type=module", "-e", script, "--", ...args].map((part) => `'${part}'`);
  return ended(spawn("bash", ["-c", `${limit}; exec ${quoted.join(" ")}`], {stdio: ["ignore", "pipe", "pipe"]}));
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const code = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return {exitCode: await code, stdout, stderr};
}
