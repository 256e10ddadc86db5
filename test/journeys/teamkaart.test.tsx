import {createAdaptorServer} from "@hono/node-server";
import {Hono} from "hono";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {longestText, longestWho} from "../../src/collaboration/teamkaart/text-rules.ts";
import {topics} from "../../src/reports/teamkaart/questions.ts";
import type {Teamkaart} from "../../src/reports/teamkaart/teamkaart.ts";
import {readAssets} from "../../src/web/assets.ts";
import {Layout} from "../../src/web/components/layout.tsx";
import {TeamkaartPage} from "../../src/web/pages/teamkaart.tsx";
import {type RunningApp, startApp} from "./app.ts";
import {hasBrowser, launchBrowser, openPage} from "./browser.ts";

/** How many sheets of A4 a page takes. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({preferCSSPageSize: true});
  return (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
}

describe.skipIf(!hasBrowser)("the work meeting of a team", () => {
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

  test("without script: a teamleider answers, promises, says how it went, and prints one page", async () => {
    const {page, complaints} = await openPage(browser, {javaScriptEnabled: false});
    // The first page after a choice is made of all figures, and the machine may be busy.
    page.setDefaultTimeout(250_000);
    await page.goto(`${app.url}/kies-een-rol`);
    await page.getByRole("button", {name: "Kijk als teamleider"}).click();
    await page.goto(`${app.url}/samen-leren/teamkaart`);
    expect(await page.locator("h1").textContent()).toBe("Teamkaart Team Noord");
    expect(await sheetsOf(page)).toBe(1);

    await page.getByText("Schrijf ons antwoord").first().click();
    await page.getByLabel("Ons antwoord").first().fill("Wij bellen na een week.");
    await page.getByRole("button", {name: "Bewaar het antwoord"}).first().click();
    expect(await page.getByRole("status").textContent()).toContain("Bewaard.");
    expect(await page.locator(".wb-team-questions").textContent()).toContain("Wij bellen na een week.");

    await page.getByLabel("Wat spreken we nu af?").fill("Twee middagen samen met de huisarts");
    await page.getByLabel("Wie (een rol of voornaam)").last().fill("Noor en Erik");
    await page.getByRole("button", {name: "Bewaar de belofte"}).last().click();
    await page.getByText("Zeg hoe het ging").click();
    await page.getByLabel("Is het gelukt?").selectOption("deels");
    await page.getByRole("button", {name: "Bewaar hoe het ging"}).click();
    const promises = await page.locator(".wb-team-promises").textContent();
    expect(promises).toContain("Twee middagen samen met de huisarts");
    expect(promises).toContain("door Noor en Erik");
    expect(promises).toContain("Deels gelukt");

    await page.emulateMedia({media: "print"});
    expect(await page.getByText("Wat spreken we nu af, wie en wanneer?").isVisible()).toBe(true);
    expect(await page.getByRole("button", {name: "Bewaar de belofte"}).last().isVisible()).toBe(false);
    expect(await page.getByText("Wij bellen na een week.").first().isVisible()).toBe(true);
    expect(await sheetsOf(page)).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)("on paper", () => {
  const long = (length: number) => "lange woorden met betekenis ".repeat(length / 20).slice(0, length);
  const longest = (texts: readonly string[]) => texts.toSorted((a, b) => b.length - a.length)[0]!;
  const finding = longest(Object.values(topics).flatMap((topic) => Object.values(topic.finding)));
  const question = longest(Object.values(topics).flatMap((topic) => Object.values(topic.question)));
  const text = {number: 1, seen: 1, text: long(longestText), by: "Een collega met een lange naam, 27 november 2026"};

  /** Everything as long as it may be, and more of it than fits. */
  const full: Teamkaart = {
    title: "Teamkaart Wijkteam Noordoost en de Rivierenbuurt",
    meeting: "Voor het overleg in september 2026",
    kern: "Deze kaart is voor het team zelf. Hij gaat over het werk, niet over personen. Niemand buiten het team ziet de vragen en antwoorden.",
    changes: [1, 2, 3].map(() => ({
      finding,
      href: "/",
      line: "Jeugdwet: 12.345 van de 23.456 wachttijden (52,6 %). Een jaar eerder 48,1 %. Bij de andere teams bleef het gelijk.",
      chanceWords: "Waarschijnlijk geen toeval.",
      course: [1, 2, 3, 2, 4, 5, 4, 6],
    })),
    changesNote: "Vier hele kwartalen, naast een jaar eerder.",
    questions: [1, 2, 3].map((number) => ({
      name: `q${number}`,
      words: `${question} dan bij teams met dezelfde behoefte?`,
      line: "12.345 van de 23.456 toewijzingen (52,6 %) in okt 2025 t/m sep 2026. Bij teams als dit: 48,1 %. Dit kan toeval zijn.",
      href: "/",
      answer: number === 1 ? null : text,
    })),
    questionsNote: "Niets springt eruit: elk verschil kan toeval zijn. Deze vragen komen er het dichtst bij.",
    promises: {
      open: [1, 2, 3, 4, 5].map((number) => ({
        ...text,
        number,
        who: long(longestWho),
        byDay: "2026-12-15",
        line: `Beloofd op 27 november 2026, door ${long(longestWho)}, voor 15 december 2026`,
        outcome: {...text, state: "deels" as const},
      })),
      done: [],
    },
    history: [],
    offers: [1, 2, 3, 4, 5, 6].map((number) => ({
      wijk: `Wijk met een lange naam ${number}`,
      href: "/",
      offers: [1, 2, 3, 4, 5].map(() => ({name: long(60), kind: "informeel", description: "", places: null})),
    })),
    provenance: {
      source: "berichten iWmo en iJw, en tabellen van het systeem van de gemeente",
      coverage: "Dekking: 80 % van de bekende kosten loopt via berichten; pgb, wijkteam en subsidies staan apart",
      dataThrough: "2026-09",
      knownOn: "2026-10-31",
      completeShare: 0.64,
      remarks: [],
    },
    path: "/",
    caseloadHref: "/",
    fileHref: "/",
  };

  const empty: Teamkaart = {
    ...full,
    changes: [],
    changesNote: null,
    questions: [],
    promises: {open: [], done: []},
    offers: [],
  };

  test.each([
    ["everything as long as it may be", full],
    ["nothing yet", empty],
  ])("a card with %s is exactly one A4, with room to write", async (_, report) => {
    const assets = readAssets();
    const app = new Hono();
    app.get("/assets/:name", ({req}) => {
      const asset = assets.byPath.get(req.path)!;
      return new Response(asset.body, {headers: {"Content-Type": asset.type}});
    });
    app.get("/", ({html}) =>
      html(
        `<!doctype html>${(
          (
            <Layout
              title={report.title}
              place="Heuveldam"
              headLinks={[]}
              part={null}
              menu={[]}
              path="/"
              assets={assets}
              hasScript={false}
            >
              <TeamkaartPage report={report} formToken="x" draft={null} isSaved={false} />
            </Layout>
          )
        ).toString()}`,
      ),
    );
    const server = createAdaptorServer({fetch: app.fetch});
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await launchBrowser();
    const {page} = await openPage(browser, {viewport: {width: 688, height: 1009}});
    const address = server.address() as {port: number};
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await page.emulateMedia({media: "print"});
    expect(await sheetsOf(page)).toBe(1);
    const box = await page.locator(".wb-team-box").boundingBox();
    expect(box!.height).toBeGreaterThan(80);
    // And nothing hangs over the edge.
    expect(await page.evaluate<number>("document.documentElement.scrollHeight")).toBeLessThanOrEqual(1009);
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });
});
