import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {catalogue, findIndicator} from "./catalogue.ts";
import {definitionMark, definitionStamp} from "./definition-mark.ts";
import {stepsFor} from "./steps.ts";

const written: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL("definitions.json", import.meta.url), "utf8"),
);

test.each(catalogue)("$id is counted by the definition that its version was written down with", (indicator) => {
  const {id} = indicator;
  const {version, mark} = definitionStamp(indicator);
  const before = written[id]?.[version];
  const line =
    before === undefined
      ? `${id}: version ${version} is not written down yet. Write it down: npm run definitions`
      : `${id}: its definition changed under version ${version}. Raise the version with a line in its history; or, where no figure can change by it, say why in the commit. Then: npm run definitions`;
  expect(before, line).toBe(mark);
});

test("each version of a figure that counts differently has a mark of its own", () => {
  for (const [id, versions] of Object.entries(written)) {
    const marks = Object.values(versions);
    expect(new Set(marks).size, id).toBe(marks.length);
    for (const mark of marks) expect(mark).toMatch(/^[0-9a-f]{12}$/);
  }
});

const kosten = findIndicator("kosten");

test("layout, comments and words for readers are no part of a definition", () => {
  const laidOut = `-- Iets anders.\n/* en nog iets */\n${kosten.sql.replaceAll(",", " ,\n\n  ").replaceAll("\n", "\n  ")} -- einde`;
  expect(definitionMark({...kosten, sql: laidOut, name: "Lasten", definition: "Anders", version: 2})).toBe(
    definitionMark(kosten),
  );
});

test.each([
  ["its SQL", {...kosten, sql: kosten.sql.replace("known_kostenregel", "known_overige_kosten")}],
  ["a text in its SQL", {...kosten, sql: `${kosten.sql}\nwhere wet <> '-- a'`}],
  ["how facts become a number", {...kosten, counting: {...kosten.counting, quantile: 0.5}}],
  ["its unit", {...kosten, unit: "personen" as const}],
  ["what it is shown by", {...kosten, parts: ["een", "twee"]}],
])("%s is part of a definition", (_, changed) => {
  expect(definitionMark(changed)).not.toBe(definitionMark(kosten));
});

test("so is a text inside quotes, to the space", () => {
  const of = (text: string) => definitionMark({...kosten, sql: `${kosten.sql}\nwhere wet <> '${text}'`});
  expect(of("-- a")).not.toBe(of("--  a"));
});

test("a shared step is part of every definition that is counted with it, and of each split", () => {
  // The text of the step stands in the query that is marked, so a change in it changes the mark.
  expect(stepsFor(kosten.sql).map(({name}) => name)).toContain("known_kostenregel");
  const withoutStep = {...kosten, sql: kosten.sql.replaceAll("known_kostenregel", "kostenregel")};
  expect(definitionMark(withoutStep)).not.toBe(definitionMark(kosten));
});

test("a figure that a gemeente wrote itself is marked too", () => {
  const own = {...kosten, id: "eigen-kosten", isLocal: true as const};
  expect(definitionStamp(own)).toEqual({version: 1, mark: definitionMark(kosten)});
});
