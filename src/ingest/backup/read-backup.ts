import {createHash} from "node:crypto";
import {accessSync, constants, createReadStream, createWriteStream, mkdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {text} from "node:stream/consumers";
import {pipeline} from "node:stream/promises";
import tar from "tar-stream";
import {syncFile} from "../../durable-file.ts";
import {UserError} from "../../errors.ts";
import {
  type BackupDigests,
  type BackupHeader,
  type BackupProgress,
  digestsName,
  headerName,
  isPartName,
} from "./parts.ts";

/** The lists of a backup are read into memory: a line of some hundred bytes for each part. */
const largestList = 64 * 1024 * 1024;

/**
 * Puts the parts of a backup in a folder, and holds each against its SHA-256.
 *
 * @throws UserError  the file is no backup, or not whole; what is in the folder then is of no use
 */
export async function readBackup(
  file: string,
  folder: string,
  onProgress: (progress: BackupProgress) => void,
): Promise<BackupHeader> {
  assertReadable(file);
  const source = createReadStream(file);
  const reading = new BackupReading(folder, onProgress);
  const extract = tar.extract();
  source.on("error", (error) => extract.destroy(error));
  extract.on("error", () => undefined);
  source.pipe(extract as unknown as NodeJS.WritableStream);
  try {
    for await (const entry of extract) {
      const {name, size, type} = entry.header;
      if (type !== "file") throw new Error("a backup holds files");
      if (!isPartName(name) && (size ?? 0) > largestList) throw new Error("a list that long is none of ours");
      await reading.take(name, entry as unknown as NodeJS.ReadableStream);
    }
  } catch (error) {
    throw error instanceof UserError || isMachineFault(error) ? error : damaged(file);
  } finally {
    source.destroy();
  }
  if (reading.header === null) throw noBackup(file);
  if (!reading.isWhole()) throw damaged(file);
  return reading.header;
}

function assertReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new UserError(`'${file}' is niet te lezen. Geef leesrecht op dit bestand.`);
  }
}

class BackupReading {
  header: BackupHeader | null = null;
  readonly #folder: string;
  readonly #onProgress: (progress: BackupProgress) => void;
  readonly #found = new Map<string, {sha256: string; size: number}>();
  #digests: BackupDigests | null = null;
  #bytes = 0;

  constructor(folder: string, onProgress: (progress: BackupProgress) => void) {
    this.#folder = folder;
    this.#onProgress = onProgress;
  }

  async take(name: string, content: NodeJS.ReadableStream): Promise<void> {
    if (name === headerName) this.header = headerIn(await text(content));
    else if (this.header === null) throw new Error("a backup begins with its header");
    else if (name === digestsName) this.#digests = JSON.parse(await text(content)) as BackupDigests;
    else if (isPartName(name)) await this.#write(name, content);
    else throw new Error("no part of a backup");
  }

  /** Whether each part that was announced came, and is what it was. */
  isWhole(): boolean {
    const digests = this.#digests;
    if (this.header === null || digests === null) return false;
    return (
      this.header.delen.length === this.#found.size &&
      this.header.delen.every(({naam, grootte}) => {
        const found = this.#found.get(naam);
        return found !== undefined && found.size === grootte && found.sha256 === digests[naam];
      })
    );
  }

  async #write(name: string, content: NodeJS.ReadableStream): Promise<void> {
    const path = join(this.#folder, name);
    mkdirSync(dirname(path), {recursive: true, mode: 0o700});
    const hash = createHash("sha256");
    let size = 0;
    const totalBytes = this.header?.delen.reduce((sum, {grootte}) => sum + grootte, 0) ?? 0;
    const count = (chunk: Buffer) => {
      hash.update(chunk);
      size += chunk.length;
      this.#bytes += chunk.length;
      this.#onProgress({bytes: this.#bytes, totalBytes});
    };
    await pipeline(content, (chunks) => watched(chunks, count), createWriteStream(path, {flags: "wx", mode: 0o600}));
    syncFile(path);
    this.#found.set(name, {sha256: hash.digest("hex"), size});
  }
}

async function* watched(chunks: AsyncIterable<unknown>, onChunk: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onChunk(chunk as Buffer);
    yield chunk as Buffer;
  }
}

function headerIn(json: string): BackupHeader {
  const header = JSON.parse(json) as Partial<BackupHeader>;
  if (header.soort !== "wijkbalans-reservekopie" || !Array.isArray(header.delen)) throw new Error("no header");
  if (header.versie !== 1) {
    throw new UserError("Deze reservekopie is van een nieuwere Wijkbalans. Werk Wijkbalans bij en herstel dan.");
  }
  return header as BackupHeader;
}

function damaged(file: string): UserError {
  return new UserError(
    `De reservekopie '${file}' is beschadigd of niet heel. Neem een andere kopie. Er is niets hersteld.`,
    1,
  );
}

function noBackup(file: string): UserError {
  return new UserError(`'${file}' is geen reservekopie van Wijkbalans. Noem een bestand dat met 'backup' gemaakt is.`);
}

/** A full disk or a missing right says nothing about the backup. */
function isMachineFault(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["ENOSPC", "EDQUOT", "EFBIG", "EACCES", "EPERM", "EROFS"].includes(code);
}
