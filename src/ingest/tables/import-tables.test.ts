import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {folderWith, importInto, withDatabase} from "../../../test/berichten-on-disk.ts";
import {runCommand} from "../../../test/command-line.ts";
import {messageXml} from "../../../test/istandaarden/message-xml.ts";
import {zipOf} from "../../../test/zip-file.ts";
import {openDuckDb} from "../../database/duckdb.ts";
import type {Koppeling} from "./koppeling.ts";
import {readSheet} from "./sheet.ts";
import {koppelingOf, propose} from "./suggest.ts";

const gebied = "gebied_code,soort,naam,jaar\nGM9999,gemeente,Heuveldam,2025\nWK999901,wijk,Centrum,2025\n";
const header =
  "BSN;Wet;AGB-code;Toewijzingsnummer;Productcategorie;Productcode;Begindatum;Einddatum;Volume;Eenheid;Bedrag;Gedeclareerd op;Status;Beoordeeld op";
const line = (bsn: string, bedrag = "100,00") =>
  `${bsn};Wmo;99990001;1;02;02A03;01-01-2025;31-01-2025;4;Uur;${bedrag};05-02-2025;Toegekend;10-02-2025`;
const bsns = ["999900006", "999900018", "999900031", "999900043"];
const table = (...lines: readonly string[]) => `${[header, ...lines].join("\r\n")}\r\n`;

async function koppelingFor(text: string): Promise<Koppeling> {
  const sheet = await readSheet(Buffer.from(text), "regels.csv");
  if ("problem" in sheet) throw new Error(sheet.problem);
  return koppelingOf(propose(sheet), "Suite");
}

async function withGebied(): Promise<string> {
  const data = folderWith();
  await importInto(data, [folderWith({"gebied.csv": gebied})]);
  return data;
}

async function take(data: string, text: string, koppeling: Koppeling | null, peildatum = "2025-03-31") {
  return importInto(data, [folderWith({"regels.csv": text})], {tables: {koppeling, peildatum}});
}

/** What was granted, as known on a day. */
async function costs(data: string, knownOn = "2025-12-31"): Promise<number> {
  return withDatabase(data, async (database) => {
    const rows = await database.query<{cents: number}>(
      `select cast(coalesce(sum(cents), 0) as bigint) as cents from kostenregel
       where is_toegekend
         and beantwoord_op <= cast($bekend_op as date)
         and (bekend_tot is null or bekend_tot > cast($bekend_op as date))`,
      {bekend_op: knownOn},
    );
    return rows[0]!.cents;
  });
}

test("wrong rows are refused with row and column, never with what stood there; the others count", async () => {
  const data = await withGebied();
  const good = bsns.map((bsn) => line(bsn));
  const koppeling = await koppelingFor(table(...good));
  const wrong = [
    line("999900007"),
    line(bsns[0]!, "=1+1"),
    `;${line(bsns[1]!)}`,
    line(bsns[2]!).replace(";Uur;", ";999900006;"),
  ];
  const result = await take(data, table(...good, ...wrong), koppeling);
  expect(result).toMatchObject({metBevindingen: 1, geweigerd: 0});
  expect(result.bevindingen.map(({tekst}) => tekst)).toEqual([
    "Rij 6, kolom 'BSN': verwacht een burgerservicenummer dat klopt met de elfproef. Deze rij telt niet mee.",
    "Rij 7, kolom 'Bedrag': verwacht een waarde, geen formule. Deze rij telt niet mee.",
    expect.stringMatching(/^Rij 8: hier staan meer kolommen dan de 14 die bovenaan zijn genoemd/),
    "Rij 9, kolom 'Eenheid': verwacht een code of naam uit lijst WJ756. Deze rij telt niet mee.",
  ]);
  expect(JSON.stringify(result)).not.toMatch(/99990000[67]/);
  expect(await costs(data)).toBe(40_000);
});

test("a table that does not fit its koppeling is refused as a whole, and kept", async () => {
  const data = await withGebied();
  const koppeling = await koppelingFor(table(...bsns.map((bsn) => line(bsn))));
  const shifted = table(...bsns.map((bsn) => `x;${line(bsn).replace(/;[^;]*$/, "")}`));
  const result = await take(data, shifted, koppeling);
  expect(result).toMatchObject({geweigerd: 1, ingenomen: 0});
  expect(result.bevindingen[0]?.tekst).toMatch(/^4 van de 4 rijen passen niet bij de koppeling\. Rij 2, kolom/);
  const other = await take(data, "a;b;c\n1;2;3\n", koppeling);
  expect(other.bevindingen[0]?.tekst).toMatch(/^Kolom 'BSN' uit de koppeling staat er niet in/);
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
});

test("a table with unknown columns is passed over, and said how to match; afterwards it is known by itself", async () => {
  const data = await withGebied();
  const text = table(...bsns.map((bsn) => line(bsn)));
  const before = await take(data, text, null);
  expect(before).toMatchObject({overgeslagen: 1, ingenomen: 0});
  expect(before.opmerkingen[0]).toMatch(/nog niet gekoppeld.*npx wijkbalans koppel/);
  expect(await take(data, text, await koppelingFor(text))).toMatchObject({ingenomen: 1});
  const next = table(...bsns.map((bsn) => line(bsn, "110,00")));
  expect(await take(data, next, null, "2025-04-30")).toMatchObject({ingenomen: 1, overgeslagen: 0});
  expect(await costs(data)).toBe(44_000);
  expect(await costs(data, "2025-04-29")).toBe(40_000);
});

