import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {folderWith} from "../berichten-on-disk.ts";
import {hasBrowser, launchBrowser} from "./browser.ts";
import {type SignInApp, startSignInApp} from "./sign-in-app.ts";

const roles = {
  claim: "groups",
  rollen: [
    {waarde: "controle", rol: "controller"},
    {waarde: "noord", rol: "teamleider", team: "T1"},
  ],
};

describe.skipIf(!hasBrowser)("somebody who signs in", () => {
  let app: SignInApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startSignInApp({
      accounts: {
        anna: {name: "Anna de Boer", email: "anna@voorbeeld.nl", emailVerified: true, groups: ["controle", "noord"]},
        bram: {name: "Bram Vos"},
      },
      environment: {
        WIJKBALANS_OIDC_ROLLEN_BESTAND: `${folderWith({"rollen.json": JSON.stringify(roles)})}/rollen.json`,
      },
    });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test("comes to the page he asked for, sees who he is, and is out when he signs out", async () => {
    const page = await newPage();
    await page.goto(`${app.url}/geteld/kosten?van=2025-01`);
    await signIn(page, "anna");
    expect(page.url()).toBe(`${app.url}/geteld/kosten?van=2025-01`);
    await page.goto(`${app.url}/account`);
    expect(await page.locator(".wb-kern").textContent()).toContain("U bent Anna de Boer.");
    expect(await page.getByRole("heading", {level: 2}).last().textContent()).toBe("U bent op één plek aangemeld");

    await press(page, "Meld af");
    // The provider asks whether he wants to sign out there too.
    await page.waitForURL(`${app.provider.issuer}/**`);
    await page.locator("button[name=logout]").click();
    await page.waitForURL(`${app.url}/afgemeld**`);
    expect(await page.getByRole("heading", {level: 1}).textContent()).toBe("U bent afgemeld");
    await page.goto(`${app.url}/account`);
    expect(page.url()).toContain(app.provider.issuer);
  });

  test("and signs out everywhere, is out in every browser", async () => {
    const [one, two] = [await newPage(), await newPage()];
    for (const page of [one, two]) {
      await page.goto(`${app.url}/account`);
      await signIn(page, "anna");
    }
    await one.reload();
    expect(await one.getByRole("heading", {level: 2}).last().textContent()).toBe("U bent op 2 plekken aangemeld");
    await press(one, "Meld overal af");
    await two.goto(`${app.url}/geteld/kosten`);
    expect(two.url()).toContain(app.provider.issuer);
  });

  test("and signs out at the provider, is out here too", async () => {
    const page = await newPage();
    await page.goto(`${app.url}/account`);
    await signIn(page, "anna");
    // As another application would do it: in the same browser, at the provider itself.
    await page.goto(`${app.provider.issuer}/session/end`);
    await page.locator("button[name=logout]").click();
    await page.waitForLoadState();
    await expect
      .poll(async () => (await app.database.query("select sid from sessie")).length, {timeout: 60_000})
      .toBe(0);
    await page.goto(`${app.url}/geteld/kosten`);
    expect(page.url()).toContain(app.provider.issuer);
  });

  test("ends another browser of his from Mijn account", async () => {
    const [one, two] = [await newPage(), await newPage()];
    for (const page of [one, two]) {
      await page.goto(`${app.url}/account`);
      await signIn(page, "anna");
    }
    await one.reload();
    await press(one, "Meld daar af");
    expect(await one.getByRole("heading", {level: 2}).last().textContent()).toBe("U bent op één plek aangemeld");
    await two.goto(`${app.url}/account`);
    expect(two.url()).toContain(app.provider.issuer);
  });

  test("and does nothing for half an hour shows again who he is, and is where he was", async () => {
    const page = await newPage();
    await page.goto(`${app.url}/geteld/uitval`);
    await signIn(page, "anna");
    app.wait(29);
    await page.reload();
    expect(page.url()).toBe(`${app.url}/geteld/uitval`);
    app.wait(30);
    await page.reload();
    // The provider still knows him, and asks all the same.
    expect(page.url()).toContain(app.provider.issuer);
    await signIn(page, "anna");
    expect(page.url()).toBe(`${app.url}/geteld/uitval`);
  });

  test("changes role, and the old cookie is worth nothing", async () => {
    const page = await newPage();
    await page.goto(`${app.url}/account`);
    await signIn(page, "anna");
    const before = await cookieOf(page);
    await page.getByLabel("Rol", {exact: true}).selectOption({label: "Teamleider, team T1"});
    await press(page, "Wissel van rol");
    expect(await page.locator(".wb-kern").textContent()).toContain("U kijkt als Teamleider, team T1.");
    const after = await cookieOf(page);
    expect(after).not.toBe(before);
    const answer = await fetch(`${app.url}/account`, {headers: {cookie: `wijkbalans=${before}`}, redirect: "manual"});
    expect(answer.status).toBe(303);
  });

  test("without a role sees what to do", async () => {
    const page = await newPage();
    await page.goto(`${app.url}/`);
    await signIn(page, "bram");
    expect(await page.getByRole("heading", {level: 1}).textContent()).toBe("U heeft nog geen rol");
    expect(await page.locator("main").textContent()).toContain("Bram Vos");
  });

  test("while the provider is down reads one line, and who was in goes on", async () => {
    const [inside, outside] = [await newPage(), await newPage()];
    await inside.goto(`${app.url}/geteld/kosten`);
    await signIn(inside, "anna");
    await outside.goto(`${app.url}/geteld/kosten`);
    const back = outside.url();
    expect(back).toContain(app.provider.issuer);
    app.provider.setDown(true);
    try {
      await inside.reload();
      expect(await inside.getByRole("heading", {level: 1}).textContent()).toMatch(/geteld/);
      app.wait(61);
      await outside.goto(`${app.url}/aanmelden/terug?code=x&state=y`);
      expect(await outside.getByRole("heading", {level: 1}).textContent()).toBe("Het aanmelden is niet gelukt");
    } finally {
      app.provider.setDown(false);
    }
  });

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({javaScriptEnabled: false});
    return context.newPage();
  }
});

async function signIn(page: Page, account: string): Promise<void> {
  await page.getByLabel("Naam").fill(account);
  await page.getByRole("button", {name: "Log in"}).click();
  await page.waitForLoadState();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", {name, exact: true}).click();
  await page.waitForLoadState();
}

async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.find(({name}) => name === "wijkbalans")!.value;
}
