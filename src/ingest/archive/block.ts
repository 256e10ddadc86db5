import {createCipheriv, createDecipheriv, randomBytes} from "node:crypto";
import {constants, zstdCompressSync, zstdDecompressSync} from "node:zlib";
import {UserError} from "../../errors.ts";
import type {Acceptance} from "../reference/acceptance.ts";
import type {Refusal} from "../sources/refusal.ts";

// A block is a header in the clear and an encrypted part. The encrypted part, unpacked, is the bytes of whole files one
// after the other and then their list as JSON, so that the archive can be read with its key and nothing else.
//
//    0  8  magic
//    8  2  kind: 0 Berichten, 1 reference files, 2 a part of a file that is too large for one block, 3 tables, 4 public figures
//   10  2  zero
//   12  4  number of the segment
//   16  8  place of the block in its segment
//   24  4  number of the Levering
//   28  4  length of the encrypted part
//   32  4  length of that part unpacked
//   36  4  length of the list at its end
//   40  4  number of files
//   44 12  nonce
//   56 16  tag
//
// All but the tag is authenticated, so a block that was moved, cut or swapped does not open.

export const headerLength = 72;
const magic = Buffer.from("WIJKBLK1");
const nonceAt = 44;
const tagAt = 56;

const blockKinds = ["berichten", "referentie", "deel", "tabel", "landelijk"] as const;

export type BlockKind = (typeof blockKinds)[number];

export interface BlockPlace {
  readonly segment: number;
  readonly begin: number;
}

export interface BlockHeader extends BlockPlace {
  readonly kind: BlockKind;
  readonly leveringNummer: number;
  readonly sealedLength: number;
  readonly openLength: number;
  readonly listLength: number;
  readonly fileCount: number;
}

/** What the list at the end of a block says. */
export interface BlockList {
  readonly levering: {readonly begonnenOp: string; readonly bron: string};
  readonly files: readonly ArchivedFile[];
  /** The block holds one part of a large file; the file is in the list of the last of them. */
  readonly part?: {readonly of: string; readonly number: number};
}

export interface ArchivedFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly begin: number;
  /** Why it was refused for what it is; left out when it was judged by what stands in it. */
  readonly problems?: readonly Refusal[];
  /** A large file: where its first part stands. */
  readonly firstPart?: BlockPlace;
  /** Of a reference file: what was agreed to when it came. Older archives do not say it. */
  readonly accepted?: Acceptance;
}

export interface OpenBlock {
  readonly list: BlockList;
  readonly bytes: Uint8Array;
}

/** A block as it stands on disk. */
export function sealBlock(
  key: Uint8Array,
  place: BlockPlace,
  kind: BlockKind,
  leveringNummer: number,
  content: Uint8Array,
  list: BlockList,
): {sealed: Buffer; openLength: number} {
  const listBytes = Buffer.from(JSON.stringify(list));
  const open = Buffer.concat([content, listBytes]);
  const packed = zstdCompressSync(open, {params: {[constants.ZSTD_c_compressionLevel]: 1}});
  const sealed = Buffer.allocUnsafe(headerLength + packed.length);
  writeHeader(sealed, {
    ...place,
    kind,
    leveringNummer,
    sealedLength: packed.length,
    openLength: open.length,
    listLength: listBytes.length,
    fileCount: list.files.length,
  });
  const nonce = randomBytes(12);
  nonce.copy(sealed, nonceAt);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(sealed.subarray(0, tagAt));
  cipher.update(packed).copy(sealed, headerLength);
  cipher.final();
  cipher.getAuthTag().copy(sealed, tagAt);
  return {sealed, openLength: open.length};
}

function writeHeader(target: Buffer, header: BlockHeader): void {
  magic.copy(target, 0);
  target.writeUInt16LE(blockKinds.indexOf(header.kind), 8);
  target.writeUInt16LE(0, 10);
  target.writeUInt32LE(header.segment, 12);
  target.writeBigUInt64LE(BigInt(header.begin), 16);
  target.writeUInt32LE(header.leveringNummer, 24);
  target.writeUInt32LE(header.sealedLength, 28);
  target.writeUInt32LE(header.openLength, 32);
  target.writeUInt32LE(header.listLength, 36);
  target.writeUInt32LE(header.fileCount, 40);
}

/** The header of a block, or null when these bytes are none. */
export function readHeader(bytes: Buffer): BlockHeader | null {
  if (bytes.length < headerLength || !bytes.subarray(0, magic.length).equals(magic)) return null;
  return {
    kind: blockKinds[bytes.readUInt16LE(8)] ?? "berichten",
    segment: bytes.readUInt32LE(12),
    begin: Number(bytes.readBigUInt64LE(16)),
    leveringNummer: bytes.readUInt32LE(24),
    sealedLength: bytes.readUInt32LE(28),
    openLength: bytes.readUInt32LE(32),
    listLength: bytes.readUInt32LE(36),
    fileCount: bytes.readUInt32LE(40),
  };
}

/** A block that does not open. The message is for who can put a copy back. */
export class DamagedBlockError extends UserError {
  readonly code = "DAMAGED_BLOCK";

  constructor({segment, begin}: BlockPlace) {
    super(
      `Het archief is beschadigd in segment ${segment} bij byte ${begin}. Zet een kopie van de map 'archief' terug.`,
      1,
    );
  }
}

/**
 * What a block holds.
 *
 * @throws DamagedBlockError  it is not whole, stood elsewhere, or was sealed with another key
 */
export function openBlock(key: Uint8Array, place: BlockPlace, sealed: Buffer): OpenBlock {
  const header = readHeader(sealed);
  if (header === null || header.segment !== place.segment || header.begin !== place.begin) {
    throw new DamagedBlockError(place);
  }
  try {
    return unseal(key, header, sealed);
  } catch {
    throw new DamagedBlockError(place);
  }
}

function unseal(key: Uint8Array, header: BlockHeader, sealed: Buffer): OpenBlock {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(nonceAt, tagAt), {authTagLength: 16});
  decipher.setAAD(sealed.subarray(0, tagAt));
  decipher.setAuthTag(sealed.subarray(tagAt, headerLength));
  const packed = decipher.update(sealed.subarray(headerLength, headerLength + header.sealedLength));
  decipher.final();
  const open = zstdDecompressSync(packed, {maxOutputLength: header.openLength});
  const listAt = open.length - header.listLength;
  return {bytes: open.subarray(0, listAt), list: JSON.parse(open.toString("utf8", listAt)) as BlockList};
}
