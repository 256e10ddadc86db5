import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type RunningApp, startApp} from "./app.ts";
import {hasBrowser, launchBrowser, openPage, paths} from "./browser.ts";

describe.skipIf(!hasBrowser)("without script", () => {
  let app: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test("the question can be changed, a table opened, and a wijk gone into", async () => {
    const {page} = await openPage(browser, {javaScriptEnabled: false});
    await page.goto(`${app.url}/`);
    expect(await page.locator(".wb-brand").textContent()).toContain("Heuveldam");
    await page.getByRole("link", {name: "Cijfers"}).first().click();
    await page.locator(".wb-question > summary").click();
    await page.getByLabel("Wet").selectOption("Jeugdwet");
    await page.getByLabel("Verdeeld per").selectOption("aanbieder");
    await page.getByRole("button", {name: "Toon"}).click();
    expect(await page.locator(".wb-question summary").textContent()).toContain("Jeugdwet");
    await page.getByRole("link", {name: "De Waterlelie"}).first().click();
    expect(await page.locator(".wb-breadcrumb").textContent()).toContain("De Waterlelie");
    await page.getByText("Toon als tabel").click();
    expect(await page.getByRole("columnheader", {name: "Nu binnen"}).isVisible()).toBe(true);
    await page.context().close();
  });

  test("a month of the chart leads to that month", async () => {
    const {page} = await openPage(browser, {javaScriptEnabled: false, viewport: {width: 1280, height: 1200}});
    await page.goto(`${app.url}/cijfers/stand-van-zorg`);
    await page.locator(".wb-plate-wide a").nth(5).click();
    expect(new URL(page.url()).searchParams.get("van")).toBe("2024-06");
    await page.context().close();
  });

  test("no page is wider than the paper, with every table open", async () => {
    const {page} = await openPage(browser, {viewport: {width: 687, height: 1000}});
    await page.emulateMedia({media: "print"});
    for (const path of paths) {
      await page.goto(`${app.url}${path}${path.includes("?") ? "&" : "?"}druk=1`);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect([path, overflow]).toEqual([path, 0]);
    }
    await page.context().close();
  });

  test("on paper the menu is gone, the question stays and tables can be open", async () => {
    const {page} = await openPage(browser, {javaScriptEnabled: false, viewport: {width: 687, height: 1000}});
    await page.goto(`${app.url}/cijfers/stand-van-zorg?druk=1`);
    await page.emulateMedia({media: "print"});
    expect(await page.locator(".wb-nav").isVisible()).toBe(false);
    expect(await page.locator(".wb-menu").isVisible()).toBe(false);
    expect(await page.locator(".wb-question > summary").isVisible()).toBe(true);
    expect(await page.locator(".wb-plate-wide").first().isVisible()).toBe(true);
    expect(await page.locator(".wb-plate-narrow").first().isVisible()).toBe(false);
    expect(await page.getByRole("columnheader", {name: "Nu binnen"}).isVisible()).toBe(true);
    await page.context().close();
  });
});
