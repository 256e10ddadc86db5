import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type RunningApp, startApp} from "./app.ts";
import {complaintsOf, violationsOf} from "./axe.ts";
import {hasBrowser, launchBrowser, openPage, paths} from "./browser.ts";

describe.skipIf(!hasBrowser)("every page is accessible", () => {
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

  // Of dark only the colours are new, and they are those of a phone or of a desk.
  const screens = [
    ...[1280, 390, 320].map((width) => ({colorScheme: "light" as const, width})),
    ...[1280, 390].map((width) => ({colorScheme: "dark" as const, width})),
  ];

  describe.each(screens)(
    "axe finds nothing, $colorScheme, $width px wide, all details open",
    ({colorScheme, width}) => {
      let opened: Awaited<ReturnType<typeof openPage>>;

      beforeAll(async () => {
        opened = await openPage(browser, {colorScheme, viewport: {width, height: 900}});
      });

      afterAll(() => opened?.page.context().close());

      test.each(paths)("%s", async (path) => {
        const {page, complaints} = opened;
        complaints.length = 0;
        await page.goto(app.url + path);
        expect(await complaintsOf(page)).toEqual([]);
        expect(complaints.filter((line) => !/40[04]/.test(line))).toEqual([]);
      });
    },
  );

  test("the menu of a phone is accessible when it is open", async () => {
    const {page} = await openPage(browser, {viewport: {width: 390, height: 900}});
    await page.goto(`${app.url}/cijfers/stand-van-zorg`);
    await page.getByText("Menu", {exact: true}).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
});
