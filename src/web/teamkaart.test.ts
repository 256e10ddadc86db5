import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {insertRows} from "../../test/engines.ts";
import {installationOf, littleDatabase} from "../../test/journeys/app.ts";
import {localAdministrator, type Reader, type ScopePart} from "../access/reader.ts";
import type {RoleName} from "../access/role.ts";
import {roleNames} from "../access/role.ts";
import {openScreens} from "../access/screens.ts";
import type {Database} from "../database/database.ts";
import {createApp} from "./app.tsx";

const path = "/samen-leren/teamkaart";

let database: Database;
let asking: Reader;
let now: Date;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  database = await littleDatabase();
  await insertRows(
    database,
    "voorliggend",
    `wijk_code | naam | soort | omschrijving
     WK999901  | Repaircafé | vrij toegankelijk | Samen maken`,
  );
  await database.execute("update team set fte = 4.5");
  app = createApp({
    database,
    readerOf: async () => asking,
    report: (error) => {
      throw error;
    },
    installation: {...installationOf(database), now: () => now},
  });
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.execute("delete from teamkaart_tekst");
  now = new Date("2026-11-27T08:00:00Z");
  asking = leader("T1");
});

function reader(role: RoleName, within: readonly ScopePart[], name = "J. Smit"): Reader {
  return {id: name, name, role, gemeenten: ["GM9999"], within, audience: "intern"};
}

function leader(...teams: string[]): Reader {
  return reader("teamleider", [{dimension: "team", values: teams}]);
}

async function get(at = path): Promise<{status: number; html: string; text: string}> {
  const answer = await app.request(at, {headers: {host: "localhost"}});
  return read(answer);
}

async function read(answer: Response) {
  const html = await answer.text();
  const text = html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
  return {status: answer.status, html, text};
}

async function post(fields: Readonly<Record<string, string>>, at = `${path}/T1`, token: string | null = null) {
  const known = token ?? /name="formulier" value="([^"]+)"/.exec((await get(at)).html)?.[1] ?? "";
  const answer = await app.request(at, {
    method: "POST",
    headers: {host: "localhost", "sec-fetch-site": "same-origin"},
    body: new URLSearchParams({formulier: known, ...fields}),
  });
  return {...(await read(answer)), location: answer.headers.get("location")};
}

/** The names of the questions on a card, in their order. */
function questionsOn(html: string): string[] {
  return [...html.matchAll(/name="actie" value="antwoord"\/>.*?name="over" value="([^"]+)"/g)].map(([, name]) => name!);
}

async function kept(): Promise<unknown[]> {
  return database.query("select * from teamkaart_tekst order by op, nummer");
}

