import {beforeEach, describe, expect, test} from "vitest";
import {emptyDatabase, insertRows} from "../../test/engines.ts";
import {installationOf} from "../../test/journeys/app.ts";
import {localAdministrator, type Reader} from "../access/reader.ts";
import {changeRoleRight, readGrants} from "../access/role-rights.ts";
import {rolesOf, screenNames} from "../access/screens.ts";
import {noteUser} from "../access/sign-in/users.ts";
import type {Database} from "../database/database.ts";
import {createApp} from "./app.tsx";

const today = "2026-11-27";
const path = "/over-de-gegevens/beheer/rollen";

let database: Database;
let asking: Reader;
let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  database = await emptyDatabase("duckdb");
  await insertRows(
    database,
    "gebied",
    "gebied_code | soort | naam\nGM9999 | gemeente | Heuveldam\nWK999901 | wijk | Noord",
  );
  await insertRows(database, "team", "team_code | naam\nT1 | Team Noord");
  await changeRoleRight(
    database,
    {userId: "r1", name: "Rita Raad", role: "raadslid", gemeenteCode: "GM9999", part: null},
    {may: true, by: "opzet", now: new Date("2026-11-01T08:00:00Z")},
  );
  asking = localAdministrator;
  app = createApp({
    database,
    readerOf: async () => asking,
    report: (error) => {
      throw error;
    },
    installation: installationOf(database),
  });
});

async function get(query = ""): Promise<{status: number; html: string}> {
  const answer = await app.request(`${path}${query}`, {headers: {host: "localhost"}});
  return {status: answer.status, html: await answer.text()};
}

async function post(fields: Readonly<Record<string, string>>): Promise<{status: number; html: string}> {
  const token = /name="formulier" value="([^"]+)"/.exec((await get()).html)?.[1] ?? "";
  const answer = await app.request(path, {
    method: "POST",
    headers: {host: "localhost", "sec-fetch-site": "same-origin"},
    body: new URLSearchParams({formulier: token, ...fields}),
  });
  return {status: answer.status, html: await answer.text()};
}

/** The ticks of the table as it opens, without some and with others. */
function ticks({without = [], extra = []}: {without?: string[]; extra?: string[]}): string {
  const now = screenNames.flatMap((screen) => rolesOf(screen, new Map()).map((role) => `mag.${screen}.${role}`));
  const names = [...now.filter((name) => !without.includes(name)), ...extra];
  return `?voorbeeld=1&${names.map((name) => `${name}=1`).join("&")}`;
}

describe("the page Rollen", () => {
  test("shows every screen and role, and who has which", async () => {
    const {status, html} = await get();
    expect(status).toBe(200);
    expect(html).toContain("Raadslid ziet Stand van zorg");
    expect(html).toContain("Rita Raad");
    expect(html).toContain("1 mens heeft hier een rol.");
  });

  test("says before anything is kept who gains what and who loses it", async () => {
    const {html} = await get(ticks({without: ["mag.aansluiting.bestuurder"], extra: ["mag.lasten.raadslid"]}));
    expect(html).toContain("Bestuurder verliest &#39;Aansluiting&#39;");
    expect(html).toContain("Niemand heeft deze rol hier nu");
    expect(html).toContain("Raadslid krijgt &#39;Lasten&#39;");
    expect(html).toMatch(/Raadslid krijgt.*Rita Raad\./);
    expect(await database.query("select * from schermrecht")).toEqual([]);
  });

  test("keeps it, for the very next request, and draws it back", async () => {
    const raadslid: Reader = {...localAdministrator, id: "r1", name: "Rita Raad", role: "raadslid"};
    const lasten = async () => {
      asking = raadslid;
      const answer = await app.request("/over-de-gegevens/lasten", {headers: {host: "localhost"}});
      asking = localAdministrator;
      return answer.status;
    };
    expect(await lasten()).toBe(403);
    expect((await post({actie: "scherm", gezien: "0", erbij: "lasten raadslid"})).status).toBe(303);
    // Without data there is no page yet; but it is no longer refused.
    expect(await lasten()).toBe(400);
    expect((await get()).html).toContain("Raadslid krijgt &#39;Lasten&#39;");
    expect((await post({actie: "terug", nummer: "1"})).status).toBe(303);
    expect(await lasten()).toBe(403);
    const kept = await database.query("select wijziging, mag, door from schermrecht order by wijziging");
    expect(kept).toEqual([
      {wijziging: 1, mag: true, door: localAdministrator.name},
      {wijziging: 2, mag: false, door: localAdministrator.name},
    ]);
  });

  test("gives somebody a role over a part, and takes it back", async () => {
    const fields = {gebruiker: "t1", naam: "Toos Team", rol: "teamleider", gemeente: "GM9999", deel: "team T1"};
    expect((await post({actie: "geef", ...fields})).status).toBe(303);
    const {html} = await get();
    expect(html).toContain("Toos Team kreeg de rol Teamleider, voor Team Noord (team)");
    expect((await post({actie: "neem", ...fields})).status).toBe(303);
    expect((await get()).html).toContain("Toos Team verloor de rol Teamleider");
  });

  test("offers who signed in, and calls him as he did", async () => {
    expect((await get()).html).toContain("Nog niemand heeft zich aangemeld.");
    const who = {issuer: "https://login.example", subject: "s1", name: "Carla Contract", email: "carla@example.org"};
    const {id} = await noteUser(database, who, new Date("2026-11-02T08:00:00Z"));
    await insertRows(
      database,
      "contract",
      "contract_nummer | aanbieder | wet | begindatum\nC 7 | 10000001 | Wmo | 2024-01-01",
    );
    const {html} = await get();
    expect(html).toContain(`<option value="${id}">Carla Contract (carla@example.org)</option>`);
    expect(html).toContain('<option value="contract C 7">C 7, 10000001, Wmo (contract)</option>');
    const fields = {gebruiker: id, rol: "contractmanager", gemeente: "GM9999", deel: "contract C 7"};
    expect((await post({actie: "geef", ...fields})).status).toBe(303);
    expect((await get()).html).toContain(
      "Carla Contract kreeg de rol Contractmanager, voor C 7, 10000001, Wmo (contract)",
    );
    expect((await readGrants(database, id, today))[0]?.within).toEqual([
      {dimension: "aanbieder", values: ["10000001"]},
      {dimension: "wet", values: ["Wmo"]},
    ]);
    expect((await post({actie: "neem", naam: "Carla Contract", ...fields})).status).toBe(303);
    expect(await readGrants(database, id, today)).toEqual([]);
  });

  test("is for a beheerder of the whole installation alone", async () => {
    for (const more of [{role: "bestuurder"}, {gemeenten: ["GM9999"]}] as const) {
      asking = {...localAdministrator, id: "x", ...more};
      expect((await get()).status).toBe(403);
      const answer = await app.request(path, {
        method: "POST",
        headers: {host: "localhost", "sec-fetch-site": "same-origin"},
        body: new URLSearchParams({actie: "scherm", gezien: "0", erbij: "beheer bestuurder"}),
      });
      expect(answer.status).toBe(403);
    }
    expect(await database.query("select * from schermrecht")).toEqual([]);
  });
});

