import type {Hono} from "hono";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {installationOf, littleDatabase} from "../../test/journeys/app.ts";
import {localAdministrator} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {createApp} from "./app.tsx";
import {always} from "./reader-of.ts";

const page = "/over-de-gegevens/val-ons-aan";

let database: Database;
let app: Hono;
const reported: unknown[] = [];

beforeAll(async () => {
  database = await littleDatabase();
  app = createApp({
    database,
    readerOf: always(localAdministrator),
    report: (error) => reported.push(error),
    installation: installationOf(database),
  });
});

afterAll(async () => {
  await database.close();
  expect(reported).toEqual([]);
});

async function get(path: string): Promise<{status: number; text: string; words: string}> {
  const response = await app.request(path, {headers: {host: "localhost:8080"}});
  const text = await response.text();
  return {status: response.status, text, words: wordsOf(text)};
}

/** What a reader reads: no tags, hard spaces as spaces. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("\u00a0", " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll(/\s+/g, " ")
    .replaceAll(" ,", ",");
}

/** The page when the attack is done. */
async function getWhenDone(path: string) {
  for (;;) {
    const found = await get(path);
    if (!found.words.includes("Nog bezig met de aanval")) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe("Val ons aan", () => {
  test("says in one sentence how near an attacker comes, and to what", async () => {
    const {status, words} = await getWhenDone(`${page}?per=wet&van=2026-07&druk=1`);
    expect(status).toBe(200);
    expect(words).toMatch(
      /Van \d+ verborgen cellen is er geen te herleiden\. De smalste ruimte is € [\d.]+ tot € [\d.]+\.|In deze cijfers is niets verborgen/,
    );
    expect(words).toContain("van jul t/m sep 2026, met wat iedereen ziet");
  });

  test("shows for every hidden cell its room, from what everybody sees alone", async () => {
    const {text, words} = await getWhenDone(`${page}?van=2026-07`);
    expect(words).toMatch(
      /Van \d+ verborgen cellen is er geen te herleiden\. De smalste ruimte is € [\d.]+ tot € [\d.]+\./,
    );
    expect(text).toContain("url(#ruimte-breed)");
    expect(words).toMatch(
      /Bedrijvenpark Oost Wanneer jul 2026 Euro € [\d.]+ tot € [\d.]+ Mensen [\d.,]+ tot [\d.,]+ mensen/,
    );
    expect(words).toContain("Zonder de tweede verberging");
  });

  test("is a file too", async () => {
    const {words} = await get(`${page}.csv?van=2026-07`);
    expect(words).toContain("cel;periode;getal;laagst;hoogst;te herleiden");
    expect(words).toMatch(/Bedrijvenpark Oost;jul 2026;euro;\d+(,\d+)?;\d+(,\d+)?;nee/);
  });

  test.each([
    ["cijfer=kostem", "Indicator 'kostem' bestaat niet."],
    ["per=schoenmaat", "Verdelen per 'schoenmaat' kan hier niet."],
    ["publiek=buren", "Kies bij 'Publiek' intern of openbaar."],
    ["van=2025-01", "Kies hooguit 12 maanden."],
  ])("of %s it says in one line what is wrong, and the form keeps the other choices", async (query, line) => {
    const {status, text, words} = await get(`${page}?tot=2026-08&${query}`);
    expect(status).toBe(400);
    expect(words).toContain(`Fout: ${line}`);
    expect(text).toContain('<option value="2026-08" selected="">');
  });
});

describe("Mag deze tabel naar buiten?", () => {
  const path = `${page}/tabel`;

  async function bring(csv: string, name = "wijken.csv", token?: string) {
    const form = new FormData();
    form.append("formulier", token ?? /name="formulier" value="([^"]+)"/.exec((await get(path)).text)![1]!);
    form.append("tabel", new File([csv], name));
    const headers = {host: "localhost:8080", "sec-fetch-site": "same-origin"};
    const response = await app.request(path, {method: "POST", body: form, headers});
    const text = await response.text();
    return {status: response.status, text, words: wordsOf(text), caching: response.headers.get("cache-control")};
  }

  const wijken = `wijk;hulp;waarde;personen
west;begeleiding;1200;3
west;dagbesteding;54000;40
oost;begeleiding;41000;31
oost;dagbesteding;62000;52
`;

  test("says which cells must be hidden, attacks what is left and gives the safe table", async () => {
    const {status, text, words, caching} = await bring(wijken);
    expect(status).toBe(200);
    expect(words).toContain("Niet zo. 4 van de 9 cellen, totalen erbij, moeten verborgen.");
    expect(words).toContain("geen verborgen cel was te herleiden");
    expect(words).toMatch(/west begeleiding verborgen a verborgen a 0 tot 42\.200 te weinig personen/);
    const [, base64] = /href="data:text\/csv;charset=utf-8;base64,([^"]+)" download="wijken-veilig.csv"/.exec(text)!;
    const file = Buffer.from(base64!, "base64").toString("utf8");
    expect(file).toContain("west;begeleiding;verborgen;verborgen\r\n");
    expect(file).toContain("Totaal;Totaal;158200;126\r\n");
    expect(file).not.toContain("te weinig personen");
    expect(caching).toBe("no-store");
  });

  test("says yes to a table without small numbers", async () => {
    const {words} = await bring("region,gender,n\nA,m,11\nA,v,12\nB,m,13\nB,v,14\n");
    expect(words).toContain("Ja. In geen van de 9 cellen, totalen erbij, gaat het om minder dan 10 mensen.");
  });

  test.each([
    ["wijk;hulp;personen\na;x;drie\n", "wijken.csv, rij 2, kolom 'personen': 'drie' is geen getal."],
    ["", "wijken.csv: Er staat geen tabel in dit bestand."],
    [`wijk;hulp;personen\n${"a;x;3\n".repeat(900_000)}`, "Deze tabel is groter dan 5 MB."],
  ])("of a table that is none it says what is wrong, beside the form", async (csv, line) => {
    const {status, words, text} = await bring(csv);
    expect(status).toBe(400);
    expect(words).toContain(`Fout: ${line}`);
    expect(text).toContain('type="file"');
  });

  test("answers its own form alone", async () => {
    const {status, words} = await bring(wijken, "wijken.csv", "geraden");
    expect(status).toBe(400);
    expect(words).toContain("Dit formulier is verlopen.");
  });
});
