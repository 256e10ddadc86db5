import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {workbook} from "../../../test/workbook.ts";
import {zipOf} from "../../../test/zip-file.ts";
import {openDuckDb} from "../../database/duckdb.ts";
import {readSheet} from "./sheet.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook whose one sheet is this XML. */
function bookOf(sheetData: string, beside: Readonly<Record<string, Buffer>> = {}): Buffer {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipOf({
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...beside,
  });
}

const row = (number: number, column = "C") =>
  `<row r="${number}"><c r="A${number}"><v>1</v></c><c r="B${number}"><v>2</v></c><c r="${column}${number}"><v>3</v></c></row>`;

/** The bytes of memory that reading asks for beside those that were there. */
async function memoryOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  await work();
  return process.memoryUsage().rss - before;
}

test("a workbook that unpacks to more than 256 MB is refused unread", async () => {
  const zeros = Buffer.alloc(90 * 1024 * 1024, " ");
  const bomb = bookOf(row(1), {"xl/a.xml": zeros, "xl/b.xml": zeros, "xl/c.xml": zeros});
  expect(bomb.length).toBeLessThan(1_000_000);
  const reading = readSheet(bomb, "bom.xlsx");
  expect(await reading).toEqual({problem: expect.stringMatching(/^Er staan meer dan 250\.000 rijen in dit bestand/)});
});

test("a workbook that is larger than it says is refused, and is never held whole", async () => {
  const liar = bookOf(row(1), {"xl/sharedStrings.xml": Buffer.alloc(200 * 1024 * 1024, " ")});
  const directory = liar.indexOf("PK\x01\x02");
  liar.writeUInt32LE(100, liar.indexOf("xl/sharedStrings.xml", directory) - 46 + 24);
  const asked = await memoryOf(async () => {
    expect(await readSheet(liar, "bom.xlsx")).toEqual({problem: expect.stringMatching(/^Dit is geen Excel-bestand/)});
  });
  expect(asked).toBeLessThan(100 * 1024 * 1024);
});

test.each([
  ["far to the right", row(1) + row(2, "XFD"), /^Er staan meer dan 200 kolommen/],
  ["in a column that no workbook has", row(1, "ZZZZZZ"), /^Dit is geen Excel-bestand/],
  ["far below, in a wide table", row(1, "GA") + row(1_048_576, "GA"), /^Er staan meer dan 250\.000 rijen/],
  ["in a row that no workbook has", row(1) + row(99_999_999), /^Dit is geen Excel-bestand/],
])("a cell %s does not fill the memory", async (_, sheetData, problem) => {
  expect(await readSheet(bookOf(sheetData), "regels.xlsx")).toEqual({problem: expect.stringMatching(problem)});
});

test("a cell that somebody left far below a table is no harm", async () => {
  expect(await readSheet(bookOf(row(1) + row(2) + row(900_000)), "regels.xlsx")).toMatchObject({
    header: ["1", "2", "3"],
    rows: [{number: 2}, {number: 900_000}],
  });
});

test("a table of more than 200 columns is refused, as CSV and as workbook", async () => {
  const columns = Array.from({length: 201}, (_, at) => `k${at}`);
  const problem = "Er staan meer dan 200 kolommen in dit bestand. Haal de kolommen weg die niet nodig zijn.";
  expect(await readSheet(Buffer.from(`${columns.join(";")}\n${columns.join(";")}\n`), "a.csv")).toEqual({problem});
  const wide = row(1, "GT") + row(2, "GT");
  expect(await readSheet(bookOf(wide), "a.xlsx")).toEqual({problem});
});

test("a CSV or Parquet with more than a million rows is refused", async () => {
  const problem = expect.stringMatching(/^Er staan meer dan 1\.000\.000 rijen/);
  expect(await readSheet(Buffer.from("a;b;c\n".repeat(1_000_002)), "a.csv")).toEqual({problem});
  const path = join(folderWith(), "a.parquet");
  const database = await openDuckDb(":memory:", {threads: 1});
  await database.execute(
    `copy (select 'a' as a, 'b' as b, 'c' as c from range(1000001)) to '${path}' (format parquet)`,
  );
  await database.close();
  expect(await readSheet(readFileSync(path), "a.parquet")).toEqual({problem});
});

test("a line without an end is one clear line", async () => {
  const reading = await readSheet(Buffer.from(`a;b;c\n"${"x".repeat(5_000_000)}`), "a.csv");
  expect(reading).toEqual({problem: expect.stringMatching(/^Rij \d+: deze rij is te lang/)});
});

test("a CSV as Excel writes it, in Windows-1252 or UTF-16, is read as one in UTF-8", async () => {
  const text = "wijk;personen;waarde\nCafé Zoë;12;€ 3\n";
  const expected = await readSheet(Buffer.from(text), "a.csv");
  expect(expected).toMatchObject({rows: [{cells: ["Café Zoë", "12", "€ 3"]}]});
  const windows = Buffer.from(text.replace("€", "\u0080"), "latin1");
  expect(await readSheet(windows, "a.csv")).toEqual(expected);
  expect(await readSheet(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, "utf16le")]), "a.csv")).toEqual(
    expected,
  );
});

test("what is no text and no workbook is one clear line", async () => {
  expect(await readSheet(Buffer.of(1, 0, 2, 0), "a.csv")).toEqual({
    problem: "Dit bestand is geen CSV. Sla het op als 'CSV UTF-8' en lever het opnieuw aan.",
  });
  const book = workbook({
    A: {
      rows: [
        ["wijk", "personen", "waarde"],
        ["Noord", 12, 3],
      ],
    },
  });
  expect(await readSheet(book.subarray(0, -30), "a.xlsx")).toEqual({
    problem: expect.stringMatching(/^Dit is geen Excel-bestand/),
  });
});