describe("the card of a team", () => {
  test("is there for who has one team, without choosing", async () => {
    const {status, html, text} = await get();
    expect(status).toBe(200);
    expect(html).toContain("<h1>Teamkaart Team Noord</h1>");
    expect(text).toContain("Voor het overleg in november");
    expect(text).toContain("Niemand buiten het team ziet de vragen en antwoorden.");
    expect(html).toContain('<a href="/samen-leren/teamkaart" aria-current="page">Teamkaart</a>');
    expect(text).toContain("Bron: berichten iWmo en iJw");
  });

  test("says so where there is nothing to compare with a year before", async () => {
    expect((await get()).text).toContain("Er is nog niets te vergelijken. Daar zijn twee hele jaren voor nodig");
  });

  test("each change and question leads to a page that opens to the team", async () => {
    const {html} = await get();
    const hrefs = [...html.matchAll(/href="(\/(?:cijfers|geteld)\/[^"]*)"/g)].map(([, href]) =>
      href!.replaceAll("&amp;", "&"),
    );
    const own = hrefs.filter((href) => href.includes("team") || href.includes("wijkprofiel/"));
    expect(own.length).toBeGreaterThan(2);
    for (const href of own) expect([href, (await get(href)).status]).toEqual([href, 200]);
  });

  test("asks exactly three questions, the same all month", async () => {
    const asked = questionsOn((await get()).html);
    expect(asked).toHaveLength(3);
    now = new Date("2026-11-30T22:00:00Z");
    expect(questionsOn((await get()).html)).toEqual(asked);
  });

  test("says what is free in its wijken, and leads to their profile", async () => {
    const {html, text} = await get();
    expect(html).toContain('<a href="/cijfers/wijkprofiel/WK999901">Rivierenbuurt</a>: Repaircafé.');
    expect(text).toContain("Centrum : niets opgegeven.");
    expect(text).not.toContain("Molenkwartier");
  });

  test("who has two teams chooses one, and who has none is told what is missing", async () => {
    asking = leader("T1", "T2");
    expect((await get()).html).toContain('<a href="/samen-leren/teamkaart/T2">Team Zuid</a>');
    expect((await get(`${path}/T2`)).html).toContain("<h1>Teamkaart Team Zuid</h1>");
    asking = localAdministrator;
    expect((await get()).html).toContain("Team Noord");
    asking = leader();
    const {status, text} = await get();
    expect([status, text]).toEqual([403, expect.stringContaining("nog niet gezegd van welk team u bent")]);
  });

  test("its caseload shows its own figures beside those of all, and no other team", async () => {
    const {status, text} = await get(`${path}/T1/caseload`);
    expect(status).toBe(200);
    expect(text).toMatch(/Cliënten per medewerker van het wijkteam .*? cliënten per medewerker/);
    expect(text).toContain("Toewijzingen die binnen 8 weken aflopen");
    expect(text).not.toContain("Team Zuid");
  });

  test("its file has its figures, its questions and its promises", async () => {
    await post({actie: "belofte", tekst: '=1+1 "snel" bellen', wie: "Noor", voor: "2026-12-15"});
    const {status, html} = await get(`${path}/T1/kaart.csv`);
    expect(status).toBe(200);
    expect(html).toContain("Teamkaart Team Noord");
    expect(html).toContain("Caseload;Toewijzingen die binnen 8 weken aflopen;");
    expect(html).toMatch(/\r\nBelofte;"'=1\+1 ""snel"" bellen";;;;;;Noor;2026-12-15\r\n/);
    expect(html.match(/\r\nVraag;/g)).toHaveLength(3);
  });
});

describe("what a team writes", () => {
  test("an answer stands below its question, can be changed, and who wrote what stays to be seen", async () => {
    const [over = ""] = questionsOn((await get()).html);
    const first = await post({actie: "antwoord", over, tekst: "Wij bellen eerder."});
    expect([first.status, first.location]).toEqual([303, `${path}/T1?bewaard=1#vragen`]);
    expect((await get(`${path}/T1?bewaard=1`)).text).toContain("Bewaard.");
    expect((await get()).text).toContain("Ons antwoord: Wij bellen eerder. J. Smit, 27 november 2026");
    now = new Date("2026-11-27T09:30:00Z");
    asking = reader("professional", [{dimension: "team", values: ["T1"]}], "N. Jansen");
    await post({actie: "antwoord", over, nummer: "1", gezien: "1", tekst: "Wij bellen elke week."});
    const {text} = await get();
    expect(text).toContain("Ons antwoord: Wij bellen elke week. N. Jansen");
    expect(text).toMatch(
      /10\.30, N\. Jansen\. Antwoord op: .*?\? Wij bellen elke week\..*J\. Smit\. .*Wij bellen eerder\./,
    );
  });

  test("is not asked again the next month, and the month after that it may be", async () => {
    const november = questionsOn((await get()).html);
    for (const over of november) await post({actie: "antwoord", over, tekst: "Besproken."});
    expect(questionsOn((await get()).html)).toEqual(november);
    now = new Date("2026-12-15T08:00:00Z");
    const december = questionsOn((await get()).html);
    expect(december).toHaveLength(3);
    expect(december.filter((name) => november.includes(name))).toEqual([]);
    await post({actie: "antwoord", over: december[0]!, tekst: "Ook besproken."});
    now = new Date("2027-01-15T08:00:00Z");
    const january = questionsOn((await get()).html);
    expect(january).not.toContain(december[0]);
    expect(january.filter((name) => november.includes(name)).length).toBeGreaterThan(0);
  });

  test("a promise comes back until it is done, with how it went", async () => {
    await post({actie: "belofte", tekst: "Twee middagen bij de huisarts", wie: "Noor en Erik", voor: "2026-12-15"});
    expect((await get()).text).toContain(
      "Twee middagen bij de huisarts Beloofd op 27 november 2026, door Noor en Erik, voor 15 december 2026",
    );
    now = new Date("2026-12-16T08:00:00Z");
    await post({actie: "uitkomst", over: "1", stand: "deels", tekst: "1 van 2 middagen"});
    expect((await get()).text).toContain("Deels gelukt: 1 van 2 middagen");
    now = new Date("2027-01-16T08:00:00Z");
    await post({actie: "uitkomst", over: "1", nummer: "2", gezien: "1", stand: "gelukt", tekst: ""});
    const {html} = await get();
    expect(html).toMatch(/<\/svg>Gelukt</);
    now = new Date("2027-03-16T08:00:00Z");
    const {text} = await get();
    expect(text).toContain("Beloften die klaar zijn Twee middagen bij de huisarts");
    expect(text).toContain("Er staat nog geen belofte open.");
  });

  test("is taken back and put back, and meanwhile nobody reads it", async () => {
    await post({actie: "belofte", tekst: "Bel mevrouw X na"});
    await post({actie: "neem-terug", nummer: "1", gezien: "1"});
    const {text} = await get();
    expect(text).toContain("Teruggenomen.");
    expect(text).not.toContain("Bel mevrouw X na");
    await post({actie: "zet-terug", nummer: "1", gezien: "2"});
    expect((await get()).text).toContain("Bel mevrouw X na");
    expect(await kept()).toHaveLength(3);
  });
});

