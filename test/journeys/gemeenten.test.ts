import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {takeInLandelijk} from "../../src/ingest/landelijk/take-in-landelijk.ts";
import {hasOpenData, openData} from "../opendata.ts";
import {type RunningApp, startApp} from "./app.ts";
import {complaintsOf} from "./axe.ts";
import {hasBrowser, launchBrowser, openPage} from "./browser.ts";

const files = [
  ...[2017, 2019, 2021, 2022, 2023, 2024].map((year) => `kwb/kwb_${year}_gemeenten.csv`),
  "iv3/iv3_2023_jaarrekening_sociaal_domein.csv",
  "iv3/iv3_2024_begroting_sociaal_domein.csv",
  "iv3/iv3_2025_begroting_sociaal_domein.csv",
  "iv3/gemeentefonds_2025_septembercirculaire2024_clusters.csv",
];

const path = "/cijfers/gemeenten?gemeente=GM0513&jaar=2022";

describe.skipIf(!hasOpenData)("real gemeenten, as they are served", () => {
  let app: RunningApp;
  let browser: Browser | null = null;

  beforeAll(async () => {
    app = await startApp(async (database) => {
      const inputs = files.map((name) => ({name, bytes: Buffer.from(openData(name)), place: null}));
      await takeInLandelijk(database, inputs, 2, null);
    });
    if (hasBrowser) browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test("the page has the figures that were counted by hand, and its file has them too", async () => {
    const answer = await fetch(app.url + path);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("Gouda heeft 73 Wmo-cliënten per 1.000 inwoners.");
    expect(html).toContain("Wmo-maatwerk: van €\u00a0252 in 2023 naar €\u00a0419 in 2025");
    expect(html).toContain("65 jaar en ouder: van 18,0\u00a0% in 2017 naar 20,0\u00a0% in 2024");
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
    const file = await (await fetch(`${app.url}${path.replace("?", ".csv?")}`)).text();
    expect(file).toContain("GM0513;Gouda;73");
  });

  test.skipIf(!hasBrowser).each([
    ["light", 1280],
    ["light", 320],
    ["dark", 390],
  ] as const)("axe finds nothing, %s, %i px wide, all details open", async (colorScheme, width) => {
    const {page, complaints} = await openPage(browser!, {colorScheme, viewport: {width, height: 900}});
    await page.goto(app.url + path);
    expect(await page.locator("svg.wb-chart").count()).toBeGreaterThan(10);
    expect(await complaintsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
