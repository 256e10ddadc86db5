import type {FileKind} from "./names.ts";

/** A file that holds files: on disk, or itself out of a container. */
export interface Container {
  readonly name: string;
  readonly kind: FileKind;
  readonly content: string | Buffer; // a path, or its bytes
}

/** A file out of a container. It must be read before the next one is asked for. */
export interface ContainerEntry {
  readonly name: string;
  readonly size: number;
  read(): Promise<Buffer>;
}

/** What a container does wrong, thrown while it is unpacked. The message is for the reader. */
export class UnpackError extends Error {}

export function isContainer(kind: FileKind): boolean {
  return kind === "zip" || kind === "tar" || kind === "tar.gz" || kind === "gz";
}
