import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {insertRows} from "../../test/engines.ts";
import {installationOf, littleDatabase} from "../../test/journeys/app.ts";
import {localAdministrator, publicReader, type Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {createApp} from "./app.tsx";

let database: Database;

beforeAll(async () => {
  database = await littleDatabase();
});

afterAll(() => database.close());

const bestuurder: Reader = {...localAdministrator, id: "1", name: "A. Bestuur", role: "bestuurder"};
const raadslid: Reader = {...localAdministrator, id: "2", name: "R. Raad", role: "raadslid"};
const readers = new Map<string, Reader>([
  ["bestuurder", bestuurder],
  ["raadslid", raadslid],
  ["openbaar", publicReader],
  ["controller", {...bestuurder, id: "4", role: "controller"}],
  ["computer", localAdministrator],
  ["teamleider", {...bestuurder, id: "3", role: "teamleider", within: [{dimension: "wijk", values: ["WK999901"]}]}],
]);

/** Asks as the reader that a header names; without one, nobody is signed in. */
function appForAll() {
  const app = createApp({
    database,
    readerOf: async (request) => readers.get(request.headers.get("x-wie") ?? "") ?? null,
    report: (error) => {
      throw error;
    },
    installation: installationOf(database),
  });
  return (path: string, wie = "", init: RequestInit = {}) =>
    Promise.resolve(app.request(path, {...init, headers: {host: "localhost", "x-wie": wie, ...init.headers}}));
}

describe("one server, several readers", () => {
  test("each sees its own name and menu, also on a page that was made for another", async () => {
    const ask = appForAll();
    const first = await (await ask("/cijfers/stand-van-zorg", "bestuurder")).text();
    const second = await (await ask("/cijfers/stand-van-zorg", "raadslid")).text();
    expect(first).toContain("A. Bestuur");
    expect(first).toContain("/over-de-gegevens/lasten");
    expect(second).toContain("R. Raad");
    expect(second).not.toContain("A. Bestuur");
    expect(second).not.toContain("/over-de-gegevens/lasten");
  });

  test("who is not signed in is told so and sees nothing, not even what the gemeente is called", async () => {
    const answer = await appForAll()("/cijfers/stand-van-zorg");
    const page = await answer.text();
    expect(answer.status).toBe(401);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(page).toContain("U bent niet aangemeld.");
    expect(page).not.toContain("Heuveldam");
    expect(page).not.toContain("/cijfers/");
  });

  test("who sees a part reads its name where the gemeente would stand: over the figures, in the total and in the file", async () => {
    const ask = appForAll();
    const page = await (await ask("/cijfers/stand-van-zorg", "teamleider")).text();
    const nameOf = (html: string) => /<tfoot.*?<th scope="row">([^<]*)/s.exec(html)?.[1];
    const part = /U ziet alleen ([^<]*)</.exec(page)?.[1];
    expect(part).toBeDefined();
    expect(nameOf(page)).toBe(part);
    expect(page).toMatch(new RegExp(` voor <[^>]*>${part}<`));
    expect(nameOf(await (await ask("/cijfers/stand-van-zorg", "bestuurder")).text())).toBe("Heuveldam");
    const file = await (await ask("/cijfers/stand-van-zorg/tabel.csv", "teamleider")).text();
    expect(file).toContain(`gemeente Heuveldam, alleen ${part}`);
  });

  test("the public gets rounded figures and its own cached page", async () => {
    const ask = appForAll();
    const exact = await (await ask("/geteld/kosten.json", "bestuurder")).text();
    const rounded = await (await ask("/geteld/kosten.json", "openbaar")).text();
    const cents = (json: string): number[] => JSON.parse(json).rijen.map(({teller}: {teller: number}) => teller);
    expect(cents(rounded).filter((teller) => teller % 10_000 !== 0)).toEqual([]);
    expect(cents(exact)).not.toEqual(cents(rounded));
  });
});

describe("what a role may not open", () => {
  test.each([
    ["/over-de-gegevens/beheer", "Beheer"],
    ["/over-de-gegevens/aanleveren", "Aanleveren"],
    ["/over-de-gegevens/bestanden/team/leeg.csv", "Bestanden"],
    ["/over-de-gegevens/lasten.csv", "Lasten"],
    ["/over-de-gegevens/datakwaliteit/werklijst.csv", "Werklijst"],
    [`/over-de-gegevens/beheer/bestanden/${"0".repeat(64)}`, "Geleverd bestand"],
  ])("%s is 403 with one line", async (path, label) => {
    const answer = await appForAll()(path, "raadslid");
    expect(answer.status).toBe(403);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).toContain(`U mag &#39;${label}&#39; niet zien met uw rol. Vraag het aan de beheerder.`);
  });

  test("who may see which Berichten are behind a figure, and no delivered file, meets none of their names", async () => {
    await database.execute(`update bericht set sha256 = '${"c".repeat(64)}'`);
    await insertRows(database, "bestand", `sha256 | naam | segment\n${"c".repeat(64)} | in/levering.xml | 1`);
    const ask = appForAll();
    const file = `/over-de-gegevens/beheer/bestanden/${"c".repeat(64)}`;
    const open = await (await ask("/geteld/kosten/berichten", "computer")).text();
    expect(open).toContain(`href="${file}" download`);
    const closed = await (await ask("/geteld/kosten/berichten", "controller")).text();
    expect(closed).toContain("Regels");
    expect(closed).not.toContain("levering.xml");
    expect(closed).not.toContain("c".repeat(64));
    expect(closed).not.toContain("Origineel");
    expect((await ask(file, "controller")).status).toBe(403);
  });

  test("a form is refused too, and nothing comes in", async () => {
    const answer = await appForAll()("/over-de-gegevens/aanleveren", "raadslid", {
      method: "POST",
      headers: {"sec-fetch-site": "same-origin"},
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("U mag &#39;Aanleveren&#39; niet zien met uw rol.");
  });

  test("what is not there is not there, for everybody alike", async () => {
    const ask = appForAll();
    expect((await ask("/bestaat-niet", "raadslid")).status).toBe(404);
    expect((await ask("/over-de-gegevens/beheer/x/y", "openbaar")).status).toBe(404);
  });
});
