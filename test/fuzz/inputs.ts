import {gzipSync} from "node:zlib";
import {type ReferenceTable, referenceTables} from "../../src/database/reference-tables.ts";
import {messageTable} from "../../src/standards/istandaarden/message-table.ts";
import {soorten} from "../../src/standards/istandaarden/messages.ts";
import {releases} from "../../src/standards/istandaarden/release.ts";
import {mutations} from "../istandaarden/mutations.ts";
import type {Random} from "../istandaarden/random.ts";
import {randomMessage} from "../istandaarden/random-message.ts";
import {zipOf} from "../zip-file.ts";

/** A file as somebody might deliver it. */
export interface Input {
  readonly kind: string;
  readonly name: string;
  readonly bytes: Buffer;
}

type Maker = (random: Random) => Input;

const tables = (["Wmo", "Jeugdwet"] as const).flatMap((wet) =>
  releases.flatMap((release) => soorten.map((soort) => messageTable(wet, soort, release))),
);

/** What is delivered, from well-formed and a little wrong to nothing that means anything. */
export const makers: Readonly<Record<string, Maker>> = {
  "message with its structure changed": (random) => xmlInput(changedMessage(random), "message, changed"),
  "message with its bytes changed": (random) =>
    xmlInput(spoil(Buffer.from(randomMessage(random.pick(tables), random)), random), "message, bytes"),
  "soup of XML": (random) => xmlInput(Buffer.from(soup(xmlTokens, random)), "soup"),
  "raw bytes": (random) => xmlInput(randomBytes(random), "raw"),
  "message in an envelope": (random) => xmlInput(envelope(random), "envelope"),
  zip: (random) => {
    const files = Object.fromEntries(
      Array.from({length: random.below(4)}, (_, index) => [entryName(random, index), anyMessage(random)]),
    );
    return {kind: "zip", name: "a.zip", bytes: sometimesSpoiled(zipOf(files), random)};
  },
  tar: (random) => {
    const bytes = tarOf(
      Array.from({length: random.below(4)}, (_, index) => [entryName(random, index), anyMessage(random)]),
    );
    if (random.chance(0.5)) return {kind: "tar", name: "a.tar", bytes: sometimesSpoiled(bytes, random)};
    return {
      kind: "tar.gz",
      name: "a.tar.gz",
      bytes: sometimesSpoiled(gzipSync(sometimesSpoiled(bytes, random)), random),
    };
  },
  gzip: (random) => ({
    kind: "gzip",
    name: "a.xml.gz",
    bytes: sometimesSpoiled(gzipSync(anyMessage(random)), random),
  }),
  "reference file": referenceInput,
};

export function randomInput(random: Random): Input {
  return random.pick(Object.values(makers))(random);
}

function xmlInput(bytes: Buffer, kind: string): Input {
  return {kind, name: "a.xml", bytes};
}

function changedMessage(random: Random): Buffer {
  let xml = randomMessage(random.pick(tables), random);
  for (let times = random.pick([1, 1, 2, 3]); times > 0; times--) {
    // Most changes need an element to change.
    if (/<([^<>\s]+)>[^<>]*<\/\1>/.test(xml)) xml = random.pick(Object.values(mutations))(xml, random);
  }
  return Buffer.from(xml);
}

function anyMessage(random: Random): Buffer {
  return random.chance(0.5) ? changedMessage(random) : Buffer.from(randomMessage(random.pick(tables), random));
}

/** Bytes changed, doubled, dropped and cut, a few times. */
export function spoil(bytes: Buffer, random: Random): Buffer {
  let spoiled = bytes;
  for (let times = random.pick([1, 1, 2, 8]); times > 0; times--) {
    const at = random.below(spoiled.length + 1);
    const size = random.pick([1, 1, 4, 200]);
    const piece = spoiled.subarray(at, at + size);
    const odd = Buffer.from(Array.from({length: size}, () => random.pick([0, 255, 60, 62, 34, 38, random.below(256)])));
    const [before, after] = [spoiled.subarray(0, at), spoiled.subarray(at + piece.length)];
    spoiled = random.pick([
      () => Buffer.concat([before, odd, after]),
      () => Buffer.concat([before, odd, piece, after]),
      () => Buffer.concat([before, piece, piece, after]),
      () => Buffer.concat([before, after]),
      () => (random.chance(0.3) ? before : Buffer.concat([before, odd, after])),
    ])();
  }
  return spoiled;
}

function sometimesSpoiled(bytes: Buffer, random: Random): Buffer {
  return random.chance(0.6) ? spoil(bytes, random) : bytes;
}

const xmlTokens = [
  ..."<>/=\"'& \n\t;:!?-[]()",
  ...[
    "<?xml",
    "?>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<!ENTITY",
    "xmlns:",
    "xml:",
    "xsi:type=",
    "&#",
    "&#x",
  ],
  ...[
    "<a>",
    "</a>",
    "<wmo301:Bericht ",
    "<jw323:Header>",
    "</jw323:Header>",
    "Envelope",
    "xmlBestand",
    "\u0000",
    "\uFEFF",
  ],
  ...['="http://www.istandaarden.nl/iwmo/301/schema/3_2"', "999900006", "2025-01-01", "é", "😀", "\ud800"],
  ...["<envelopHeenbericht-ggk_Di01>", "<Fo01Bericht>", "<code>", "</code>", "<Data>"],
];

