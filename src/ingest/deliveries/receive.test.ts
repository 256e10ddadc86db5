import {mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {ReadableStream} from "node:stream/web";
import {expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {fileName, type Incoming, mostBytes, receiveFile, receiveMultipart} from "./receive.ts";

function incomingOf(form: FormData, changes: Partial<Incoming> = {}): Incoming {
  const {body, headers} = new Response(form);
  return {
    body: body as unknown as ReadableStream<Uint8Array>,
    contentType: headers.get("content-type")!,
    length: null,
    ...changes,
  };
}

function formOf(files: readonly (readonly [name: string, content: string])[], token = "goed"): FormData {
  const form = new FormData();
  form.append("formulier", token);
  for (const [name, content] of files) form.append("bestanden", new File([content], name));
  return form;
}

const isGood = (fields: ReadonlyMap<string, string>) => fields.get("formulier") === "goed";

test("the files of a form are written as they are, two of one name apart", async () => {
  const folder = folderWith();
  const form = formOf([
    ["a.xml", "<a/>"],
    ["map/a.xml", "<b/>"],
    ["b.zip", "zip"],
  ]);
  expect(await receiveMultipart(incomingOf(form), folder, isGood)).toMatchObject({files: 3, bytes: 11});
  expect(readFileSync(join(folder, "a.xml"), "utf8")).toBe("<a/>");
  expect(readFileSync(join(folder, "2", "a.xml"), "utf8")).toBe("<b/>");
  expect(readFileSync(join(folder, "b.zip"), "utf8")).toBe("zip");
});

test("a file that is called as a folder of ours would be stands in nobody's way", async () => {
  const folder = folderWith();
  const names = ["2", "a.xml", "a.xml", "3", "a.xml", "2"];
  const form = formOf(names.map((name, index) => [name, `${index}`] as const));
  expect(await receiveMultipart(incomingOf(form), folder, isGood)).toMatchObject({files: 6});
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  expect(files.map(({name}) => name).sort()).toEqual(names.toSorted());
});

test("nothing is written of a form that does not carry the token, and one without files is told", async () => {
  const folder = folderWith();
  const wrong = formOf([["a.xml", "<a/>"]], "fout");
  await expect(receiveMultipart(incomingOf(wrong), folder, isGood)).rejects.toThrow("Dit formulier is verlopen.");
  expect(readdirSync(folder)).toEqual([]);
  expect(await receiveMultipart(incomingOf(formOf([])), folder, isGood)).toMatchObject({files: 0});
});

test("a body that breaks off is one line, and does not hang", async () => {
  const folder = folderWith();
  const whole = Buffer.from(await new Response(formOf([["a.xml", "x".repeat(100_000)]])).arrayBuffer());
  const boundary = whole.subarray(2, whole.indexOf("\r\n")).toString();
  const cut = new Response(whole.subarray(0, 50_000)).body as unknown as ReadableStream<Uint8Array>;
  const incoming = {body: cut, contentType: `multipart/form-data; boundary=${boundary}`, length: null};
  await expect(receiveMultipart(incoming, folder, isGood)).rejects.toThrow("Het versturen is afgebroken.");
});

test("what says it is larger than fits is refused before it is read", async () => {
  const incoming = incomingOf(formOf([["a.xml", "<a/>"]]), {length: mostBytes + 1});
  await expect(receiveMultipart(incoming, folderWith(), isGood)).rejects.toThrow("Dit is samen meer dan 4 GB.");
  const other = incomingOf(formOf([]), {contentType: "multipart/form-data"});
  await expect(receiveMultipart(other, folderWith(), isGood)).rejects.toThrow("Dit formulier kunnen wij niet lezen.");
});

test("a body that is one file gets the name it was given", async () => {
  const folder = join(folderWith(), "x");
  mkdirSync(folder);
  const body = new Response("<a/>").body as unknown as ReadableStream<Uint8Array>;
  expect(await receiveFile({body, contentType: "application/xml", length: 4}, folder, "bericht.xml")).toMatchObject({
    files: 1,
    bytes: 4,
  });
  expect(readdirSync(folder)).toEqual(["bericht.xml"]);
});

test.each([
  ["a.xml", "a.xml"],
  ["../../etc/passwd", "passwd"],
  ["C:\\map\\b.zip", "b.zip"],
  ["..", "bestand"],
  [".stand.json", "stand.json"],
  ["", "bestand"],
  ["a\u0000\u202eb.xml", "ab.xml"],
])("a sender's name %j becomes %j", (given, name) => {
  expect(fileName(given)).toBe(name);
});

test("a name that is too long keeps its ending", () => {
  const name = fileName(`${"é".repeat(300)}.tar.gz`);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(name).toMatch(/^é+\.tar\.gz$/);
});
