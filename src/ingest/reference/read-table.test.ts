import {describe, expect, test} from "vitest";
import {dayStyle, type RawCell, workbook} from "../../../test/workbook.ts";
import {referenceWords} from "../../database/reference/reference-words.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {simpleName} from "./cells/simple-name.ts";
import {readTable} from "./read-table.ts";

async function linesOf(table: ReferenceTable, content: string | Uint8Array): Promise<string[]> {
  const reading = await readTable(table, Buffer.from(content));
  if ("problem" in reading) return [reading.problem];
  return [...reading.faults.lines(), ...reading.questions.lines()];
}

async function rowsOf(table: ReferenceTable, content: string | Uint8Array) {
  const reading = await readTable(table, Buffer.from(content));
  if ("problem" in reading) throw new Error(reading.problem);
  expect(reading.faults.lines()).toEqual([]);
  return reading.rows.map(({row}) => row);
}

const tarief = "contract_nummer;product_code;eenheid;tarief_cents;begindatum;bekend_op\n";
const tariefColumns = tarief.trim().split(";");

/** A workbook of tarieven whose rows stand under a good header. */
function tarieven(rows: readonly (readonly RawCell[])[], merges: readonly string[] = []): Buffer {
  return workbook({Tarieven: {rows: [tariefColumns, ...rows], merges}});
}

describe("a file is read by its columns", () => {
  const expected = {
    gemeente_code: null,
    contract_nummer: "C1",
    product_code: "01A04",
    eenheid: "04",
    tarief_cents: 3434,
    begindatum: "2025-01-01",
    einddatum: null,
    bekend_op: "2024-12-11",
  };

  test.each([
    ["their own names", `${tarief}C1;01A04;04;3434;2025-01-01;2024-12-11\n`],
    [
      "names with capitals, blanks and accents",
      "Contract Nummer;Product-Code;Éenheid;Tarief_Cents;BEGINDATUM;bekend op\nC1;01A04;04;3434;2025-01-01;2024-12-11\n",
    ],
    [
      "synonyms, and euros by name",
      "Overeenkomst;Productcode;Code eenheid;Tarief in euro;Ingangsdatum;Datum besluit\nC1;01A04;04;34,34;1-1-2025;11-12-2024\n",
    ],
    [
      "a name without a unit, and decimals that show euros",
      "contract;product;eenheid;tarief;startdatum;vastgesteld op\nC1;01A04;04;€ 34,34;1 januari 2025;11 dec 2024\n",
    ],
    ["tabs", tarief.replaceAll(";", "\t").concat("C1\t01A04\t04\t3434\t2025-01-01\t2024-12-11\n")],
    [
      "commas, and English decimals",
      "contract,product,eenheid,tarief (euro),startdatum,bekend_op\nC1,01A04,04,34.34,2025-01-01,2024-12-11\n",
    ],
    [
      "a heading above the header",
      `Tarieven, gemeente Heuveldam\n\nStand: 1-1-2025\n${tarief}C1;01A04;04;3434;2025-01-01;2024-12-11\n`,
    ],
    ["Excel's own first line", `sep=;\n${tarief}C1;01A04;04;3434;2025-01-01;2024-12-11\n`],
    ["a byte order mark", `\uFEFF${tarief}C1;01A04;04;3434;2025-01-01;2024-12-11\n`],
  ])("%s", async (_, text) => expect(await rowsOf("contract_tarief", text)).toEqual([expected]));

  test("UTF-16, as Excel writes 'Unicode text'", async () => {
    const text = `\uFEFF${tarief}C1;01A04;04;3434;2025-01-01;2024-12-11\n`.replaceAll(";", "\t");
    expect(await rowsOf("contract_tarief", Buffer.from(text, "utf16le"))).toEqual([expected]);
  });

  test("Windows-1252, as an older Excel writes CSV", async () => {
    const bytes = Buffer.from("team_code,naam,werkgever\nT1,Caf\xe9 \x80,gemeente\n", "latin1");
    expect(await rowsOf("team", bytes)).toMatchObject([{naam: "Café €"}]);
  });

  test("a workbook: text, numbers and days", async () => {
    const row = ["C1", "01A04", "04", 3434, {v: "45658", s: dayStyle}, {v: "45637", s: dayStyle}];
    expect(await rowsOf("contract_tarief", tarieven([row]))).toEqual([expected]);
  });

  test("a formula counts for what it last gave", async () => {
    const row = ["C1", "01A04", "04", {f: "17*202", v: "3434"}, "2025-01-01", {f: "B9", t: "str", v: "2024-12-11"}];
    expect(await rowsOf("contract_tarief", tarieven([row]))).toEqual([expected]);
  });

  test("the sheet with the columns of the table, beside an explanation and another table", async () => {
    const book = workbook({
      Uitleg: {rows: [["Wat staat hier?"], ["Tarieven per contract"]]},
      Teams: {
        rows: [
          ["team_code", "naam", "werkgever"],
          ["T1", "Noord", "gemeente"],
        ],
      },
      Blad3: {rows: [tariefColumns, ["C1", "01A04", "04", 3434, "2025-01-01", "2024-12-11"]]},
    });
    expect(await rowsOf("contract_tarief", book)).toEqual([expected]);
  });

  test("by what it is and not by its name: a workbook may be called .csv", async () => {
    expect(await rowsOf("contract_tarief", tarieven([]))).toEqual([]);
  });

  test("a semicolon file with commas in its decimals", async () => {
    const text = "team_code;naam;werkgever;fte\nT1;Noord;gemeente;12,5\nT2;Zuid;gemeente;1.000,5\n";
    expect((await rowsOf("team", text)).map(({fte}) => fte)).toEqual([12.5, 1000.5]);
  });

  test("grouped whole numbers, once the column shows how it groups", async () => {
    const header = "jaar;maand;wet;taakveld;productgroep;cents;vastgesteld_op\n";
    const line = (cents: string) => `2025;1;Wmo;6.72;X;${cents};2025-01-01\n`;
    const rows = await rowsOf("begroting", `${header}${line("1.000")}${line("1.234.567")}`);
    expect(rows.map(({cents}) => cents)).toEqual([1000, 1_234_567]);
  });
});