function soup(tokens: readonly string[], random: Random): string {
  return Array.from({length: random.pick([0, 3, 30, 300])}, () => random.pick(tokens)).join("");
}

function randomBytes(random: Random): Buffer {
  const length = random.pick([0, 1, 2, 3, 10, 500, 5000]);
  const first = random.pick([
    [],
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0x50, 0x4b, 3, 4],
    [0x1f, 0x8b, 8],
    [0x3c],
  ]);
  return Buffer.from([...first, ...Array.from({length}, () => random.below(256))]);
}

function envelope(random: Random): Buffer {
  const payload = random.pick([anyMessage, (chance: Random) => zipOf({"a.xml": anyMessage(chance)}), randomBytes])(
    random,
  );
  const ns = 'xmlns:g="http://www.stufstandaarden.nl/koppelvlak/ggk0210"';
  const base64 = random.chance(0.7)
    ? payload.toString("base64")
    : payload.toString("base64").replace(/=+$/, soup(xmlTokens, random));
  const xml = random.pick([
    `<g:envelopHeenbericht-ggk_Di01 ${ns}><g:tijdstipBericht>2025042113251${random.below(100)}</g:tijdstipBericht><g:xmlBestand>${base64}</g:xmlBestand></g:envelopHeenbericht-ggk_Di01>`,
    `<g:envelopRetourbericht-ggk_Du01 ${ns}><g:xmlBestand>${payload.toString("latin1")}</g:xmlBestand></g:envelopRetourbericht-ggk_Du01>`,
    `<Envelope><Bericht><Data>${base64}</Data></Bericht></Envelope>`,
    `<g:Fo01Bericht ${ns}><code>GG00${random.below(20)}</code></g:Fo01Bericht>`,
  ]);
  return sometimesSpoiled(Buffer.from(xml), random);
}

function entryName(random: Random, index: number): string {
  const deep = zipNames[random.below(zipNames.length)]!;
  return `${index}${deep}`;
}

const zipNames = [
  ".xml",
  ".xml",
  ".xml",
  "/a.xml",
  ".zip",
  ".tar",
  ".gz",
  ".txt",
  "é.xml",
  "/../../x.xml",
  "\\x.xml",
  "_999900006.xml",
];

/** A tar as any program would pack it. */
export function tarOf(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const blocks = files.flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write("0000644\0", 100);
    header.write("0000000\0", 108);
    header.write("0000000\0", 116);
    header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write("00000000000\0", 136);
    header.write("        ", 148);
    header.write("0", 156);
    header.write("ustar\0", 257);
    header.write("00", 263);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const cells = [
  ...[
    "",
    "1",
    "-1",
    "1,5",
    "1.5",
    "1e9",
    "99999999999999999999",
    "2025-01-31",
    "31-01-2025",
    "2025-02-30",
    "0000-00-00",
  ],
  ...[
    "Wmo",
    "Jeugdwet",
    "GM0363",
    "WK036301",
    "BU03630101",
    "9999AB",
    "ja",
    "NaN",
    "x".repeat(500),
    '"',
    '""',
    "a;b",
    "a,b",
  ],
  ...["=1+1", "\u0000", "é", "😀", "  1  ", "licht", "gemeente", "42420001"],
];

function referenceInput(random: Random): Input {
  if (random.chance(0.15)) return borders(random);
  const table = random.pick(Object.keys(referenceTables) as ReferenceTable[]);
  const columns = Object.keys(referenceTables[table]).filter(() => random.chance(0.95));
  const separator = random.pick([",", ";", "\t"]);
  const lines = Array.from({length: random.below(6)}, () =>
    columns
      .map(() => random.pick(cells))
      .slice(0, random.chance(0.9) ? undefined : 2)
      .join(separator),
  );
  const lineEnd = random.pick(["\n", "\r\n", "\r"]);
  const text = [columns.join(separator), ...lines].join(lineEnd);
  return {kind: "reference", name: `${table}.csv`, bytes: sometimesSpoiled(Buffer.from(text), random)};
}

function borders(random: Random): Input {
  const feature = {
    type: "Feature",
    properties: random.pick([null, {}, {gebied_code: "GM0363"}, {gebied_code: 3}]),
    geometry: random.pick([null, {type: "Polygon", coordinates: [[[4, 52]]]}, {type: "Point"}, {type: 3}]),
  };
  const text = JSON.stringify({
    type: "FeatureCollection",
    features: random.pick([[feature], [], {}, [null], [feature, 3]]),
  });
  return {kind: "borders", name: "gebieden.geojson", bytes: sometimesSpoiled(Buffer.from(text), random)};
}
