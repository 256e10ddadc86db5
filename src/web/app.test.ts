import {brotliDecompressSync, gunzipSync} from "node:zlib";
import type {Hono} from "hono";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {emptyDatabase} from "../../test/engines.ts";
import {installationOf, littleDatabase} from "../../test/journeys/app.ts";
import {localAdministrator} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {createApp} from "./app.tsx";
import {always} from "./reader-of.ts";

let database: Database;
let app: Hono;
const reported: unknown[] = [];

beforeAll(async () => {
  database = await littleDatabase();
  const installation = installationOf(database);
  app = createApp({
    database,
    readerOf: always(localAdministrator),
    report: (error) => reported.push(error),
    installation,
  });
});

afterAll(() => database.close());

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(app.request(path, {headers: {host: "localhost:8080", ...headers}}));
}

async function text(path: string): Promise<string> {
  return (await get(path)).text();
}

describe("what every answer carries", () => {
  test("a policy under which nothing from elsewhere runs", async () => {
    const {headers} = await get("/cijfers/stand-van-zorg");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("no inline style, no inline script, nothing from another origin", async () => {
    for (const path of ["/cijfers/stand-van-zorg", "/geteld/uitval", "/over-de-gegevens/catalogus", "/bestaat-niet"]) {
      const html = await text(path);
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
      expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
  });

  test("an address of another name than this machine is refused", async () => {
    const answer = await get("/cijfers/stand-van-zorg", {host: "aanvaller.example"});
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain("Heuveldam");
  });
});

describe("how a page is sent", () => {
  test("the bare address is the first page of the menu itself, not a way to it", async () => {
    const answer = await get("/");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(await text("/vandaag"));
  });

  test("it is compressed as the browser asks, and the same in each form", async () => {
    const path = "/cijfers/stand-van-zorg";
    const plain = Buffer.from(await (await get(path)).arrayBuffer());
    const br = await get(path, {"accept-encoding": "gzip, br"});
    const gzip = await get(path, {"accept-encoding": "gzip"});
    expect(br.headers.get("content-encoding")).toBe("br");
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).equals(plain)).toBe(true);
    expect(gzip.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).equals(plain)).toBe(true);
  });

  test("a page with all that belongs to it stays under 150 kB, and its style sheet under 20", async () => {
    const html = await text("/cijfers/stand-van-zorg");
    const sizes = new Map<string, number>();
    for (const path of [
      "/cijfers/stand-van-zorg",
      ...[...html.matchAll(/href="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset!),
    ]) {
      const answer = await get(path, {"accept-encoding": "br"});
      sizes.set(path, (await answer.arrayBuffer()).byteLength);
    }
    expect([...sizes.keys()].filter((path) => path.endsWith(".woff2"))).toHaveLength(2);
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
    expect([...sizes].find(([path]) => path.endsWith(".css"))![1]).toBeLessThan(20_000);
  });

  test("a page that has not changed is not sent again", async () => {
    const first = await get("/geteld/kosten");
    const etag = first.headers.get("etag")!;
    const second = await get("/geteld/kosten", {"if-none-match": etag});
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
  });

  test("fonts and styles are kept for good under a name that holds their hash", async () => {
    const [, path] = /href="(\/assets\/wijkbalans\.[0-9a-f]{12}\.css)"/.exec(await text("/cijfers/stand-van-zorg"))!;
    expect((await get(path!)).headers.get("cache-control")).toContain("immutable");
    expect((await get("/assets/wijkbalans.000000000000.css")).status).toBe(404);
  });

  test("a page follows new data, and not before", async () => {
    const before = await (await get("/cijfers/stand-van-zorg")).text();
    await database.execute("update gegevens_stand set data_versie = data_versie + 1, afgeleid_van = data_versie + 1");
    await database.execute("update gebied set naam = 'Nieuwdam' where soort = 'gemeente'");
    const after = await (await get("/cijfers/stand-van-zorg")).text();
    await database.execute("update gebied set naam = 'Heuveldam' where soort = 'gemeente'");
    expect(before).toContain("Heuveldam");
    expect(after).toContain("Nieuwdam");
    expect(await (await get("/cijfers/stand-van-zorg")).text()).toBe(after);
    await database.execute("update gegevens_stand set data_versie = data_versie + 1, afgeleid_van = data_versie + 1");
  });
});

describe("reference files and their templates", () => {
  test("are there before any Bericht is", async () => {
    const empty = await emptyDatabase("duckdb");
    const early = createApp({
      database: empty,
      readerOf: always(localAdministrator),
      report: (error) => reported.push(error),
      installation: installationOf(empty),
    });
    for (const path of ["/over-de-gegevens/bestanden", "/over-de-gegevens/bestanden/contract"]) {
      const answer = await early.request(path, {headers: {host: "localhost"}});
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("nog niets");
    }
  });

  test("are given as files that can be filled in", async () => {
    const csv = await get("/over-de-gegevens/bestanden/team/leeg.csv");
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="team.csv"');
    expect(Buffer.from(await csv.arrayBuffer()).toString()).toBe("\ufeffteam_code;naam;werkgever;fte;budget\r\n");
    const xlsx = await get("/over-de-gegevens/bestanden/team/voorbeeld.xlsx");
    expect(xlsx.headers.get("content-disposition")).toBe('attachment; filename="team-voorbeeld.xlsx"');
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  test.each(["geheim", "team/leeg.exe", "team/vol.csv", "toString"])("%s is not there", async (path) => {
    expect((await get(`/over-de-gegevens/bestanden/${path}`)).status).toBe(404);
  });
});

describe("what goes wrong is one clear line", () => {
  test.each([
    ["/cijfers/stand-van-zorg?van=2031-01", "Over jan\u00a02031 zijn er geen gegevens."],
    ["/cijfers/stand-van-zorg?van=januari", "Schrijf de maand bij &#39;Van&#39; als 2026-01."],
    [
      "/cijfers/stand-van-zorg?van=2026-05&tot=2026-01",
      "Kies bij &#39;Tot en met&#39; mei\u00a02026 of een latere maand.",
    ],
    ["/cijfers/stand-van-zorg?gebied=WK000000", "Gebied &#39;WK000000&#39; is niet bekend."],
    ["/cijfers/stand-van-zorg?per=sterrenbeeld", "Verdelen per &#39;sterrenbeeld&#39; kan niet."],
    [
      "/geteld/kosten?aanbieder=75750001&aanbieder=75750002",
      "&#39;aanbieder&#39; staat twee keer in het adres. Kies er één.",
    ],
    ["/cijfers/stand-van-zorg?op=gisteren", "Schrijf de datum bij &#39;Zoals bekend op&#39;"],
    ["/geteld/kosten/berichten?soort=301", "Dit cijfer komt niet uit zulke berichten."],
    ["/geteld/kosten/berichten?bladzijde=-1", "Kies een bladzijde vanaf 1."],
  ])("%s", async (path, line) => {
    const answer = await get(path);
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(line);
    expect(html).toContain("Zoals bekend op"); // the question is still there to be changed
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("a list that names single Berichten is kept by no browser, a page of figures is", async () => {
    expect((await get("/geteld/kosten/berichten?soort=323")).headers.get("cache-control")).toBe("no-store");
    expect((await get("/geteld/kosten")).headers.get("cache-control")).toBe("private, no-cache");
  });

  test("what a person typed is shown as text and never as markup", async () => {
    const html = await text("/cijfers/stand-van-zorg?gebied=%3Cb%3Ehoi%3C%2Fb%3E");
    expect(html).not.toContain("<b>hoi");
  });

  test.each(["/bestaat-niet", "/geteld/bestaat-niet", "/cijfers/stand-van-zorg/ander.csv", "/geteld/%E0%A4%A"])(
    "%s is not found",
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("Deze pagina bestaat niet.");
    },
  );

  test("where a figure could have been, who added one reads when it is there", async () => {
    const restart = "Een eigen cijfer van uw gemeente staat er nadat de server opnieuw is gestart.";
    for (const path of ["/geteld/eigen-cijfer", "/over-de-gegevens/catalogus/eigen-cijfer"]) {
      expect(await text(path), path).toContain(restart);
    }
    expect(await text("/bestaat-niet")).not.toContain(restart);
  });

  test("our own mistake is told without detail, and reported", async () => {
    const broken = createApp({
      database: {...database, query: () => Promise.reject(new Error("geheim pad"))} as Database,
      readerOf: always(localAdministrator),
      report: (error) => reported.push(error),
      installation: installationOf(database),
    });
    const answer = await broken.request("/cijfers/stand-van-zorg", {headers: {host: "localhost"}});
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("geheim");
    expect(reported.at(-1)).toBeInstanceOf(Error);
  });
});

describe("what a reader may see", () => {
  test("another gemeente than one's own is refused before anything is counted", async () => {
    const elsewhere = createApp({
      database,
      readerOf: always({...localAdministrator, id: "7", name: "collega", role: "bestuurder", gemeenten: ["GM0001"]}),
      report: () => {},
      installation: installationOf(database),
    });
    const answer = await elsewhere.request("/cijfers/stand-van-zorg", {headers: {host: "localhost"}});
    const page = await answer.text();
    expect(answer.status).toBe(403);
    expect(page).toContain("U mag de cijfers van gemeente GM9999 niet zien.");
    expect(page).not.toContain("Heuveldam");
  });

  test("an area with fewer than 10 people shows no count anywhere: page, proof, messages, files", async () => {
    const query = "?gebied=WK999904";
    const page = await text(`/cijfers/stand-van-zorg${query}`);
    expect(page).toContain("Deze groep tonen wij niet");
    expect(await text(`/geteld/clienten${query}`)).toContain("Dit cijfer is verborgen");
    expect(await text(`/geteld/kosten/berichten${query}`)).not.toContain("<tbody>");
    const file = await text(`/cijfers/stand-van-zorg/tabel.csv${query}`);
    expect(file.split("\r\n").at(-2)).toMatch(/^totaal;Bedrijvenpark Oost;verborgen;/);
  });

  test("no pseudonym of a person is on any page", async () => {
    for (const path of [
      "/cijfers/stand-van-zorg",
      "/geteld/kosten/berichten",
      "/geteld/uitval",
      "/geteld/uitval.json",
    ]) {
      expect(await text(path)).not.toContain("client-");
    }
  });
});

describe("the page Wijkprofiel", () => {
  test("is a map, a table and a way to each wijk, under 150 kB", async () => {
    const html = await text("/cijfers/wijkprofiel?van=2025-01&tot=2025-12");
    expect(html).toContain('<svg class="wb-map"');
    expect(html).toContain('<a href="/cijfers/wijkprofiel/WK999901?');
    expect(html).toContain("Toon als tabel");
    expect((await get("/cijfers/wijkprofiel", {"accept-encoding": "br"})).status).toBe(200);
  });

  test("of one wijk tells need, use and offer; an unknown one is not there", async () => {
    const html = await text("/cijfers/wijkprofiel/WK999901");
    expect(html).toContain("<h1>Wijkprofiel Rivierenbuurt</h1>");
    for (const words of [
      "Mensen met Wmo-hulp",
      "Team Noord",
      "Kerncijfers wijken en buurten",
      "Er is niets opgegeven",
    ]) {
      expect(html).toContain(words);
    }
    expect((await get("/cijfers/wijkprofiel/WK000000")).status).toBe(404);
    expect((await get("/cijfers/wijkprofiel/onzin")).status).toBe(404);
  });

  test("says in one line what it cannot draw", async () => {
    for (const query of ["cijfer=kosten", "per=land", "gebied=WK036300", "van=x"]) {
      expect([query, (await get(`/cijfers/wijkprofiel?${query}`)).status]).toEqual([query, 400]);
    }
  });

  test("gives its values as a file, with the definition inside and what is small hidden", async () => {
    const file = await text("/cijfers/wijkprofiel/kaart.csv");
    expect(file).toContain("Mensen met hulp per 1.000 inwoners (definitie versie 1");
    expect(file).toMatch(/WK999904;Bedrijvenpark Oost;Bedrijvenpark Oost;(verborgen|te weinig);120/);
    expect(await text("/cijfers/wijkprofiel/WK999901/profiel.csv")).toContain(
      "gebruik en resultaat;Mensen met Wmo-hulp",
    );
  });
});
