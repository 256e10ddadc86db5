import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import tar from "tar-stream";
import {describe, expect, test} from "vitest";
import {folderWith, importInto, startBericht} from "../../../test/berichten-on-disk.ts";
import {zipOf} from "../../../test/zip-file.ts";
import {mostParts} from "./limits.ts";
import {kindOf} from "./names.ts";
import {unpack} from "./unpack.ts";

const bericht = startBericht("B1");

interface Unpacked {
  readonly files: string[];
  readonly lines: string[];
  readonly bytes: number;
}

async function unpackAll(name: string, content: Buffer): Promise<Unpacked> {
  const files: string[] = [];
  const lines: string[] = [];
  let bytes = 0;
  for await (const file of unpack({name, kind: kindOf(name), content})) {
    if ("problems" in file) lines.push(...file.problems.map(({problem}) => problem));
    else {
      files.push(file.name);
      bytes += (await file.read())?.length ?? 0;
    }
  }
  return {files, lines, bytes};
}

type Entry = {readonly header: Parameters<tar.Pack["entry"]>[0]; readonly content?: string | Buffer};

async function tarWith(entries: readonly Entry[]): Promise<Buffer> {
  const pack = tar.pack();
  for (const {header, content} of entries) pack.entry(header, content ?? "");
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe("a package writes nothing outside the archive", () => {
  const names = [
    "../../../buiten.xml",
    "/tmp/buiten.xml",
    "C:\\buiten.xml",
    "..\\..\\buiten.xml",
    "a/../../buiten.xml",
    "\u0000buiten.xml",
    "buiten.xml\n",
  ];

  test.each(names)("as a zip with %j", async (name) => {
    const outer = folderWith();
    const data = join(outer, "data");
    const delivery = folderWith({"a.zip": zipOf({[name]: bericht}), "goed.xml": startBericht("GOED")});
    const result = await importInto(data, [delivery]);
    expect(result.ingenomen + result.metBevindingen).toBeGreaterThan(0);
    expect(readdirSync(outer)).toEqual(["data"]);
    expect(findNamed(outer, /buiten/)).toEqual([]);
    expect(existsSync("/tmp/buiten.xml")).toBe(false);
  });

  test.each(names.slice(0, 5))("as a tar with %j", async (name) => {
    const outer = folderWith();
    const delivery = folderWith({"a.tar": await tarWith([{header: {name}, content: bericht}])});
    await importInto(join(outer, "data"), [delivery]);
    expect(findNamed(outer, /buiten/)).toEqual([]);
    expect(existsSync("/tmp/buiten.xml")).toBe(false);
  });

  function findNamed(folder: string, pattern: RegExp): string[] {
    return readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((path) => pattern.test(path));
  }
});

describe("links lead nowhere", () => {
  test("in a tar they are no files, so nothing on this machine is read through them", async () => {
    const packed = await tarWith([
      {header: {name: "link.xml", type: "symlink", linkname: "/etc/passwd"}},
      {header: {name: "hard.xml", type: "link", linkname: "/etc/passwd"}},
      {header: {name: "schijf.xml", type: "block-device"}},
      {header: {name: "goed.xml"}, content: "<a/>"},
    ]);
    expect(await unpackAll("x.tar", packed)).toEqual({files: ["x.tar/goed.xml"], lines: [], bytes: 4});
  });

  test("in a zip one is a file with an address in it, and is read as that", async () => {
    const packed = zipOf({"link.xml": "/etc/passwd"});
    packed.writeUInt32LE((0o120777 << 16) >>> 0, packed.indexOf("PK\x01\x02") + 38);
    expect((await unpackAll("x.zip", packed)).bytes).toBe("/etc/passwd".length);
  });
});

describe("a bomb stops at 200 times its size", () => {
  const zeros = Buffer.alloc(60 * 1024 * 1024);
  const packedZeros = gzipSync(zeros);

  test("of files packed one by one, that do not tell how large they get", async () => {
    // Twenty times 60 MB, in some hundreds of bytes each once packed again.
    const entries = Array.from({length: 20}, (_, index) => ({header: {name: `${index}.xml.gz`}, content: packedZeros}));
    const {lines, bytes} = await unpackAll("x.tar.gz", gzipSync(await tarWith(entries)));
    expect(lines).toEqual([expect.stringMatching(/200 keer/)]);
    expect(bytes).toBeLessThan(4 * zeros.length);
  });

  test("of what is no file and yet has a length", async () => {
    const header = await tarWith([{header: {name: "map", type: "contiguous-file", size: 60}, content: "a".repeat(60)}]);
    const bomb = Buffer.concat([asKind(header.subarray(0, 512), "7", 2_000_000_000), Buffer.alloc(300 * 1024 ** 2)]);
    const {lines} = await unpackAll("x.tar.gz", gzipSync(bomb));
    expect(lines).toEqual([expect.stringMatching(/200 keer|beschadigd/)]);
  });

  test("of a directory that says it is two gigabytes long", async () => {
    const header = await tarWith([{header: {name: "map/", type: "directory"}}]);
    const bomb = Buffer.concat([asKind(header.subarray(0, 512), "V", 2_000_000_000), Buffer.alloc(300 * 1024 ** 2)]);
    const before = process.memoryUsage().rss;
    const {lines} = await unpackAll("x.tar.gz", gzipSync(bomb));
    expect(lines).toEqual([expect.stringMatching(/200 keer/)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2);
  });

  test("of packages in a package, all together", async () => {
    const inner = zipOf({"a.xml": zeros});
    const {lines} = await unpackAll("x.zip", zipOf(Object.fromEntries([1, 2, 3].map((n) => [`${n}.zip`, inner]))));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/200 keer/);
  });

  test("of a zip whose entries all point to the same bytes", async () => {
    const one = zipOf({"a.xml": zeros});
    const start = one.indexOf("PK\x01\x02");
    const entry = one.subarray(start, one.length - 22);
    const end = Buffer.from(one.subarray(one.length - 22));
    end.writeUInt16LE(50, 8);
    end.writeUInt16LE(50, 10);
    end.writeUInt32LE(entry.length * 50, 12);
    const bomb = Buffer.concat([one.subarray(0, start), ...Array.from({length: 50}, () => entry), end]);
    expect((await unpackAll("x.zip", bomb)).lines).toEqual([expect.stringMatching(/200 keer/)]);
  });

  /** The header of a tar entry as another kind, of another length. */
  function asKind(header: Buffer, kind: string, size: number): Buffer {
    const made = Buffer.from(header);
    made.write(size.toString(8).padStart(11, "0"), 124, "latin1");
    made.write(kind, 156, "latin1");
    made.write("        ", 148, "latin1");
    const sum = made.reduce((total, byte) => total + byte, 0);
    made.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
    return made;
  }
});

test("more than 200,000 files in a package is too many, however small", async () => {
  const one = (await tarWith([{header: {name: "leeg.txt"}}])).subarray(0, 512);
  const packed = gzipSync(Buffer.concat([...Array.from({length: mostParts + 5}, () => one), Buffer.alloc(1024)]));
  const {files, lines} = await unpackAll("x.tar.gz", packed);
  expect(files).toHaveLength(mostParts);
  expect(lines).toEqual([expect.stringMatching(/meer dan 200\.000 bestanden/)]);
});

test("of two files with one name both are taken in, since each is kept by what is in it", async () => {
  const packed = await tarWith([
    {header: {name: "a.xml"}, content: startBericht("EERSTE")},
    {header: {name: "a.xml"}, content: startBericht("TWEEDE")},
  ]);
  expect(await importInto(folderWith(), [folderWith({"a.tar": packed})])).toMatchObject({ingenomen: 2, geweigerd: 0});
});
