import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {forgetfulLooks} from "../../test/forgetful-looks.ts";
import {installationOf, littleDatabase} from "../../test/journeys/app.ts";
import {localAdministrator, publicReader, type Reader} from "../access/reader.ts";
import type {RoleName} from "../access/role.ts";
import {changeRoleRight} from "../access/role-rights.ts";
import {demoIssuer} from "../access/sign-in/demo.ts";
import {noteUser} from "../access/sign-in/users.ts";
import {keyForMail, switchMail, wantsMail} from "../collaboration/abonnement/subscriptions.ts";
import type {Database} from "../database/database.ts";
import {createApp} from "./app.tsx";

const path = "/vandaag/waarschuwingen";
const gemeenteCode = "GM9999";
const now = new Date("2026-11-27T08:00:00Z");

let database: Database;
let asking: Reader | null;
let app: ReturnType<typeof createApp>;

function reader(role: RoleName, more: Partial<Reader> = {}): Reader {
  return {
    id: `id-${role}`,
    name: `Een ${role}`,
    role,
    gemeenten: [gemeenteCode],
    within: [],
    audience: "intern",
    ...more,
  };
}

const controller = reader("controller");
const teamleider = reader("teamleider", {within: [{dimension: "team", values: ["T1"]}]});
const aanbieder = reader("aanbieder", {within: [{dimension: "aanbieder", values: ["75750002"]}]});

function appWith(mail: boolean) {
  return createApp({
    database,
    readerOf: async () => asking,
    report: (error) => {
      throw error;
    },
    installation: {
      ...installationOf(database),
      ...(mail
        ? {mail: {facts: () => ({waiting: 2, fault: {line: "Iets ging mis.", at: "2026-11-27 08:00:00"}})}}
        : {}),
    },
  });
}

beforeAll(async () => {
  database = await littleDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  for (const table of ["gebruiker", "rolrecht", "abonnement", "signaalregel"]) {
    await database.execute(`delete from ${table}`);
  }
  asking = controller;
  app = appWith(true);
});

async function get(query = "", at = path): Promise<{status: number; html: string; location: string | null}> {
  return answered(await app.request(`${at}${query}`, {headers: {host: "localhost"}}));
}

async function post(fields: Readonly<Record<string, string>>, at = path) {
  const token = /name="formulier" value="([^"]+)"/.exec((await get()).html)?.[1] ?? "";
  return answered(
    await app.request(at, {
      method: "POST",
      headers: {host: "localhost", "sec-fetch-site": "same-origin"},
      body: new URLSearchParams({formulier: token, ...fields}),
    }),
  );
}

async function answered(answer: Response) {
  const html = (await answer.text()).replaceAll("&#39;", "'").replaceAll("\u00a0", " ");
  return {status: answer.status, html, location: answer.headers.get("location")};
}

const make = {
  actie: "maak",
  per: "team",
  cijfer: "kosten-per-client",
  wie: "T1",
  kant: "hoger",
  grens: "€ 100",
  voor: "mij",
};

