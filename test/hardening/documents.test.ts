import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** How many requirements of level 1 each section of ASVS 5.0.0 begins with, and up to where its levels 1 and 2 go. */
const sections: Readonly<Record<string, readonly [level1: number, levels1And2: number]>> = {
  "1.1": [0, 2],
  "1.2": [5, 9],
  "1.3": [2, 11],
  "1.4": [0, 3],
  "1.5": [1, 2],
  "2.1": [1, 3],
  "2.2": [2, 3],
  "2.3": [1, 4],
  "2.4": [0, 1],
  "3.2": [2, 2],
  "3.3": [1, 4],
  "3.4": [2, 6],
  "3.5": [3, 5],
  "3.7": [0, 2],
  "4.1": [1, 3],
  "4.2": [0, 1],
  "4.3": [0, 2],
  "4.4": [1, 4],
  "5.1": [0, 1],
  "5.2": [2, 3],
  "5.3": [2, 2],
  "5.4": [0, 3],
  "6.1": [1, 3],
  "6.2": [8, 12],
  "6.3": [2, 4],
  "6.4": [2, 4],
  "6.5": [0, 5],
  "6.6": [0, 3],
  "6.8": [0, 4],
  "7.1": [0, 3],
  "7.2": [4, 4],
  "7.3": [0, 2],
  "7.4": [2, 5],
  "7.5": [0, 2],
  "7.6": [0, 2],
  "8.1": [1, 2],
  "8.2": [2, 3],
  "8.3": [1, 1],
  "8.4": [0, 1],
  "9.1": [3, 3],
  "9.2": [1, 4],
  "10.1": [0, 2],
  "10.2": [0, 2],
  "10.3": [0, 4],
  "10.4": [5, 11],
  "10.5": [0, 5],
  "10.6": [0, 2],
  "10.7": [0, 3],
  "11.1": [0, 2],
  "11.2": [0, 3],
  "11.3": [2, 3],
  "11.4": [1, 4],
  "11.5": [0, 1],
  "11.6": [0, 1],
  "12.1": [1, 3],
  "12.2": [2, 2],
  "12.3": [0, 4],
  "13.1": [0, 1],
  "13.2": [0, 5],
  "13.3": [0, 2],
  "13.4": [1, 5],
  "14.1": [0, 2],
  "14.2": [1, 4],
  "14.3": [1, 3],
  "15.1": [1, 3],
  "15.2": [1, 3],
  "15.3": [1, 7],
  "16.1": [0, 1],
  "16.2": [0, 5],
  "16.3": [0, 4],
  "16.4": [0, 3],
  "16.5": [0, 3],
  "17.1": [0, 1],
  "17.2": [0, 4],
  "17.3": [0, 2],
};

interface Row {
  readonly number: string;
  readonly level: string;
  readonly state: string;
  readonly evidence: string;
}

const rows: Row[] = [
  ...read("docs/security/asvs.md").matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm),
].map(([, number = "", level = "", state = "", evidence = ""]) => ({number, level, state, evidence}));

const pathsIn = (text: string) => [...text.matchAll(/`([\w./-]+\.[a-z]+)`/g)].map(([, path]) => path!);

describe("the table of ASVS", () => {
  test("has each of the 253 requirements of levels 1 and 2 once, in order, with its level", () => {
    const expected = Object.entries(sections).flatMap(([section, [level1, last]]) =>
      Array.from({length: last}, (_, index) => [`${section}.${index + 1}`, index < level1 ? "1" : "2"]),
    );
    expect(expected).toHaveLength(253);
    expect(rows.map(({number, level}) => [number, level])).toEqual(expected);
  });

  test("says yes with evidence that exists, and anything else with a reason", () => {
    for (const {number, state, evidence} of rows) {
      expect(["yes", "n.a.", "installation", "open"], number).toContain(state);
      if (state === "yes") expect(pathsIn(evidence).length, number).toBeGreaterThan(0);
      for (const path of pathsIn(evidence)) expect(existsSync(join(root, path)), `${number}: ${path}`).toBe(true);
      if (state === "open") expect(evidence.length, number).toBeGreaterThan(60);
    }
  });
});

test.each(["docs/security/threat-model.md", "docs/security/bio2.md", "SECURITY.md"])(
  "%s names files that exist",
  (document) => {
    const paths = pathsIn(read(document)).filter((path) => path.includes("/") && !path.startsWith("/"));
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  },
);

test("the limits that the threat model tells are those of the code", () => {
  const told = read("docs/security/threat-model.md");
  const code = ["src/cli/front-door/front-door.ts", "src/cli/front-door/request-rules.ts"].map(read).join("\n");
  for (const [inCode, inText] of [
    ["ofAddress = {perSecond: 200, atOnce: 1200}", "200 a second, 1200 at once"],
    ["ofSession = {perSecond: 40, atOnce: 200}", "40 a second, 200 at once"],
    ["connectionsOfAddress = 400", "400 connections"],
    ["postsAtOnce = {each: 20, inAll: 60}", "20 of one address, 60 in all"],
    ["largestForm = 64 * 1024", "64 kB"],
    ["largestJson = 1024 * 1024", "1 MB"],
  ] as const) {
    expect(code).toContain(inCode);
    expect(told).toContain(inText);
  }
});
