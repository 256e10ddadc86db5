import type {Hono} from "hono";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {roleNames} from "../src/access/role.ts";
import {hostToListenOn, openEntrance} from "../src/cli/entrance.ts";
import type {Database} from "../src/database/database.ts";
import {createApp} from "../src/web/app.tsx";
import {emptyDatabase, insertRows} from "./engines.ts";
import {installationOf, littleDatabase} from "./journeys/app.ts";

const now = () => new Date("2026-11-27T08:00:00Z");
const common = {now, uptime: () => now().getTime()};

describe("in the demonstration", () => {
  let database: Database;
  let app: Hono;

  beforeAll(async () => {
    database = await littleDatabase();
    const entrance = await openEntrance({database, environment: {}, isDemo: true, ...common});
    const report = (error: unknown) => {
      throw error;
    };
    app = createApp({database, entrance, readerOf: entrance.readerOf, report, installation: installationOf(database)});
  });

  afterAll(() => database.close());

  async function ask(path: string, cookie = "", fields?: Record<string, string>): Promise<Response> {
    const headers = {host: "localhost:8080", cookie, "sec-fetch-site": "same-origin"};
    if (fields === undefined) return app.request(path, {headers});
    const formulier = /name="formulier" value="([^"]+)"/.exec(await (await ask("/kies-een-rol", cookie)).text())![1]!;
    const body = new URLSearchParams({formulier, ...fields}).toString();
    return app.request(path, {method: "POST", headers, body});
  }

  test("the first page is there at once, and each page has the way to another role", async () => {
    const answer = await ask("/");
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("beheerder van deze computer");
    expect(html).toContain('<a href="/kies-een-rol">Kies een rol</a>');
  });

  test("the twelve roles are there, each with its question", async () => {
    const html = await (await ask("/kies-een-rol")).text();
    expect(html.match(/name="rol" value="/g)).toHaveLength(roleNames.length);
    expect(html).toContain("Team Noord");
  });

  test.each(roleNames)("one looks as %s, until one stops", async (role) => {
    const chosen = await ask("/kies-een-rol", "", {rol: role});
    expect(chosen.headers.get("location")).toBe("/");
    const cookie = chosen.headers.getSetCookie()[0]!.split(";")[0]!;
    expect((await ask("/", cookie)).status).toBe(200);
    const html = await (await ask("/kies-een-rol", cookie)).text();
    expect(html).toContain("Zo kijkt u nu");
    expect(html).not.toContain("beheerder van deze computer");
    const stopped = await ask("/kies-een-rol", cookie, {rol: "geen"});
    expect(stopped.headers.getSetCookie()[0]).toContain("Max-Age=0");
    expect(await (await ask("/kies-een-rol", cookie)).text()).not.toContain("Zo kijkt u nu");
  });

  test.each(["koning", "", "constructor"])("role '%s' does not exist", async (rol) => {
    const answer = await ask("/kies-een-rol", "", {rol});
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Deze rol bestaat niet.");
  });

  test("another role is no delivery: the data stay as they are", async () => {
    const chosen = await ask("/kies-een-rol", "", {rol: "raadslid"});
    const cookie = chosen.headers.getSetCookie()[0]!.split(";")[0]!;
    expect((await ask("/over-de-gegevens/aanleveren", cookie)).status).toBe(403);
  });

  test("choosing ends when something real comes in, and so do the roles that were chosen", async () => {
    const chosen = await ask("/kies-een-rol", "", {rol: "beheerder"});
    const cookie = chosen.headers.getSetCookie()[0]!.split(";")[0]!;
    await insertRows(database, "team", "gemeente_code | team_code | naam\nGM0363 | T1 | Echt team");
    await database.execute("update gegevens_stand set data_versie = data_versie + 1, afgeleid_van = data_versie + 1");
    const answer = await ask("/kies-een-rol", cookie);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Er staat nu meer dan Heuveldam in deze gegevensmap.");
  });
});

describe("a demonstration is refused", () => {
  test("on the data of a real gemeente", async () => {
    const database = await emptyDatabase("duckdb");
    await insertRows(database, "team", "gemeente_code | team_code | naam\nGM0363 | T1 | Echt team");
    await expect(openEntrance({database, environment: {}, isDemo: true, ...common})).rejects.toThrow(
      "--demo kan alleen met de verzonnen gemeente Heuveldam, en hier staat GM0363.",
    );
  });

  test("without data, as anything can still come in", async () => {
    const database = await emptyDatabase("duckdb");
    await expect(openEntrance({database, environment: {}, isDemo: true, ...common})).rejects.toThrow(
      "--demo kan alleen met Heuveldam, en hier is nog niets ingelezen.",
    );
  });

  test.each(["WIJKBALANS_OIDC_ISSUER", "WIJKBALANS_ADRES", "WIJKBALANS_EERSTE_BEHEERDER", "WIJKBALANS_OPENBAAR"])(
    "beside %s",
    async (name) => {
      const database = await emptyDatabase("duckdb");
      const environment = {[name]: "https://voorbeeld.nl"};
      await expect(openEntrance({database, environment, isDemo: true, ...common})).rejects.toThrow(
        `--demo kan niet samen met ${name}.`,
      );
    },
  );

  test("on any address but that of this machine", () => {
    expect(() => hostToListenOn("0.0.0.0", {}, true)).toThrow(
      "Met --demo is de server alleen op deze computer bereikbaar.",
    );
  });
});

test("without sign-in the server listens on this machine alone", () => {
  expect(hostToListenOn(undefined, {}, false)).toBe("127.0.0.1");
  expect(() => hostToListenOn("0.0.0.0", {}, false)).toThrow("Zonder aanmelden is de server alleen op deze computer");
});

test("without sign-in a public address alone is a mistake: a proxy would open the door for all", async () => {
  const database = await emptyDatabase("duckdb");
  const environment = {WIJKBALANS_ADRES: "https://wijkbalans.voorbeeld.nl"};
  await expect(openEntrance({database, environment, isDemo: false, ...common})).rejects.toThrow(
    "WIJKBALANS_OIDC_ISSUER: ontbreekt.",
  );
});
