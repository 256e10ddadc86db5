import {relative} from "node:path";
import {isContainer} from "./container.ts";
import {filesOnDisk} from "./folder.ts";
import {isTooLarge} from "./limits.ts";
import type {FileKind} from "./names.ts";
import {type Refusal, refusalOf} from "./refusal.ts";
import {notOurs, tooLargeTable} from "./texts.ts";
import {unpack} from "./unpack.ts";

/** What is delivered: paths as they were named, and the folder below them that is ours. */
export interface Delivery {
  readonly paths: readonly string[];
  readonly except: string | null;
  /** Files are called by their path from this folder; by their whole path when left out. */
  readonly root?: string;
}

/** What a look beforehand tells: how much there is, and the reference files, that go first. */
export interface Survey {
  /** Files that will end in a state: Berichten, and what is refused. Reference files are counted apart. */
  readonly files: number;
  readonly skipped: number;
  readonly reference: readonly Delivered[];
  /** Tables that may be of a suite: who takes them in knows whether their columns are. */
  readonly tables: readonly Delivered[];
}

/** A file to take in; `problems` is why it is refused, when that is known before it is read. */
export interface Delivered {
  readonly name: string;
  /** Where it can be read, or its bytes; null when there is nothing to keep. */
  readonly content: string | Buffer | null;
  readonly problems: readonly Refusal[];
}

export async function surveyDelivery(delivery: Delivery): Promise<Survey> {
  const reference: Delivered[] = [];
  const tables: Delivered[] = [];
  let files = 0;
  let skipped = 0;
  for await (const found of filesIn(delivery)) {
    if (found.kind === "referentie") reference.push(...(await deliver(found)));
    else if (found.kind === "tabel") tables.push(...(await deliver(found)));
    else if (found.kind === "onbekend") skipped++;
    else files++;
  }
  return {files, skipped, reference, tables};
}

/** All that is delivered but the reference files, the tables and what we skip. */
export async function* deliveredFiles(delivery: Delivery): AsyncGenerator<Delivered> {
  for await (const found of filesIn(delivery)) {
    if (found.kind === "onbekend") continue;
    // Read again for the package alone, that is refused after its files when one of them cannot be had.
    const isTaken = isTable(found.kind);
    const delivered = isTaken && typeof found.content !== "function" ? [] : await deliver(found);
    if (!isTaken) yield* delivered;
  }
}

function isTable(kind: Found["kind"]): boolean {
  return kind === "referentie" || kind === "tabel";
}

interface Found {
  readonly name: string;
  readonly kind: FileKind | "probleem";
  readonly problems: readonly Refusal[];
  readonly content: string | Buffer | null | (() => Promise<Buffer | null>);
}

/** Nothing when a package cannot give its file: then the package follows, refused. */
async function deliver({name, problems, content}: Found): Promise<Delivered[]> {
  if (typeof content !== "function") return [{name, problems, content}];
  const read = await content();
  return read === null ? [] : [{name, problems, content: read}];
}

async function* filesIn({paths, except, root}: Delivery): AsyncGenerator<Found> {
  for (const file of filesOnDisk(paths, except)) {
    const {path} = file;
    const name = root === undefined ? path : relative(root, path);
    const refused = (problem: string, content: string | null): Found => {
      return {name, kind: "probleem", problems: refusalOf(problem), content};
    };
    if ("problem" in file) yield refused(file.problem, null);
    else if (isContainer(file.kind)) yield* filesInContainer(name, file.kind, path);
    else if (file.kind === "onbekend" && file.isNamed) yield refused(notOurs, path);
    else if (isTable(file.kind) && isTooLarge(path)) yield refused(tooLargeTable, path);
    else yield {name, kind: file.kind, problems: [], content: path};
  }
}

async function* filesInContainer(name: string, kind: FileKind, path: string): AsyncGenerator<Found> {
  for await (const file of unpack({name, kind, content: path})) {
    if ("problems" in file) yield {...file, kind: "probleem"};
    else yield {name: file.name, kind: file.kind, problems: [], content: file.read};
  }
}
