import {createReadStream} from "node:fs";
import {basename} from "node:path";
import {pipeline, Readable, Transform} from "node:stream";
import {createGunzip} from "node:zlib";
import tar from "tar-stream";
import {type Container, type ContainerEntry, UnpackError} from "./container.ts";
import {largestFile} from "./limits.ts";
import {tooLarge, unpacksTooFar} from "./texts.ts";

/** @param mostBytes  what it may unpack to, with what is no file and so is never given */
export async function* tarEntries(container: Container, mostBytes: number): AsyncGenerator<ContainerEntry> {
  const {content, kind, name} = container;
  const source = typeof content === "string" ? createReadStream(content) : Readable.from([content]);
  const opened = kind === "tar" ? source : gunzip(source, mostBytes);
  try {
    if (kind === "gz") yield gzipEntry(name, opened);
    else yield* entriesOf(opened);
  } finally {
    opened.destroy();
    source.destroy();
  }
}

function gunzip(source: Readable, mostBytes: number): Readable {
  const opened = createGunzip();
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > mostBytes ? new UnpackError(unpacksTooFar) : null, chunk);
    },
  });
  // Whoever reads the last of these hears of it; the callback keeps it from ending the process.
  return pipeline(source, opened, meter, () => undefined);
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
