import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {openDatabase} from "../../src/database/open.ts";
import {openOriginal} from "../../src/ingest/archive/original.ts";
import {importDelivery} from "../../src/ingest/import.ts";
import {survey} from "../../src/ingest/survey.ts";
import {verifyArchive} from "../../src/ingest/verify/verify.ts";
import {digestOf} from "../../src/ingest/workers/digest.ts";
import {makeDoor} from "../../src/ingest/workers/door.ts";
import type {Random} from "../istandaarden/random.ts";
import {type Input, makers, randomInput} from "./inputs.ts";

/** What the product promises of any input whatever. */
export const limits = {millisecondsPerMegabyte: 1000, megabytes: 1000} as const;

// Small inputs take what starting takes, and other work goes on beside us.
const millisecondsToBegin = 1000;

/** An input that broke a promise, to become an example test. */
export class Counterexample extends Error {
  readonly input: Input;

  constructor(what: string, input: Input) {
    super(`${what}: ${input.kind}, ${input.bytes.length} bytes: ${JSON.stringify(input.bytes.toString("latin1"))}`);
    this.input = input;
  }
}

const xmlKinds = Object.entries(makers).filter(([name]) => /message|XML|raw/.test(name));

/** Judges inputs at the door, in this thread: quick, so for the most of them. Gives how many were refused. */
export async function fuzzDoor(count: number, random: Random): Promise<number> {
  const door = makeDoor({pseudonymKey: Buffer.alloc(32, 1), gemeenten: [], buurten: []});
  let refused = 0;
  for (let i = 0; i < count; i++) {
    const input = random.pick(xmlKinds)[1](random);
    const began = performance.now();
    const {findings, state} = await door(input.bytes, digestOf(input.bytes));
    assertInTime(input, performance.now() - began);
    if (state === "geweigerd") refused++;
    if (state === "geweigerd" && findings.length === 0) throw new Counterexample("refused without a word", input);
    for (const {message} of findings) {
      if (!isLine(message)) throw new Counterexample(`no line: ${message}`, input);
    }
  }
  return refused;
}

export function assertInTime(input: Input, milliseconds: number): void {
  const most = millisecondsToBegin + (input.bytes.length / 1e6) * limits.millisecondsPerMegabyte;
  if (milliseconds > most) throw new Counterexample(`took ${Math.round(milliseconds)} ms`, input);
}

/** One Dutch line that says what to do, and that our own reader did not stumble. */
export function isLine(text: string): boolean {
  return /^[^\n]{10,400}[.?]$/.test(text) && !text.includes("eigen fout");
}

export interface ImportedFuzz {
  readonly files: number;
  readonly refused: number;
  readonly megabytes: number;
}

/**
 * Takes inputs in as a delivery: containers, reference files and messages, through threads, archive and database.
 *
 * Every refused file must have its line, and come out of the archive as it was.
 */
export async function fuzzImport(folder: string, count: number, random: Random): Promise<ImportedFuzz> {
  const home = mkdtempSync(join(folder, "fuzz-"));
  const [delivery, data] = [join(home, "levering"), join(home, "gegevens")];
  const inputs = Array.from({length: count}, () => randomInput(random));
  for (const [index, {name, bytes}] of inputs.entries()) {
    mkdirSync(join(delivery, String(index)), {recursive: true});
    writeFileSync(join(delivery, String(index), name), bytes);
  }
  const database = await openDatabase(data);
  try {
    const began = performance.now();
    const found = await survey({paths: [delivery], except: data});
    const request = {dataFolder: data, paths: [delivery], survey: found, environment: {}, now: () => new Date(0)};
    const result = await importDelivery(database, {...request, onProgress: () => undefined});
    const milliseconds = performance.now() - began;
    const bad = result.bevindingen.find(({tekst}) => !isLine(tekst));
    if (bad !== undefined) throw new Error(`no line about ${bad.bestand} in ${home}: ${bad.tekst}`);
    // Each file costs its own beside its bytes.
    if (milliseconds > 20_000 + count * 20 + result.megabytes * limits.millisecondsPerMegabyte) {
      throw new Error(`an import of ${count} files took ${Math.round(milliseconds)} ms: ${home}`);
    }
    const refused = await assertQuarantined(database, data);
    const {verschillen} = await verifyArchive(database, data, {});
    if (verschillen.length > 0) throw new Error(`${verschillen[0]} ${home}`);
    return {files: result.bestanden, refused, megabytes: result.megabytes};
  } finally {
    await database.close();
    rmSync(home, {recursive: true, force: true});
  }
}

async function assertQuarantined(database: Awaited<ReturnType<typeof openDatabase>>, data: string): Promise<number> {
  const rows = await database.query<{naam: string; sha256: string; reden: string | null}>(
    "select naam, sha256, reden from bestand where toestand = 'geweigerd'",
  );
  for (const {naam, sha256, reden} of rows) {
    if (reden === null || !isLine(reden)) throw new Error(`no line with ${naam}: ${reden}`);
    // Throws when it does not come out of the archive as it was.
    if ((await openOriginal(database, data, {}, sha256)) === null) throw new Error(`${naam} is not in the archive`);
  }
  return rows.length;
}
