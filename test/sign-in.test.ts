import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {folderWith} from "./berichten-on-disk.ts";
import {type SignInApp, startSignInApp} from "./journeys/sign-in-app.ts";

const rollen = [
  {waarde: "controle", rol: "controller"},
  {waarde: "beleid", rol: "beleidsmaker"},
];
const rolesFile = `${folderWith({"rollen.json": JSON.stringify({claim: "groups", rollen})})}/rollen.json`;

let app: SignInApp;

beforeAll(async () => {
  app = await startSignInApp({
    accounts: {
      anna: {name: "Anna de Boer", groups: ["controle", "beleid"]},
      bram: {name: "Bram Vos", groups: ["controle"]},
    },
    environment: {WIJKBALANS_OIDC_ROLLEN_BESTAND: rolesFile},
  });
});

afterAll(() => app.close());

interface Asking {
  readonly cookie?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks as a browser does: a link, or a form when there are fields. */
function ask(path: string, {cookie, fields, headers = {}}: Asking = {}, at = app): Promise<Response> {
  return at.ask(
    new Request(`${at.url}${path}`, {
      headers: {
        host: new URL(at.url).host,
        "sec-fetch-mode": "navigate",
        ...(fields === undefined ? {} : {"sec-fetch-site": "same-origin"}),
        ...(cookie === undefined ? {} : {cookie}),
        ...headers,
      },
      ...(fields === undefined ? {} : {method: "POST", body: new URLSearchParams(fields)}),
    }),
  );
}

/** Signs in and gives the cookie of the session: "wijkbalans=…". */
async function enter(account: string, at = app): Promise<string> {
  const jar = new Map<string, string>();
  let url = new URL(`${at.url}/aanmelden`);
  let init: RequestInit = {};
  for (let hop = 0; hop < 12; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer: Response = await fetch(url, {...init, redirect: "manual", headers: {...init.headers, cookie}});
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      jar.set(name!, value!);
    }
    if (jar.has("wijkbalans")) return `wijkbalans=${jar.get("wijkbalans")}`;
    const location = answer.headers.get("location");
    init =
      location === null
        ? {
            method: "POST",
            body: `naam=${account}`,
            headers: {"content-type": "application/x-www-form-urlencoded"},
          }
        : {};
    if (location !== null) url = new URL(location, url);
  }
  throw new Error("nobody was let in");
}

async function formTokenOf(cookie: string): Promise<string> {
  const html = await (await ask("/account", {cookie})).text();
  return /name="formulier" value="([^"]+)"/.exec(html)![1]!;
}

describe("who is not signed in", () => {
  test("is sent to the provider from any page, and comes back to it", async () => {
    const answer = await ask("/geteld/kosten?van=2025-01");
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      "/aanmelden?naar=%2Fgeteld%2Fkosten%3Fvan%3D2025-01",
    ]);
  });

  test.each([
    "/",
    "/cijfers/stand-van-zorg",
    "/cijfers/stand-van-zorg/kosten.csv",
    "/geteld/kosten.json",
    "/over-de-gegevens/beheer",
    `/over-de-gegevens/beheer/bestanden/${"a".repeat(64)}`,
    "/over-de-gegevens/bestanden/team/leeg.csv",
    "/account",
    "/bestaat-niet",
  ])("sees nothing of %s", async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(303);
    expect(await answer.text()).toBe("");
  });

  test.each([
    ["that was made up", () => `wijkbalans=${"A".repeat(43)}`],
    ["that is empty", () => "wijkbalans="],
    ["that is a sentence of SQL", () => "wijkbalans=' or 1=1 --"],
  ])("does not get in with a cookie %s", async (_what, cookie) => {
    expect((await ask("/account", {cookie: cookie()})).status).toBe(303);
  });

  test("does not get in with two cookies, of which one is right", async () => {
    const cookie = await enter("anna");
    expect((await ask("/account", {cookie})).status).toBe(200);
    expect((await ask("/account", {cookie: `wijkbalans=${"A".repeat(43)}; ${cookie}`})).status).toBe(303);
  });

  test("is told so when he sends a form, and nothing is done", async () => {
    for (const path of ["/over-de-gegevens/aanleveren", "/account/overal"]) {
      const answer = await ask(path, {fields: {formulier: "x"}});
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain("U bent niet aangemeld. Er is niets veranderd.");
    }
  });

  test("is not sent elsewhere when a script asks", async () => {
    expect((await ask("/geteld/kosten", {headers: {"sec-fetch-mode": "cors"}})).status).toBe(401);
  });

  test("reads a style sheet, which says nothing of anybody", async () => {
    const html = await (await ask("/afgemeld")).text();
    const [, path] = /href="(\/assets\/[^"]+\.css)"/.exec(html)!;
    const answer = await ask(path!);
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
  });
});

