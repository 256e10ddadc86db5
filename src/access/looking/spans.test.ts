import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {json} from "node:stream/consumers";
import {expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {beginning, nextRow} from "./chain.ts";
import type {Look} from "./look.ts";
import {readPrivacySettings} from "./privacy-settings.ts";
import {openSpanLog} from "./spans.ts";

const trace = {
  traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
  spanId: "00f067aa0ba902b7",
  parentSpanId: "b7ad6b7169203331",
};

const look: Look = {
  op: new Date("2026-11-27T08:00:00Z"),
  gebruiker: "g1",
  rol: "privacy-officer",
  doel: "rechten",
  soort: "verzoek",
  wat: "/privacyboek/verzoeken/wie-keek",
  vraag: null,
  gegevensVersie: null,
  betrokkene: "abcdefghijkl",
  sha256: null,
  uitkomst: "gegeven",
  sessie: null,
  trace,
  milliseconds: 250,
};

test("a look is a line of the Logboek Dataverwerkingen", async () => {
  const file = join(folderWith(), "spans.jsonl");
  const log = openSpanLog({otlp: null, file, register: "https://register.voorbeeld.nl/"}, "0.1.0")!;
  log.onLook(nextRow(beginning, look), look);
  await log.close();
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    trace_id: trace.traceId,
    span_id: trace.spanId,
    parent_span_id: trace.parentSpanId,
    status: "OK",
    name: "verzoek /privacyboek/verzoeken/wie-keek",
    start_time: "2026-11-27T08:00:00.000Z",
    end_time: "2026-11-27T08:00:00.250Z",
    resource: {"service.name": "wijkbalans"},
    attributes: {
      "dpl.core.processing_activity_id": "https://register.voorbeeld.nl/rechten",
      "dpl.core.data_subject_id": "abcdefghijkl",
      "dpl.core.data_subject_id_type": "pseudoniem",
    },
  });
});

test("and goes to a collector as OTLP", async () => {
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await json(request));
    response.setHeader("content-type", "application/json").end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  const log = openSpanLog(
    {otlp: new URL(`http://127.0.0.1:${port}/v1/traces`), file: null, register: "urn:x:"},
    "0.1.0",
  )!;
  log.onLook(nextRow(beginning, {...look, uitkomst: "geweigerd"}), {...look, uitkomst: "geweigerd"});
  await log.close();
  server.close();
  const [body] = bodies as {resourceSpans: {scopeSpans: {spans: Record<string, unknown>[]}[]}[]}[];
  expect(body?.resourceSpans[0]?.scopeSpans[0]?.spans[0]).toMatchObject({
    traceId: trace.traceId,
    parentSpanId: trace.parentSpanId,
    status: {code: 2},
    attributes: expect.arrayContaining([
      {key: "dpl.core.processing_activity_id", value: {stringValue: "urn:x:rechten"}},
    ]),
  });
});

test("without a setting nothing goes anywhere; a wrong one gets a line", () => {
  expect(openSpanLog(readPrivacySettings({}).spans, "0.1.0")).toBe(null);
  expect(() =>
    readPrivacySettings({
      WIJKBALANS_LOGBOEK_OTLP: "http://otel.voorbeeld.nl/v1/traces",
      WIJKBALANS_LOGBOEK_BEWAARJAREN: "0",
      WIJKBALANS_SIGNAAL_NACHT: "22",
    }),
  ).toThrow(
    /SIGNAAL_NACHT: deze instelling bestaat niet[\s\S]*OTLP: dit is geen adres met https[\s\S]*BEWAARJAREN: '0' kan niet/,
  );
});

test.each([
  ["WIJKBALANS_LOGBOEK_BEWAARJAREN", 1, 30],
  ["WIJKBALANS_SIGNAAL_KEER_GEWOON", 2, 100],
  ["WIJKBALANS_SIGNAAL_NACHT_VAN", 0, 23],
  ["WIJKBALANS_SIGNAAL_NACHT_TOT", 0, 23],
  ["WIJKBALANS_SIGNAAL_ZELFDE_CLIENT", 2, 10_000],
  ["WIJKBALANS_BEWAAR_WMO_JAREN", 1, 100],
  ["WIJKBALANS_BEWAAR_JEUGDWET_JAREN", 1, 100],
])("%s is a whole number from %i to %i", (name, least, most) => {
  const read = (text: string) => () => readPrivacySettings({[name]: text});
  for (const text of [String(least), ` ${most} `, ""]) expect(read(text)).not.toThrow();
  for (const text of [String(least - 1), String(most + 1), `${least}.5`, "veel"]) {
    expect(read(text)).toThrow(`${name}: '${text}' kan niet. Geef een heel getal van ${least} tot en met ${most}.`);
  }
});

test("spans go over http only to this machine itself", () => {
  const read = (otlp: string) => readPrivacySettings({WIJKBALANS_LOGBOEK_OTLP: otlp}).spans.otlp?.href;
  for (const address of ["https://otel.voorbeeld.nl/", "http://localhost:4318/", "http://[::1]/"]) {
    expect(read(address)).toBe(address);
  }
  for (const address of ["http://otel.voorbeeld.nl/", "ftp://localhost/", "http://localhost.voorbeeld.nl/", "otel"]) {
    expect(() => read(address)).toThrow("dit is geen adres met https");
  }
});