describe("the page Mijn waarschuwingen", () => {
  test("a rule is made in the unit of the figure, shown with how it is now, taken back and put back", async () => {
    expect((await get()).html).toContain("U hebt nog geen waarschuwingen.");
    expect(await post({...make, waarom: "afspraak <b>maart</b>"})).toMatchObject({status: 303, location: path});
    const {html} = await get();
    expect(html).toContain("boven € 100");
    expect(html).toContain("afspraak &lt;b&gt;maart&lt;/b&gt;");
    expect(html).toContain("U hebt 1 waarschuwing. Nu is er 1 grens voorbij.");
    expect(await database.query("select grens, kant, voor, vraag from signaalregel")).toEqual([
      {
        grens: 10_000,
        kant: "hoger",
        voor: "mij",
        vraag: "kosten-per-client?gemeente=GM9999&van=2025-10&tot=2026-09&per=totaal&team=T1&op=2026-10-31",
      },
    ]);
    expect(await post({actie: "weg", nummer: "1"})).toMatchObject({status: 303, location: `${path}?weg=1`});
    const gone = await get("?weg=1");
    expect(gone.html).toMatch(/Weggehaald: .*boven € 100\./);
    expect(gone.html).toContain("U hebt nog geen waarschuwingen.");
    expect((await post({actie: "terug", nummer: "1"})).status).toBe(303);
    expect((await get()).html).toContain("U hebt 1 waarschuwing.");
  });

  test("a link of elsewhere fills in what it is about", async () => {
    const {html, status} = await get("?cijfer=uitval&per=team&wie=T1&wet=Jeugdwet");
    expect(status).toBe(200);
    expect(html).toContain('<option value="T1" selected="">');
    expect(html).toContain('<option value="Jeugdwet" selected="">');
    expect(html).toContain("in procenten. Bijvoorbeeld: 12,5 %");
  });

  test("the mirror leads there, for who may be warned", async () => {
    const spiegel = "/cijfers/spiegel?per=team&cijfer=uitval&wie=T1&wet=Jeugdwet";
    expect((await get("", spiegel)).html).toContain(
      `href="${path}?cijfer=uitval&amp;per=team&amp;wie=T1&amp;wet=Jeugdwet#nieuw"`,
    );
  });

  test("a rule for all is seen by who sees that figure, and says whose it is", async () => {
    await post({...make, voor: "allen"});
    asking = teamleider;
    const {html} = await get();
    expect(html).toContain("voor allen, van Een controller");
    expect(html).not.toContain('value="weg"');
    expect(html).not.toContain("Voor allen die dit cijfer mogen zien");
    asking = aanbieder;
    expect((await get()).html).toContain("U hebt nog geen waarschuwingen.");
  });

  test("who sees the same part sees nothing of what another asked for himself", async () => {
    asking = reader("raadslid");
    const raadslid = await get();
    // Neither has the werklijst, so all that is counted for the one holds for the other.
    asking = reader("bestuurder");
    await post(make);
    expect((await get()).html).toContain("U hebt 1 waarschuwing.");
    expect((await get()).html).toContain("Voor allen die dit cijfer mogen zien");
    asking = reader("raadslid");
    expect((await get()).html).toContain("U hebt nog geen waarschuwingen.");
    expect(raadslid.html).not.toContain("Voor allen die dit cijfer mogen zien");
    expect((await get(".csv")).html).not.toContain("Een bestuurder");
  });

  test("who sees a part chooses from that part alone", async () => {
    asking = aanbieder;
    const {html} = await get();
    expect(html).toContain("75750002");
    expect(html).not.toContain("75750001");
    expect(html).not.toContain("De hele gemeente");
    expect((await post({...make, per: "aanbieder", wie: "75750002"})).status).toBe(303);
    const refused = await post({...make, per: "aanbieder", wie: "75750001"});
    expect(refused.status).toBe(400);
    expect(refused.html).toContain("valt buiten wat u mag zien");
    expect(refused.html).not.toContain("75750001");
  });

  test("whose part became another keeps his rule, and is told no figure of it", async () => {
    asking = teamleider;
    await post(make);
    asking = {...teamleider, within: [{dimension: "team", values: ["T2"]}]};
    const {html} = await get();
    expect(html).toContain("Dit valt niet meer in het deel dat u mag zien.");
    expect(html).not.toContain("boven de grens");
    expect((await post({actie: "weg", nummer: "1"})).status).toBe(303);
  });

  test("as a file it is one row for each rule", async () => {
    await post({...make, waarom: "=1+1"});
    const {html, status} = await get(".csv");
    expect(status).toBe(200);
    expect(html).toMatch(/\r\n1;[^;]+;[^;]+;boven € 100;'=1\+1;mij;Een controller;2026-11-27 08:00:00\r\n/);
  });

  test("the public has no rules, whatever the table of rights says", async () => {
    asking = publicReader;
    expect((await get()).status).toBe(403);
    expect((await post(make)).status).toBe(403);
    expect(await database.query("select * from signaalregel")).toEqual([]);
  });
});

describe("what cannot be is one clear line, and changes nothing", () => {
  test.each([
    [{grens: ""}, "De grens ontbreekt."],
    [{grens: "veel"}, "'veel' is geen grens die wij kunnen lezen."],
    [{cijfer: "uitval", grens: "101 %"}, "De grens kan niet boven 100 % liggen."],
    [{cijfer: "schoenmaat"}, "Het cijfer 'schoenmaat' staat niet in de catalogus."],
    [{per: "straat"}, "Een waarschuwing per 'straat' kan niet."],
    [{wie: "T9"}, "Dit team kennen wij niet, of valt buiten wat u mag zien."],
    [{wie: ""}, "Kies om welk team het gaat."],
    [{wet: "Participatiewet"}, "Kies bij 'Wet' Wmo of Jeugdwet."],
    [{kant: "schuin"}, "Kies of het cijfer boven of onder de grens komt."],
    [{voor: "niemand"}, "Kies bij 'Voor wie': voor mij, of voor allen."],
    [
      {per: "aanbieder", wie: "75750001", cijfer: "clienten-per-1000"},
      "is er niet per aanbieder. Kies een ander cijfer.",
    ],
    [{waarom: "x".repeat(301)}, "hooguit 300 tekens"],
    [{actie: "weg", nummer: "7"}, "Deze waarschuwing is er niet."],
    [{actie: "terug", nummer: "zeven"}, "Deze waarschuwing is er niet."],
    [{actie: "anders"}, "Dit formulier kennen wij niet."],
  ] as readonly [Record<string, string>, string][])("%j", async (change, line) => {
    const {status, html} = await post({...make, ...change});
    expect(status).toBe(400);
    expect(html).toContain(line);
    expect(await database.query("select * from signaalregel")).toEqual([]);
  });

  test("after a mistake what was filled in is still there", async () => {
    const {html} = await post({...make, grens: "12 %", waarom: "Afspraak van maart"});
    expect(html).toContain('value="12 %"');
    expect(html).toContain('value="Afspraak van maart"');
    expect(html).toContain('<option value="T1" selected="">');
  });

  test("a rule for all by who may not", async () => {
    asking = teamleider;
    const {status, html} = await post({...make, voor: "allen"});
    expect(status).toBe(403);
    expect(html).toContain("Met uw rol kunt u alleen voor uzelf een waarschuwing maken.");
    expect(await database.query("select * from signaalregel")).toEqual([]);
  });

  test("a form of elsewhere", async () => {
    const answer = await app.request(path, {
      method: "POST",
      headers: {host: "localhost", "sec-fetch-site": "cross-site"},
      body: new URLSearchParams(make),
    });
    expect(answer.status).toBe(403);
    expect(await database.query("select * from signaalregel")).toEqual([]);
  });
});

describe("mail", () => {
  async function signedIn({email = "carla@heuveldam.example" as string | null, hasRole = true} = {}) {
    const who = {issuer: "https://login.example", subject: "carla", name: "Carla", email};
    const {id} = await noteUser(database, who, now);
    const right = {userId: id, name: "Carla", role: "controller", gemeenteCode, part: null} as const;
    if (hasRole) await changeRoleRight(database, right, {may: true, by: "test", now});
    asking = {...controller, id};
    return {gemeenteCode, userId: id};
  }

  test("is switched on and off on the page", async () => {
    const carla = await signedIn();
    expect((await get()).html).toContain("Zet u dit aan, dan gaat hij naar carla@heuveldam.example.");
    expect(await post({actie: "mail", aan: "ja"})).toMatchObject({status: 303, location: `${path}#mail`});
    expect(await wantsMail(database, carla)).toBe(true);
    expect((await get()).html).toContain("Zet de mail uit");
    await post({actie: "mail", aan: "nee"});
    expect(await wantsMail(database, carla)).toBe(false);
  });

  test.each([
    [
      "who sits at this machine",
      async () => {
        asking = localAdministrator;
      },
      "U bent niet aangemeld met een eigen naam.",
    ],
    [
      "who chose a role in the demonstration",
      async () => {
        const {id} = await noteUser(database, {issuer: demoIssuer, subject: "x", name: "Controller", email: null}, now);
        asking = {...controller, id};
      },
      "U koos een rol in de demonstratie.",
    ],
    ["who has no address", () => signedIn({email: null}), "geeft geen e-mailadres dat is nagekeken"],
    ["whose role comes from elsewhere", () => signedIn({hasRole: false}), "Uw rol komt van de aanmelddienst"],
  ] as readonly [string, () => Promise<unknown>, string][])(
    "%s is told why there is none",
    async (_, arrange, line) => {
      await arrange();
      const {html} = await get();
      expect(html).toContain(line);
      expect(html).not.toContain("Zet de mail aan");
      expect((await post({actie: "mail", aan: "ja"})).status).toBe(400);
      expect(await database.query("select * from abonnement")).toEqual([]);
    },
  );

  test("a server without a mail server says so, and who had mail can end it", async () => {
    const carla = await signedIn();
    app = appWith(false);
    expect((await get()).html).toContain("Deze server verstuurt nog geen mail.");
    await switchMail(database, carla, {isOn: true, now});
    expect((await get()).html).toContain("Zet de mail uit");
    asking = localAdministrator;
    expect((await get("", "/over-de-gegevens/beheer")).html).toContain("Niet ingesteld.");
  });

  test("Beheer tells how it goes", async () => {
    asking = localAdministrator;
    expect((await get("", "/over-de-gegevens/beheer")).html).toContain(
      "Er wachten 2 mails. Wij proberen het elk uur opnieuw. Laatste fout, 27 nov 2026, 09.00: Iets ging mis.",
    );
  });

  test("one press of a button of a mail programme ends it: no session, no page of ours, no form", async () => {
    const carla = await signedIn();
    await switchMail(database, carla, {isOn: true, now});
    const key = (await keyForMail(database, carla, now))!;
    asking = null;
    const answer = await app.request(`/afmelden/${key}`, {
      method: "POST",
      headers: {host: "localhost", "content-type": "application/x-www-form-urlencoded"},
      body: "List-Unsubscribe=One-Click",
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("U krijgt geen mail meer");
    expect(await wantsMail(database, carla)).toBe(false);
  });

  test("opening the link ends nothing; its button does, and once more does no harm", async () => {
    const carla = await signedIn();
    await switchMail(database, carla, {isOn: true, now});
    const link = `/afmelden/${await keyForMail(database, carla, now)}`;
    asking = null;
    const {html, status} = await get("", link);
    expect(status).toBe(200);
    expect(html).toContain("Stuur mij geen mail meer");
    // Nothing of whose link it is.
    expect(html).not.toMatch(/carla|Carla/);
    expect(await wantsMail(database, carla)).toBe(true);
    for (let time = 0; time < 2; time++) {
      const ended = await answered(await app.request(link, {method: "POST", headers: {host: "localhost"}}));
      expect(ended.status).toBe(200);
      expect(ended.html).toContain(`<a href="${path}#mail">Zet de mail weer aan</a>`);
    }
    expect(await wantsMail(database, carla)).toBe(false);
    expect((await get("", link)).html).toContain("U krijgt geen mail meer");
    expect(await database.query("select count(*) as rijen from abonnement where not aan")).toEqual([{rijen: 1}]);
  });

  test.each(["x", "k".repeat(43), "%00", "..%2F.."])("a link that is none of ours: %s", async (key) => {
    for (const method of ["GET", "POST"]) {
      const answer = await answered(await app.request(`/afmelden/${key}`, {method, headers: {host: "localhost"}}));
      expect(answer.status).toBe(400);
      expect(answer.html).toContain("Deze link klopt niet");
    }
  });

  test("who ended his mail stands in no log, and neither does his key", async () => {
    const noted: unknown[] = [];
    const looks = {...forgetfulLooks, note: (look: unknown) => void noted.push(look)};
    const report = (error: unknown) => void noted.push(error);
    const logging = createApp({
      database,
      readerOf: async () => null,
      report,
      installation: {...installationOf(database), looks},
    });
    const carla = await signedIn();
    await switchMail(database, carla, {isOn: true, now});
    const key = await keyForMail(database, carla, now);
    for (const method of ["GET", "POST"]) {
      expect((await logging.request(`/afmelden/${key}`, {method, headers: {host: "localhost"}})).status).toBe(200);
    }
    expect(noted).toEqual([]);
  });

  test("under a name that is none of ours the way out is shut", async () => {
    const answer = await app.request("/afmelden/x", {headers: {host: "elders.example"}});
    expect(answer.status).toBe(403);
  });
});