describe("what cannot be kept", () => {
  test("because somebody else was first, is told in one line, and comes back with what is there now", async () => {
    await post({actie: "belofte", tekst: "Wij bellen na"});
    await post({actie: "belofte", nummer: "1", gezien: "1", tekst: "Wij bellen na een week"});
    const second = await post({actie: "belofte", nummer: "1", gezien: "1", tekst: "Wij schrijven na", wie: "Erik"});
    expect(second.status).toBe(400);
    expect(second.text).toContain('J. Smit schreef intussen: "Wij bellen na een week" Uw tekst staat hieronder.');
    expect(second.html).toMatch(/<textarea id="uw-tekst"[^>]*>Wij schrijven na<\/textarea>/);
    expect(second.html).toContain('value="Erik"');
    // What it sends now is a change of what it has read by then.
    expect(second.html).toMatch(/name="nummer" value="1"\/><input type="hidden" name="gezien" value="2"/);
    expect(await kept()).toHaveLength(2);
    expect((await post({actie: "belofte", nummer: "1", gezien: "2", tekst: "Wij schrijven na"})).status).toBe(303);
  });

  test("because the page was old, comes back", async () => {
    const answer = await post({actie: "belofte", tekst: "Wij bellen na", wie: "Noor"}, `${path}/T1`, "oud");
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("Dit formulier is verlopen. Uw tekst staat er nog");
    expect(answer.html).toMatch(/<textarea id="uw-tekst"[^>]*>Wij bellen na<\/textarea>/);
    expect(await kept()).toEqual([]);
  });

  test("to a question that is no longer on the card, comes back as text", async () => {
    const over = "uitval.hoger.tijd/Wmo/2024-01/2024-12";
    await post({actie: "antwoord", over, tekst: "Het eerste"});
    const second = await post({actie: "antwoord", over, tekst: "Mijn lange antwoord"});
    expect(second.status).toBe(400);
    expect(second.text).toContain("Uw tekst: Mijn lange antwoord");
  });

  test.each([
    [{actie: "belofte", tekst: "Bel 999900006"}, "een burgerservicenummer kan zijn"],
    [{actie: "belofte", tekst: "Bel na", wie: "999900006"}, "een burgerservicenummer kan zijn"],
    [{actie: "belofte", tekst: " "}, "Schrijf eerst de belofte."],
    [{actie: "belofte", tekst: "a".repeat(501)}, "dit zijn er 501."],
    [{actie: "belofte", tekst: "a", wie: "b".repeat(61)}, "Maak 'Wie' korter"],
    [{actie: "belofte", tekst: "a", voor: "2026-11-26"}, "Kies bij 'Voor wanneer' vandaag of een latere dag."],
    [{actie: "belofte", tekst: "a", voor: "gisteren"}, "Kies bij 'Voor wanneer' een dag"],
    [{actie: "belofte", nummer: "9", tekst: "a"}, "Deze tekst is er niet."],
    [{actie: "belofte", nummer: "x", tekst: "a"}, "Deze tekst is er niet."],
    [{actie: "antwoord", over: "geluk/alle/2026-01/2026-09", tekst: "a"}, "Deze vraag kennen wij niet."],
    [{actie: "uitkomst", over: "9", stand: "gelukt"}, "Deze belofte is er niet meer."],
    [{actie: "neem-terug"}, "Dit formulier kennen wij niet."],
    [{actie: "verbrand", tekst: "a"}, "Dit formulier kennen wij niet."],
  ] as readonly [Record<string, string>, string][])("%j is one clear line", async (fields, line) => {
    const {status, text, html} = await post(fields);
    expect([status, text]).toEqual([400, expect.stringContaining(line)]);
    expect(text).toContain("Er is nog niets bewaard");
    if ((fields.tekst ?? "").trim() !== "") expect(html).toContain(fields.tekst);
    expect(await kept()).toEqual([]);
  });

  test("an outcome without a state, and a text that is there already or gone already", async () => {
    await post({actie: "belofte", tekst: "Wij bellen na"});
    expect((await post({actie: "uitkomst", over: "1", stand: "goed"})).text).toContain("Kies hoe het ging");
    expect((await post({actie: "belofte", tekst: "Wij bellen na"})).text).toContain("Deze belofte staat er al.");
    expect((await post({actie: "zet-terug", nummer: "1", gezien: "1"})).text).toContain("Deze tekst staat er al.");
    await post({actie: "neem-terug", nummer: "1", gezien: "1"});
    expect((await post({actie: "neem-terug", nummer: "1", gezien: "2"})).text).toContain("al teruggenomen");
    expect(await kept()).toHaveLength(2);
  });

  test("what is typed is text, and never part of the page", async () => {
    await post({actie: "belofte", tekst: "<script>alert(1)</script>", wie: '"><b>'});
    const {html} = await get();
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain('"><b>');
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });
});