describe("what cannot be is one clear line, and changes nothing", () => {
  const person = {gebruiker: "t1", naam: "Toos", rol: "teamleider", gemeente: "GM9999", deel: "team T1"};

  test.each([
    [{actie: "geef", ...person, gemeente: "GM0363"}, "Van gemeente &#39;GM0363&#39; zijn er geen gegevens."],
    [{actie: "geef", ...person, deel: "team T9"}, "In gemeente GM9999 is geen team &#39;T9&#39;."],
    [{actie: "geef", ...person, deel: "wijk T1"}, "In gemeente GM9999 is geen wijk &#39;T1&#39;."],
    [{actie: "geef", ...person, deel: "straat 1"}, "Een deel &#39;straat 1&#39; is er niet."],
    [{actie: "geef", ...person, gemeente: "alle"}, "Kies bij een deel ook van welke gemeente het is."],
    [{actie: "geef", ...person, naam: "", gebruiker: "wie"}, "Kies wie de rol krijgt."],
    [{actie: "geef", ...person, deel: "contract 9"}, "In gemeente GM9999 is geen contract &#39;9&#39;."],
    [{actie: "geef", ...person, rol: "koning"}, "Er is geen rol &#39;koning&#39;. Kies uit: bestuurder, "],
    [{actie: "geef", ...person, deel: ""}, "De rol Teamleider heeft een deel van de gemeente nodig."],
    [{actie: "neem", ...person}, "Toos heeft deze rol niet (meer)."],
    [{actie: "scherm", gezien: "0"}, "Er is niets veranderd."],
    [{actie: "scherm", gezien: "0", erbij: "geheim raadslid"}, "Er is geen scherm &#39;geheim&#39;."],
    [{actie: "scherm", gezien: "0", erbij: "lasten koning"}, "Er is geen rol &#39;koning&#39;."],
    [{actie: "scherm", gezien: "0", erbij: "beheer inwoner"}, "&#39;Beheer&#39; kunt u niet aan de rol Inwoner geven."],
    [{actie: "scherm", gezien: "0", eraf: "rollen beheerder"}, "De beheerder houdt altijd &#39;Rollen&#39;"],
    [{actie: "scherm", gezien: "7", erbij: "lasten raadslid"}, "Iemand anders heeft de rechten intussen veranderd."],
    [{actie: "terug", nummer: "3"}, "Alleen de laatste verandering kunt u terugdraaien."],
    [{actie: "anders"}, "Dit formulier kennen wij niet."],
  ] as readonly [Record<string, string>, string][])("%j", async (fields, line) => {
    const {status, html} = await post(fields);
    expect(status).toBe(400);
    expect(html).toContain(line);
    expect(await database.query("select * from schermrecht")).toEqual([]);
    expect(await database.query("select * from rolrecht")).toHaveLength(1);
  });

  test.each([
    ["?voorbeeld=1&mag.geheim.raadslid=1", "Er is geen scherm &#39;geheim&#39;."],
    ["?voorbeeld=1&mag.lasten.koning=1", "Er is geen rol &#39;koning&#39;."],
    [ticks({extra: ["mag.beheer.inwoner"]}), "&#39;Beheer&#39; kunt u niet aan de rol Inwoner geven."],
  ])("a look at %.40s", async (query, line) => {
    const {status, html} = await get(query);
    expect(status).toBe(400);
    expect(html).toContain(line);
  });
});