describe("of bad input is told where it stands", () => {
  test.each([
    [
      "another table",
      "contract",
      "team_code,naam,werkgever\nT1,Noord,gemeente\n",
      /^De kolommen zijn die van 'team' en niet die van 'contract'/,
    ],
    [
      "a nearly same table",
      "grootboek",
      "jaar;maand;wet;taakveld;productgroep;cents;vastgesteld_op\n",
      /die van 'begroting' en niet die van 'grootboek'/,
    ],
    ["no table at all", "team", "Beste collega,\nhierbij de teams.\n", /^In de eerste 20 rijen staat geen kop/],
    [
      "a name typed wrong",
      "contract",
      "contract_nummer,aanbiedr,wet,variant,begindatum\n",
      /kolom 'aanbiedr' kennen we niet\. Bedoelde u 'aanbieder'\?/,
    ],
    [
      "a column twice",
      "team",
      "team_code,naam,werkgever,teamcode\nT1,Noord,gemeente,T1\n",
      /kolom 'team_code' staat er twee keer/,
    ],
    [
      "values shifted to the right of their names",
      "contract",
      "contract_nummer;aanbieder;wet;variant;begindatum;\n;C1;99990020;Wmo;taak;2025-01-01\n;C2;99990065;Wmo;taak;2025-01-01\n;C3;99990020;Wmo;taak;2025-01-01\n",
      /^Regel 1: de waarden staan één kolom naar rechts van hun naam/,
    ],
    [
      "lines separated otherwise than the header",
      "team",
      "team_code;naam;werkgever\nT1,Noord,gemeente\n",
      /^Regel 2: hier staat 1 kolom en de kop noemt er 3\. Scheid alle regels op dezelfde manier/,
    ],
    [
      "a comma in a value",
      "team",
      "team_code,naam,werkgever\nT1,Noord, Oost,gemeente\n",
      /^Regel 2: hier staan 4 kolommen/,
    ],
    [
      "a formula as text",
      "team",
      "team_code,naam,werkgever\nT1,=A1,gemeente\n",
      /^Regel 2, kolom 'naam': verwacht een waarde; hier staat een formule/,
    ],
    ["an error of the sheet as text", "team", "team_code,naam,werkgever\nT1,#N/B,gemeente\n", /fout van het rekenblad/],
    [
      "a person",
      "team",
      "team_code,naam,werkgever\nT1,999900006,gemeente\n",
      /^Regel 2, kolom 'naam': verwacht geen Bsn/,
    ],
    ["a binary file", "team", "team\0code", /geen CSV en geen Excel-bestand/],
    ["an old workbook", "team", Buffer.from("d0cf11e0a1b11ae1", "hex"), /oud Excel-bestand/],
    ["a damaged workbook", "team", Buffer.from("PK\x03\x04rest"), /^Dit Excel-bestand is beschadigd/],
    [
      "a negative count",
      "wachtlijst",
      "aanbieder,product_code,peildatum,wachtenden,weken\n99990020,01A04,2025-01-01,-3,2\n",
      /kolom 'wachtenden': verwacht een getal vanaf 0/,
    ],
    [
      "an unknown choice",
      "team",
      "team_code,naam,werkgever\nT1,Noord,politie\n",
      /verwacht gemeente, stichting of aanbieder\.$/,
    ],
  ] as const)("%s", async (_, table, content, line) => {
    const lines = await linesOf(table, content);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test.each([
    [
      "a wrong value",
      tarieven([["C1", "01A04", "04", "veel", "2025-01-01", "2024-12-11"]]),
      /^Blad 'Tarieven', rij 2, kolom D \(tarief_cents\): verwacht een geheel getal/,
    ],
    [
      "merged cells",
      tarieven(
        [
          ["C1", "01A04", "04", 1, "2025-01-01", "2024-12-11"],
          [null, "01A05", "04", 1, "2025-01-01", "2024-12-11"],
        ],
        ["A2:A3"],
      ),
      /^Blad 'Tarieven', rij 2, kolom A \(contract_nummer\): hier zijn cellen samengevoegd/,
    ],
    [
      "a formula without an outcome",
      tarieven([["C1", "01A04", "04", {f: "A1*2"}, "2025-01-01", "2024-12-11"]]),
      /^Blad 'Tarieven', rij 2, kolom D \(tarief_cents\): hier staat een formule zonder uitkomst/,
    ],
    [
      "a formula gone wrong",
      tarieven([["C1", "01A04", "04", {f: "1/0", t: "e", v: "#DIV/0!"}, "2025-01-01", "2024-12-11"]]),
      /hier staat een fout van Excel/,
    ],
    [
      "a code that became a day",
      tarieven([["C1", {v: "45658", s: dayStyle}, "04", 1, "2025-01-01", "2024-12-11"]]),
      /verwacht tekst; hier staat een datum/,
    ],
    [
      "a word past the last column",
      tarieven([["C1", "01A04", "04", 1, "2025-01-01", "2024-12-11", "let op"]]),
      /voorbij de laatste kolom/,
    ],
  ])("in a workbook: %s", async (_, book, line) => {
    const reading = await readTable("contract_tarief", book);
    if ("problem" in reading) throw new Error(reading.problem);
    expect(reading.faults.lines()[0]).toMatch(line);
    expect(reading.badRows.size).toBeGreaterThan(0);
  });

  test("the wrong workbook", async () => {
    const other = workbook({
      Blad1: {
        rows: [
          ["team_code", "naam", "werkgever"],
          ["T1", "Noord", "gemeente"],
        ],
      },
      Blad2: {rows: [["x"]]},
    });
    expect(await linesOf("contract", other)).toEqual([
      expect.stringMatching(/die van 'team' en niet die van 'contract'/),
    ]);
    const none = workbook({Blad1: {rows: [["Notulen"]]}, Blad2: {rows: [["x"]]}});
    expect(await linesOf("contract", none)).toEqual([
      expect.stringMatching(/Op geen van de bladen \('Blad1', 'Blad2'\)/),
    ]);
  });
});

describe("what may be right and is odd is asked", () => {
  test.each([
    [
      "numbers for days",
      `${tarief}C1;01A04;04;3434;45658;2024-12-11\nC2;01A04;04;3434;45658;2024-12-11\n`,
      /^Regel 2, kolom 'begindatum': hier staat een getal \(45658\) en geen datum\. We lezen 2025-01-01\. Zo staan er 2\.$/,
    ],
    [
      "a zero that a sheet dropped",
      `${tarief}C1;1019;04;3434;2025-01-01;2024-12-11\n`,
      /voor '1019' ontbreekt een nul\. We lezen 01019/,
    ],
    [
      "an amount without unit or decimals",
      "contract;product;eenheid;tarief;startdatum;bekend_op\nC1;01A04;04;3434;2025-01-01;2024-12-11\n",
      /^Regel 1: staat 'tarief' in euro's of in centen\? We lezen centen/,
    ],
    [
      "a third decimal of an euro",
      "contract;product;eenheid;tarief in euro;startdatum;bekend_op\nC1;01A04;01;0,5725;2025-01-01;2024-12-11\n",
      /0,5725 heeft meer dan twee decimalen\. We lezen 57 cent/,
    ],
    [
      "a column that is none of ours",
      tarief.replace("\n", ";kleur\n").concat("C1;01A04;04;3434;2025-01-01;2024-12-11;rood\n"),
      /^Regel 1: kolom 'kleur' kennen we niet\. Gebruik: .* Met akkoord slaan we hem over\.$/,
    ],
  ])("%s", async (_, text, line) => {
    const reading = await readTable("contract_tarief", Buffer.from(text));
    if ("problem" in reading) throw new Error(reading.problem);
    expect(reading.faults.lines()).toEqual([]);
    expect(reading.questions.lines()).toEqual([expect.stringMatching(line)]);
    expect(reading.rows.length).toBeGreaterThan(0);
  });

  test("which of two sheets", async () => {
    const row = ["C1", "01A04", "04", 3434, "2025-01-01", "2024-12-11"];
    const lines = await linesOf(
      "contract_tarief",
      workbook({"2024": {rows: [tariefColumns, row]}, "2025": {rows: [tariefColumns, row]}}),
    );
    expect(lines).toEqual([
      expect.stringMatching(/^Meer bladen passen: '2024', '2025'\. Alleen blad '2024' wordt gelezen/),
    ]);
  });
});

describe("a file of a million rows", () => {
  test("as CSV is refused in little memory", async () => {
    const bytes = Buffer.concat([
      Buffer.from("postcode;buurt_code\n"),
      Buffer.alloc(18 * 1_000_000, "9999AB;BU99990101\n"),
    ]);
    const before = process.memoryUsage().rss;
    expect(await linesOf("postcode", bytes)).toEqual([expect.stringMatching(/^Er staan meer dan 250\.000 rijen/)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(600e6);
  });

  test("as workbook is refused in little memory", async () => {
    const row = ["9999AB", "BU99990101"];
    const book = workbook({
      Blad1: {rows: Array.from({length: 1_000_000}, (_, index) => (index === 0 ? ["postcode", "buurt_code"] : row))},
    });
    const before = process.memoryUsage().rss;
    expect(await linesOf("postcode", book)).toEqual([expect.stringMatching(/^Er staan meer dan 250\.000 rijen/)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(600e6);
  });
});

test.each(Object.keys(referenceTables) as ReferenceTable[])("a name means one column of %s", (table) => {
  const owners = new Map<string, string>();
  for (const [column, {synonyms = []}] of Object.entries(referenceWords[table].columns)) {
    for (const name of [column, ...synonyms].map(simpleName)) {
      expect(owners.get(name) ?? column).toBe(column);
      owners.set(name, column);
    }
  }
});
