import {mkdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {
  contentOf,
  folderWith,
  importInto,
  startBericht,
  startBerichten,
  withDatabase,
} from "../../test/berichten-on-disk.ts";
import {zipOf} from "../../test/zip-file.ts";
import {importDelivery} from "./import.ts";
import {survey} from "./survey.ts";

const good = startBericht("B1");
const xml = good.toString();

describe("one line says what is wrong with", () => {
  const files: [string, Record<string, string | Uint8Array>, RegExp][] = [
    ["broken XML", {"a.xml": xml.slice(0, 400)}, /\./],
    ["a text that is no XML", {"a.xml": "Beste collega, hierbij de berichten"}, /buiten het bericht/],
    ["an empty file", {"a.xml": ""}, /leeg/],
    [
      "bytes that are no UTF-8",
      {"a.xml": Buffer.concat([good.subarray(0, 900), Buffer.from([0xff]), good.subarray(900)])},
      /UTF-8/,
    ],
    ["an unknown encoding", {"a.xml": `<?xml version="1.0" encoding="EBCDIC-NL"?>${xml}`}, /UTF-8/],
    [
      "an entity bomb",
      {"a.xml": `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${xml}`},
      /DOCTYPE|entiteit/i,
    ],
    ["an unknown release", {"a.xml": xml.replaceAll("3_2", "9_9")}, /3\.2/],
    ["an unknown namespace", {"a.xml": xml.replaceAll("istandaarden.nl/iwmo", "example.org/anders")}, /./],
    ["an XML that is no Bericht", {"a.xml": "<html><body/></html>"}, /Bericht|bericht/],
    ["a package that is none", {"a.zip": "geen zip"}, /beschadigd/],
    ["a package that was cut", {"a.zip": zipOf({"a.xml": good}).subarray(0, 200)}, /beschadigd/],
    ["a package in a package in a package in a package", {"a.zip": nested(4)}, /Pak het eerst zelf uit/],
    ["a zip that unpacks to far more than it is", {"a.zip": zipOf(bomb())}, /200 keer/],
  ];
  test.each(files)("%s, and the rest is taken in", async (_, delivery, line) => {
    const data = folderWith();
    const result = await importInto(data, [folderWith({...delivery, "goed.xml": startBericht("GOED")})]);
    expect(result.bevindingen.length).toBeGreaterThan(0);
    expect(result.bevindingen.map(({tekst}) => tekst).join(" ")).toMatch(line);
    expect(result.bevindingen.every(({tekst}) => /^[^\n]{10,250}[.?]$/.test(tekst))).toBe(true);
    const kept = await withDatabase(data, (database) =>
      database.query("select cast(count(*) as integer) as berichten from bericht where identificatie = 'GOED'"),
    );
    expect(kept).toEqual([{berichten: 1}]);
  });
});

test("a byte order mark is accepted", async () => {
  const delivery = folderWith({"a.xml": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good])});
  expect(await importInto(folderWith(), [delivery])).toMatchObject({ingenomen: 1, geweigerd: 0});
});

test("a Bericht between 25 and 64 MB is taken in with a finding", async () => {
  const padded = xml.replace("</wmo305:Bericht>", `${" ".repeat(26 * 1024 * 1024)}</wmo305:Bericht>`);
  const result = await importInto(folderWith(), [folderWith({"a.xml": padded})]);
  expect(result).toMatchObject({metBevindingen: 1, geweigerd: 0});
  expect(result.bevindingen).toMatchObject([{regel: "OP179", ernst: "waarschuwing"}]);
});

test("an empty folder is a mistake of who delivers it", async () => {
  const empty = folderWith();
  await expect(survey({paths: [empty], except: null})).rejects.toThrow(/geen enkel bestand/);
  const others = folderWith({"lees.txt": "hallo"});
  await expect(survey({paths: [others], except: null})).rejects.toThrow(/geen bestand dat Wijkbalans kent/);
  await expect(survey({paths: [join(empty, "nee")], except: null})).rejects.toThrow(/bestaat niet/);
});

test("a file that is named and is none of ours is refused", async () => {
  const delivery = folderWith({"foto.jpg": "beeld"});
  const result = await importInto(folderWith(), [join(delivery, "foto.jpg")]);
  expect(result.bevindingen[0]?.tekst).toMatch(/geen bestand dat Wijkbalans kent/);
});

test("a file that vanishes before it is read is told, and the rest is taken in", async () => {
  const delivery = folderWith(startBerichten(3));
  const data = folderWith();
  const found = await survey({paths: [delivery], except: data});
  await withDatabase(data, async (database) => {
    // The folder is walked again when the files are read, so only a link keeps the name without the file.
    rmSync(join(delivery, "WMO305_B2.xml"));
    symlinkSync(join(delivery, "weg.xml"), join(delivery, "WMO305_B2.xml"));
    const request = {dataFolder: data, paths: [delivery], survey: found, environment: {}, now: () => new Date()};
    const result = await importDelivery(database, {...request, onProgress: () => undefined});
    expect(result).toMatchObject({bestanden: 3, ingenomen: 2, geweigerd: 1});
    expect(result.bevindingen[0]?.tekst).toMatch(/verdween tijdens het lezen/);
  });
});

test("a folder that bears the name of a Bericht is walked as any folder", async () => {
  const delivery = folderWith();
  mkdirSync(join(delivery, "map.xml"));
  writeFileSync(join(delivery, "map.xml", "a.xml"), good);
  expect(await importInto(folderWith(), [delivery])).toMatchObject({bestanden: 1, ingenomen: 1});
});

test("a refused file is kept byte for byte, and delivering it again changes nothing", async () => {
  const data = folderWith();
  const delivery = folderWith({"a.xml": xml.slice(0, 400)});
  expect(await importInto(data, [delivery])).toMatchObject({geweigerd: 1});
  const before = await contentOf(data);
  expect(await importInto(data, [delivery])).toMatchObject({geweigerd: 0, alAanwezig: 1, nogGeweigerd: 1});
  expect(await contentOf(data)).toEqual(before);
});

function nested(depth: number): Buffer {
  let content: Buffer = zipOf({"a.xml": good});
  for (let level = 1; level < depth; level++) content = zipOf({"binnen.zip": content});
  return content;
}

function bomb(): Record<string, Buffer> {
  const zeros = Buffer.alloc(40 * 1024 * 1024);
  return {"1.xml": zeros, "2.xml": zeros, "3.xml": zeros, "4.xml": zeros};
}
