import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type RunningApp, startApp} from "./app.ts";
import {hasBrowser, launchBrowser, openPage} from "./browser.ts";

describe.skipIf(!hasBrowser)("with the keyboard alone", () => {
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

  test("one goes from the menu to the proof of a figure, and down to its messages", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${app.url}/over-de-gegevens/catalogus`);
    await tabTo(page, "Cijfers");
    await follow(page);
    expect(await page.title()).toContain("Stand van zorg");
    await tabTo(page, "Hoe is dit geteld?");
    await follow(page);
    expect(await page.getByRole("heading", {level: 1}).textContent()).toMatch(/^Hoe is .+ geteld\?$/);
    await tabTo(page, "Declaratie (323)");
    await follow(page);
    expect(await page.locator("tbody tr").count()).toBe(50);
    await page.context().close();
  });

  test("the first stop of a page skips to its content", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${app.url}/cijfers/stand-van-zorg`);
    await page.keyboard.press("Tab");
    expect(await focusedText(page)).toBe("Ga naar de inhoud");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("inhoud");
    await page.context().close();
  });

  test("the question opens, changes and is asked again", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${app.url}/cijfers/stand-van-zorg`);
    await tabTo(page, /^U ziet/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Riv");
    await tabTo(page, "Toon");
    await follow(page);
    expect(new URL(page.url()).searchParams.get("gebied")).toBe("WK999901");
    expect(await page.locator(".wb-breadcrumb").textContent()).toBe("HeuveldamRivierenbuurt");
    await page.context().close();
  });

  test("one chooses a role from the head of the page, and another from there", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${app.url}/cijfers/stand-van-zorg`);
    for (const role of ["raadslid", "teamleider"]) {
      await tabTo(page, "Kies een rol");
      await follow(page);
      await tabTo(page, `Kijk als ${role}`);
      await follow(page);
      expect(new URL(page.url()).pathname).toBe("/");
      expect((await page.locator(".wb-reader").textContent())?.toLowerCase()).toContain(role);
    }
    await page.context().close();
  });

  test("the chart is no trap of thirty stops: its table has the same links", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${app.url}/cijfers/stand-van-zorg`);
    await tabTo(page, "Toon als tabel");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focusedText(page)).toBe("jan\u00a02024");
    await follow(page);
    expect(new URL(page.url()).searchParams.get("tot")).toBe("2024-01");
    await page.context().close();
  });

  test("one goes over the map from wijk to wijk, sees where one is, and opens its profile", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${app.url}/cijfers/wijkprofiel`);
    await tabTo(page, "Ga voorbij de kaart");
    const seen: string[] = [];
    for (;;) {
      await page.keyboard.press("Tab");
      if (!(await page.evaluate<boolean>("document.activeElement.closest('.wb-map-links') !== null"))) break;
      seen.push(String(await page.evaluate("document.activeElement.getAttribute('aria-label')")));
      // A ring with a halo, and no outline of the browser that a neighbour would cover.
      const [ring, halo] = await page.evaluate<[string, string]>(
        "[...document.activeElement.querySelectorAll('use')].reverse().map((one) => getComputedStyle(one).strokeWidth)",
      );
      expect([Number.parseFloat(ring), Number.parseFloat(halo)]).toEqual([4, 9]);
    }
    const links = await page.locator(".wb-map-links a").count();
    expect(links).toBeGreaterThanOrEqual(3);
    expect(seen).toHaveLength(links);
    expect(new Set(seen).size).toBe(links);
    await page.keyboard.press("Shift+Tab");
    await follow(page);
    const [name] = seen.at(-1)!.split(/[:,]/);
    expect(await page.getByRole("heading", {level: 1}).textContent()).toBe(`Wijkprofiel ${name}`);
    await page.context().close();
  });

  test("one goes past the map in one step, to what stands under it", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${app.url}/cijfers/wijkprofiel`);
    await tabTo(page, "Ga voorbij de kaart");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("na-de-kaart");
    await tabTo(page, "Toon als tabel");
    await page.keyboard.press("Enter");
    await tabTo(page, "Rivierenbuurt");
    await follow(page);
    expect(new URL(page.url()).pathname).toBe("/cijfers/wijkprofiel/WK999901");
    await page.context().close();
  });

  test("one chooses by ticks whom the mirror sets a unit beside", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${app.url}/cijfers/spiegel?per=buurt`);
    await tabTo(page, /^U ziet/);
    await page.keyboard.press("Enter");
    await tabTo(page, "Naast wie");
    await page.keyboard.press("Enter");
    for (let chosen = 0; chosen < 4; chosen++) {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
    }
    await tabTo(page, "Toon");
    await follow(page);
    expect(new URL(page.url()).searchParams.getAll("met")).toHaveLength(4);
    expect(await page.locator(".wb-question summary").first().textContent()).toContain("4 buurten die u koos");
    await page.context().close();
  });
});

async function tabTo(page: Page, text: string | RegExp): Promise<void> {
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press("Tab");
    const focused = await focusedText(page);
    if (typeof text === "string" ? focused === text : text.test(focused)) return;
  }
  throw new Error(`no stop is named ${String(text)}`);
}

async function follow(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

async function focusedText(page: Page): Promise<string> {
  return String(await page.evaluate("document.activeElement.textContent.trim()"));
}
