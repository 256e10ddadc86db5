import {readdirSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {folderWith, startBericht} from "../../test/berichten-on-disk.ts";
import {openInstallation, type TestInstallation} from "../../test/installation.ts";
import {zipOf} from "../../test/zip-file.ts";
import {makeToken, revokeToken} from "../access/token.ts";

const path = "/api/v1/leveringen";
const now = new Date("2026-11-27T08:00:00Z");

let installation: TestInstallation;
let token: string;

beforeAll(async () => {
  installation = await openInstallation();
  token = await makeToken(installation.database, "ggk-nacht", "aanleveren", 30, now);
});

function post(
  body: NonNullable<RequestInit["body"]>,
  headers: Record<string, string> = {},
  bearer = token,
): Promise<Response> {
  return installation.ask(path, {method: "POST", body, headers: {authorization: `Bearer ${bearer}`, ...headers}});
}

async function receiptAt(url: string, bearer = token): Promise<Response> {
  await installation.idle();
  return installation.ask(url, {headers: {authorization: `Bearer ${bearer}`}});
}

async function problemOf(answer: Response) {
  expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const document = (await answer.json()) as {status: number; detail: string};
  expect(document.status).toBe(answer.status);
  return document;
}

describe("a delivery over HTTP", () => {
  test("is accepted at once, and its receipt says what came of it", async () => {
    const form = new FormData();
    form.append("bestand", new File([startBericht("A")], "a.xml"));
    form.append("bestand", new File(["<a/>"], "fout_999900006.xml"));
    const answer = await post(form);
    expect(answer.status).toBe(202);
    const accepted = (await answer.json()) as {taak: string; statusUrl: string};
    expect(answer.headers.get("location")).toBe(accepted.statusUrl);
    const receipt = await (await receiptAt(accepted.statusUrl)).json();
    expect(receipt).toMatchObject({
      taak: accepted.taak,
      stand: "klaar",
      leveringNummer: 1,
      ontvangenOp: "2026-11-27T08:00:00Z",
      begonnenOp: "2026-11-27T08:00:00Z",
      klaarOp: "2026-11-27T08:00:00Z",
      bestanden: 2,
      berichten: 1,
      ingenomen: 1,
      geweigerd: 1,
      bevindingenWeggelaten: 0,
    });
    expect(JSON.stringify(receipt)).not.toContain("999900006");
    // What was taken in is in the archive now, and nowhere else.
    expect(readdirSync(join(installation.dataFolder, "aanlevering"))).toEqual([]);
    const [row] = await installation.database.query("select herkomst, door from ontvangst where levering_nummer = 1");
    expect(row).toEqual({herkomst: "api", door: "ggk-nacht"});
  });

  test.each([
    ["application/xml", startBericht("XML")],
    ["application/zip", zipOf({"z.xml": startBericht("ZIP")})],
  ])("may be one file as it is: %s", async (type, body) => {
    const answer = await post(new Uint8Array(body), {"content-type": type});
    const {statusUrl} = (await answer.json()) as {statusUrl: string};
    expect(await (await receiptAt(statusUrl)).json()).toMatchObject({stand: "klaar", ingenomen: 1, geweigerd: 0});
  });

  test("may be a reference file, when it says its name", async () => {
    const answer = await post("gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n", {
      "content-type": "text/csv",
      "content-disposition": 'attachment; filename="gebied.csv"',
    });
    const {statusUrl} = (await answer.json()) as {statusUrl: string};
    expect(await (await receiptAt(statusUrl)).json()).toMatchObject({bestanden: 1, ingenomen: 1});
  });

  test("is asked about only with the token it came with", async () => {
    const other = await makeToken(installation.database, "ander", "aanleveren", 30, now);
    const {statusUrl} = (await (await post("<a/>", {"content-type": "text/xml"})).json()) as {statusUrl: string};
    expect((await receiptAt(statusUrl)).status).toBe(200);
    const answer = await receiptAt(statusUrl, other);
    expect(answer.status).toBe(404);
    expect((await problemOf(answer)).detail).toMatch(/^Deze levering kennen wij niet/);
    expect((await receiptAt(`${path}/../../etc`)).status).toBe(404);
  });

  test("that nobody can read is one clear line", async () => {
    expect((await problemOf(await post("?", {"content-type": "application/octet-stream"}))).status).toBe(415);
    const empty = await problemOf(await post(new FormData()));
    expect([empty.status, empty.detail]).toEqual([400, "Er is geen bestand gekozen. Kies een of meer bestanden."]);
    expect((await installation.ask(path)).status).toBe(405);
    expect((await installation.ask("/api/v2/iets")).status).toBe(404);
  });

  test("that a server accepted and did not finish goes on after a restart", async () => {
    const folder = folderWith();
    const first = await openInstallation(folder);
    const own = await makeToken(first.database, "a", "aanleveren", 30, now);
    const headers = {authorization: `Bearer ${own}`, "content-type": "application/xml"};
    const answer = await first.ask(path, {method: "POST", body: new Uint8Array(startBericht("H")), headers});
    const {statusUrl} = (await answer.json()) as {statusUrl: string};
    await first.close();
    const second = await openInstallation(folder);
    await second.idle();
    const receipt = await second.ask(statusUrl, {headers});
    expect(await receipt.json()).toMatchObject({stand: "klaar", bestanden: 1});
    expect(await second.database.query("select identificatie from bericht")).toEqual([{identificatie: "H"}]);
    await second.close();
  });
});

describe("who may not deliver", () => {
  test("is told why, and nothing is kept of what was sent", async () => {
    const before = readdirSync(join(installation.dataFolder, "aanlevering"));
    const revoked = await makeToken(installation.database, "weg", "aanleveren", 30, now);
    await revokeToken(installation.database, "weg", now);
    const short = await makeToken(installation.database, "kort", "aanleveren", 1, new Date("2026-11-20T00:00:00Z"));
    for (const [bearer, line] of [
      ["wijkbalans_onbekend", "Dit token kennen wij niet."],
      [revoked, "Dit token is ingetrokken."],
      [short, "Dit token is verlopen."],
    ] as const) {
      const answer = await post("<a/>", {"content-type": "text/xml"}, bearer);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      const {status, detail} = await problemOf(answer);
      expect([status, detail.startsWith(line)]).toEqual([401, true]);
    }
    const without = await installation.ask(path, {method: "POST", body: "<a/>"});
    expect((await problemOf(without)).detail).toMatch(/^Stuur een token mee/);
    expect(readdirSync(join(installation.dataFolder, "aanlevering"))).toEqual(before);
  });

  test("guesses on, is told to wait, while the right token goes on", async () => {
    const own = await openInstallation();
    const right = await makeToken(own.database, "a", "aanleveren", 30, now);
    const headers = (bearer: string) => ({headers: {authorization: `Bearer ${bearer}`}});
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess++) {
      statuses.push((await own.ask(`${path}/20261127-${"0".repeat(24)}`, headers(`gok${guess}`))).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    const held = await own.ask(`${path}/20261127-${"0".repeat(24)}`, headers("gok"));
    expect(Number(held.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await own.ask(`${path}/20261127-${"0".repeat(24)}`, headers(right))).status).toBe(404);
  });
});
