import type {BackupProgress} from "../ingest/backup/parts.ts";
import {formatNumber, formatPercent} from "../reports/format.ts";
import type {Output} from "./command.ts";

/** How far it is with so many bytes: on a terminal one line that goes on, elsewhere a line for each quarter. */
export function showShare(output: Output, activity: string): {show(progress: BackupProgress): void; end(): void} {
  let shown = 0;
  let hasLine = false;
  const steps = output.isTerminal ? 100 : 4;
  return {
    show({bytes, totalBytes}) {
      const step = Math.floor((bytes / Math.max(1, totalBytes)) * steps);
      // What is done in a moment needs no word.
      if (step <= shown || totalBytes < 50e6) return;
      shown = step;
      const line = `${activity}: ${formatPercent(step / steps, 0)} van ${formatNumber(totalBytes / 1e6)} MB`;
      hasLine = output.isTerminal;
      output.say(output.isTerminal ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end() {
      if (hasLine) output.say("\r\u001b[K");
      hasLine = false;
    },
  };
}
