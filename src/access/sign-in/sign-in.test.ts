import {createSign, generateKeyPairSync, type KeyObject} from "node:crypto";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import type {TestProvider} from "../../../test/oidc-provider.ts";
import {
  comeBack,
  enter,
  knock,
  openSignInWorld,
  type SignInWorld,
  startTestProvider,
} from "../../../test/sign-in-world.ts";
import {type Grant, keyOfGrant} from "../grant.ts";
import {type FaultKind, SignInFault} from "./sign-in-fault.ts";
import {blockUser, noteRole, userIdOf} from "./users.ts";

const everything: Grant = {role: "beleidsmaker", gemeenten: "alle", within: []};
const otherKey = generateKeyPairSync("rsa", {modulusLength: 2048}).privateKey;

let provider: TestProvider;
let world: SignInWorld;

beforeAll(async () => {
  provider = await startTestProvider();
  provider.accounts.set("anna", {name: "Anna de Boer", email: "anna@voorbeeld.nl", emailVerified: true});
  provider.accounts.set("bram", {name: "Bram Vos", email: "anna@voorbeeld.nl", emailVerified: false});
});

afterAll(() => provider.close());

beforeEach(async () => {
  provider.setDown(false);
  world = await openSignInWorld("duckdb", provider);
  for (const account of ["anna", "bram"]) world.ownGrants.set(userIdOf(provider.issuer, account), [everything]);
});

