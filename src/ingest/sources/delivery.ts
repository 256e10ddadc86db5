import {isContainer} from "./container.ts";
import {filesOnDisk} from "./folder.ts";
import type {FileKind} from "./names.ts";
import {notOurs} from "./texts.ts";
import {type Problem, unpack} from "./unpack.ts";

/** What is delivered: paths as they were named, and the folder below them that is ours. */
export interface Delivery {
  readonly paths: readonly string[];
  readonly except: string | null;
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

/** A file to take in; `problem` is why it is refused, when that is known before it is read. */
export interface Delivered {
  readonly name: string;
  /** Where it can be read, or its bytes; null when there is nothing to keep. */
  readonly content: string | Buffer | null;
  readonly problem: string | null;
}

export async function surveyDelivery(delivery: Delivery): Promise<Survey> {
  const reference: Delivered[] = [];
  const tables: Delivered[] = [];
  let files = 0;
  let skipped = 0;
  for await (const found of filesIn(delivery)) {
    if (found.kind === "referentie") reference.push(await deliver(found));
    else if (found.kind === "tabel") tables.push(await deliver(found));
    else if (found.kind === "onbekend") skipped++;
    else files++;
  }
  return {files, skipped, reference, tables};
}

/** All that is delivered but the reference files, the tables and what we skip. */
export async function* deliveredFiles(delivery: Delivery): AsyncGenerator<Delivered> {
  for await (const found of filesIn(delivery)) {
    if (found.kind === "referentie" || found.kind === "tabel" || found.kind === "onbekend") continue;
    yield deliver(found);
  }
}

interface Found {
  readonly name: string;
  readonly kind: FileKind | "probleem";
  readonly problem: string | null;
  readonly content: string | Buffer | null | (() => Promise<Buffer | Problem>);
}

async function deliver({name, problem, content}: Found): Promise<Delivered> {
  if (typeof content !== "function") return {name, problem, content};
  const read = await content();
  return "problem" in read ? {name, problem: read.problem, content: null} : {name, problem, content: read};
}

async function* filesIn({paths, except}: Delivery): AsyncGenerator<Found> {
  for (const file of filesOnDisk(paths, except)) {
    const name = file.path;
    if ("problem" in file) yield {name, kind: "probleem", problem: file.problem, content: null};
    else if (isContainer(file.kind)) yield* filesInContainer(name, file.kind);
    else if (file.kind === "onbekend" && file.isNamed) yield {name, kind: "probleem", problem: notOurs, content: null};
    else yield {name, kind: file.kind, problem: null, content: file.path};
  }
}

async function* filesInContainer(name: string, kind: FileKind): AsyncGenerator<Found> {
  for await (const file of unpack({name, kind, content: name})) {
    if ("problem" in file) yield {...file, kind: "probleem"};
    else yield {name: file.name, kind: file.kind, problem: null, content: file.read};
  }
}
