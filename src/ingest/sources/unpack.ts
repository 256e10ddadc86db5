import {statSync} from "node:fs";
import {type Container, type ContainerEntry, isContainer, UnpackError} from "./container.ts";
import {deepestContainer, largestFile, mostUnpacked} from "./limits.ts";
import {type FileKind, kindOf} from "./names.ts";
import {tarEntries} from "./tar.ts";
import {damagedPackage, tooLarge, unreadable} from "./texts.ts";
import {zipEntries} from "./zip.ts";

/** A file out of a container, to be read before the next is asked for; or what is wrong with one. */
export type Unpacked =
  | {readonly name: string; readonly kind: FileKind; read(): Promise<Buffer | Problem>}
  /** `content` is what to keep in quarantine: a path or bytes; null when it is too large to keep. */
  | {readonly name: string; readonly problem: string; readonly content: string | Buffer | null};

export interface Problem {
  readonly problem: string;
}

/** How much more may be unpacked from one delivered file. */
interface Budget {
  left: number;
}

/** The files in a container and in the containers in it. What cannot be unpacked is told in its place. */
export function unpack(container: Container): AsyncGenerator<Unpacked> {
  return unpackWithin(container, 1, {left: mostUnpacked(sizeOf(container.content))});
}

async function* unpackWithin(container: Container, depth: number, budget: Budget): AsyncGenerator<Unpacked> {
  if (depth > deepestContainer) {
    yield problemOf(container, "Dit is een pakket in een pakket in een pakket. Pak het eerst zelf uit.");
    return;
  }
  try {
    for await (const entry of entriesOf(container)) {
      budget.left -= entry.size;
      if (budget.left < 0) {
        yield problemOf(
          container,
          "Dit pakket pakt uit tot meer dan 200 keer zijn grootte. Is het een echte levering?",
        );
        return;
      }
      yield* unpackEntry(container, entry, depth, budget);
    }
  } catch (error) {
    yield problemOf(container, explain(error));
  }
}

async function* unpackEntry(
  container: Container,
  entry: ContainerEntry,
  depth: number,
  budget: Budget,
): AsyncGenerator<Unpacked> {
  const name = `${container.name}/${entry.name}`;
  const kind = kindOf(entry.name);
  if (kind !== "onbekend" && entry.size > largestFile) yield {name, problem: tooLarge, content: null};
  else if (isContainer(kind)) yield* unpackWithin({name, kind, content: await entry.read()}, depth + 1, budget);
  else yield {name, kind, read: () => readOrTell(entry)};
}

async function readOrTell(entry: ContainerEntry): Promise<Buffer | Problem> {
  try {
    return await entry.read();
  } catch (error) {
    return {problem: explain(error)};
  }
}

function entriesOf(container: Container): AsyncGenerator<ContainerEntry> {
  return container.kind === "zip" ? zipEntries(container) : tarEntries(container);
}

function problemOf({name, content}: Container, problem: string): Unpacked {
  return {name, problem, content: sizeOf(content) <= largestFile ? content : null};
}

function sizeOf(content: string | Buffer): number {
  return typeof content === "string" ? (statSync(content, {throwIfNoEntry: false})?.size ?? 0) : content.length;
}

function explain(error: unknown): string {
  if (error instanceof UnpackError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "EACCES") return unreadable(error);
  return damagedPackage;
}