test("a newer table takes the place of the older, and what was known before is known before", async () => {
  const data = await withGebied();
  const text = table(...bsns.map((bsn) => line(bsn)));
  const koppeling = await koppelingFor(text);
  await take(data, text, koppeling, "2025-03-31");
  await take(data, table(line(bsns[0]!), line(bsns[1]!)), koppeling, "2025-04-30");
  expect(await costs(data)).toBe(20_000);
  expect(await costs(data, "2025-04-29")).toBe(40_000);
  // The older one once more: it is what was known on its day, and no more than that.
  expect(await take(data, text, koppeling, "2025-03-31")).toMatchObject({alAanwezig: 1});
  expect(await costs(data)).toBe(20_000);
  expect((await runCommand(["rebuild", "--data", data])).stderr).toBe("");
  expect([await costs(data), await costs(data, "2025-04-29")]).toEqual([20_000, 40_000]);
});

test("what Berichten and a table both tell counts once, as the Berichten say, whichever came first", async () => {
  const sizes: unknown[] = [];
  for (const order of [
    ["m", "t"],
    ["t", "m"],
  ]) {
    const data = await withGebied();
    for (const what of order) {
      if (what === "t")
        await take(
          data,
          table(...bsns.map((bsn) => line(bsn))),
          await koppelingFor(table(...bsns.map((bsn) => line(bsn)))),
        );
      else await importInto(data, [folderWith({"a.xml": declaratie()})]);
    }
    sizes.push(
      await withDatabase(data, (database) =>
        database.query("select cast(count(*) as bigint) as regels, cast(sum(cents) as bigint) as cents from prestatie"),
      ),
    );
    const [finding] = await withDatabase(data, (database) =>
      database.query("select tekst from bevinding where regel = 'tabel'"),
    );
    expect(finding?.tekst).toMatch(/^4 rijen declaratieregels staan ook in berichten\. Ze tellen één keer/);
  }
  expect(sizes[0]).toEqual([{regels: 1, cents: 20_000}]);
  expect(sizes[1]).toEqual(sizes[0]);
});

test("the same table as Parquet and as XLSX is read the same", async () => {
  const text = table(...bsns.map((bsn) => line(bsn)));
  const path = join(folderWith(), "regels.parquet");
  const database = await openDuckDb(":memory:", {threads: 1});
  const csv = join(folderWith({"regels.csv": text}), "regels.csv");
  await database.execute(
    `copy (select * from read_csv('${csv}', delim = ';', all_varchar = true)) to '${path}' (format parquet)`,
  );
  await database.close();
  const expected = await readSheet(Buffer.from(text), "regels.csv");
  expect(await readSheet(readFileSync(path), "regels.parquet")).toEqual(expected);
  expect(await readSheet(workbook(text), "regels.xlsx")).toEqual(expected);
  expect(await readSheet(workbook(text), "regels.xlsx", "Ander")).toEqual({
    problem: "Blad 'Ander' staat er niet in. Kies uit: Regels.",
  });
});

function declaratie(): Buffer {
  const prestatie = {
    ProductReferentie: {ReferentieNummer: "P1"},
    ToewijzingNummer: "1",
    ProductCategorie: "02",
    ProductCode: "02A03",
    ProductPeriode: {Begindatum: "2025-01-01", Einddatum: "2025-01-31"},
    GeleverdVolume: "4",
    Eenheid: "04",
    ProductTarief: "5000",
    IngediendBedrag: {Bedrag: "20000", DebetCredit: "D"},
  };
  const body = {
    Declaratie: {
      DeclaratieNummer: "D1",
      DeclaratiePeriode: {Begindatum: "2025-01-01", Einddatum: "2025-01-31"},
      DeclaratieDagtekening: "2025-02-05",
      TotaalIngediendBedrag: {TotaalBedrag: "20000", DebetCredit: "D"},
      Clienten: {Client: {Bsn: "999900006", Prestaties: {Prestatie: prestatie}}},
    },
  };
  const identification = {BerichtIdentificatie: {Identificatie: "M1", Dagtekening: "2025-02-05"}};
  return messageXml("Wmo", "323", body, {header: {...identification, Ontvanger: "9999"}});
}

/** The smallest workbook that holds these lines as text. */
function workbook(text: string): Buffer {
  const rows = text
    .trim()
    .split("\r\n")
    .map((cells, row) => {
      const written = cells
        .split(";")
        .map(
          (cell, column) =>
            `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
        );
      return `<row r="${row + 1}">${written.join("")}</row>`;
    });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006";
  const relation = (type: string, target: string) =>
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/${type}" Target="${target}"/></Relationships>`;
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return zipOf({
    "[Content_Types].xml": `<Types xmlns="${packaged}/content-types">${part("/xl/workbook.xml", "sheet.main")}${part("/xl/worksheets/sheet1.xml", "worksheet")}</Types>`,
    "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Regels" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
  });
}
