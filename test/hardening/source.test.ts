import {readdirSync, readFileSync} from "node:fs";
import {join, sep} from "node:path";
import {describe, expect, test} from "vitest";

const root = join(import.meta.dirname, "..", "..");
const source = join(root, "src");

const files = readdirSync(source, {recursive: true, encoding: "utf8"})
  .filter((name) => /\.(?:tsx?|js)$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({name: name.split(sep).join("/"), code: withoutComments(readFileSync(join(source, name), "utf8"))}));

/** What the product does nowhere, or in the named files only. */
const never: readonly [what: string, pattern: RegExp, except: readonly string[]][] = [
  ["starts a process, so no text of a sender reaches a shell", /node:child_process/, []],
  ["runs a text as code", /\beval\(|new Function\(|node:vm|setTimeout\("/, []],
  [
    "puts a text into a page as markup",
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/,
    // Where charts are drawn on the server, and read out of the drawing.
    ["web/charts/draw.ts"],
  ],
  ["hashes with what is broken", /createHash\("(?:md5|sha1)"|hash\("(?:md5|sha1)"/, []],
  ["encrypts without knowing that nothing changed", /aes-\d+-(?:ecb|cbc|ctr)/, []],
  ["leaves a certificate unchecked", /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/, []],
  ["reads numbers that one can guess as a secret", /Math\.random/, []],
  ["says who may read its answers beside itself", /Access-Control-Allow/i, []],
  ["asks for something over plain http", /"http:\/\/(?!www\.istandaarden\.nl|localhost|schemas?\.|www\.w3\.org)/, []],
  ["lets a parser of XML fetch or expand", /\bnoent\b|resolveExternal|libxml/, []],
];

describe("the product never", () => {
  test.each(never)("%s", (_, pattern, except) => {
    expect(files.filter(({name, code}) => pattern.test(code) && !except.includes(name)).map(({name}) => name)).toEqual(
      [],
    );
  });
});

test("only fetch, the front door and sign-in open connections or ports", () => {
  const opens = /from "node:(?:http|https|http2|net|tls|dgram|dns)"|\bfetch\(\s*["`]|from "undici"/;
  const allowed = /^(?:fetch\/|cli\/front-door\/|cli\/(?:command-door|through-server|serve)\.ts|access\/sign-in\/)/;
  // A type opens nothing, and isIP only reads the spelling of an address.
  const harmless = /import (?:type \{[^}]*\}|\{isIP\}) from "node:(?:http|https|net)";\n/g;
  expect(
    files
      .filter(({name, code}) => opens.test(code.replaceAll(harmless, "")) && !allowed.test(name))
      .map(({name}) => name),
  ).toEqual([]);
});

test("a secret, token or key is compared in time that tells nothing", () => {
  const compared = /\b(?:token|secret|geheim|formToken|sha256OfCookie)\b\s*(?:===|!==) (?!undefined|null|"")/;
  expect(files.filter(({code}) => compared.test(code)).map(({name}) => name)).toEqual([]);
});

test("no secret stands in the repository", () => {
  const secret =
    /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\n[A-Za-z0-9+/]{40}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[baprs]-[A-Za-z0-9-]{10,}|\bwijkbalans_[A-Za-z0-9_-]{43}\b|\beyJ[A-Za-z0-9_-]{20,}\.eyJ/;
  const folders = ["src", "test", "docs", "scripts", "bench", "bin"];
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile() && !/\.(?:png|woff2|xlsx|parquet)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => secret.test(readFileSync(path, "utf8"))),
  );
  expect(found).toEqual([]);
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(?<=^|\s)\/\/.*$/gm, "");
}
