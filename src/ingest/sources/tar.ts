import {createReadStream} from "node:fs";
import {basename} from "node:path";
import {Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import tar from "tar-stream";
import {type Container, type ContainerEntry, UnpackError} from "./container.ts";
import {largestFile} from "./limits.ts";
import {tooLarge} from "./texts.ts";

export async function* tarEntries(container: Container): AsyncGenerator<ContainerEntry> {
  const {content, kind, name} = container;
  const source = typeof content === "string" ? createReadStream(content) : Readable.from([content]);
  const opened = kind === "tar" ? source : gunzip(source);
  try {
    if (kind === "gz") yield gzipEntry(name, opened);
    else yield* entriesOf(opened);
  } finally {
    opened.destroy();
    source.destroy();
  }
}

function gunzip(source: Readable): Readable {
  const opened = createGunzip();
  source.on("error", (error) => opened.destroy(error));
  return source.pipe(opened);
}

async function* entriesOf(opened: Readable): AsyncGenerator<ContainerEntry> {
  const extract = tar.extract();
  opened.on("error", (error) => extract.destroy(error));
  // What destroys it also ends the loop below; without a listener it would end the process.
  extract.on("error", () => undefined);
  opened.pipe(extract as unknown as NodeJS.WritableStream);
  for await (const entry of extract) {
    const {name, size, type} = entry.header;
    let isRead = false;
    if (type === "file" || type === "contiguous-file") {
      const read = async () => {
        isRead = true;
        const chunks: Uint8Array[] = [];
        for await (const chunk of entry) chunks.push(chunk as Uint8Array);
        return Buffer.concat(chunks);
      };
      yield {name, size: size ?? 0, read};
    }
    if (!isRead) entry.resume();
  }
}

/** One file, packed on its own: its size is known when it is unpacked. */
function gzipEntry(name: string, opened: Readable): ContainerEntry {
  const read = async () => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of opened) {
      size += (chunk as Buffer).length;
      if (size > largestFile) throw new UnpackError(tooLarge);
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  };
  return {name: basename(name).replace(/\.gz$/i, ""), size: 0, read};
}