describe("who comes back from the provider", () => {
  test("is let in under his own name, and goes on to where he wanted to be", async () => {
    const {to, cookies} = await knock(world, await comeBack(world, "anna", "/geteld/kosten?van=2025-01"));
    expect(to).toBe("/geteld/kosten?van=2025-01");
    expect(cookies[0]).toMatch(/^wijkbalans=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const {session} = await enter(world, "anna");
    expect(session).toMatchObject({name: "Anna de Boer", grant: everything, browser: "Firefox op Linux"});
  });

  test("has a cookie of which the database knows the hash alone", async () => {
    const {cookie} = await enter(world, "anna");
    expect(JSON.stringify(await world.database.query("select * from sessie"))).not.toContain(cookie);
  });

  test("gets another session each time, and the one this browser had is over", async () => {
    const first = await enter(world, "anna");
    const back = await comeBack(world, "anna");
    await knock(world, {...back, cookie: `${back.cookie}; wijkbalans=${first.cookie}`});
    expect(await world.sessions.find(first.cookie)).toBeNull();
  });

  test("never gets a session under a cookie that somebody else chose", async () => {
    const chosen = "A".repeat(43);
    const back = await comeBack(world, "anna");
    const {cookies} = await knock(world, {...back, cookie: `${back.cookie}; wijkbalans=${chosen}`});
    expect(cookies[0]).not.toContain(chosen);
    expect(await world.sessions.find(chosen)).toBeNull();
  });

  test("and has no role is told so, and stands ready to be given one", async () => {
    world.ownGrants.clear();
    await expectRefused(comeBackAndKnock("anna"), "no-role");
    expect(await world.database.query("select naam, email from gebruiker")).toEqual([
      {naam: "Anna de Boer", email: "anna@voorbeeld.nl"},
    ]);
    expect(await world.database.query("select * from sessie")).toEqual([]);
  });

  test("and is blocked stays outside, and the sessions he had are over in seconds", async () => {
    const {cookie, session} = await enter(world, "anna");
    await blockUser(world.database, session.userId, new Date());
    world.wait(0.2);
    expect(await world.sessions.find(cookie)).toBeNull();
    await expectRefused(comeBackAndKnock("anna"), "blocked");
  });

  test("looks in the role in which he looked last, while he has that", async () => {
    const other: Grant = {role: "controller", gemeenten: "alle", within: []};
    world.ownGrants.set(userIdOf(provider.issuer, "anna"), [everything, other]);
    const {session} = await enter(world, "anna");
    expect(session.grant).toEqual(everything);
    await noteRole(world.database, session.userId, keyOfGrant(other));
    expect((await enter(world, "anna")).session.grant).toEqual(other);
    world.ownGrants.set(session.userId, [everything]);
    expect((await enter(world, "anna")).session.grant).toEqual(everything);
  });

  test("has cookies that go over https alone, where we are reached by that", async () => {
    expect((await world.signIn.begin("/", false)).cookies[0]).not.toContain("Secure");
    const secure = await openSignInWorld("duckdb", provider, {WIJKBALANS_ADRES: "https://wijkbalans.voorbeeld.nl"});
    expect(secure.signIn.isSecure).toBe(true);
    expect((await secure.signIn.begin("/", false)).cookies[0]).toContain("; Secure");
  });

  test("but stopped there is told that nothing happened", async () => {
    await expectRefused(comeBackAndKnock("stop"), "cancelled");
  });
});

describe("the first administrator", () => {
  test.each([
    ["his subject", {WIJKBALANS_EERSTE_BEHEERDER: "anna"}],
    ["the e-mail address that the provider checked", {WIJKBALANS_EERSTE_BEHEERDER: "Anna@voorbeeld.nl"}],
  ])("is who the setting names by %s", async (_how, more) => {
    world = await openSignInWorld("duckdb", provider, more);
    const {session} = await enter(world, "anna");
    expect(session.grant).toEqual({role: "beheerder", gemeenten: "alle", within: []});
  });

  test("is not who merely says he has that address", async () => {
    world = await openSignInWorld("duckdb", provider, {WIJKBALANS_EERSTE_BEHEERDER: "anna@voorbeeld.nl"});
    await expectRefused(comeBackAndKnock("bram"), "no-role");
  });

  test("is not who has another address that the provider checked", async () => {
    provider.accounts.set("eva", {name: "Eva", email: "eva@voorbeeld.nl", emailVerified: true});
    world = await openSignInWorld("duckdb", provider, {WIJKBALANS_EERSTE_BEHEERDER: "anna@voorbeeld.nl"});
    await expectRefused(comeBackAndKnock("eva"), "no-role");
  });
});

test("roles follow from what the provider says of somebody, when a file says how", async () => {
  const folder = folderWith({
    "rollen.json": JSON.stringify({
      claim: "groups",
      rollen: [
        {waarde: "wb-noord", rol: "teamleider", gemeente: "GM9999", team: "T1"},
        {waarde: "wb-zuid", rol: "teamleider", gemeente: "GM9999", team: ["T2"]},
        {waarde: "wb-inkoop", rol: "contractmanager"},
      ],
    }),
  });
  world = await openSignInWorld("duckdb", provider, {WIJKBALANS_OIDC_ROLLEN_BESTAND: `${folder}/rollen.json`});
  provider.accounts.set("cato", {name: "Cato", groups: ["wb-zuid", "wb-noord", "wb-inkoop", "iets-anders"]});
  const {session} = await enter(world, "cato");
  expect(session.grants).toEqual([
    {role: "teamleider", gemeenten: ["GM9999"], within: [{dimension: "team", values: ["T1", "T2"]}]},
    {role: "contractmanager", gemeenten: "alle", within: []},
  ]);
  provider.accounts.set("dirk", {name: "Dirk", groups: ["iets-anders"]});
  await expectRefused(comeBackAndKnock("dirk"), "no-role");
});

describe("a token that is not what it should be lets nobody in", () => {
  type Parts = {header: Record<string, unknown>; claims: Record<string, unknown>};
  test.each<[string, (parts: Parts) => string]>([
    ["signed with another key", ({header, claims}) => sign(header, claims, otherKey)],
    [
      "signed with another key under a name nobody knows",
      ({header, claims}) => sign({...header, kid: "x"}, claims, otherKey),
    ],
    ["signed by nobody", ({header, claims}) => `${encode({...header, alg: "none"})}.${encode(claims)}.`],
    ["signed with our own secret", ({header, claims}) => sign({...header, alg: "HS256"}, claims, otherKey)],
    [
      "of which a claim was changed",
      ({header, claims}) => changed(sign(header, claims, provider.key), "sub", "beheerder"),
    ],
    ["with the nonce of another sign-in", ({header, claims}) => sign(header, {...claims, nonce: "x"}, provider.key)],
    ["without a nonce", ({header, claims: {nonce: _, ...claims}}) => sign(header, claims, provider.key)],
    ["for another application", ({header, claims}) => sign(header, {...claims, aud: "ander"}, provider.key)],
    [
      "of another provider",
      ({header, claims}) => sign(header, {...claims, iss: "https://elders.example"}, provider.key),
    ],
    ["that has expired", ({header, claims}) => sign(header, {...claims, exp: inSeconds(-60)}, provider.key)],
    ["without an end", ({header, claims: {exp: _, ...claims}}) => sign(header, claims, provider.key)],
    ["that is no token", () => "a.b.c"],
  ])("%s", async (_what, forge) => {
    world.tamper((path, body) =>
      path === "/token" ? {...body, id_token: forge(partsOf(String(body.id_token)))} : body,
    );
    await expectRefused(comeBackAndKnock("anna"), "refused");
    expect(await world.database.query("select * from sessie")).toEqual([]);
  });

  test("and one that is, does", async () => {
    world.tamper((path, body) => {
      if (path !== "/token") return body;
      const {header, claims} = partsOf(String(body.id_token));
      return {...body, id_token: sign(header, claims, provider.key)};
    });
    await enter(world, "anna");
  });

  test("the right one is too late on a clock that is hours ahead", async () => {
    world.wait(120);
    await expectRefused(comeBackAndKnock("anna"), "refused");
  });

  test("what the provider tells of another person does not count", async () => {
    world.tamper((path, body) => (path === "/me" ? {...body, sub: "bram"} : body));
    await expectRefused(comeBackAndKnock("anna"), "refused");
  });
});

describe("what one browser began, another cannot end", () => {
  test("two browsers that swap their state are both refused", async () => {
    const [one, other] = [await comeBack(world, "anna"), await comeBack(world, "bram")];
    world.asked.length = 0;
    await expectRefused(knock(world, {url: one.url, cookie: other.cookie}), "refused");
    await expectRefused(knock(world, {url: other.url, cookie: one.cookie}), "refused");
    expect(world.asked).toEqual([]);
    await knock(world, one);
  });

  test("a state that is cut off, or not there, is refused", async () => {
    const {url, cookie} = await comeBack(world, "anna");
    url.searchParams.set("state", url.searchParams.get("state")!.slice(0, -1));
    await expectRefused(knock(world, {url, cookie}), "refused");
    url.searchParams.delete("state");
    await expectRefused(knock(world, {url, cookie}), "refused");
  });

  test("a code put into the sign-in of another browser is refused, whose state it has", async () => {
    const [victim, attacker] = [await comeBack(world, "anna"), await comeBack(world, "bram")];
    const url = new URL(victim.url);
    url.searchParams.set("code", attacker.url.searchParams.get("code")!);
    await expectRefused(knock(world, {url, cookie: victim.cookie}), "refused");
  });

  test.each([
    ["without what it began with", (): string => "anders=1"],
    ["with something made up", (): string => `wijkbalans-aanmelden=${"A".repeat(400)}`],
    ["with what was changed", (cookie: string) => `${cookie.slice(0, -2)}AA`],
    ["with two of them", (cookie: string) => `${cookie}; ${cookie}`],
  ])("a browser %s is refused, and the provider is not asked", async (_what, cookieOf) => {
    const {url, cookie} = await comeBack(world, "anna");
    world.asked.length = 0;
    await expectRefused(knock(world, {url, cookie: cookieOf(cookie)}), "refused");
    expect(world.asked).toEqual([]);
  });

  test("the same way back is gone only once", async () => {
    const back = await comeBack(world, "anna");
    await knock(world, back);
    world.asked.length = 0;
    await expectRefused(knock(world, back), "refused");
    world.wait(9);
    await expectRefused(knock(world, back), "refused");
    expect(world.asked).toEqual([]);
  });

  test("a code that was used is refused by the provider too, whatever we remember", async () => {
    const back = await comeBack(world, "anna");
    await knock(world, back);
    const elsewhere = await openSignInWorld("duckdb", provider);
    const fresh = await comeBack(elsewhere, "bram");
    const url = new URL(fresh.url);
    url.searchParams.set("code", back.url.searchParams.get("code")!);
    await expectRefused(knock(elsewhere, {url, cookie: fresh.cookie}), "refused");
  });

  test("who takes more than ten minutes begins again", async () => {
    const back = await comeBack(world, "anna");
    world.wait(10);
    await expectRefused(knock(world, back), "refused");
  });

  test("an answer in the name of another provider is refused", async () => {
    const back = await comeBack(world, "anna");
    back.url.searchParams.set("iss", "https://elders.example");
    await expectRefused(knock(world, back), "refused");
  });
});

describe("how sure the provider must be", () => {
  beforeEach(() => {
    provider.accounts.set("hoog", {name: "Hoog", acr: "hoog", amr: ["pwd", "mfa"]});
    provider.accounts.set("laag", {name: "Laag", acr: "laag", amr: ["pwd"]});
  });

  test.each([
    ["acr", {WIJKBALANS_OIDC_ACR: "hoog zeer-hoog"}],
    ["amr", {WIJKBALANS_OIDC_AMR: "mfa"}],
  ])("is asked by the setting of %s, and what is less is refused", async (_what, more) => {
    world = await openSignInWorld("duckdb", provider, {...more, WIJKBALANS_EERSTE_BEHEERDER: "hoog"});
    expect((await enter(world, "hoog")).session.name).toBe("Hoog");
    await expectRefused(comeBackAndKnock("laag"), "assurance");
    await expectRefused(comeBackAndKnock("anna"), "assurance");
  });
});

describe("whose session was over", () => {
  test("shows again who he is, though the provider still knows him", async () => {
    const jar = new Map<string, string>();
    await knock(world, await comeBack(world, "anna", null, {jar}));
    let isAsked = false;
    provider.onAsked = () => {
      isAsked = true;
    };
    await knock(world, await comeBack(world, "anna", null, {jar}));
    expect(isAsked).toBe(false);
    await knock(world, await comeBack(world, "anna", null, {jar, mustBeFresh: true}));
    expect(isAsked).toBe(true);
  });

  test("is not let in on what he showed long ago", async () => {
    world.tamper((path, body) => {
      if (path !== "/token") return body;
      const {header, claims} = partsOf(String(body.id_token));
      return {...body, id_token: sign(header, {...claims, auth_time: inSeconds(-3600)}, provider.key)};
    });
    await knock(world, await comeBack(world, "anna"));
    await expectRefused(knock(world, await comeBack(world, "anna", null, {mustBeFresh: true})), "refused");
  });
});

describe("a provider that is down", () => {
  test("is said to be so to who wants to come in, and who is in goes on", async () => {
    const {cookie} = await enter(world, "anna");
    const back = await comeBack(world, "anna");
    provider.setDown(true);
    await expectRefused(knock(world, back), "down");
    expect(await world.sessions.find(cookie)).toMatchObject({name: "Anna de Boer"});
    expect((await world.signIn.begin("/", false)).to).toContain(`${provider.issuer}/auth`); // known from before
  });

  test("is not asked again by each who comes, and is found again when it is back", async () => {
    provider.setDown(true);
    let fetches = 0;
    const counted = await openSignInWorld("duckdb", provider);
    for (let attempt = 0; attempt < 50; attempt++) {
      await expectRefused(counted.signIn.begin("/", false), "down");
      fetches += counted.asked.length;
    }
    expect(fetches).toBe(0); // no answer came, and only the first waited for one
    provider.setDown(false);
    counted.wait(0.1);
    await counted.signIn.begin("/", false);
  });

  test("is one whose proxy answers in its place", async () => {
    const back = await comeBack(world, "anna");
    world.answerWith(() => new Response("<h1>502</h1>", {status: 502, headers: {"content-type": "text/html"}}));
    await expectRefused(knock(world, back), "down");
  });

  test("is one that never answers, after the time that the settings give it", async () => {
    world = await openSignInWorld("duckdb", provider, {WIJKBALANS_OIDC_WACHTTIJD: "1"});
    const back = await comeBack(world, "anna");
    world.answerWith(
      (init) => new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason))),
    );
    await expectRefused(knock(world, back), "down");
  });

  test("is not confused with one that does not know us", async () => {
    world = await openSignInWorld("duckdb", provider, {WIJKBALANS_OIDC_CLIENT_SECRET: "een-ander-geheim"});
    await expectRefused(comeBackAndKnock("anna"), "settings");
  });
});

