import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Reader, ScopePart} from "../src/access/reader.ts";
import {type RoleName, roleNames} from "../src/access/role.ts";
import {saveScreenRights} from "../src/access/screen-rights.ts";
import {openScreens, type ScreenName, screenNames} from "../src/access/screens.ts";
import type {Database} from "../src/database/database.ts";
import {createApp} from "../src/web/app.tsx";
import {installationOf, littleDatabase} from "./journeys/app.ts";

// The little world, asked as each of the twelve: what the table of rights says is what a reader gets.

let database: Database;
let ask: (path: string, reader: Reader) => Promise<Response>;

beforeAll(async () => {
  database = await littleDatabase();
  let asking: Reader | null = null;
  const app = createApp({
    database,
    readerOf: async () => asking,
    report: (error) => {
      throw error;
    },
    installation: installationOf(database),
  });
  ask = (path, reader) => {
    asking = reader;
    return Promise.resolve(app.request(path, {headers: {host: "localhost"}}));
  };
});

afterAll(() => database.close());

/** A page or file of each screen, and others where they are made in another way. */
const paths: Readonly<Record<ScreenName, readonly string[]>> = {
  vandaag: ["/vandaag", "/vandaag.csv"],
  "stand-van-zorg": [
    "/cijfers/stand-van-zorg",
    "/cijfers/stand-van-zorg?per=aanbieder",
    "/cijfers/stand-van-zorg?per=team",
    "/cijfers/stand-van-zorg/tabel.csv",
    "/cijfers/stand-van-zorg/tabel.csv?per=aanbieder",
  ],
  spiegel: ["/cijfers/spiegel", "/cijfers/spiegel?cijfer=uitval", "/cijfers/spiegel.csv?cijfer=uitval"],
  waarschuwingen: [
    "/vandaag/waarschuwingen",
    "/vandaag/waarschuwingen?cijfer=kosten-per-client&wet=Wmo",
    "/vandaag/waarschuwingen.csv",
  ],
  wijkprofiel: [
    "/cijfers/wijkprofiel",
    "/cijfers/wijkprofiel?per=buurt&cijfer=uitval",
    "/cijfers/wijkprofiel/WK999903",
    "/cijfers/wijkprofiel/kaart.csv?per=buurt",
    "/cijfers/wijkprofiel/WK999903/profiel.csv",
  ],
  teamkaart: [
    "/samen-leren/teamkaart",
    "/samen-leren/teamkaart/T2",
    "/samen-leren/teamkaart/T2/caseload",
    "/samen-leren/teamkaart/T2/kaart.csv",
  ],
  gemeenten: ["/cijfers/gemeenten"],
  geteld: ["/geteld/kosten", "/geteld/wachttijd", "/geteld/kosten.csv", "/geteld/clienten.json"],
  berichten: ["/geteld/kosten/berichten"],
  catalogus: ["/over-de-gegevens/catalogus", "/over-de-gegevens/catalogus/kosten"],
  datakwaliteit: [
    "/over-de-gegevens/datakwaliteit",
    "/over-de-gegevens/datakwaliteit/nooit-gestart",
    "/over-de-gegevens/datakwaliteit/aanbieder/75750002",
    "/over-de-gegevens/datakwaliteit/cijfer/kosten",
    "/over-de-gegevens/datakwaliteit/controles.csv",
    "/over-de-gegevens/datakwaliteit/bevindingen.csv",
  ],
  werklijst: [
    "/over-de-gegevens/datakwaliteit/werklijst.csv",
    "/over-de-gegevens/datakwaliteit/nooit-gestart/werklijst.csv",
  ],
  aansluiting: ["/over-de-gegevens/aansluiting", "/over-de-gegevens/aansluiting.csv"],
  lasten: ["/over-de-gegevens/lasten", "/over-de-gegevens/lasten.csv"],
  "val-ons-aan": ["/over-de-gegevens/val-ons-aan"],
  tabelcheck: ["/over-de-gegevens/val-ons-aan/tabel"],
  privacyboek: ["/privacyboek"],
  privacyregister: ["/privacyboek/register", "/privacyboek/register.csv", "/privacyboek/register.json"],
  inzagelog: ["/privacyboek/logboek"],
  inwonerverzoek: ["/privacyboek/verzoeken"],
  dpia: ["/privacyboek/dpia", "/privacyboek/dpia.md"],
  bestanden: ["/over-de-gegevens/bestanden", "/over-de-gegevens/bestanden/team/leeg.csv"],
  aanleveren: ["/over-de-gegevens/aanleveren"],
  beheer: ["/over-de-gegevens/beheer"],
  koppelen: ["/over-de-gegevens/koppelen"],
  origineel: [`/over-de-gegevens/beheer/bestanden/${"0".repeat(64)}`],
  rollen: ["/over-de-gegevens/beheer/rollen"],
  regels: ["/over-de-gegevens/regels", "/over-de-gegevens/regels/OP033"],
};

