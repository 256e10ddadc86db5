import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {runInNewContext} from "node:vm";
import {expect, test} from "vitest";
import {attacksOn} from "./attacks.ts";
import {regexLiterals} from "./literals.ts";

const source = new URL("../../src/", import.meta.url).pathname;
const length = 100_000;
const milliseconds = 1000;

// These read names, styles and SQL that we wrote ourselves, and seldom.
const ofOurOwnText = new Set([
  "database/column-batch.ts",
  "database/parameters.ts",
  "demo/names.ts",
  "web/assets.ts",
  "web/utrecht.ts",
]);

const files = readdirSync(source, {recursive: true, encoding: "utf8"}).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !ofOurOwnText.has(name),
);

/** The text that a pattern takes too long over; null: there is none. */
function slowOn(pattern: string, flags: string): string | null {
  for (const text of attacksOn(pattern, flags, length)) {
    try {
      // Every match is looked for, as replaceAll does.
      const every = `${flags.replace("y", "").replace("g", "")}g`;
      const code = "for (const match of text.matchAll(new RegExp(pattern, flags))) void match";
      runInNewContext(code, {text, pattern, flags: every}, {timeout: milliseconds});
    } catch {
      return text.slice(0, 60);
    }
  }
  return null;
}

test("a regular expression in the product reads 100 kB of anything within a second", () => {
  const found = files.flatMap((name) =>
    regexLiterals(readFileSync(join(source, name), "utf8")).map((literal) => ({name, ...literal})),
  );
  expect(found.length).toBeGreaterThan(80);
  const slow = found.flatMap(({name, line, source: pattern, flags}) => {
    const text = slowOn(pattern, flags);
    return text === null ? [] : [`${name}:${line} /${pattern}/${flags} on ${JSON.stringify(text)}…`];
  });
  expect(slow).toEqual([]);
});

test("patterns that are known to be slow are found", () => {
  for (const pattern of ["^(a+)+$", "\\s+$", "^(\\d+)*x", "<a[^>]*b=[^>]*>", "(?:x|[^<])*<", "^.*,.*,.*,$"]) {
    expect(slowOn(pattern, ""), pattern).not.toBeNull();
  }
});

test("patterns are found where they stand, and not where a slash divides", () => {
  const code = 'const a = /x[/]y/gi.test("/no/"); // /no/\nconst half = a / 2 / b;\nreturn /[^\\/]+/;\nf(/q/, `a/b`)';
  expect(regexLiterals(code)).toEqual([
    {line: 1, source: "x[/]y", flags: "gi"},
    {line: 3, source: "[^\\/]+", flags: ""},
    {line: 4, source: "q", flags: ""},
  ]);
});
