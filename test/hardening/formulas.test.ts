import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import yauzl from "yauzl";
import {csvText as commandCsv} from "../../src/cli/table.ts";
import {toCsv} from "../../src/database/reference/to-csv.ts";
import {workbookOf} from "../../src/reports/bestanden/template.ts";
import {csvText as reportCsv} from "../../src/reports/csv.ts";

const attacks = [
  '=HYPERLINK("http://aanvaller.example","klik")',
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
];

/** Every way in which a table leaves: each with one text, and a number below zero. */
const ways: Readonly<Record<string, (text: string) => string>> = {
  "a file of a page": (text) => reportCsv({name: "x", about: [text], columns: [text], rows: [[text, -12.5]]}),
  "a command with --csv": (text) => commandCsv([[text], [text, -12.5]]),
  "a reference file that we make": (text) => toCsv({table: "gebied_kenmerk", rows: [[text, 2025, text, -12.5]]}),
};

describe.each(Object.entries(ways))("%s", (_, write) => {
  test.each(attacks)("holds %j as text, and a number as a number", (attack) => {
    const text = write(attack);
    expect(text).toContain(`'${attack.replaceAll('"', '""')}`);
    expect(text).not.toMatch(/(?:^|[;,\n"])(?!-12[.,]5)[=+\-@\t]/);
    expect(text).toMatch(/[;,]-12[.,]5\r\n$/);
  });
});

test("a workbook holds texts and no formula", async () => {
  const bytes = Buffer.from(
    await workbookOf(
      "team",
      attacks.map((attack, index) => [`T${index}`, attack, attack, -12.5]),
    ),
  );
  const xml: string[] = [];
  const zip = await yauzl.fromBufferPromise(bytes, {lazyEntries: true});
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith(".xml")) continue;
    let text = "";
    for await (const chunk of await zip.openReadStreamPromise(entry)) text += chunk;
    xml.push(text);
  }
  expect(xml.join()).toContain("HYPERLINK");
  expect(xml.join()).not.toMatch(/<f[\s>]|<externalLink|ddeLink/);
  expect(xml.join()).toMatch(/<v>-12\.5<\/v>/);
});

test("there is no other way: whoever writes cells between separators does it through these", () => {
  const source = join(import.meta.dirname, "..", "..", "src");
  const writers = readdirSync(source, {recursive: true, encoding: "utf8"})
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    // In the database a name is quoted so; that is no file.
    .filter((name) => !name.startsWith("database/") || name.endsWith("to-csv.ts"))
    .filter((name) => /replaceAll\('"', '""'\)/.test(readFileSync(join(source, name), "utf8")));
  expect(writers.sort()).toEqual([
    "cli/table.ts",
    "database/reference/to-csv.ts",
    // The tables of a made-up suite, as a suite writes them: no person opens what is in them.
    "demo/suite/suite-files.ts",
    "reports/csv.ts",
  ]);
});
