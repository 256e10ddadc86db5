import {afterAll, beforeAll, expect, test} from "vitest";
import {littleDatabase} from "../../../test/journeys/app.ts";
import {localAdministrator, publicReader, type Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {definitionMark} from "../../indicators/definition-mark.ts";
import {readQuestionText} from "../../indicators/question-text.ts";
import type {CsvFile} from "../csv.ts";
import {readField} from "../field.ts";
import {partOf} from "../proof-link.ts";
import {readSources} from "../sources.ts";
import {parseView, type Query} from "../view.ts";
import {proofFile, proofJson, proofSeries} from "./files.ts";

let database: Database;

beforeAll(async () => {
  database = await littleDatabase();
  await database.execute("delete from gegevens_kenmerk");
  await database.execute("insert into gegevens_kenmerk (gemeente_code, kenmerk) values ('GM9999', '0123456789ab')");
});

afterAll(() => database.close());

const teamleider: Reader = {...localAdministrator, within: [{dimension: "wijk", values: ["WK999901"]}]};

/** Both files of a figure, as they are given to a reader. */
async function filesOf(
  id: string,
  query: Query,
  reader: Reader,
): Promise<{json: Record<string, unknown>; csv: CsvFile}> {
  const sources = await readSources(database, reader);
  const view = parseView({van: "2025-01", tot: "2025-06", op: "2025-12-31", ...query}, sources.place, sources.names);
  const indicator = findIndicator(id);
  const part = partOf(indicator, undefined);
  const series = await proofSeries(sources, view, id, part);
  const field = await readField(sources, view, id);
  return {
    json: JSON.parse(proofJson(series, sources, field)),
    csv: proofFile(series, {sources, view, indicator, part, field}),
  };
}

test("the files of a figure say which question they answer, by which definition and of which data", async () => {
  const {json, csv} = await filesOf("kosten", {gebied: "WK999901", wet: "Wmo"}, localAdministrator);
  const vraag = "kosten?gemeente=GM9999&van=2025-01&tot=2025-06&per=maand&wet=Wmo&wijk=WK999901&op=2025-12-31";
  expect(json).toMatchObject({
    vraag,
    indicator: "kosten",
    gemeente: "GM9999",
    deel: null,
    publiek: "intern",
    definitie: {versie: 1, kenmerk: definitionMark(findIndicator("kosten"))},
    gegevens: {kenmerk: "0123456789ab", datum: "2025-12-31"},
  });
  expect(csv.name).toBe("kosten-Wmo-WK999901-2025-01-2025-06.csv");
  expect(csv.about[0]).toBe("Wijkbalans, gemeente Heuveldam: Hoe is dit geteld?");
  expect(csv.about[1]!.replaceAll("\u00a0", " ")).toBe(
    "U ziet het cijfer 'Kosten' voor Rivierenbuurt, Wmo, van jan t/m jun 2025, zoals bekend op 31 dec 2025",
  );
  expect(csv.about).toContain("Kenmerk van de gegevens: 0123456789ab");
  expect(csv.about).toContain(`Vraag: ${vraag}`);
});

test("who sees a part reads which, and the text of the question does not tell it", async () => {
  const {json, csv} = await filesOf("kosten", {}, teamleider);
  const whole = await filesOf("kosten", {}, localAdministrator);
  expect(json.deel).toEqual(expect.stringMatching(/\w/));
  expect(csv.about[0]).toBe(`Wijkbalans, gemeente Heuveldam, alleen ${json.deel}: Hoe is dit geteld?`);
  expect(json.vraag).toBe(whole.json.vraag);
  expect(json.rijen).not.toEqual(whole.json.rijen);
});

test("what everybody may see says so, and the part of a figure is in its question and its name", async () => {
  const {json, csv} = await filesOf("wachttijd", {}, publicReader);
  expect(json.publiek).toBe("openbaar");
  const {where} = readQuestionText(String(json.vraag));
  expect(where).toEqual([{dimension: "deel", value: partOf(findIndicator("wachttijd"), undefined)}]);
  expect(csv.name).toBe(`wachttijd-${where[0]!.value}-2025-01-2025-06.csv`);
});
