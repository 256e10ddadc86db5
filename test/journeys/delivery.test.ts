import {readFileSync} from "node:fs";
import {join} from "node:path";
import {createAdaptorServer} from "@hono/node-server";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {folderWith, startBericht} from "../berichten-on-disk.ts";
import {openInstallation, type TestInstallation} from "../installation.ts";
import {zipOf} from "../zip-file.ts";
import {complaintsOf} from "./axe.ts";
import {hasBrowser, launchBrowser, openPage} from "./browser.ts";

const aanleveren = "/over-de-gegevens/aanleveren";
const beheer = "/over-de-gegevens/beheer";

// The price on row 12 is odd; the day on row 13 is wrong.
const tarieven = [
  "contract_nummer;product_code;eenheid;tarief_cents;begindatum;einddatum;bekend_op",
  ...Array.from({length: 10}, (_, index) => `C${index};01A04;04;${3400 + index};2025-01-01;;2024-12-11`),
  "C10;01A04;04;340000;2025-01-01;;2024-12-11",
  "C11;01A04;04;3434;2025-31-01;;2024-12-11",
  "",
].join("\n");

describe.skipIf(!hasBrowser)("delivering in the browser", () => {
  let installation: TestInstallation;
  let server: ReturnType<typeof createAdaptorServer>;
  let url: string;
  let browser: Browser;
  const files = folderWith({
    "zip.zip": zipOf({"a.xml": startBericht("ZA"), "b.xml": startBericht("ZB")}),
    "los.xml": startBericht("LOS"),
    "slepen.xml": startBericht("SLEPEN"),
    "toets.xml": startBericht("TOETS"),
    "fout.xml": "<a/>",
    "team.csv": "team_code,naam,werkgever,fte\nT1,Noord,gemeente,veel\n",
    "gebied.csv": "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n",
    "contract_tarief.csv": tarieven,
    "export.csv": "Client;Product;Vanaf\n1;01A04;2025-01-01\n",
  });
  const at = (name: string) => join(files, name);

  beforeAll(async () => {
    installation = await openInstallation();
    server = createAdaptorServer({
      fetch: (request: Request) =>
        installation.ask(new URL(request.url).pathname + new URL(request.url).search, requestInit(request)),
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as {port: number}).port}`;
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    server?.close();
    expect(installation.reported).toEqual([]);
  });

  test("without script: choose, look, follow, take in, see what came of it", async () => {
    const {page} = await openPage(browser, {javaScriptEnabled: false});
    await page.goto(url + aanleveren);
    await page.getByLabel("Kies een of meer bestanden").setInputFiles([at("zip.zip"), at("fout.xml"), at("team.csv")]);
    await page.getByRole("button", {name: "Bekijk eerst"}).click();
    await refreshUntil(page, "Dit verandert er");
    const text = await page.locator("main").innerText();
    expect(text).toContain("2 bestanden zijn niet goed. Er gaat niets mee, tenzij u de goede regels inneemt.");
    expect(text).toContain("Regel 2, kolom 'fte'");
    await page.getByRole("button", {name: "Neem de goede regels"}).click();
    await refreshUntil(page, "Levering 1");
    expect(await page.locator(".wb-kern").innerText()).toBe("4 bestanden: 2 ingenomen, 2 geweigerd.");
    // Going back and refreshing sends nothing a second time.
    await page.reload();
    expect(await page.locator("h1").innerText()).toBe("Levering 1");
    await page.context().close();
  });

  test("with script: files are dropped, and the page goes on by itself", async () => {
    const {page, complaints} = await openPage(browser);
    await page.goto(url + aanleveren);
    await drop(page, "slepen.xml", readFileSync(at("slepen.xml"), "utf8"));
    expect(await page.locator("[data-chosen]").innerText()).toMatch(/^1 bestand gekozen, 2 kB\.$/);
    await page.getByRole("button", {name: "Bekijk eerst"}).click();
    await page.getByRole("heading", {level: 1, name: "Dit verandert er"}).waitFor();
    await page.getByRole("button", {name: "Neem in"}).click();
    await page.getByRole("heading", {level: 1, name: /^Levering \d+$/}).waitFor();
    expect(await page.locator(".wb-kern").innerText()).toBe("1 bestand: 1 ingenomen.");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  for (const javaScriptEnabled of [false, true]) {
    const how = javaScriptEnabled ? "with script" : "without script";
    test(`${how}: a tariff file shows what is wrong and odd, and its good rows are taken in`, async () => {
      const {page} = await openPage(browser, {javaScriptEnabled});
      // With our script the page goes on by itself.
      const arriveAt = (name: string | RegExp) =>
        javaScriptEnabled ? page.getByRole("heading", {level: 1, name}).waitFor() : refreshUntil(page, name);
      await installation.database.execute("delete from contract_tarief");
      await installation.database.execute("delete from bestand where naam = 'contract_tarief.csv'");
      await page.goto(url + aanleveren);
      await page.getByLabel("Kies een of meer bestanden").setInputFiles([at("gebied.csv"), at("contract_tarief.csv")]);
      await page.getByRole("button", {name: "Bekijk eerst"}).click();
      await arriveAt("Dit verandert er");
      const tariffs = page.getByRole("region", {name: "Tarieven: contract_tarief.csv"}).first();
      const text = await tariffs.innerText();
      expect(text).toContain("11 regels erbij.");
      expect(text).toContain("Fout: 1 regel blijft buiten");
      expect(text).toContain("Regel 13, kolom 'begindatum'");
      expect(text).toContain("Klopt dit?");
      expect(text).toContain("Regel 12, kolom 'tarief_cents'");
      await tariffs.getByText("Erbij: 11 regels, de eerste 10").click();
      expect(await tariffs.getByRole("row").count()).toBe(11);
      await page.getByRole("button", {name: "Het klopt, neem de goede regels"}).click();
      await arriveAt(/^Levering \d+$/);
      const rows = await installation.database.query<{nummer: string; cents: number}>(
        "select contract_nummer as nummer, tarief_cents as cents from contract_tarief order by tarief_cents",
      );
      expect(rows).toHaveLength(11);
      expect(rows.at(-1)).toEqual({nummer: "C10", cents: 340000});
      await page.context().close();
    });
  }

  test("a table whose columns are not known waits, and the page leads to where they are matched", async () => {
    const {page} = await openPage(browser);
    await page.goto(url + aanleveren);
    await page.getByLabel("Kies een of meer bestanden").setInputFiles(at("export.csv"));
    await page.getByRole("button", {name: "Bekijk eerst"}).click();
    await page.getByRole("button", {name: "Neem in"}).click();
    await page.getByRole("heading", {name: "Koppel eerst de kolommen"}).waitFor();
    expect(await complaintsOf(page)).toEqual([]);
    await page.getByRole("link", {name: "export.csv"}).click();
    await page.getByRole("heading", {level: 1, name: "Kolommen koppelen van export.csv"}).waitFor();
    await page.context().close();
  });

  test("by keyboard alone", async () => {
    const {page} = await openPage(browser);
    await page.goto(url + aanleveren);
    await page.getByLabel("Kies een of meer bestanden").setInputFiles(at("toets.xml"));
    await tabTo(page, "Bekijk eerst");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", {level: 1, name: "Dit verandert er"}).waitFor();
    await tabTo(page, "Gooi weg");
    await page.keyboard.press("Enter");
    await page.getByText("De bestanden zijn weggegooid.").waitFor();
    await tabTo(page, "Beheer");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", {level: 1, name: "Beheer"}).waitFor();
    await page.context().close();
  });

  test("what is refused on the way in is told beside the form, and the form stays", async () => {
    const {page} = await openPage(browser);
    await page.goto(url + aanleveren);
    await page.evaluate("document.querySelector('input[name=formulier]').value = 'oud'");
    await page.getByLabel("Kies een of meer bestanden").setInputFiles(at("los.xml"));
    await page.getByRole("button", {name: "Bekijk eerst"}).click();
    await page.getByText("Dit formulier is verlopen.").waitFor();
    expect(await page.getByRole("button", {name: "Bekijk eerst"}).isEnabled()).toBe(true);
    await page.context().close();
  });

  test("a form on a page elsewhere is refused, also when it would be sent with the reader's browser", async () => {
    const before = await installation.database.query("select 1 as een from ontvangst");
    const elsewhere = createAdaptorServer({
      fetch: () =>
        new Response(
          `<form method="post" action="${url}${aanleveren}" enctype="multipart/form-data"><button>Win een prijs</button></form>`,
          {headers: {"content-type": "text/html"}},
        ),
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const {page} = await openPage(browser);
    // Another name for the same machine is another site.
    await page.goto(`http://localhost:${(elsewhere.address() as {port: number}).port}/`);
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST"),
      page.click("button"),
    ]);
    expect(answer.status()).toBe(403);
    expect(await installation.database.query("select 1 as een from ontvangst")).toEqual(before);
    await page.context().close();
    elsewhere.close();
  });

  test("the original of a refused file can be fetched", async () => {
    const {page} = await openPage(browser);
    await page.goto(`${url}${beheer}/leveringen/1?toestand=geweigerd`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", {name: "ophalen: fout.xml"}).click(),
    ]);
    expect(download.suggestedFilename()).toBe("fout.xml");
    expect(readFileSync(await download.path(), "utf8")).toBe("<a/>");
    await page.context().close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 390, 320]) {
      test(`axe finds nothing on preview, progress, delivery and Beheer: ${colorScheme}, ${width} px`, async () => {
        const {page} = await openPage(browser, {colorScheme, viewport: {width, height: 900}});
        await page.goto(url + aanleveren);
        await page
          .getByLabel("Kies een of meer bestanden")
          .setInputFiles(["los.xml", "fout.xml", "team.csv", "contract_tarief.csv", "export.csv"].map(at));
        await page.getByRole("button", {name: "Bekijk eerst"}).click();
        await page.getByRole("heading", {level: 1, name: "Dit verandert er"}).waitFor();
        const found = {preview: await complaintsOf(page)} as Record<string, string[]>;
        const end = holdUp(installation);
        for (const path of [aanleveren, beheer, `${beheer}/leveringen/1`]) {
          await page.goto(url + path);
          found[path] = await complaintsOf(page);
        }
        end();
        expect(Object.entries(found).filter(([, complaints]) => complaints.length > 0)).toEqual([]);
        await page.context().close();
      });
    }
  }
});

/** Keeps the queue busy with a job that shows how far it is. */
function holdUp({deliveries}: TestInstallation): () => void {
  let end = () => {};
  deliveries.jobs.add("Inbox: nacht.zip", async (onProgress) => {
    onProgress({files: 30, totalFiles: 100, bytes: 5e6, seconds: 12});
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  return () => end();
}

async function refreshUntil(page: Page, heading: string | RegExp): Promise<void> {
  const isThere = (title: string) => (typeof heading === "string" ? title === heading : heading.test(title));
  for (let left = 100; !isThere(await page.locator("h1").innerText()); left--) {
    if (left === 0) throw new Error(`no page ${String(heading)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const link = page.getByRole("link", {name: "Ververs"});
    if ((await link.count()) > 0) await link.click();
    else await page.reload();
  }
}

async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    `(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
      document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
    })()`,
  );
}

async function tabTo(page: Page, text: string): Promise<void> {
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate("document.activeElement.textContent.trim()")) === text) return;
  }
  throw new Error(`no stop is named ${text}`);
}

function requestInit(request: Request): RequestInit {
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return {
    method: request.method,
    headers: request.headers,
    ...(hasBody ? {body: request.body, duplex: "half"} : {}),
  } as RequestInit;
}
