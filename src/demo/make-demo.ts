import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {toCsv} from "../database/reference/to-csv.ts";
import {UserError} from "../errors.ts";
import {openDisk, writingProblem} from "./disk.ts";
import {gemeente} from "./parameters.ts";
import {areaFiles, bordersFile} from "./reference/area-files.ts";
import {moneyFiles} from "./reference/money-files.ts";
import {qualityFiles} from "./reference/quality-files.ts";
import {supplyFiles} from "./reference/supply-files.ts";
import {teamFiles} from "./reference/team-files.ts";
import {type Outcome, simulate} from "./simulate.ts";
import {truthFile} from "./truth-file.ts";
import type {WorldOptions} from "./world.ts";

export interface DemoResult {
  readonly berichten: number;
  readonly prestaties: number;
}

const firstLine = `# ${gemeente.naam} bestaat niet`;
const ours = ["berichten", "referentie", "waarheid.json", "LEESMIJ.md"];

/** Makes the gemeente in a folder that is empty or holds an earlier one. */
export async function makeDemo(
  folder: string,
  options: WorldOptions,
  progress: (share: number, berichten: number) => void,
): Promise<DemoResult> {
  clear(folder);
  const disk = openDisk(folder);
  let sent = 0;
  const deliver = (path: string, text: string) => {
    sent++;
    disk.write(path, text);
  };
  try {
    const outcome = await simulate(options, deliver, {
      day(share) {
        progress(share, sent);
        return disk.room();
      },
    });
    for (const [path, text] of documents(outcome)) disk.write(path, text);
    return {berichten: sent, prestaties: outcome.prestaties};
  } finally {
    await disk.close();
  }
}

/** All files beside the Berichten. */
export function documents(outcome: Outcome): [path: string, text: string][] {
  const files = [
    ...areaFiles(outcome),
    ...supplyFiles(outcome.world),
    ...teamFiles(outcome),
    ...moneyFiles(outcome.world),
    ...qualityFiles(outcome),
  ];
  return [
    ...files.map((file): [string, string] => [`referentie/${file.table}.csv`, toCsv(file)]),
    ["referentie/gebieden.geojson", bordersFile(outcome)],
    ["waarheid.json", truthFile(outcome)],
  ];
}

function clear(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true});
    const present = readdirSync(folder);
    if (present.length > 0 && !isEarlierDemo(folder, present)) {
      throw new UserError(`De map '${folder}' is niet leeg. Kies een lege map, of maak deze eerst zelf leeg.`);
    }
    for (const name of ours) rmSync(join(folder, name), {recursive: true, force: true});
    // First of all, so that a demo that was broken off is known as one.
    writeFileSync(join(folder, "LEESMIJ.md"), readMe());
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(writingProblem(folder, (error as NodeJS.ErrnoException).code ?? "onbekend"));
  }
}

function isEarlierDemo(folder: string, present: readonly string[]): boolean {
  if (!present.includes("LEESMIJ.md") || present.some((name) => !ours.includes(name))) return false;
  return readFileSync(join(folder, "LEESMIJ.md"), "utf8").startsWith(firstLine);
}

function readMe(): string {
  return `${firstLine}

Alles in deze map is verzonnen door een rekenmodel: de gemeente, haar wijken, de aanbieders, de verwijzers en de mensen.
Namen zijn door het lot bij elkaar gezocht. De bsn's zijn officiële testnummers, of in een grote gemeente verzonnen
nummers die beginnen met 990 tot en met 998. De AGB-codes beginnen met 99, een soort zorgverlener die niet bestaat.

- \`berichten/\`: berichten in iWmo en iJw 3.2, per maand.
- \`referentie/\`: wat de gemeente zelf weet: gebieden, bevolking, contracten, begroting en meer.
- \`waarheid.json\`: de totalen zoals het rekenmodel ze weet. Om een telling van de berichten mee te controleren.

Neem de map in met: \`npx wijkbalans import <deze map>\`
`;
}
