import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openSite, type Site, type SiteAnswer, walk} from "./site.ts";

const live = ["/over-de-gegevens/aanleveren", "/over-de-gegevens/koppelen", "/over-de-gegevens/beheer"];

let site: Site;
let answers: Map<string, SiteAnswer>;

beforeAll(async () => {
  site = await openSite();
  answers = await walk(site, [
    "/",
    "/aanleveren",
    "/koppelen",
    "/beheer",
    "/bestaat-niet",
    "/cijfers/stand-van-zorg?van=x",
  ]);
});

afterAll(() => site.close());

const ofKind = (kind: RegExp) => [...answers].filter(([, {headers}]) => kind.test(String(headers["content-type"])));

test("the walk comes past pages, files, styles, fonts, a script and what is not there", () => {
  for (const kind of [
    /^text\/html/,
    /^text\/csv/,
    /spreadsheet/,
    /^text\/css/,
    /^font\//,
    /javascript/,
    /svg/,
    /json/,
  ]) {
    expect(ofKind(kind).length, String(kind)).toBeGreaterThan(0);
  }
  expect(ofKind(/^text\/html/).length).toBeGreaterThan(40);
  expect(new Set([...answers.values()].map(({status}) => status))).toEqual(new Set([200, 400, 404]));
  expect(site.reported).toEqual([]);
});

describe("the policy", () => {
  test("allows nothing that is not named, and names nothing from elsewhere or inline", () => {
    for (const [path, {headers}] of ofKind(/^text\/html/)) {
      const policy = parsePolicy(String(headers["content-security-policy"]));
      for (const name of ["default-src", "object-src", "base-uri", "frame-ancestors"]) {
        expect(policy.get(name), `${path} ${name}`).toEqual(["'none'"]);
      }
      expect(policy.get("form-action"), path).toEqual(["'self'"]);
      for (const [name, sources] of policy) {
        expect(["'none'", "'self'"], `${path} ${name}`).toEqual(expect.arrayContaining(sources));
      }
    }
  });

  test("breaks nothing: no page holds an inline script, style or handler, or anything from elsewhere", () => {
    for (const [path, {text}] of ofKind(/^text\/html/)) {
      const tags = text.match(/<[a-z][^>]*>/gi) ?? [];
      expect(
        tags.filter((tag) => /\s(?:style|on[a-z]+|srcdoc|formaction|ping)\s*=/i.test(tag)),
        path,
      ).toEqual([]);
      expect(
        tags.filter((tag) => /^<(?:style|base|iframe|object|embed|meta\s[^>]*http-equiv)/i.test(tag)),
        path,
      ).toEqual([]);
      const scripts = text.match(/<script[^>]*>[^<]*/gi) ?? [];
      expect(
        scripts.filter((script) => !/^<script type="module" src="\/assets\/[\w.-]+">$/.test(script)),
        path,
      ).toEqual([]);
      expect(
        tags.filter((tag) => /\s(?:href|src|action)="(?:[a-z]+:|\/\/)/i.test(tag)),
        path,
      ).toEqual([]);
    }
  });
});

describe("every answer", () => {
  const fixed: Readonly<Record<string, string>> = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };

  function check(name: string, {headers}: SiteAnswer) {
    for (const [header, value] of Object.entries(fixed)) expect(headers[header], `${name} ${header}`).toBe(value);
    expect(headers["content-security-policy"], name).toContain("frame-ancestors 'none'");
    expect(headers["cache-control"], name).toBeDefined();
    expect(headers["access-control-allow-origin"], name).toBeUndefined();
    for (const teller of ["server", "x-powered-by", "x-aspnet-version", "via"]) expect(headers[teller]).toBeUndefined();
  }

  test("of the pages and files carries the headers", () => {
    for (const [path, answer] of answers) check(path, answer);
  });

  test("of each other kind does too: 304, HEAD, a refused form, the API well and ill", async () => {
    const etag = String((await site.ask("/geteld/kosten")).headers.etag);
    const authorization = `Bearer ${site.token}`;
    const asked: [name: string, status: number, answer: SiteAnswer][] = [
      ["304", 304, await site.ask("/geteld/kosten", {headers: {"if-none-match": etag}})],
      ["HEAD", 200, await site.ask("/geteld/kosten", {method: "HEAD"})],
      [
        "a form from elsewhere",
        403,
        await site.ask("/over-de-gegevens/koppelen", {method: "POST", headers: {"content-length": "0"}}),
      ],
      ["PUT", 405, await site.ask("/", {method: "PUT"})],
      ["no token", 401, await site.ask("/api/v1/leveringen/1")],
      ["unknown delivery", 404, await site.ask("/api/v1/leveringen/1", {headers: {authorization}})],
      ["no such path", 404, await site.ask("/api/v9/x")],
      ["wrong method of the API", 405, await site.ask("/api/v1/leveringen")],
      [
        "unknown type",
        415,
        await site.ask("/api/v1/leveringen", {
          method: "POST",
          headers: {authorization, "content-type": "image/png", "content-length": "1"},
          body: "x",
        }),
      ],
      ["100 MB JSON", 413, await largeJson(authorization)],
    ];
    for (const [name, status, answer] of asked) {
      expect(answer.status, name).toBe(status);
      check(name, answer);
      if (name.includes("API") || answer.headers["content-type"]?.includes("problem")) {
        expect(answer.headers["api-version"], name).toBe("1.0.0");
        expect(answer.headers["cache-control"], name).toBe("no-store");
      }
    }
  });

  test("is kept by nobody else, and by nobody at all when it is about the installation or a mistake", () => {
    for (const [path, {status, headers}] of answers) {
      const caching = String(headers["cache-control"]);
      if (path.startsWith("/assets/"))
        expect(caching, path).toBe(status === 200 ? "public, max-age=31536000, immutable" : "no-store");
      else if (status !== 200 || live.some((start) => path.startsWith(start))) expect(caching, path).toBe("no-store");
      else expect(caching, path).toMatch(/^private, no-cache$|^no-store$/);
    }
  });

  test("says its type and its letters, and a file says its name and is not shown", () => {
    for (const [path, {headers}] of answers) {
      const type = String(headers["content-type"]);
      if (/^(?:text|application\/json)/.test(type)) expect(type, path).toMatch(/; charset=utf-8$/);
      if (/csv|spreadsheet|octet-stream/.test(type)) {
        expect(headers["content-disposition"], path).toMatch(/^attachment; filename="[A-Za-z0-9._-]{1,120}"$/);
      }
    }
  });

  /** Says that it sends so much, and is answered before it did. */
  async function largeJson(authorization: string): Promise<SiteAnswer> {
    return site.ask("/api/v1/leveringen", {
      method: "POST",
      headers: {
        authorization,
        "content-type": "application/json",
        "content-length": String(100 * 1024 ** 2),
        connection: "close",
      },
      body: Buffer.alloc(0),
    });
  }
});

function parsePolicy(text: string): Map<string, string[]> {
  return new Map(
    text.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}
