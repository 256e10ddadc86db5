import type {Progress} from "../ingest/result.ts";
import {formatNumber} from "../reports/format.ts";
import type {Output} from "./command.ts";

export interface ProgressDisplay {
  show(progress: Progress): void;
  end(): void;
}

const barWidth = 24;
const secondsBetweenFrames = 0.1;
const secondsBetweenLines = 10;

/** A bar on a terminal; elsewhere a line every ten seconds, so that a log shows that it goes on. */
export function showProgress(output: Output, activity: string): ProgressDisplay {
  let shownAt = 0;
  let hasBar = false;
  return {
    show(progress) {
      const wait = output.isTerminal ? secondsBetweenFrames : secondsBetweenLines;
      if (progress.seconds - shownAt < wait) return;
      shownAt = progress.seconds;
      if (output.isTerminal) {
        hasBar = true;
        output.say(`\r${bar(progress)} ${describe(progress)}\u001b[K`);
      } else output.say(`${activity}: ${describe(progress)}\n`);
    },
    end() {
      if (hasBar) output.say("\r\u001b[K");
      hasBar = false;
    },
  };
}

function bar(progress: Progress): string {
  const filled = Math.round(share(progress) * barWidth);
  return `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}`;
}

function describe(progress: Progress): string {
  const {files, totalFiles, bytes, seconds} = progress;
  const megabytes = bytes / 1e6;
  const parts = [
    `${formatNumber(files)} van ${formatNumber(Math.max(files, totalFiles))} bestanden`,
    `${formatNumber(megabytes)} MB`,
    `${formatNumber(megabytes / Math.max(seconds, 0.001))} MB/s`,
  ];
  const left = share(progress) === 0 ? null : (seconds / share(progress)) * (1 - share(progress));
  return left === null ? parts.join(", ") : `${parts.join(", ")}, nog ${duration(left)}`;
}

function share({files, totalFiles}: Progress): number {
  return totalFiles === 0 ? 0 : Math.min(1, files / totalFiles);
}

/** "0:42", "12:05". */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
