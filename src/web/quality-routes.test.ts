import type {Hono} from "hono";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {installationOf, littleDatabase} from "../../test/journeys/app.ts";
import {localAdministrator} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {createApp} from "./app.tsx";
import {always} from "./reader-of.ts";

const base = "/over-de-gegevens/datakwaliteit";

let database: Database;
let app: Hono;
const reported: unknown[] = [];

beforeAll(async () => {
  database = await littleDatabase();
  // A story for the cockpit: people without a buurt.
  await database.execute(
    `insert into gebrek (gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, soort,
       toewijzing_nummer, maand, sinds, cents, bekend_van, bekend_tot)
     select gemeente_code, 'zonder-buurt', wet, aanbieder, persoon, product_categorie, product_code, '301',
       toewijzing_nummer, date '2026-01-01', date '2026-02-01', 5000, date '2026-02-01', date '9999-12-31'
     from toewijzing where toewijzing_nummer % 40 = 0 and bekend_tot = date '9999-12-31'`,
  );
  app = createApp({
    database,
    readerOf: always(localAdministrator),
    report: (error) => reported.push(error),
    installation: installationOf(database),
  });
});

afterAll(() => database.close());

async function get(path: string): Promise<{status: number; text: string; type: string | null}> {
  const response = await app.request(path, {headers: {host: "localhost:8080"}});
  return {status: response.status, text: await response.text(), type: response.headers.get("content-type")};
}

/** What a reader reads: no tags, hard spaces as spaces. */
function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("\u00a0", " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(" ,", ",");
}

describe("the cockpit Datakwaliteit", () => {
  test("opens with what it costs, and says what each list does to a figure", async () => {
    const {status, text} = await get(base);
    expect(status).toBe(200);
    expect(words(text)).toMatch(/Er hangt € [\d.,]+( mln)? aan open punten in de gegevens\./);
    expect(words(text)).toMatch(
      /Toewijzing zonder einde Aantal 345 .*? 1 feb 2025 Klaar voor 2 mei 2025 te laat Raakt Verzilvering: 38,0 % → 64,9 %/,
    );
    // One list is about few people, and the total less all others would tell it.
    expect(words(text)).toMatch(/Cliënten zonder buurt Aantal verborgen/);
    expect(words(text)).toContain("is niet verklaard");
    expect(text).toContain("url(#onverklaard-breed)");
  });

  test("narrows to a wet, an aanbieder, a Bericht and a month", async () => {
    const {text} = await get(`${base}?wet=Wmo&aanbieder=75750003&bericht=301&maand=2026-01&op=2026-09-30`);
    expect(words(text)).toContain(
      "U ziet open punten voor Heuveldam, Zorggroep Zuid, Wmo, bericht 301, over jan 2026, zoals bekend op 30 sep 2026",
    );
    // By so much at once no list says how many are on it, nor whether there are any.
    expect(words(text)).toMatch(/Toewijzing zonder einde Aantal verborgen/);
    expect(words(text)).toMatch(/Cliënten zonder buurt Aantal verborgen/);
  });

  test.each([
    ["?bericht=999", "Kies bij &#39;Bericht&#39; een van deze: 301, 307, 323."],
    ["?maand=ooit", "Schrijf de maand bij &#39;Over de maand&#39; als 2026-01."],
    ["?op=1999-01-01", "Kies bij &#39;Zoals bekend op&#39; een dag na"],
  ])("says in one line what is wrong with %s", async (query, line) => {
    const {status, text} = await get(base + query);
    expect(status).toBe(400);
    expect(text).toContain(line);
  });

  test.each(["/bestaat-niet", "/bestaat-niet/werklijst.csv", "/cijfer/bestaat-niet", "/aanbieder/99999999"])(
    "has no page %s",
    async (path) => {
      expect((await get(base + path)).status).toBe(404);
    },
  );
});