describe("who is wrong too often", () => {
  test("waits, and others do not", async () => {
    const back = await comeBack(world, "anna");
    for (let attempt = 0; attempt < 20; attempt++) {
      await expectRefused(knock(world, {...back, cookie: "x=1"}, "198.51.100.7"), "refused");
    }
    await expectRefused(knock(world, {...back, cookie: "x=1"}, "198.51.100.7"), "too-many");
    await expectRefused(knock(world, back, "198.51.100.7"), "too-many");
    expect(await world.database.query("select count(*) as aantal from aanmelding")).toEqual([{aantal: 20}]);
    await knock(world, back, "198.51.100.8");
  });

  test("is not who may not come in for another reason", async () => {
    world.ownGrants.clear();
    for (let attempt = 0; attempt < 21; attempt++) await expectRefused(comeBackAndKnock("anna"), "no-role");
  });

  test("may try again after ten minutes", async () => {
    const back = await comeBack(world, "anna");
    for (let attempt = 0; attempt < 20; attempt++) {
      await expectRefused(knock(world, {...back, cookie: "x=1"}), "refused");
    }
    world.wait(10);
    await knock(world, await comeBack(world, "anna"));
  });
});

describe("signing out elsewhere", () => {
  const logoutEvent = {"http://schemas.openid.net/event/backchannel-logout": {}};
  const notice = (claims: Record<string, unknown> = {}, key: KeyObject = provider.key) => {
    const nowSeconds = Math.floor(Date.now() / 1000);
    return sign(
      {alg: "RS256", kid: provider.keyId, typ: "logout+jwt"},
      {
        iss: provider.issuer,
        aud: provider.clientId,
        sub: "anna",
        iat: nowSeconds,
        exp: nowSeconds + 120,
        jti: String(Math.random()),
        events: logoutEvent,
        ...claims,
      },
      key,
    );
  };

  test("ends all sessions of that person here, at once", async () => {
    const [one, two, other] = [await enter(world, "anna"), await enter(world, "anna"), await enter(world, "bram")];
    await world.signIn.readNotice(notice(), "192.0.2.9");
    expect(await world.sessions.find(one.cookie)).toBeNull();
    expect(await world.sessions.find(two.cookie)).toBeNull();
    expect(await world.sessions.find(other.cookie)).not.toBeNull();
  });

  test("ends the one session that is named, when one is", async () => {
    const [one, two] = [await enter(world, "anna"), await enter(world, "anna")];
    const [row] = await world.database.query<{sid: string}>("select sid from sessie where sha256 = $id", {
      id: one.session.id,
    });
    await world.signIn.readNotice(notice({sid: row!.sid}), "192.0.2.9");
    expect(await world.sessions.find(one.cookie)).toBeNull();
    expect(await world.sessions.find(two.cookie)).not.toBeNull();
  });

  test.each<[string, () => string]>([
    ["signed by another", () => notice({}, otherKey)],
    ["for another application", () => notice({aud: "ander"})],
    ["of another provider", () => notice({iss: "https://elders.example"})],
    ["of an hour ago", () => notice({iat: Math.floor(Date.now() / 1000) - 3600})],
    ["with a nonce, as an id_token has", () => notice({nonce: "x"})],
    ["without the event", () => notice({events: {}})],
    ["of nobody", () => notice({sub: undefined})],
    ["signed by nobody", () => `${encode({alg: "none"})}.${notice().split(".")[1]}.`],
    ["that is no token", () => "hallo"],
  ])("a notice %s ends nothing", async (_what, forge) => {
    const {cookie} = await enter(world, "anna");
    await expectRefused(world.signIn.readNotice(forge(), "192.0.2.9"), "refused");
    expect(await world.sessions.find(cookie)).not.toBeNull();
  });

  test("a notice that came before ends nothing more", async () => {
    const token = notice();
    await world.signIn.readNotice(token, "192.0.2.9");
    const {cookie} = await enter(world, "anna");
    await expectRefused(world.signIn.readNotice(token, "192.0.2.9"), "refused");
    expect(await world.sessions.find(cookie)).not.toBeNull();
  });

  test("cannot be asked of a provider that does not answer, and then he is out here alone", async () => {
    const {session} = await enter(world, "anna");
    const elsewhere = await openSignInWorld("duckdb", provider);
    provider.setDown(true);
    expect(await elsewhere.signIn.endSessionUrl(session)).toBeNull();
  });

  test("can be asked of the provider, by who signs out here", async () => {
    const {session} = await enter(world, "anna");
    const url = await world.signIn.endSessionUrl(session);
    expect(url?.href).toContain(`${provider.issuer}/session/end`);
    expect(url?.searchParams.get("post_logout_redirect_uri")).toBe("http://127.0.0.1:8080/afgemeld");
    expect(url?.searchParams.get("id_token_hint")).toBe(session.idToken);
  });
});

