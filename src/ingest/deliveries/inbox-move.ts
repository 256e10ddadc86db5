import {existsSync, mkdirSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join, parse} from "node:path";
import {todayAt} from "../../standards/calendar.ts";
import type {Fate} from "./inbox-fate.ts";
import {type InboxFile, processedFolder, refusedFolder} from "./inbox-files.ts";

/** Moves a file of the inbox to the folder of its day, with beside it the reason when there is one to tell. */
export function moveAside(inbox: string, file: InboxFile, fate: Fate, now: Date): string {
  const day = todayAt(now);
  const target = freePath(join(inbox, fate.isRefused ? refusedFolder : processedFolder, day, file.place));
  mkdirSync(dirname(target), {recursive: true});
  // The reason first: ended between the two, a file never lies there without it.
  if (fate.reason !== null) writeFileSync(`${target}.txt`, `${fate.reason}\n`);
  renameSync(file.path, target);
  return target;
}

function freePath(path: string): string {
  const {dir, name, ext} = parse(path);
  let free = path;
  for (let number = 2; existsSync(free); number++) free = join(dir, `${name} (${number})${ext}`);
  return free;
}
