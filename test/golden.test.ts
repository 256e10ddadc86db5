import {afterAll, beforeAll, expect, test} from "vitest";
import {localAdministrator} from "../src/access/reader.ts";
import type {Database} from "../src/database/database.ts";
import {findIndicator} from "../src/indicators/catalogue.ts";
import {aansluiting} from "../src/reports/aansluiting/aansluiting.ts";
import {datakwaliteit} from "../src/reports/datakwaliteit/datakwaliteit.ts";
import {parseQualityView} from "../src/reports/datakwaliteit/quality-view.ts";
import {geteld} from "../src/reports/geteld/geteld.ts";
import {readSources, type Sources} from "../src/reports/sources.ts";
import {standVanZorg} from "../src/reports/stand-van-zorg/stand-van-zorg.ts";
import {parseView} from "../src/reports/view.ts";
import {littleDatabase} from "./journeys/app.ts";

// What a reader will see change shows in these files: a review reads the difference.

let database: Database;
let sources: Sources;

beforeAll(async () => {
  database = await littleDatabase();
  sources = await readSources(database, localAdministrator);
});

afterAll(() => database.close());

test("the page Stand van zorg says what it said before", async () => {
  const report = await standVanZorg(sources, parseView({}, sources.place, sources.names));
  await expect(written(report)).toMatchFileSnapshot("expected/stand-van-zorg.json");
});

test("the page of one wijk says what it said before", async () => {
  const query = {gebied: "WK999901", wet: "Jeugdwet", per: "aanbieder"};
  const report = await standVanZorg(sources, parseView(query, sources.place, sources.names));
  await expect(written(report)).toMatchFileSnapshot("expected/stand-van-zorg-wijk.json");
});

test("the proof of a figure says what it said before", async () => {
  const view = parseView({van: "2025-01", tot: "2025-12"}, sources.place, sources.names);
  const {
    sql: _,
    indicator: __,
    ...report
  } = await geteld({sources, view, indicator: findIndicator("uitval"), part: null});
  await expect(written(report)).toMatchFileSnapshot("expected/geteld-uitval.json");
});

test("the page Datakwaliteit says what it said before", async () => {
  const report = await datakwaliteit(sources, parseQualityView({}, sources));
  await expect(written(report)).toMatchFileSnapshot("expected/datakwaliteit.json");
});

test("the page Aansluiting says what it said before", async () => {
  const report = await aansluiting(sources, parseView({}, sources.place, sources.names));
  await expect(written(report)).toMatchFileSnapshot("expected/aansluiting.json");
});

/** Hard spaces as "_", and estimates in whole cents: engines and machines differ far behind the comma. */
function written(report: unknown): string {
  const text = JSON.stringify(
    report,
    (_key, value) => (typeof value === "number" ? Number(value.toFixed(6)) : value),
    1,
  );
  return `${text.replaceAll("\u00a0", "_")}\n`;
}
