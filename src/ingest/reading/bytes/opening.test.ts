import {describe, expect, test} from "vitest";
import {openingOf} from "./opening.ts";

const base = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema";
const own = "http://www.istandaarden.nl/ijw/3_2/jw305/schema";
const declared = `xmlns:ijw="${base}" xmlns:jw305="${own}"`;
const usual = `<?xml version="1.0" encoding="UTF-8"?>\r\n<jw305:Bericht ${declared}>`;

function open(text: string | Buffer) {
  const bytes = Buffer.concat([Buffer.from(text), Buffer.from("\n<jw305:Header>")]);
  return openingOf(Buffer.concat([bytes, Buffer.alloc(64)]), bytes.length);
}

describe("the opening of a Bericht", () => {
  test.each([
    ["the usual one", usual],
    ["no declaration", `<jw305:Bericht ${declared}>`],
    ["a byte order mark", `\uFEFF${usual}`],
    ["other quotes and blanks", `<?xml version='1.0' ?><jw305:Bericht\n\t${declared.replaceAll('"', "'")} >`],
    ["prefixes changed about", `<ijw:Bericht xmlns:ijw="${own}" xmlns:jw305="${base}">`],
    ["a default namespace", `<Bericht xmlns="${own}" xmlns:ijw="${base}">`],
    ["a namespace nobody uses", `<jw305:Bericht ${declared} xmlns:q="http://example.nl">`],
  ])("may be %s", (_, text) => {
    const opening = open(text);
    expect(opening?.plan.message.table).toMatchObject({wet: "Jeugdwet", soort: "305", release: "3.2"});
    expect(opening?.end).toBe(Buffer.byteLength(text));
  });

  test.each<[string, string | Buffer]>([
    ["another encoding", usual.replace("UTF-8", "ISO-8859-1")],
    ["two bytes a letter", Buffer.from(usual, "utf16le")],
    ["another version", usual.replace('"1.0"', '"2.0"')],
    ["an attribute that does not belong", usual.replace(" xmlns:ijw", ' vreemd="1" xmlns:ijw')],
    ["an attribute twice", usual.replace(" xmlns:ijw", ` xmlns:ijw="${base}" xmlns:ijw`)],
    ["two prefixes for one namespace", usual.replace(" xmlns:ijw", ` xmlns:q="${base}" xmlns:ijw`)],
    ["no prefix for the basisschema", `<jw305:Bericht xmlns:jw305="${own}">`],
    ["a prefix without a namespace", `<jw305:Bericht xmlns:ijw="${base}">`],
    ["a message that is not ours", usual.replaceAll("jw305/schema", "jw999/schema")],
    ["another element", usual.replace(":Bericht", ":Header")],
    ["an element that ends at once", usual.replace(/>$/, "/>")],
    ["a DOCTYPE", usual.replace("<jw305", "<!DOCTYPE a><jw305")],
    ["a comment before it", usual.replace("<jw305", "<!-- a --><jw305")],
    ["a comment around it", usual.replace("<jw305", "<!--<jw305")],
    ["text before it", usual.replace("<jw305", "a<jw305")],
    ["a '>' in a value", usual.replace(" xmlns:ijw", ' xmlns:q="a>b" xmlns:ijw')],
    ["more than any sender writes", usual.replace(" xmlns:ijw", `${" ".repeat(2048)}xmlns:ijw`)],
    ["nothing", ""],
  ])("is left to the parser of XML with %s", (_, text) => {
    expect(open(text)).toBeNull();
  });

  test("is known again, also after more openings than are remembered", () => {
    const first = open(usual);
    expect(open(usual)).toBe(first);
    for (let i = 0; i < 100; i++) expect(open(`<a${i}:Bericht xmlns:a${i}="${own}" xmlns:b="${base}">`)).not.toBeNull();
    expect(open(usual)?.end).toBe(first?.end);
  });
});
