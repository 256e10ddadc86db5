import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {folderWith} from "../../test/berichten-on-disk.ts";
import {emptyDatabase} from "../../test/engines.ts";
import {installationOf} from "../../test/journeys/app.ts";
import {localAdministrator} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {readKoppeling} from "../ingest/tables/koppeling.ts";
import {createApp} from "./app.tsx";
import {always} from "./reader-of.ts";

const header = "BSN;Regeling;AGB-code;Toewijzingsnummer;Begindatum;Einddatum;Naam";
const rows = ["999900006", "999900018", "999900031"].map(
  (bsn) => `${bsn};Wmo;99990001;7;01-02-2025;;Mevrouw Voorbeeld`,
);
const path = "/over-de-gegevens/koppelen";

let database: Database;

beforeAll(async () => {
  database = await emptyDatabase("duckdb");
});

afterAll(() => database.close());

function appWith(files: Record<string, string>) {
  const dataFolder = folderWith(files);
  const app = createApp({
    database,
    readerOf: always(localAdministrator),
    report: (error) => {
      throw error;
    },
    installation: installationOf(database, dataFolder),
  });
  const get = (address: string) => app.request(address, {headers: {host: "localhost"}});
  const post = async (form: Record<string, string>, origin = "http://localhost") => {
    const page = await (await get(`${path}?bestand=leveringen.csv`)).text();
    const [, formulier = ""] = /name="formulier" value="([^"]+)"/.exec(page) ?? [];
    const body = new URLSearchParams({formulier, ...form});
    return app.request(path, {method: "POST", headers: {host: "localhost", origin}, body});
  };
  return {dataFolder, get, post};
}

const inbox = {"inbox/leveringen.csv": [header, ...rows].join("\r\n")};

test("tables that wait are listed, also before the first delivery", async () => {
  const {get} = appWith({...inbox, "inbox/gebied.csv": "", "inbox/stuk.csv": "a\n", "inbox/lees.txt": ""});
  const page = await (await get(path)).text();
  expect(page).toContain("Er wacht één tabel op u.");
  expect(page).toContain("leveringen.csv</a>");
  expect(page).toMatch(/stuk\.csv<\/th><td>Er staat geen tabel in dit bestand/);
  expect(page).not.toContain("gebied.csv");
  expect(page).not.toContain("lees.txt");
});

test("of what could tell who somebody is, only the shape is shown", async () => {
  const {get} = appWith(inbox);
  const page = await (await get(`${path}?bestand=leveringen.csv`)).text();
  expect(page).not.toMatch(/9999000\d\d(?!\d)|Voorbeeld<|Mevrouw/);
  expect(page).toContain("Xxxxxxx Xxxxxxxxx");
  expect(page).toContain("01-02-2025");
  expect(page).toContain('<option value="kolom:BSN" selected');
  expect(page).toContain("elk nummer klopt met de elfproef");
});

test("what is chosen is kept, and then the columns are known", async () => {
  const {dataFolder, get, post} = appWith(inbox);
  const chosen = {
    "veld:bsn": "kolom:BSN",
    "veld:wet": "vast:Wmo",
    "veld:aanbieder": "kolom:AGB-code",
    "veld:toewijzing_nummer": "kolom:Toewijzingsnummer",
    "veld:begindatum": "kolom:Begindatum",
    "veld:einddatum": "",
  };
  const answer = await post({bestand: "leveringen.csv", soort: "leveringen", bron: "Suite A", ...chosen});
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?bewaard=1`]);
  const [file] = readdirSync(join(dataFolder, "koppelingen"));
  expect(file).toMatch(/^suite-a-leveringen-[0-9a-f]{8}\.json$/);
  expect(readKoppeling(readFileSync(join(dataFolder, "koppelingen", file!), "utf8"))).toMatchObject({
    bron: "Suite A",
    kolommen: {wet: {vast: "Wmo"}, begindatum: {kolom: "Begindatum", datum: "dd-mm-jjjj"}},
  });
  expect(await (await get(path)).text()).toContain("De kolommen zijn bekend.");
});

test("a form from elsewhere, a name outside the inbox or a missing column changes nothing", async () => {
  const {dataFolder, get, post} = appWith(inbox);
  expect((await post({}, "http://evil.example")).status).toBe(403);
  expect((await get(`${path}?bestand=..%2Fwijkbalans.duckdb`)).status).toBe(400);
  const answer = await post({bestand: "leveringen.csv", soort: "leveringen", bron: "Suite A"});
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("(Burgerservicenummer) ontbreekt");
  expect(readdirSync(dataFolder)).toEqual(["inbox"]);
});
