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
import {type ListReader, listReader} from "./attack-lists.ts";
import {attackSameNumbers, type SameNumbers} from "./attack-same-numbers.ts";
import {folderWith, importInto} from "./berichten-on-disk.ts";
import {installationOf} from "./journeys/app.ts";

// A small Heuveldam taken in month after month. After each month readers read what is told beside the figures, keep it all,
// and calculate: who works with them the lists about the data, everybody how the rules are kept.

const audiences: readonly Audience[] = ["openbaar", "intern"];

const readers = new Map<Audience, ListReader>();
let sameNumbers: SameNumbers;

beforeAll(async () => {
  const world = folderWith();
  const dataFolder = folderWith();
  await makeDemo(world, {inwoners: 12_000, jaren: 2, seed: 1, hasTables: false}, () => undefined);
  const berichten = join(world, "berichten");
  const months = readdirSync(berichten).sort();
  const batches = [months.slice(0, -2), months.slice(-2, -1), months.slice(-1)];
  for (const audience of audiences) readers.set(audience, listReader(audience));
  for (const [place, batch] of batches.entries()) {
    const folders = batch.map((month) => join(berichten, month));
    await importInto(dataFolder, place === 0 ? [join(world, "referentie"), ...folders] : folders);
    const database = await openDatabase(dataFolder, {threads: 2});
    try {
      for (const [audience, reader] of readers) await readNow(database, audience, reader);
      if (place === batches.length - 1) sameNumbers = await readSameNumbers(database);
    } finally {
      await database.close();
    }
  }
}, 900_000);

async function readNow(database: Database, audience: Audience, reader: ListReader): Promise<void> {
  const {dataDate} = await readDataState(database);
  const failures: unknown[] = [];
  const app = createApp({
    database,
    readerOf: always({...localAdministrator, audience}),
    report: (error) => failures.push(error),
    installation: installationOf(database),
  });
  await reader.read(app, database, dataDate!);
  expect(failures).toEqual([]);
}

/** Over the last whole year, over this one, and of its last month. */
async function readSameNumbers(database: Database): Promise<SameNumbers> {
  const {dataDate} = await readDataState(database);
  const last = addMonths(monthOf(dataDate!), -1);
  const year = Number(last.slice(0, 4));
  return attackSameNumbers(
    database,
    localAdministrator,
    {gemeenteCode: "GM9999", knownOn: dataDate!},
    ["wijk", "aanbieder", "productgroep", "leeftijdsgroep", "verwijzer"],
    [
      [`${year - 1}-01`, `${year - 1}-12`],
      [`${year}-01`, last],
      [last, last],
    ],
  );
}

test("who lays all figures of Heuveldam beside each other learns no small number that several of them tell", () => {
  expect(sameNumbers.families).toBeGreaterThan(50);
  expect(sameNumbers.derived).toEqual([]);
});

describe.each(audiences)("who reads every list of Heuveldam as %s, month after month", (audience) => {
  test("learns no small number that is hidden", async () => {
    const reader = readers.get(audience)!;
    const {hidden, cells, sums} = reader.counts();
    expect(hidden).toBeGreaterThan(0);
    expect(cells).toBeGreaterThan(hidden);
    expect(sums).toBeGreaterThan(0);
    expect(await reader.derived()).toEqual([]);
  });
});