describe("who is signed in", () => {
  test("never finds the name of another on a page that both may see", async () => {
    const [anna, bram] = [await enter("anna"), await enter("bram")];
    const path = "/geteld/kosten";
    expect(await (await ask(path, {cookie: anna})).text()).toContain("Anna de Boer");
    const html = await (await ask(path, {cookie: bram})).text();
    expect(html).toContain("Bram Vos");
    expect(html).not.toContain("Anna de Boer");
  });

  test("gets pages that only his browser may keep", async () => {
    const answer = await ask("/geteld/kosten", {cookie: await enter("anna")});
    expect(answer.headers.get("cache-control")).toMatch(/^private|no-store/);
    expect((await ask("/account", {cookie: await enter("anna")})).headers.get("cache-control")).toBe("no-store");
  });

  test("is not shown again, after he signed out, what his browser kept", async () => {
    const cookie = await enter("anna");
    const etag = (await ask("/geteld/kosten", {cookie})).headers.get("etag")!;
    await ask("/account/afmelden", {cookie, fields: {formulier: await formTokenOf(cookie)}});
    const answer = await ask("/geteld/kosten", {cookie, headers: {"if-none-match": etag}});
    expect(answer.status).toBe(303);
  });

  test.each([
    ["https://elders.example/", "/"],
    ["//elders.example", "/"],
    ["/\\elders.example", "/"],
    ["/geteld/kosten", "/geteld/kosten"],
  ])("and asks to go on to %s goes to %s", async (asked, to) => {
    const answer = await ask(`/aanmelden?naar=${encodeURIComponent(asked)}`, {cookie: await enter("anna")});
    expect(answer.headers.get("location")).toBe(to);
  });
});

describe("a form", () => {
  test("carries a token of its own session: that of another does nothing", async () => {
    const [anna, bram] = [await enter("anna"), await enter("bram")];
    const answer = await ask("/account/overal", {cookie: anna, fields: {formulier: await formTokenOf(bram)}});
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Dit formulier is verlopen.");
    expect((await ask("/account", {cookie: anna})).status).toBe(200);
  });

  test("from a page elsewhere does nothing", async () => {
    const cookie = await enter("anna");
    const fields = {formulier: await formTokenOf(cookie)};
    for (const headers of [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}]) {
      expect((await ask("/account/overal", {cookie, fields, headers})).status).toBe(403);
    }
    expect((await ask("/account", {cookie})).status).toBe(200);
  });

  test("cannot end the session of another person", async () => {
    const [anna, bram] = [await enter("anna"), await enter("bram")];
    const [row] = await app.database.query<{sha256: string}>(
      `select sessie.sha256 from sessie join gebruiker on gebruiker.id = sessie.gebruiker_id
       where gebruiker.naam = 'Anna de Boer' order by sessie.gemaakt_op desc limit 1`,
    );
    const fields = {formulier: await formTokenOf(bram), sessie: row!.sha256};
    const answer = await ask("/account/einde", {cookie: bram, fields});
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Daar bent u niet meer aangemeld.");
    expect((await ask("/account", {cookie: anna})).status).toBe(200);
  });

  test.each(["beheerder alle", "privacy-officer", "", "constructor"])(
    "cannot ask for role '%s', which he does not have",
    async (rol) => {
      const cookie = await enter("bram");
      const answer = await ask("/account/rol", {cookie, fields: {formulier: await formTokenOf(cookie), rol}});
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain("Deze rol heeft u niet.");
      expect((await ask("/account", {cookie})).status).toBe(200);
    },
  );

  test("that changes role gives another cookie, and another token", async () => {
    const cookie = await enter("anna");
    const token = await formTokenOf(cookie);
    const answer = await ask("/account/rol", {cookie, fields: {formulier: token, rol: "beleidsmaker alle"}});
    const next = answer.headers.getSetCookie()[0]!.split(";")[0]!;
    expect(next).not.toBe(cookie);
    expect((await ask("/account", {cookie})).status).toBe(303);
    expect(await (await ask("/account", {cookie: next})).text()).toContain("U kijkt als Beleidsmaker");
    expect(await formTokenOf(next)).not.toBe(token);
  });
});

describe("the door for the provider", () => {
  test.each(["", "hallo", "a.b.c"])("is shut for '%s'", async (token) => {
    const cookie = await enter("anna");
    const answer = await ask("/aanmelden/afgemeld", {
      fields: {logout_token: token},
      headers: {"sec-fetch-site": "cross-site"},
    });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([400, "no-store"]);
    expect((await ask("/account", {cookie})).status).toBe(200);
  });

  test("shows a key of ours only when we have one", async () => {
    expect(await (await ask("/aanmelden/sleutels")).json()).toEqual({keys: []});
  });
});

test("a request under a name that is not ours is refused", async () => {
  for (const host of ["localhost", "elders.example", ""]) {
    expect((await ask("/", {headers: {host}})).status).toBe(403);
  }
});

test("what was refused is noted, without what it was refused for", async () => {
  await ask("/aanmelden/terug?code=geheime-code&state=geheime-staat");
  const rows = await app.database.query("select * from aanmelding where gebeurtenis = 'geweigerd'");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain("geheime");
});

describe("where the public may read along", () => {
  let open: SignInApp;

  beforeAll(async () => {
    open = await startSignInApp({
      accounts: {anna: {name: "Anna", groups: ["controle"]}},
      environment: {WIJKBALANS_OIDC_ROLLEN_BESTAND: rolesFile, WIJKBALANS_OPENBAAR: "ja"},
    });
  });

  afterAll(() => open.close());

  test("a page of figures is there without signing in, with a way to sign in", async () => {
    const answer = await ask("/cijfers/stand-van-zorg", {}, open);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<a href="/aanmelden">Meld u aan</a>');
  });

  test.each([
    "/over-de-gegevens/beheer",
    "/over-de-gegevens/aanleveren",
    `/over-de-gegevens/beheer/bestanden/${"a".repeat(64)}`,
  ])("%s is not", async (path) => {
    const answer = await ask(path, {}, open);
    expect([400, 403]).toContain(answer.status);
  });
});
