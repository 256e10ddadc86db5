import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {columnWords, referenceWords} from "../../database/reference/reference-words.ts";
import type {ExampleCell} from "../../database/reference/table-words.ts";
import {fileColumns, toCsv} from "../../database/reference/to-csv.ts";
import {type ReferenceColumn, type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {readTable} from "../../ingest/reference/read-table.ts";
import {dayFromNumber} from "../../standards/calendar.ts";
import {templateFile, templateFormats, workbookOf} from "./template.ts";

const tables = Object.keys(referenceTables) as ReferenceTable[];

async function readBack(table: ReferenceTable, body: string | Uint8Array): Promise<(string | null)[][]> {
  const reading = await readTable(table, typeof body === "string" ? Buffer.from(body) : body);
  if ("problem" in reading) throw new Error(reading.problem);
  expect([...reading.faults.lines(), ...reading.questions.lines()]).toEqual([]);
  return reading.rows.map(({row}) => fileColumns(table).map((name) => spell(row[name] ?? null)));
}

function spell(value: unknown): string | null {
  return value === null ? null : String(value);
}

describe.each(templateFormats)("a template as %s", (format) => {
  test.each(tables)("of %s: the example is read as it is shown, the empty one has no rows", async (table) => {
    const example = await templateFile(table, "voorbeeld", format);
    expect(await readBack(table, example.body)).toEqual(referenceWords[table].example.map((row) => row.map(spell)));
    const empty = await templateFile(table, "leeg", format);
    expect(empty.name).toBe(`${table}.${format}`);
    expect(await readBack(table, empty.body)).toEqual([]);
  });

  test.each(tables)("of %s: whatever is filled in is read back", async (table) => {
    await fc.assert(
      fc.asyncProperty(fc.array(rowOf(table), {maxLength: 6}), async (rows) => {
        const body = format === "csv" ? toCsv({table, rows}) : await workbookOf(table, rows);
        expect(await readBack(table, body)).toEqual(rows.map((row) => row.map(spell)));
      }),
      {numRuns: format === "csv" ? 60 : 8},
    );
  });
});

function rowOf(table: ReferenceTable): fc.Arbitrary<ExampleCell[]> {
  return fc.tuple(...fileColumns(table).map((name) => cellOf(table, name)));
}

function cellOf(table: ReferenceTable, name: string): fc.Arbitrary<ExampleCell> {
  const {type, optional} = (referenceTables[table] as Readonly<Record<string, ReferenceColumn>>)[name]!;
  const value = filledIn(table, name, type);
  return optional ? fc.option(value, {nil: null}) : value;
}

function filledIn(table: ReferenceTable, name: string, type: ReferenceColumn["type"]): fc.Arbitrary<ExampleCell> {
  const {choices, codeLength, isPositive} = columnWords(table, name);
  if (choices !== undefined) return fc.constantFrom(...Object.keys(choices));
  if (codeLength !== undefined) {
    return fc.integer({min: 0, max: 10 ** codeLength - 1}).map((code) => String(code).padStart(codeLength, "0"));
  }
  const known = fixed[name];
  if (known !== undefined) return fc.constantFrom(...known);
  switch (type) {
    case "date":
      return fc.integer({min: 8000, max: 32_000}).map(dayFromNumber);
    case "integer":
    case "bigint":
      return fc.integer({min: isPositive ? 0 : -2_000_000, max: 2_000_000});
    case "double":
      return fc.integer({min: isPositive ? 0 : -100_000, max: 100_000}).map((cents) => cents / 100);
    default:
      return words;
  }
}

const fixed: Readonly<Record<string, readonly ExampleCell[]>> = {
  gebied_code: ["GM9999", "WK999901", "BU99990101"],
  buurt_code: ["BU99990101", "BU99990102"],
  wijk_code: ["WK999901"],
  postcode: ["9999AB", "1234ZZ"],
  jaar: [2024, 2025],
  maand: [1, 12],
  kwartaal: [1, 4],
  leeftijd_van: [0, 85],
  leeftijd_tot: [3, 120],
  taakveld: ["6.711", "6.751"],
};

/** Text as people write it; no cell begins as a formula or consists of blanks. */
const words = fc
  .string({
    unit: fc.constantFrom("a", "Ë", "€", ";", ",", '"', " ", "9", "&", "<", "'", "\t"),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => `x${text}`.trim());
