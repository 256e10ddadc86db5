import {spawn, spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";

export const root = join(import.meta.dirname, "..");
export const command = join(root, "bin", "wijkbalans.js");

export interface Run {
  readonly seconds: number;
  /** Highest resident memory of the process, bytes; 0 where /proc does not tell. */
  readonly peakBytes: number;
  readonly output: string;
}

/** Runs one process to its end, timing it and watching its memory. */
export async function timeProcess(file: string, args: readonly string[]): Promise<Run> {
  const began = performance.now();
  const child = spawn(file, args, {stdio: ["ignore", "pipe", "ignore"], cwd: root});
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentPeak(child.pid ?? 0));
  }, 100);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args[1] ?? file} ended with ${code}`);
  return {seconds: (performance.now() - began) / 1000, peakBytes, output: Buffer.concat(chunks).toString("utf8")};
}

/** Waits until a process has nothing more to do; where /proc does not tell, a minute and a half. */
export async function untilIdle(pid: number): Promise<void> {
  if (processorSeconds(pid) === null) return pause(90_000);
  for (let before = 0, spent = Number.POSITIVE_INFINITY; spent > 0.2; ) {
    before = processorSeconds(pid) ?? 0;
    await pause(10_000);
    spent = (processorSeconds(pid) ?? 0) - before;
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Processor time of a process and its threads. The kernel counts it in hundredths of a second. */
function processorSeconds(pid: number): number | null {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return null;
  }
}

export function hasProgram(name: string): boolean {
  return spawnSync("which", [name]).status === 0;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** What a process holds in memory now; 0 where /proc does not tell. */
export function residentBytes(pid: number): number {
  return memoryOf(pid, "VmRSS");
}

function residentPeak(pid: number): number {
  return memoryOf(pid, "VmHWM");
}

function memoryOf(pid: number, name: string): number {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, "utf8").split("\n");
    const line = lines.find((one) => one.startsWith(`${name}:`)) ?? "0";
    return Number(line.replace(/\D/g, "")) * 1024;
  } catch {
    return 0;
  }
}
