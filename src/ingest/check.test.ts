import {expect, test} from "vitest";
import {folderWith, importInto, startBericht, withDatabase} from "../../test/berichten-on-disk.ts";
import {messageXml} from "../../test/istandaarden/message-xml.ts";
import {allDigests} from "../../test/table-digests.ts";
import type {Database} from "../database/database.ts";
import {checkDelivery} from "./check.ts";
import type {DeliveryResult} from "./result.ts";
import {survey} from "./survey.ts";
import type {Koppeling} from "./tables/koppeling.ts";
import {readSheet} from "./tables/sheet.ts";
import {koppelingOf, propose} from "./tables/suggest.ts";

/** Checks beside the database of `data`, one after the other. */
function checksOf(data: string, deliveries: readonly string[]): Promise<DeliveryResult[]> {
  return withDatabase(data, async (database) => {
    const results: DeliveryResult[] = [];
    for (const delivery of deliveries) results.push(await checkBeside(database, data, delivery));
    return results;
  });
}

async function checkOf(data: string, delivery: string, koppeling: Koppeling | null = null): Promise<DeliveryResult> {
  return withDatabase(data, (database) => checkBeside(database, data, delivery, koppeling));
}

/** null: beside nothing. */
async function checkBeside(
  database: Database | null,
  data: string,
  delivery: string,
  koppeling: Koppeling | null = null,
): Promise<DeliveryResult> {
  return checkDelivery(database, {
    dataFolder: data,
    paths: [delivery],
    survey: await survey({paths: [delivery], except: data}),
    environment: {},
    now: () => new Date("2025-04-01T12:00:00Z"),
    tables: {koppeling, peildatum: null},
    onProgress: () => undefined,
  });
}

function onDay(identificatie: string, dagtekening: string) {
  return {BerichtIdentificatie: {Identificatie: identificatie, Dagtekening: dagtekening}};
}

const product = {Categorie: "02", Code: "02A01"};

/** A WMO301 that assigns number 1. */
const toewijzing = messageXml(
  "Wmo",
  "301",
  {
    Client: {
      Bsn: "999900006",
      Geboortedatum: {Datum: "1950-05-17"},
      Geslacht: "2",
      Naam: {Geslachtsnaam: {Achternaam: "Voorbeeld"}, NaamGebruik: "1"},
      Contactgegevens: {Contact: {Soort: "01", Adres: {Huis: {Huisnummer: "1"}, Postcode: "1000AA"}}},
      ToegewezenProducten: {
        ToegewezenProduct: {
          ToewijzingNummer: "1",
          Product: product,
          Toewijzingsdatum: "2024-03-01",
          Toewijzingstijd: "10:00:00",
          Ingangsdatum: "2024-03-01",
        },
      },
    },
  },
  {header: onDay("T1", "2024-03-01")},
);

/** A WMO305 of a year later: by then a Toewijzing that is not there is missing. */
function startOf(toewijzingNummer: string): string {
  return startBericht(`S${toewijzingNummer}`)
    .toString()
    .replace("ToewijzingNummer>1<", `ToewijzingNummer>${toewijzingNummer}<`);
}

function codes({bevindingen}: DeliveryResult): string[] {
  return bevindingen.map(({bestand, retourcode}) => `${bestand.split("/").at(-1)} ${retourcode}`);
}

async function digestsOf(data: string): Promise<Record<string, string>> {
  return withDatabase(data, allDigests);
}

test("beside the database it gives the retourcodes of the receiver, and writes nothing", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"t.xml": toewijzing})]);
  const before = await digestsOf(data);
  const delivery = folderWith({"goed.xml": startOf("1"), "onbekend.xml": startOf("77")});
  expect(codes(await checkBeside(null, data, delivery))).toEqual([]);
  const [result, again] = await checksOf(data, [delivery, delivery]);
  expect(codes(result!)).toEqual(["onbekend.xml 9019"]);
  expect(again!.bevindingen).toEqual(result!.bevindingen);
  expect(result).toMatchObject({bestanden: 2, ingenomen: 1, metBevindingen: 1, geweigerd: 0, alAanwezig: 0});
  expect(await digestsOf(data)).toEqual(before);
});

