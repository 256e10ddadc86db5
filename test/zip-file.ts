import {crc32, deflateRawSync} from "node:zlib";

/** A zip with these files, as any program would pack them. */
export function zipOf(files: Readonly<Record<string, Uint8Array | string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const entry = packEntry(name, Buffer.from(content));
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), entry.facts, Buffer.from(entry.name), entry.packed]);
    const fixed = Buffer.alloc(14);
    fixed.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), made, entry.facts, fixed, Buffer.from(entry.name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** Version to name length: what the local header and the directory say alike. */
function packEntry(name: string, content: Buffer): {name: string; packed: Buffer; facts: Buffer} {
  const packed = deflateRawSync(content);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800, 2); // names are UTF-8
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  return {name, packed, facts};
}