test("a key of our own in place of a secret lets us in at the provider, and no other key does", async () => {
  const {privateKey, publicKey} = generateKeyPairSync("ec", {namedCurve: "P-256"});
  const pem = privateKey.export({format: "pem", type: "pkcs8"}) as string;
  const otherPem = generateKeyPairSync("ec", {namedCurve: "P-256"}).privateKey.export({format: "pem", type: "pkcs8"});
  const folder = folderWith({"sleutel.pem": pem, "andere.pem": otherPem as string});
  const byKey = await startTestProvider({...publicKey.export({format: "jwk"}), use: "sig", kid: "ons", alg: "ES256"});
  try {
    byKey.accounts.set("anna", {name: "Anna"});
    const more = {WIJKBALANS_EERSTE_BEHEERDER: "anna", WIJKBALANS_OIDC_SLEUTEL_ID: "ons"};
    const file = (name: string) => ({...more, WIJKBALANS_OIDC_SLEUTEL_BESTAND: `${folder}/${name}`});
    world = await openSignInWorld("duckdb", byKey, file("sleutel.pem"));
    await enter(world, "anna");
    expect(JSON.stringify(world.signIn.provider.publicKeys())).not.toContain('"d"');
    world = await openSignInWorld("duckdb", byKey, file("andere.pem"));
    await expectRefused(comeBackAndKnock("anna"), "settings");
  } finally {
    await byKey.close();
  }
});

function inSeconds(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

async function comeBackAndKnock(account: string): Promise<unknown> {
  return knock(world, await comeBack(world, account));
}

async function expectRefused(attempt: Promise<unknown>, kind: FaultKind): Promise<void> {
  const fault: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (fault instanceof Error && !(fault instanceof SignInFault)) throw fault;
  expect(fault instanceof SignInFault ? `${fault.kind} (${fault.message})` : fault).toMatch(new RegExp(`^${kind} `));
}

function partsOf(token: string) {
  const [header, claims] = token
    .split(".")
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
  return {header: header as Record<string, unknown>, claims: claims as Record<string, unknown>};
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function sign(header: object, claims: object, key: KeyObject): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}

function changed(token: string, name: string, value: string): string {
  const [header, , signature] = token.split(".");
  return `${header}.${encode({...partsOf(token).claims, [name]: value})}.${signature}`;
}
