import {expect, test} from "vitest";
import {showProgress} from "./progress.ts";

function said(isTerminal: boolean): {lines: string[]; progress: ReturnType<typeof showProgress>} {
  const lines: string[] = [];
  const output = {isTerminal, write: () => undefined, say: (text: string) => void lines.push(text)};
  return {lines, progress: showProgress(output, "Innemen")};
}

test("a terminal shows a bar with files, megabytes, speed and the time left, and is left clean", () => {
  const {lines, progress} = said(true);
  progress.show({files: 250, totalFiles: 1000, bytes: 50e6, seconds: 2});
  progress.show({files: 251, totalFiles: 1000, bytes: 50e6, seconds: 2.05});
  progress.end();
  expect(lines).toEqual([
    "\r██████░░░░░░░░░░░░░░░░░░ 250 van 1.000 bestanden, 50 MB, 25 MB/s, nog 0:06\u001b[K",
    "\r\u001b[K",
  ]);
});

test("a log gets a line every ten seconds", () => {
  const {lines, progress} = said(false);
  for (let seconds = 1; seconds <= 21; seconds++) {
    progress.show({files: seconds, totalFiles: 100, bytes: 1e6, seconds});
  }
  progress.end();
  expect(lines).toEqual([
    "Innemen: 10 van 100 bestanden, 1 MB, 0 MB/s, nog 1:30\n",
    "Innemen: 20 van 100 bestanden, 1 MB, 0 MB/s, nog 1:20\n",
  ]);
});
