import {existsSync} from "node:fs";
import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";

const places = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const executablePath = places.find((path) => path !== undefined && existsSync(path));

export const hasBrowser = executablePath !== undefined;

if (!hasBrowser) {
  console.log(
    "Browser tests are skipped: there is no Chromium. Install it (apt-get install chromium) or set CHROMIUM_PATH.",
  );
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath!,
    args: [
      "--no-sandbox",
      "--headless",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page of its own context; whatever it logs as an error fails the test that looks at `complaints`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{page: Page; complaints: string[]}> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return {page, complaints};
}

/** Every page there is, and the rare ones: narrowed, hidden, refused. */
export const paths = [
  "/cijfers/stand-van-zorg",
  "/cijfers/stand-van-zorg?gebied=WK999901&per=aanbieder",
  "/cijfers/stand-van-zorg?gebied=WK999904",
  "/cijfers/stand-van-zorg?van=2031-01",
  "/vandaag",
  "/cijfers/spiegel",
  "/cijfers/spiegel?wie=WK999901",
  "/cijfers/spiegel?per=aanbieder&wie=75750001&met=75750002&met=75750003",
  "/cijfers/spiegel?per=verwijzer-praktijk",
  "/cijfers/spiegel?per=schoenmaat",
  "/vandaag/waarschuwingen",
  "/vandaag/waarschuwingen?cijfer=uitval&per=wijk&wie=WK999901&wet=Jeugdwet",
  "/vandaag/waarschuwingen?per=schoenmaat",
  "/afmelden/onbekend",
  "/cijfers/wijkprofiel",
  "/cijfers/wijkprofiel?per=buurt&cijfer=kosten-per-inwoner",
  "/cijfers/wijkprofiel/WK999901",
  "/cijfers/wijkprofiel/WK999904?cijfer=uitval",
  "/samen-leren/teamkaart",
  "/samen-leren/teamkaart/T1",
  "/samen-leren/teamkaart/T2/caseload",
  "/cijfers/gemeenten",
  "/cijfers/gemeenten?gemeente=GM0513&jaar=2022",
  "/geteld/kosten",
  "/geteld/uitval",
  "/geteld/wachttijd",
  "/geteld/kosten/berichten",
  "/over-de-gegevens/catalogus",
  "/over-de-gegevens/catalogus?zoek=wachten&onderdeel=cli%C3%ABnt+en+kwaliteit",
  "/over-de-gegevens/catalogus?zoek=bestaat-niet",
  "/over-de-gegevens/catalogus/uitval",
  "/over-de-gegevens/datakwaliteit",
  "/over-de-gegevens/datakwaliteit?wet=Wmo&bericht=307",
  "/over-de-gegevens/datakwaliteit/start-nog-open",
  "/over-de-gegevens/datakwaliteit/zonder-buurt",
  "/over-de-gegevens/datakwaliteit/aanbieder/75750002",
  "/over-de-gegevens/datakwaliteit/cijfers",
  "/over-de-gegevens/datakwaliteit/cijfer/uitstroom",
  "/over-de-gegevens/aansluiting",
  "/over-de-gegevens/aansluiting?aanbieder=75750003",
  "/over-de-gegevens/lasten",
  "/over-de-gegevens/val-ons-aan?per=wet&van=2026-08",
  "/over-de-gegevens/val-ons-aan?per=schoenmaat",
  "/over-de-gegevens/val-ons-aan/tabel",
  "/over-de-gegevens/bestanden",
  "/over-de-gegevens/bestanden/contract_tarief",
  "/over-de-gegevens/aanleveren",
  "/over-de-gegevens/beheer",
  "/over-de-gegevens/beheer/rollen",
  "/over-de-gegevens/koppelen",
  "/over-de-gegevens/koppelen?bestand=leveringen.csv",
  "/over-de-gegevens/regels",
  "/over-de-gegevens/regels?zoek=bestaat-niet",
  "/over-de-gegevens/regels/TR338",
  "/over-de-gegevens/regels/OP271",
  "/over-de-gegevens/regels/UP001",
  "/privacyboek",
  "/privacyboek/register?zoek=geboortemaand",
  "/privacyboek/logboek",
  "/privacyboek/verzoeken",
  "/privacyboek/dpia",
  "/account",
  "/kies-een-rol",
  "/bestaat-niet",
];