test("a Bericht that comes bare, in an envelope and once more counts once, as an import counts it", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"t.xml": toewijzing})]);
  const bericht = startOf("77");
  const envelope = `<Envelope><Bericht><Data>${Buffer.from(bericht).toString("base64")}</Data></Bericht></Envelope>`;
  const delivery = folderWith({"a.xml": bericht, "b.xml": envelope, "c.xml": bericht});
  const counts = {bestanden: 3, ingenomen: 0, metBevindingen: 1, geweigerd: 0, alAanwezig: 2};
  const checked = await checkOf(data, delivery);
  expect(checked).toMatchObject(counts);
  // Where it stands twice, each place is named.
  expect(new Set(codes(checked)).size).toBe(codes(checked).length);
  expect(codes(checked).every((code) => code.endsWith(".xml 9019"))).toBe(true);
  expect(await checkBeside(null, data, delivery)).toMatchObject({ingenomen: 1, alAanwezig: 2, bevindingen: []});
  expect(await importInto(data, [delivery])).toMatchObject(counts);
});

test("what was taken in before is judged again, and the answer is the same", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"t.xml": toewijzing})]);
  const delivery = folderWith({"onbekend.xml": startOf("77")});
  const taken = await importInto(data, [delivery]);
  expect(codes(taken)).toEqual(["onbekend.xml 9019"]);
  expect(await checkOf(data, delivery)).toMatchObject({metBevindingen: 1, bevindingen: taken.bevindingen});
});

test("an Identificatie that was used before is found", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"a.xml": startBericht("B1")})]);
  const second = startBericht("B1", onDay("B1", "2025-03-20"), "999900018");
  expect(codes(await checkOf(data, folderWith({"b.xml": second})))).toEqual(["b.xml 9056"]);
});

test("an installation without Berichten looks back at nothing", async () => {
  const data = folderWith();
  await withDatabase(data, async () => undefined);
  expect(await checkOf(data, folderWith({"a.xml": startOf("1")}))).toMatchObject({ingenomen: 1, bevindingen: []});
});

const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n";
const costs = "soort;jaar;maand;wet;taakveld;bedrag;omschrijving\npgb;2025;1;Wmo;6.791;12,50;Pgb\n";
const wrongCosts = `${costs}pgb;2025;13;Wmo;6.791;12,50;Pgb\n`;
const wrongMonth = /^Rij 3, kolom 'maand': verwacht /;

async function costsKoppeling(): Promise<Koppeling> {
  const sheet = await readSheet(Buffer.from(costs), "kosten.csv");
  if ("problem" in sheet) throw new Error(sheet.problem);
  return koppelingOf(propose(sheet, "kosten"), "Suite");
}

test("a table of a suite is judged by the koppeling that is given or known, and passed over without one", async () => {
  const data = folderWith();
  const delivery = folderWith({"gebied.csv": gebied, "uitgaven 2025-03-31.csv": wrongCosts});
  expect(await checkBeside(null, data, delivery)).toMatchObject({ingenomen: 1, overgeslagen: 1, bevindingen: []});
  const given = await checkBeside(null, data, delivery, await costsKoppeling());
  expect(given).toMatchObject({
    ingenomen: 1,
    metBevindingen: 1,
    overgeslagen: 0,
    opmerkingen: [
      expect.stringContaining("uitgaven 2025-03-31.csv: 2 rijen kosten van Suite per 2025-03-31, 1 geweigerd."),
    ],
  });
  expect(given.bevindingen.map(({tekst}) => tekst)).toEqual([expect.stringMatching(wrongMonth)]);

  await importInto(data, [folderWith({"gebied.csv": gebied, "eerder.csv": costs})], {
    tables: {koppeling: await costsKoppeling(), peildatum: "2025-02-28"},
  });
  const before = await digestsOf(data);
  const known = await checkOf(data, delivery);
  expect(known.bevindingen.map(({tekst}) => tekst)).toEqual([expect.stringMatching(wrongMonth)]);
  expect(await digestsOf(data)).toEqual(before);
});

test("a row of a table that Berichten tell too is told", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"gebied.csv": gebied, "t.xml": toewijzing})]);
  const rows =
    "BSN;Wet;AGB-code;Toewijzingsnummer;Productcategorie;Productcode;Ingangsdatum;Toewijzingsdatum\n" +
    "999900006;Wmo;42420001;1;02;02A01;2024-03-01;2024-03-01\n";
  const sheet = await readSheet(Buffer.from(rows), "toewijzingen.csv");
  if ("problem" in sheet) throw new Error(sheet.problem);
  const koppeling = koppelingOf(propose(sheet, "toewijzingen"), "Suite");
  const {bevindingen} = await checkOf(data, folderWith({"toewijzingen.csv": rows}), koppeling);
  expect(bevindingen.map(({tekst}) => tekst)).toEqual([
    expect.stringMatching(/^1 rijen toewijzingen staan ook in berichten/),
  ]);
});
