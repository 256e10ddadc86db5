import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type RunningApp, startApp} from "./app.ts";
import {hasBrowser, launchBrowser, openPage} from "./browser.ts";

describe.skipIf(!hasBrowser)("what a reader sees", () => {
  let app: RunningApp;
  let browser: Browser;
  let page: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    page = `${app.url}/cijfers/stand-van-zorg`;
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test("a list to choose from does not look like a field to type in", async () => {
    const {page: tab} = await openPage(browser);
    await tab.goto(page);
    await tab.locator(".wb-question > summary").click();
    expect(await tab.evaluate("getComputedStyle(document.querySelector('select')).appearance")).toBe("auto");
    await tab.context().close();
  });

  test("with colours of the reader's own, a chart is drawn in them", async () => {
    const {page: tab} = await openPage(browser, {forcedColors: "active", colorScheme: "dark"});
    await tab.goto(page);
    const [link, line] = await tab.evaluate<[string, string]>(
      "[getComputedStyle(document.querySelector('.wb-under a')).color, getComputedStyle(document.querySelector('.wb-spark path')).stroke]",
    );
    expect(line).toBe(link);
    await tab.context().close();
  });

  test("on a narrow phone each number ends where its column ends, and its unit is said", async () => {
    const {page: tab} = await openPage(browser, {viewport: {width: 320, height: 900}});
    await tab.goto(page);
    const gaps = await tab.evaluate<number[]>(`
      [...document.querySelectorAll(".wb-stack tbody td.wb-right:not(.wb-whole)")].map((cell) => {
        const value = document.createRange();
        value.setStart(cell, 1);
        value.setEnd(cell, cell.childNodes.length);
        return Math.round(cell.getBoundingClientRect().right - value.getBoundingClientRect().right);
      })
    `);
    expect(gaps.length).toBeGreaterThan(10);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1);
    expect(await tab.getByText("Kosten in € × 1.000, groei in een jaar, wachten in dagen.").isVisible()).toBe(true);
    await tab.context().close();
  });
});
