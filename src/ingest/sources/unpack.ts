import {statSync} from "node:fs";
import {type Container, type ContainerEntry, isContainer, UnpackError} from "./container.ts";
import {deepestContainer, largestFile, mostParts, mostUnpacked} from "./limits.ts";
import {type FileKind, kindOf} from "./names.ts";
import {type Refusal, refusalOf} from "./refusal.ts";
import {tarEntries} from "./tar.ts";
import {damagedPackage, damagedPart, tooLarge, unpacksTooFar, unreadable} from "./texts.ts";
import {zipEntries} from "./zip.ts";

/** A file out of a container, to be read before the next is asked for; or a container that must be kept itself. */
export type Unpacked =
  /** `read` gives null when the file cannot be had: then its container follows, refused. */
  | {readonly name: string; readonly kind: FileKind; read(): Promise<Buffer | null>}
  | {readonly name: string; readonly problems: readonly Refusal[]; readonly content: string | Buffer};

/** How much more may be unpacked from one delivered file. */
interface Budget {
  left: number;
  parts: number;
}

/** More parts of one package than this need not be named. */
const mostRefusals = 100;

/**
 * The files in a container and in the containers in it.
 *
 * A part that is too large, damaged or locked cannot be kept by itself, so its container is: as it came, after its
 * other files.
 */
export function unpack(container: Container): AsyncGenerator<Unpacked> {
  return unpackWithin(container, 1, {left: mostUnpacked(sizeOf(container.content)), parts: mostParts});
}

async function* unpackWithin(container: Container, depth: number, budget: Budget): AsyncGenerator<Unpacked> {
  const {name, content} = container;
  const refusals: Refusal[] = [];
  let whole: string | null = null;
  if (depth > deepestContainer) whole = "Dit is een pakket in een pakket in een pakket. Pak het eerst zelf uit.";
  else {
    try {
      for await (const entry of entriesOf(container)) {
        budget.left -= entry.size;
        budget.parts--;
        if (budget.parts < 0) throw new UnpackError(tooManyParts);
        if (budget.left < 0) throw new UnpackError(unpacksTooFar);
        yield* unpackEntry(container, entry, {depth, budget, refusals});
      }
    } catch (error) {
      whole = explain(error);
    }
  }
  // A tar that is damaged in a file is damaged as a whole too; to say it once is enough.
  if (refusals.length > 0) yield {name, problems: shortened(refusals), content};
  else if (whole !== null) yield {name, problems: refusalOf(whole), content};
}

const tooManyParts = "In dit pakket zitten meer dan 200.000 bestanden. Lever het in delen aan.";

interface Underway {
  readonly depth: number;
  readonly budget: Budget;
  readonly refusals: Refusal[];
}

async function* unpackEntry(
  container: Container,
  entry: ContainerEntry,
  {depth, budget, refusals}: Underway,
): AsyncGenerator<Unpacked> {
  const name = `${container.name}/${entry.name}`;
  const kind = kindOf(entry.name);
  const refuse = (problem: string) => void refusals.push({part: entry.name, problem});
  const read = async () => {
    try {
      const content = await entry.read();
      // A file that is packed on its own does not tell how large it gets.
      budget.left -= Math.max(0, content.length - entry.size);
      return content;
    } catch (error) {
      refuse(explainPart(error));
      return null;
    }
  };
  if (kind !== "onbekend" && entry.size > largestFile) refuse(tooLarge);
  else if (isContainer(kind)) {
    const content = await read();
    if (content !== null) yield* unpackWithin({name, kind, content}, depth + 1, budget);
  } else yield {name, kind, read};
}

function shortened(refusals: readonly Refusal[]): Refusal[] {
  const more = refusals.length - mostRefusals;
  const rest = `Nog ${more} andere bestanden in dit pakket zijn niet ingenomen. Pak het zelf uit en lever ze los aan.`;
  return [...refusals.slice(0, mostRefusals), ...(more > 0 ? refusalOf(rest) : [])];
}

function entriesOf(container: Container): AsyncGenerator<ContainerEntry> {
  return container.kind === "zip"
    ? zipEntries(container)
    : tarEntries(container, mostUnpacked(sizeOf(container.content)));
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

function explainPart(error: unknown): string {
  return error instanceof UnpackError ? error.message : damagedPart;
}
