import {execFileSync} from "node:child_process";
import {cpSync, mkdirSync, readdirSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {largestFile} from "../../src/ingest/sources/limits.ts";
import {zipOf} from "../zip-file.ts";

export const command = new URL("../../bin/wijkbalans.js", import.meta.url).pathname;

/**
 * A delivery of all sorts below `folder`: Berichten and reference files of a small demo gemeente, and what is refused.
 *
 * @param files         about how many Berichten it holds
 * @param hasLargeFile  whether one of its files is kept in parts, which takes half a second each time
 */
export function writeDelivery(folder: string, files: number, hasLargeFile: boolean): string {
  const world = join(folder, "wereld");
  const delivery = join(folder, "levering");
  execFileSync(process.execPath, [command, "demo", "--out", world, "--inwoners", "2000", "--jaren", "1"], {
    stdio: "ignore",
  });
  mkdirSync(delivery);
  cpSync(join(world, "referentie"), join(delivery, "referentie"), {recursive: true});
  const names = readdirSync(join(world, "berichten"), {recursive: true, encoding: "utf8"}).sort();
  const berichten = names.filter((name) => name.endsWith(".xml"));
  // From all over the year, so that answers stand beside what they answer.
  const chosen = berichten.filter((_, index) => index % Math.max(1, Math.floor(berichten.length / files)) === 0);
  for (const name of chosen) cpSync(join(world, "berichten", name), join(delivery, "berichten", name));
  writeFileSync(join(delivery, "stuk.xml"), "<a>");
  writeFileSync(join(delivery, "stuk.zip"), "geen zip");
  writeFileSync(join(delivery, "post.zip"), zipOf({"a.xml": "<a/>", "b.xml": "<b/>"}));
  if (hasLargeFile) {
    writeFileSync(join(delivery, "groot.xml"), "");
    truncateSync(join(delivery, "groot.xml"), largestFile + 1);
  }
  return delivery;
}