/** Who is narrowed to a part, as such people are. */
const parts: Readonly<Partial<Record<RoleName, readonly ScopePart[]>>> = {
  teamleider: [{dimension: "team", values: ["T2"]}],
  professional: [{dimension: "wijk", values: ["WK999903"]}],
  aanbieder: [{dimension: "aanbieder", values: ["75750002"]}],
};

function readerIn(role: RoleName): Reader {
  const audience = role === "inwoner" ? "openbaar" : "intern";
  const gemeenten = role === "beheerder" ? "alle" : ["GM9999"];
  return {id: role, name: "Iemand", role, gemeenten, within: parts[role] ?? [], audience};
}

describe.each(roleNames)("as %s", (role) => {
  const reader = readerIn(role);
  const open = openScreens(reader);

  test.each(screenNames.filter((name) => paths[name].length > 0))("%s", async (name) => {
    for (const path of paths[name]) {
      const answer = await ask(path, reader);
      const body = await answer.text();
      // What is not in the archive is no page; that it is not there is told to who might have seen it alone.
      const expected = !open.has(name) ? 403 : name === "origineel" ? 400 : 200;
      expect([path, answer.status]).toEqual([path, expected]);
      // What its little a stands for is said on the same page.
      if (body.includes("verborgen<sup>a</sup>")) {
        expect([path, body]).toEqual([path, expect.stringContaining("<sup>a</sup> Verborgen")]);
      }
      for (const hidden of outside(reader)) expect([path, body]).not.toEqual([path, expect.stringContaining(hidden)]);
    }
  });
});

/** What nobody may meet who is narrowed to another part. */
function outside({within}: Reader): readonly string[] {
  const [part] = within;
  if (part?.dimension === "aanbieder") {
    return ["75750001", "De Waterlelie", "75750003", "Zorggroep Zuid", "75750004", "Thuis &amp; Co"];
  }
  if (part?.dimension === "team") return ["WK999901", "Rivierenbuurt", "WK999902", "Centrum", "Team Noord"];
  if (part?.dimension === "wijk") return ["WK999901", "Rivierenbuurt", "WK999904", "Bedrijvenpark", "Team Noord"];
  return [];
}

describe("what lies outside the part of a reader", () => {
  const provider = readerIn("aanbieder");

  test.each([
    "/cijfers/stand-van-zorg?aanbieder=75750001",
    "/geteld/kosten?aanbieder=75750001",
    "/geteld/kosten/berichten?aanbieder=75750001",
    "/geteld/kosten.json?aanbieder=75750001",
    "/cijfers/spiegel?per=aanbieder&met=75750002&met=75750001",
  ])("%s is answered as a code that nobody has", async (path) => {
    const answer = await ask(path, provider);
    const unknown = await ask(path.replace("75750001", "75759999"), provider);
    expect(answer.status).toBe(unknown.status);
    expect((await answer.text()).replaceAll("75750001", "75759999")).toBe(await unknown.text());
  });

  test.each(["wijk", "buurt", "team", "verwijzer-praktijk"])(
    "an aanbieder is not set beside others per %s",
    async (kind) => {
      for (const path of [`/cijfers/spiegel?per=${kind}`, `/cijfers/spiegel.csv?per=${kind}`]) {
        const answer = await ask(path, provider);
        expect([path, answer.status]).toEqual([path, 400]);
        expect(await answer.text()).toContain("Kies uit");
        expect((await ask(path, readerIn("controller"))).status).toBe(200);
      }
    },
  );

  test("the page about another aanbieder is refused in one line", async () => {
    const answer = await ask("/over-de-gegevens/datakwaliteit/aanbieder/75750001", provider);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("U mag de gegevens van aanbieder 75750001 niet zien.");
  });

  test("how few there are of something is not told to who has no list of lines, though another read the page before", async () => {
    const reconciliation = async (role: RoleName) =>
      (await ask("/over-de-gegevens/aansluiting", {...readerIn(role), gemeenten: ["GM9999"]})).text();
    expect(await reconciliation("controller")).toContain("gedeclareerd en");
    expect(await reconciliation("bestuurder")).not.toContain("gedeclareerd en");
    expect(await reconciliation("controller")).toContain("gedeclareerd en");
    // From whom the list is taken, the few are too.
    const change = {screen: "werklijst", role: "controller", may: false} as const;
    const by = {by: "A. Beheer", now: new Date("2026-11-27T08:00:00Z")};
    await saveScreenRights(database, [change], {...by, seen: 0});
    expect(await reconciliation("controller")).not.toContain("gedeclareerd en");
    await saveScreenRights(database, [{...change, may: true}], {...by, seen: 1});
    expect(await reconciliation("controller")).toContain("gedeclareerd en");
  });

  test("a page says which part its figures are about", async () => {
    const page = await (await ask("/cijfers/stand-van-zorg", readerIn("teamleider"))).text();
    expect(page.match(/u ziet alleen Team Zuid/gi)).toHaveLength(1);
  });

  test("who has no part yet is told so, and sees nothing", async () => {
    const reader: Reader = {...provider, within: [{dimension: "aanbieder", values: []}]};
    const answer = await ask("/geteld/kosten.json", reader);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("nog niet gezegd welk deel van de gemeente u mag zien");
  });
});
