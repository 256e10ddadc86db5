import {readdirSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import type {Database} from "../src/database/database.ts";
import {readDataState} from "../src/database/derive/state.ts";
import {makeDemo} from "../src/demo/make-demo.ts";
import {catalogue} from "../src/indicators/catalogue.ts";
import {measureTogether} from "../src/indicators/measure.ts";
import type {DimensionName, Question} from "../src/indicators/question.ts";
import {addMonths, type IsoDate, lastDay, type Month} from "../src/standards/calendar.ts";
import {folderWith, importInto, withDatabase} from "./berichten-on-disk.ts";

// A small Heuveldam taken in month after month. After each month everything is asked, and asked again of the whole, as known
// at the end of that month: what is said now of then must be what was said then.

/** What it is split by, each month by another one, and the whole. */
const splits: readonly (readonly DimensionName[])[] = [[], ["wijk"], ["aanbieder"], ["product"], ["verwijzer"]];

/** Month and indicator to the answer: as told at the end of that month, now of then, and now of now. */
const then = new Map<string, string>();
const now = new Map<string, string>();
const later = new Map<string, string>();

beforeAll(async () => {
  const world = folderWith();
  const dataFolder = folderWith();
  await makeDemo(world, {inwoners: 2500, jaren: 2, seed: 7, hasTables: false}, () => undefined);
  const berichten = join(world, "berichten");
  const all = readdirSync(berichten).sort();
  // The last month is not over on the last day that is known.
  const months = all.slice(-25, -1);
  const folders = (some: readonly string[]) => some.map((month) => join(berichten, month));
  await importInto(dataFolder, [join(world, "referentie"), ...folders(all.slice(0, -25))]);
  for (const month of months) {
    await importInto(dataFolder, folders([month]));
    await withDatabase(dataFolder, (database) => askAll(database, month, lastDay(month), then));
  }
  await importInto(dataFolder, folders(all.slice(-1)));
  await withDatabase(dataFolder, async (database) => {
    for (const month of months) await askAll(database, month, lastDay(month), now);
    await askAll(database, months[11]!, lastDay(months.at(-1)!), later);
  });
}, 900_000);

/** Every indicator over the year up to and with a month. */
async function askAll(database: Database, month: Month, knownOn: IsoDate, answers: Map<string, string>): Promise<void> {
  const dimensions = splits[Number(month.slice(5)) % splits.length]!;
  const asked = {gemeenteCode: "GM9999", dimensions, from: addMonths(month, -11), to: month, knownOn};
  const questions = catalogue.map(({id}): Question => ({...asked, indicator: id, grain: "maand", where: []}));
  const series = await measureTogether(database, questions, await readDataState(database));
  for (const [place, {id}] of catalogue.entries()) answers.set(`${month} ${id}`, JSON.stringify(series[place]!.rows));
}

test("what is told of then is what was told then", () => {
  expect(then.size).toBe(24 * catalogue.length);
  expect([...then].filter(([name, rows]) => rows !== now.get(name)).map(([name]) => name)).toEqual([]);
  // Else nothing came later that could have changed it.
  expect([...then].filter(([name, rows]) => later.has(name) && rows !== later.get(name)).length).toBeGreaterThan(20);
});
