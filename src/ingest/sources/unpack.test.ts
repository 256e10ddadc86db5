import {gzipSync} from "node:zlib";
import tar from "tar-stream";
import {expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {zipOf} from "../../../test/zip-file.ts";
import {deliveredFiles, surveyDelivery} from "./delivery.ts";
import {largestFile} from "./limits.ts";
import {kindOf, referenceOf, showableName} from "./names.ts";
import {unpack} from "./unpack.ts";

async function tarOf(files: Record<string, string>): Promise<Buffer> {
  const pack = tar.pack();
  for (const [name, content] of Object.entries(files)) pack.entry({name}, content);
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function contentsOf(name: string, content: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const file of unpack({name, kind: kindOf(name), content})) {
    if ("read" in file) {
      const bytes = await file.read();
      if (bytes !== null) found[file.name] = bytes.toString();
    } else for (const {part, problem} of file.problems) found[`${file.name}/${part}`] = `! ${problem}`;
  }
  return found;
}

const files = {"a.xml": "<a/>", "map/b.xml": "<b/>"};

test("a zip, a tar and a packed tar hold the same files", async () => {
  const tarred = await tarOf(files);
  expect(await contentsOf("x.zip", zipOf(files))).toEqual({"x.zip/a.xml": "<a/>", "x.zip/map/b.xml": "<b/>"});
  expect(await contentsOf("x.tar", tarred)).toEqual({"x.tar/a.xml": "<a/>", "x.tar/map/b.xml": "<b/>"});
  expect(await contentsOf("x.tgz", gzipSync(tarred))).toEqual({"x.tgz/a.xml": "<a/>", "x.tgz/map/b.xml": "<b/>"});
  expect(await contentsOf("a.xml.gz", gzipSync("<a/>"))).toEqual({"a.xml.gz/a.xml": "<a/>"});
});

test("a zip in a zip is opened", async () => {
  const inner = zipOf({"a.xml": "<a/>"});
  expect(await contentsOf("x.zip", zipOf({"in.zip": inner}))).toEqual({"x.zip/in.zip/a.xml": "<a/>"});
});

test("an entry larger than a file may be is told without being unpacked", async () => {
  const found = await contentsOf("x.zip", zipOf({"groot.xml": Buffer.alloc(largestFile + 1), "a.xml": "<a/>"}));
  expect(found).toEqual({"x.zip/groot.xml": expect.stringMatching(/^! .*64 MB/), "x.zip/a.xml": "<a/>"});
});

test("a package with a file that cannot be had is told and kept, and the rest goes on", async () => {
  const broken = zipOf({"a.xml": "<a/>", "b.xml": "<b/>"});
  broken.writeUInt32LE(1, broken.indexOf("PK\x01\x02") + 16);
  const folder = folderWith({"1.zip": broken, "2.xml": "<b/>"});
  const found = [];
  for await (const {name, problems, content} of deliveredFiles({paths: [folder], except: null})) {
    found.push([name.slice(folder.length + 1), problems, typeof content === "string" ? "on disk" : String(content)]);
  }
  expect(found).toEqual([
    ["1.zip/b.xml", [], "<b/>"],
    ["1.zip", [{part: "a.xml", problem: expect.stringMatching(/beschadigd/)}], "on disk"],
    ["2.xml", [], "on disk"],
  ]);
});

test("a survey finds reference files wherever they stand, and counts the rest", async () => {
  const folder = folderWith({
    "referentie/gebied.csv": "",
    "post.zip": zipOf({"postcode.csv": "", "a.xml": "", "lees.txt": "", "__MACOSX/._a.xml": ""}),
    "b.xml": "",
    "lijst.csv": "",
  });
  const survey = await surveyDelivery({paths: [folder], except: null});
  expect(survey).toMatchObject({files: 2, skipped: 3});
  expect(survey.reference.map(({name}) => referenceOf(name))).toEqual(["postcode", "gebied"]);
});

test("only a number that is a Bsn is masked in a name", () => {
  expect(showableName("a_999900006.xml")).toBe("a_*********.xml");
  expect(showableName("a_999900007.xml")).toBe("a_999900007.xml");
  expect(showableName("20250401132514.xml")).toBe("20250401132514.xml");
});

test("a name cannot write on the terminal", () => {
  expect(showableName("a\u001b[2J\nb.xml")).toBe("a?[2J?b.xml");
});
