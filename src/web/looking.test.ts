import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {installationOf, littleDatabase} from "../../test/journeys/app.ts";
import type {Look, Looks} from "../access/looking/look.ts";
import {localAdministrator, publicReader, type Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {createApp} from "./app.tsx";
import {askedByItself} from "./looking.ts";

let database: Database;
let app: ReturnType<typeof createApp>;
let noted: Look[] = [];

const looks: Looks = {
  note: (look) => void noted.push(look),
  noteFirst: async (look) => void noted.push(look),
  flush: async () => undefined,
};

const controller: Reader = {...localAdministrator, id: "g7", name: "C. Controle", role: "controller", session: "ab12"};
const readers: Readonly<Record<string, Reader>> = {controller, openbaar: publicReader};

beforeAll(async () => {
  database = await littleDatabase();
  app = createApp({
    database,
    readerOf: async (request) => readers[request.headers.get("x-wie") ?? ""] ?? null,
    report: (error) => {
      throw error;
    },
    installation: {...installationOf(database), looks},
  });
});

afterAll(() => database.close());

beforeEach(() => {
  noted = [];
});

function request(path: string, wie: string): Request {
  return new Request(`http://localhost:8080${path}`, {headers: {host: "localhost:8080", "x-wie": wie}});
}

async function ask(path: string, wie: string): Promise<number> {
  return (await app.fetch(request(path, wie))).status;
}

test("a figure is noted with its question and the version of the data, and never what it was", async () => {
  await ask("/cijfers/stand-van-zorg?wet=Jeugdwet", "controller");
  expect(noted).toMatchObject([
    {
      gebruiker: "g7",
      rol: "controller",
      sessie: "ab12",
      doel: "beleid",
      soort: "cijfers",
      wat: "/cijfers/stand-van-zorg",
      vraag: "wet=Jeugdwet",
      gegevensVersie: 1,
      betrokkene: null,
      uitkomst: "gegeven",
    },
  ]);
});

test.each([
  ["/over-de-gegevens/aansluiting", "controle"],
  ["/over-de-gegevens/aansluiting.csv", "controle"],
  ["/over-de-gegevens/lasten.csv", "controle"],
  ["/over-de-gegevens/catalogus", "beleid"],
  ["/", "beleid"],
])("%s is looked at for %s, whether it is a page or its file", async (path, doel) => {
  expect(await ask(path, "controller")).toBe(200);
  expect(noted).toMatchObject([{doel, soort: "cijfers", wat: path}]);
});

test("who is turned away at an address that is none of ours is for who keeps the system safe", async () => {
  expect(await ask("/wp-login.php", "niemand")).toBe(401);
  expect(noted).toMatchObject([{doel: "beheer", soort: "beheer", uitkomst: "geweigerd"}]);
});

test("so is the same page when it was kept", async () => {
  await ask("/cijfers/stand-van-zorg", "controller");
  await ask("/cijfers/stand-van-zorg", "controller");
  expect(noted).toHaveLength(2);
});

test("who may not see a page is noted as refused, and so is who did not sign in", async () => {
  expect(await ask("/privacyboek/logboek", "controller")).toBe(403);
  expect(await ask("/privacyboek/logboek", "openbaar")).toBe(403);
  expect(await ask("/privacyboek/logboek", "niemand")).toBe(401);
  expect(noted.map(({gebruiker, uitkomst, doel}) => [gebruiker, uitkomst, doel])).toEqual([
    ["g7", "geweigerd", "toezicht"],
    ["openbaar", "geweigerd", "toezicht"],
    ["onbekend", "geweigerd", "toezicht"],
  ]);
});

test("a list of single Toewijzingen counts as looking at persons", async () => {
  await ask("/over-de-gegevens/datakwaliteit/start-nog-open/werklijst.csv", "controller");
  expect(noted[0]).toMatchObject({soort: "persoon", doel: "controle", betrokkene: null});
});

test("of a list is noted about whom each row is, also when it was kept, and no pseudonym leaves", async () => {
  const path = "/over-de-gegevens/datakwaliteit/werklijst.csv";
  const text = await (await app.fetch(request(path, "controller"))).text();
  const persons = noted.filter(({soort}) => soort === "lijst").map(({betrokkene}) => betrokkene!);
  expect(persons.length).toBeGreaterThan(0);
  expect(new Set(persons).size).toBe(persons.length);
  const known = await database.query<{client: string}>("select client from persoon");
  expect(known.map(({client}) => client)).toEqual(expect.arrayContaining(persons));
  expect(persons.filter((pseudonym) => text.includes(pseudonym))).toEqual([]);
  noted = [];
  await ask(path, "controller");
  expect(noted.filter(({soort}) => soort === "lijst")).toHaveLength(persons.length);
  noted = [];
  expect(await ask(path, "openbaar")).toBe(403);
  expect(noted.map(({soort}) => soort)).not.toContain("lijst");
});

test("what is no page, what does not exist, and what this server asks itself is no look", async () => {
  await ask("/assets/niets.css", "controller");
  await ask("/bestaat-niet", "controller");
  const own = request("/cijfers/stand-van-zorg", "controller");
  askedByItself.add(own);
  await app.fetch(own);
  expect(noted).toEqual([]);
});

test("everybody sees the public part of the Privacyboek, without a number of persons", async () => {
  const page = await (await app.fetch(request("/privacyboek", "openbaar"))).text();
  expect(page).toContain("Waarvoor gegevens gebruikt worden");
  expect(page).not.toContain("/privacyboek/logboek");
});
