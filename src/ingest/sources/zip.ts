import {crc32} from "node:zlib";
import yauzl from "yauzl";
import {type Container, type ContainerEntry, UnpackError} from "./container.ts";

export async function* zipEntries({content}: Container): AsyncGenerator<ContainerEntry> {
  const options = {lazyEntries: true, autoClose: false};
  const zip = await (typeof content === "string"
    ? yauzl.openPromise(content, options)
    : yauzl.fromBufferPromise(content, options));
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      yield {name: entry.fileName, size: entry.uncompressedSize, read: () => readEntry(zip, entry)};
    }
  } finally {
    zip.close();
  }
}

// yauzl holds the entry to the size it tells; the checksum is ours to check.
async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  if (entry.isEncrypted()) {
    throw new UnpackError("Dit bestand in het pakket is met een wachtwoord beveiligd. Pak het eerst zelf uit.");
  }
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new Error("checksum of a zip entry differs");
  return bytes;
}
