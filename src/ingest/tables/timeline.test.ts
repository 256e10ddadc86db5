import {expect, test} from "vitest";
import {readTable as readText} from "../../../test/fixture-table.ts";
import type {FieldValue} from "./read-value.ts";
import {type Export, timeline} from "./timeline.ts";

function exportOn(peildatum: string, text: string): Export {
  const [header = ""] = text.trim().split("\n");
  const types = Object.fromEntries(header.split("|").map((name) => [name.trim(), "text" as const]));
  const rows = readText("declaratieregels", text, types).map((values, index) => ({
    number: index + 2,
    sha256: "a",
    values: values as Record<string, FieldValue>,
  }));
  return {peildatum, rows};
}

const shown = (exports: readonly Export[], kind: "declaratieregels" | "toewijzingen" = "declaratieregels") =>
  timeline(kind, exports).rows.map(({row, from, until, answeredOn}) => [
    row.values.referentie ?? row.values.toewijzing_nummer,
    row.values.bedrag ?? row.values.einddatum,
    from,
    until,
    answeredOn,
  ]);

test("a row is known from the day that the source says, and where it says none from the first table that has it", () => {
  const told = exportOn(
    "2025-06-30",
    `referentie | bedrag | bekend_op
     R1         | 100    | 2025-02-05
     R2         | 200    |`,
  );
  expect(shown([told])).toEqual([
    ["R1", "100", "2025-02-05", null, null],
    ["R2", "200", "2025-06-30", null, null],
  ]);
});

test("what a newer table no longer has counts up to its day; what both have stays as it was", () => {
  const first = exportOn("2025-03-31", "referentie | bedrag\nR1 | 100\nR2 | 200");
  const second = exportOn("2025-04-30", "referentie | bedrag\nR2 | 200\nR3 | 300");
  expect(shown([first, second])).toEqual([
    ["R1", "100", "2025-03-31", "2025-04-30", null],
    ["R2", "200", "2025-03-31", null, null],
    ["R3", "300", "2025-04-30", null, null],
  ]);
});

test("what was withdrawn counts up to that day, and no longer than the table that has it", () => {
  const first = exportOn(
    "2025-03-31",
    "referentie | bedrag | vervallen_op\nR1 | 100 | 2025-04-10\nR2 | 200 | 2025-06-01",
  );
  const second = exportOn("2025-04-30", "referentie | bedrag | vervallen_op\nR3 | 300 |");
  expect(shown([first, second])).toEqual([
    ["R1", "100", "2025-03-31", "2025-04-10", null],
    ["R2", "200", "2025-03-31", "2025-04-30", null],
    ["R3", "300", "2025-04-30", null, null],
  ]);
});

test("a row that reads otherwise counts as it was up to the newer table, and as it is from then on", () => {
  const first = exportOn("2025-03-31", "referentie | bedrag\nR1 | 100");
  const second = exportOn("2025-04-30", "referentie | bedrag\nR1 | 150");
  expect(shown([first, second])).toEqual([
    ["R1", "100", "2025-03-31", "2025-04-30", null],
    ["R1", "150", "2025-04-30", null, null],
  ]);
});

test("also where the source says since when it was known: before the newer table nobody knew the new amount", () => {
  const first = exportOn("2025-03-31", "referentie | bedrag | bekend_op\nR1 | 100 | 2025-02-05");
  const second = exportOn("2025-04-30", "referentie | bedrag | bekend_op\nR1 | 150 | 2025-02-05");
  expect(shown([first, second])).toEqual([
    ["R1", "100", "2025-02-05", "2025-04-30", null],
    ["R1", "150", "2025-04-30", null, null],
  ]);
});

test("what is taken back on the day it came was never told", () => {
  const columns = "referentie | bedrag | bekend_op | vervallen_op";
  const first = exportOn("2025-03-31", `${columns}\nR1 | 100 | 2025-04-30 |\nR2 | 100 | 2025-03-05 | 2025-03-05`);
  const second = exportOn("2025-04-30", `${columns}\nR2 | 100 | 2025-03-05 | 2025-03-05\nR3 | 300 | 2025-03-05 |`);
  expect(shown([first, second])).toEqual([["R3", "300", "2025-03-05", null, null]]);
});

test("without a status a line is answered where a day of the answer stands, and not where none does", () => {
  const one = exportOn(
    "2025-03-31",
    `referentie | bedrag | bekend_op | status | beantwoord_op
     R1         | 100    | 2025-03-05 |       | 2025-03-20
     R2         | 200    | 2025-03-05 |       |`,
  );
  expect(shown([one]).map(([referentie, , , , answeredOn]) => [referentie, answeredOn])).toEqual([
    ["R1", "2025-03-20"],
    ["R2", null],
  ]);
});

test("an answer is known from its own day, and without one from the table that first told it; the line stays one", () => {
  const columns = "referentie | bedrag | bekend_op | status | beantwoord_op";
  const first = exportOn(
    "2025-03-31",
    `${columns}\nR1 | 100 | 2025-03-05 | in behandeling |\nR2 | 50 | 2025-03-05 | in behandeling |`,
  );
  const second = exportOn(
    "2025-04-30",
    `${columns}\nR1 | 100 | 2025-03-05 | toegekend | 2025-04-02\nR2 | 50 | 2025-03-05 | afgewezen |`,
  );
  expect(shown([first, second])).toEqual([
    ["R1", "100", "2025-03-05", null, "2025-04-02"],
    ["R2", "50", "2025-03-05", null, "2025-04-30"],
  ]);
});

test("a Toewijzing is known from the day it was decided when nothing else is said", () => {
  const one = exportOn(
    "2025-06-30",
    "toewijzing_nummer | toegewezen_op | einddatum\n7 | 2025-01-03 09:00:00 | 2025-12-31",
  );
  expect(shown([one], "toewijzingen")).toEqual([["7", "2025-12-31", "2025-01-03", null, null]]);
});

test("a row that stands twice, word for word, counts once and is named", () => {
  const twice = exportOn("2025-06-30", "referentie | bedrag\nR1 | 100\nR1 | 100\nR1 | 120");
  const {rows, doubles} = timeline("declaratieregels", [twice]);
  expect(rows.map(({row}) => row.values.bedrag)).toEqual(["100", "120"]);
  expect(doubles).toEqual([{number: 3, sha256: "a"}]);
});