describe("the pages below it", () => {
  test("a list says what it is, what to do and which figures it changes", async () => {
    const page = words((await get(`${base}/eindeloos`)).text);
    expect(page).toContain("geef de toewijzing een einddatum");
    expect(page).toMatch(/Verzilvering Nu 38,0 % Zonder 64,9 %/);
    expect(page).toContain("Wat openstond, en wat vanzelf verdween");
  });

  test("an aanbieder reads what came back, what is open and how it stands", async () => {
    const page = words((await get(`${base}/aanbieder/75750002`)).text);
    expect(page).toContain("Kompas Jeugdhulp");
    expect(page).toContain("9073");
    expect(page).toContain("Van elke € 100 staat € 100,0");
  });

  test("a figure names what changes it", async () => {
    const page = words((await get(`${base}/cijfer/verzilvering`)).text);
    expect(page).toContain("raakt verzilvering het meest");
    expect(words((await get("/geteld/verzilvering")).text)).toContain("Welke fouten raken dit cijfer?");
  });

  test("how sound each figure is: now at once, and by month when that is counted", async () => {
    const first = words((await get(`${base}/cijfers`)).text);
    expect(first).toMatch(/ Kosten Nu [\d,]+ %/);
    expect(first).toContain("wordt nog geteld");
    const {text, type} = await get(`${base}/cijfers.csv`);
    expect(type).toContain("text/csv");
    const rows = text.trim().split("\r\n");
    expect(rows.find((row) => row.startsWith("maand;"))).toContain(";Verzilvering;");
    expect(rows.filter((row) => /^20\d\d-\d\d;/.test(row))).toHaveLength(22);
    const then = words((await get(`${base}/cijfers`)).text);
    expect(then).not.toContain("wordt nog geteld");
    expect(then).toMatch(/Nu Jaar eerder Verloop per maand/);
    const one = (await get(`${base}/cijfer/kosten`)).text;
    expect(words(one)).toMatch(/Zeker is [\d,]+ %, (meer|minder) dan de [\d,]+ % aan het begin/);
    expect(one).toContain("wb-plate-narrow");
  });

  test("the ledger beside the messages, by taakveld, month and aanbieder", async () => {
    const page = words((await get("/over-de-gegevens/aansluiting")).text);
    expect(page).toContain("Wat niet verklaard is, zit vooral bij");
    expect(page).toContain("Pgb, betaald door de SVB Geboekt buiten de berichten om");
    const one = words((await get("/over-de-gegevens/aansluiting?aanbieder=75750003")).text);
    expect(one).toContain("Het grootboek kent geen aanbieder.");
  });

  test("the burden, and that aanbieders are asked nothing else", async () => {
    const page = words((await get("/over-de-gegevens/lasten")).text);
    expect(page).toMatch(/Voor elke 100 cliënten sturen aanbieders [\d.]+ berichten in een jaar/);
    expect(page).toContain("Van aanbieders vragen wij niets naast de berichten");
  });
});

describe("the files", () => {
  test("the worklist of an owner has a row for each thing, and no person", async () => {
    const {text, type} = await get(`${base}/werklijst-gemeente.csv?bericht=301`);
    expect(type).toContain("text/csv");
    const rows = text.trim().split("\r\n");
    expect(rows.some((row) => row.startsWith("Cliënten zonder buurt;gemeente;"))).toBe(true);
    expect(text).not.toContain("client-");
    const own = (await get(`${base}/werklijst-75750001.csv`)).text;
    expect(own).not.toContain(";gemeente;");
  });

  test("the worklist of one list holds that list alone", async () => {
    const rows = (await get(`${base}/zonder-buurt/werklijst.csv`)).text.trim().split("\r\n").slice(7);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => row.startsWith("Cliënten zonder buurt;"))).toBe(true);
  });

  test.each([
    `${base}/controles.csv`,
    `${base}/bevindingen.csv`,
    "/over-de-gegevens/aansluiting.csv",
    "/over-de-gegevens/lasten.csv",
  ])("%s opens with what it is", async (path) => {
    const {status, text} = await get(path);
    expect(status).toBe(200);
    expect(text).toContain("Wijkbalans, gemeente Heuveldam");
  });

  test("nothing failed behind any of these pages", () => {
    expect(reported).toEqual([]);
  });
});
