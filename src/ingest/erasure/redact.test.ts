import * as fc from "fast-check";
import {expect, test} from "vitest";
import {personElements, without} from "./person-elements.ts";
import {redact} from "./redact.ts";

const [anna, bert, cees] = ["999900006", "999900018", "999900031"] as const;
const is =
  (...bsns: string[]) =>
  (bsn: string) =>
    bsns.includes(bsn);
const thorough = {isThorough: true};

async function redacted(text: string, ...bsns: string[]): Promise<string> {
  const result = await redact(Buffer.from(text), is(...bsns), thorough);
  return result.kind === "cut" ? Buffer.from(result.bytes).toString() : result.kind;
}

const client = (bsn: string, more = "") => `<n:Client><n:Bsn>${bsn}</n:Bsn>${more}</n:Client>`;
const bericht = (...parts: string[]) =>
  `<?xml version="1.0"?><n:Bericht><n:Clienten>${parts.join("")}</n:Clienten></n:Bericht>`;

test("a Bericht keeps what is about others", async () => {
  expect(await redacted(bericht(client(anna), client(bert)), anna)).toBe(bericht(client(bert)));
  expect(await redacted(bericht(client(anna), client(bert)), cees)).toBe("same");
  expect(await redacted(bericht(client(anna)), anna)).toBe("gone");
});

test("somebody named within another's part is cut out of that", async () => {
  const relation = `<n:Relatie><n:Bsn>${bert}</n:Bsn></n:Relatie>`;
  expect(await redacted(bericht(client(anna, relation)), bert)).toBe(bericht(client(anna)));
  expect(await redacted(bericht(client(anna, relation), client(cees)), anna)).toBe(bericht(client(cees)));
});

test("comments, CDATA and odd attributes hide nobody", async () => {
  const odd = `<n:Client a='>' b="<"><!-- <n:Bsn> --><n:Bsn><![CDATA[${anna}]]></n:Bsn></n:Client>`;
  expect(await redacted(bericht(odd, client(bert)), anna)).toBe(bericht(client(bert)));
});

test("what cannot be cut with certainty goes as a whole", async () => {
  expect(await redacted(bericht(client(bert), `<n:Tekst>${anna}</n:Tekst>`), anna)).toBe("gone");
  expect(await redacted(`<a>${anna}`, anna)).toBe("gone");
  const utf16 = Buffer.from(`\ufeff${bericht(client(anna), client(bert))}`, "utf16le");
  expect(await redact(utf16, is(anna), thorough)).toEqual({kind: "gone"});
});

test("a table loses the lines of who is erased, with their quoted cells", async () => {
  const table = `BSN;Wet;Opmerking\r\n${anna};Wmo;"een\nen twee"\r\n${bert};Wmo;x\r\n`;
  expect(await redacted(table, anna)).toBe(`BSN;Wet;Opmerking\r\n${bert};Wmo;x\r\n`);
  expect(await redacted(table, anna, bert)).toBe("gone");
});

test("whatever the Bericht, nobody who is erased is left, and everybody else is", async () => {
  const bsn = fc.constantFrom(anna, bert, cees);
  await fc.assert(
    fc.asyncProperty(fc.array(bsn, {minLength: 1, maxLength: 6}), bsn, async (bsns, gone) => {
      const result = await redacted(bericht(...bsns.map((one) => client(one))), gone);
      const others = bsns.filter((one) => one !== gone);
      const cut = others.length === 0 ? "gone" : bericht(...others.map((one) => client(one)));
      expect(result).toBe(others.length === bsns.length ? "same" : cut);
    }),
  );
});

test("places are bytes, also behind a letter of two bytes", () => {
  const bytes = Buffer.from(bericht("<n:Naam>é</n:Naam>", client(anna)));
  const [element] = personElements(bytes);
  expect(bytes.subarray(element!.begin, element!.end).toString()).toBe(client(anna));
  expect(without(bytes, [element!]).toString()).toBe(bericht("<n:Naam>é</n:Naam>"));
});
