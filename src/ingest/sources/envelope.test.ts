import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {startBericht} from "../../../test/berichten-on-disk.ts";
import {zipOf} from "../../../test/zip-file.ts";
import {readBericht} from "../reading/read-bericht.ts";
import {unwrap} from "./envelope.ts";

const bericht = startBericht("B1");
const context = {pseudonym: () => "x", huishouden: () => "y", buurtOf: () => null};

function ggk(payload: string, root = "envelopHeenbericht-ggk_Di01"): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<!-- sent by the knooppunt --><GGK:${root} xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:GGK="http://www.stufstandaarden.nl/koppelvlak/ggk0210">
  <GGK:stuurgegevens><StUF:tijdstipBericht>20250421132514</StUF:tijdstipBericht></GGK:stuurgegevens>
  <GGK:parameters><GGK:bericht>${payload}</GGK:bericht></GGK:parameters>
</GGK:${root}>`);
}

function soap(data: Buffer): Buffer {
  return Buffer.from(`<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><Bericht>
    <Data>${data.toString("base64")}</Data></Bericht></s:Body></s:Envelope>`);
}

test("a Bericht that stands by itself has no envelope", async () => {
  expect(await unwrap(bericht)).toBeNull();
  expect(await unwrap(Buffer.from("geen xml"))).toBeNull();
});

test("a payload in base64 comes out byte for byte, with the moment it was sent", async () => {
  const base64 = bericht.toString("base64").replaceAll(/.{76}/g, "$&\r\n");
  for (const root of ["envelopHeenbericht-ggk_Di01", "envelopRetourbericht-ggk_Du01"]) {
    const unwrapped = await unwrap(ggk(`<GGK:xmlBestand>\n${base64}\n</GGK:xmlBestand>`, root));
    expect(unwrapped).toEqual({payload: bericht, sentAt: BigInt(Date.UTC(2025, 3, 21, 13, 25, 14)) * 1000n});
  }
});

test("a payload that stands there as XML keeps the namespaces of its envelope", async () => {
  const [, declarations = "", rest = ""] =
    /^(?:<\?xml[^>]*>\s*)?<wmo305:Bericht([^>]*)>([\s\S]*)$/.exec(bericht.toString()) ?? [];
  const wrapper = `<GGK:xmlBestand${declarations}>\n <wmo305:Bericht>${rest}\n</GGK:xmlBestand>`;
  const unwrapped = await unwrap(ggk(wrapper));
  if (unwrapped === null || "problem" in unwrapped) throw new Error("not unwrapped");
  expect(readBericht(unwrapped.payload, context)).toMatchObject({state: "ingenomen", header: {identificatie: "B1"}});
});

test("VECOZO packs the Bericht before it wraps it", async () => {
  expect(await unwrap(soap(zipOf({"a.xml": bericht})))).toEqual({payload: bericht, sentAt: null});
  expect(await unwrap(soap(bericht))).toEqual({payload: bericht, sentAt: null});
  const two = soap(zipOf({"a.xml": bericht, "b.xml": bericht}));
  expect(await unwrap(two)).toEqual({problem: expect.stringMatching(/meer dan één Bericht/)});
});

test.each([
  ["no payload", ggk(""), /geen Bericht/],
  ["a text instead of a Bericht", ggk("<GGK:tekstBestand>SGFsbG8=</GGK:tekstBestand>"), /tekstbestand/],
  [
    "plain text where the XML should be",
    ggk(`<GGK:xmlBestand>${Buffer.from("Hier staat een bericht.").toString("base64")}</GGK:xmlBestand>`),
    /^In deze envelop zit geen XML maar gewone tekst\./,
  ],
  ["plain text where VECOZO packs it", soap(zipOf({"a.xml": "Hier staat een bericht."})), /geen XML maar gewone tekst/],
  ["something that is no base64", ggk("<GGK:xmlBestand>&amp;</GGK:xmlBestand>"), /envelop/],
  ["a cut envelope", ggk("").subarray(0, 300), /geen goede XML/],
  ["a document type", Buffer.from(`<!DOCTYPE x>${ggk("").toString().slice(38)}`), /./],
  [
    "a fault of the knooppunt",
    Buffer.from("<f:Fo01Bericht xmlns:f='f'><f:body><f:code>IB210</f:code></f:body></f:Fo01Bericht>"),
    /Fo01 IB210/,
  ],
])("an envelope with %s is refused with one line", async (_, bytes, line) => {
  const unwrapped = await unwrap(bytes);
  if (unwrapped === null) return; // the reader of Berichten refuses it
  expect(unwrapped).toEqual({problem: expect.stringMatching(line)});
});

const published = join(import.meta.dirname, "..", "..", "..", "..", "shared", "istandaarden");
const official = join(published, "vsp-envelop", "IndienenBericht.xml");
const ggkExamples = join(published, "ggk-envelop-2.1", "ggk0210", "voorbeeldberichten");

test.skipIf(!existsSync(ggkExamples)).each([
  ["envelopHeenbericht-ggk_Di01_v21-xml.xml", /geen XML maar gewone tekst/],
  ["envelopRetourbericht-ggk_Du01-v21.xml", /geen XML maar gewone tekst/],
  ["envelopHeenbericht-ggk_Di01_v21-tekst.xml", /tekstbestand/],
])("the published example %s of the GGK is told to hold no Bericht", async (name, line) => {
  expect(await unwrap(readFileSync(join(ggkExamples, name)))).toEqual({problem: expect.stringMatching(line)});
});

test.skipIf(!existsSync(official))("the published example of VECOZO holds a JW315 of release 3.0", async () => {
  const unwrapped = await unwrap(readFileSync(official));
  if (unwrapped === null || "problem" in unwrapped) throw new Error("not unwrapped");
  expect(readBericht(unwrapped.payload, context).header).toMatchObject({wet: "Jeugdwet", soort: "315", release: "3.0"});
});
