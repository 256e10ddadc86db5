import {readdirSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {type Audience, localAdministrator} from "../src/access/reader.ts";
import type {Database} from "../src/database/database.ts";
import {readDataState} from "../src/database/derive/state.ts";
import {openDatabase} from "../src/database/open.ts";
import {makeDemo} from "../src/demo/make-demo.ts";
import {addMonths, monthOf} from "../src/standards/calendar.ts";
import {createApp} from "../src/web/app.tsx";
import {always} from "../src/web/reader-of.ts";
import {type PageReader, pageReader, type Reading} from "./attack-pages.ts";
import {folderWith, importInto} from "./berichten-on-disk.ts";
import {installationOf} from "./journeys/app.ts";

// A small Heuveldam taken in month after month. After each month readers read the pages and their files, whole and
// narrowed once, keep it all, and calculate.

const audiences: readonly Audience[] = ["openbaar", "intern"];
const readers = new Map<Audience, PageReader>();

beforeAll(async () => {
  const world = folderWith();
  const dataFolder = folderWith();
  await makeDemo(world, {inwoners: 4000, jaren: 2, seed: 1, hasTables: false}, () => undefined);
  const berichten = join(world, "berichten");
  const months = readdirSync(berichten).sort();
  const batches = [months.slice(0, -2), months.slice(-2, -1), months.slice(-1)];
  for (const audience of audiences) readers.set(audience, pageReader(audience, readings));
  for (const [place, batch] of batches.entries()) {
    const folders = batch.map((month) => join(berichten, month));
    await importInto(dataFolder, place === 0 ? [join(world, "referentie"), ...folders] : folders);
    const database = await openDatabase(dataFolder, {threads: 2});
    try {
      for (const reader of readers.values()) await readNow(database, reader);
    } finally {
      await database.close();
    }
  }
}, 600_000);

async function readNow(database: Database, reader: PageReader): Promise<void> {
  const {dataDate} = await readDataState(database);
  const failures: unknown[] = [];
  const app = createApp({
    database,
    readerOf: always({...localAdministrator, audience: reader.audience}),
    report: (error) => failures.push(error),
    installation: installationOf(database),
  });
  await reader.read(app, database, dataDate!);
  expect(failures).toEqual([]);
}

/** What is read each time: the gemeente in every way, and each wijk, wet and productgroep. */
async function readings(database: Database): Promise<readonly Reading[]> {
  const {dataDate} = await readDataState(database);
  const last = addMonths(monthOf(dataDate!), -1);
  const year = [`${last.slice(0, 4)}-01`, last] as const;
  const wijken = await database.query<{code: string}>(
    "select distinct gebied_code as code from gebied where soort = 'wijk' order by code",
  );
  return [
    // A month less, before all of them: what lies between the two is a month of a taakveld.
    {where: [], splits: ["product", "aanbieder"], months: [[year[0], addMonths(last, -1)]]},
    {
      where: [],
      splits: ["wijk", "buurt", "productgroep", "product", "aanbieder", "team", "verwijzer", "leeftijdsgroep"],
      months: [year],
    },
    {where: [], splits: ["wijk", "wet"], months: [[`${last.slice(0, 4)}-01`, `${last.slice(0, 4)}-06`]]},
    ...wijken.map(
      ({code}): Reading => ({where: [{dimension: "wijk", value: code}], splits: ["buurt"], months: [year]}),
    ),
    ...["Wmo", "Jeugdwet"].map(
      (value): Reading => ({where: [{dimension: "wet", value}], splits: ["wijk", "aanbieder"], months: [year]}),
    ),
  ];
}

describe.each(audiences)("who reads every page of Heuveldam as %s, month after month", (audience) => {
  test("learns no small number that is hidden", async () => {
    const reader = readers.get(audience)!;
    expect(reader.hidden()).toBeGreaterThan(0);
    expect(await reader.derived()).toEqual([]);
  });
});
