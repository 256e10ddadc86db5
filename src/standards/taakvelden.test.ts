import {existsSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {taakveldName} from "./taakvelden.ts";

test("a taakveld has a name, and what is none has none", () => {
  expect(taakveldName("6.711")).toBe("Huishoudelijke hulp (Wmo)");
  expect(taakveldName("6.72")).toBe("Maatwerkdienstverlening 18-");
  expect(taakveldName("7.1")).toBeNull();
});

const list = "../shared/opendata/codelists/iv3_taakvelden_sociaal_domein.csv";
if (!existsSync(list)) console.log(`skipped: ${list} is absent`);

test.skipIf(!existsSync(list))("every taakveld of the three divisions is called as in the newest that has it", () => {
  const lines = readFileSync(list, "utf8").trim().split("\n").slice(1);
  const newest = new Map<string, string>();
  for (const line of lines) {
    const [, code = "", quoted = "", bare = ""] = /^[^,]*,([^,]*),(?:"([^"]*)"|([^,]*))/.exec(line) ?? [];
    newest.set(code, quoted === "" ? bare : quoted);
  }
  expect(newest.size).toBeGreaterThan(40);
  for (const [code, name] of newest) expect(taakveldName(code)).toBe(name);
});