describe("who is not of the team", () => {
  const secret = "Alleen voor ons";

  beforeEach(async () => {
    await post({actie: "belofte", tekst: secret});
  });

  test.each([
    ["the leader of another team", leader("T2")],
    ["a professional of a wijk", reader("professional", [{dimension: "wijk", values: ["WK999901"]}])],
    ...roleNames
      .filter((role) => role !== "teamleider" && role !== "professional")
      .map((role) => [role, reader(role, [])] as const),
    ["a bestuurder of this team alone", reader("bestuurder", [{dimension: "team", values: ["T1"]}])],
  ] as const)("%s reads and writes nothing", async (_, one) => {
    asking = one;
    for (const at of [`${path}/T1`, `${path}/T1/caseload`, `${path}/T1/kaart.csv`]) {
      const {status, html} = await get(at);
      expect([at, status]).toEqual([at, 403]);
      expect(html).not.toContain(secret);
    }
    expect((await get()).html).not.toContain(secret);
    const written = await post({actie: "belofte", tekst: "van buiten"}, `${path}/T1`, "x");
    expect([written.status, written.html.includes(secret)]).toEqual([403, false]);
    expect(await kept()).toHaveLength(1);
  });

  test("no table of rights gives it to another role", () => {
    const everybody = new Map([["teamkaart" as const, new Set(roleNames)]]);
    for (const role of roleNames) {
      const isOpen = openScreens(reader(role, []), everybody).has("teamkaart");
      expect([role, isOpen]).toEqual([role, role === "teamleider" || role === "professional"]);
    }
  });

  test("is told the same of a team that does not exist", async () => {
    asking = leader("T2");
    const [known, unknown] = [await get(`${path}/T1`), await get(`${path}/T99`)];
    expect(unknown.status).toBe(known.status);
    expect(unknown.text).toBe(known.text);
  });

  test("a form from elsewhere writes nothing", async () => {
    const answer = await app.request(`${path}/T1`, {
      method: "POST",
      headers: {host: "localhost", "sec-fetch-site": "cross-site"},
      body: new URLSearchParams({actie: "belofte", tekst: "van elders"}),
    });
    expect(answer.status).toBe(403);
    expect(await kept()).toHaveLength(1);
  });
});
