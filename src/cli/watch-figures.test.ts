import {expect, test} from "vitest";
import {databaseWith, emptyDatabase} from "../../test/engines.ts";
import {isWatched} from "../collaboration/signaal/watch.ts";
import {watchFigures} from "./watch-figures.ts";

const now = () => new Date("2026-04-01T08:00:00Z");
const tables = {
  gegevens_stand: "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2026-03-31",
  kostenregel: `
    client | aanbieder | wet | product_code | zorgmaand  | cents | is_credit | beantwoord_op | is_toegekend
    anna   | 75750001  | Wmo | 02A03        | 2025-01-01 | 10000 | false     | 2025-01-01    | true`,
};

test("there is nothing to look at before anything was delivered", async () => {
  const database = await emptyDatabase("duckdb");
  await watchFigures(database, now, new AbortController().signal);
  expect(await isWatched(database, "GM9999")).toBe(false);
});

test("what is broken off is not taken for done, and is done the next time", async () => {
  const database = await databaseWith("duckdb", tables);
  await watchFigures(database, now, AbortSignal.abort());
  expect(await isWatched(database, "GM9999")).toBe(false);
  await watchFigures(database, now, new AbortController().signal);
  expect(await isWatched(database, "GM9999")).toBe(true);
});
