import {existsSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {codesIn} from "../code-lists.ts";
import {retourcodes} from "../retourcodes.ts";
import {checkedRule, findRule, rules} from "./rules.ts";

const exported = new URL(
  "../../../../../shared/istandaarden/ijw-3.2/lijsten/regels_istandaarden_ijw_3.2.csv",
  import.meta.url,
);

/** Code, retourcode and level of each rule; fields of the export may hold commas and lines of their own. */
function exportedRules(): {code: string; retourcode: string; level: string}[] {
  const text = readFileSync(exported, "utf8").replace(/^\uFEFF/, "");
  const records = text.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r?\n?/g);
  const rows = [...records].map(([, record = ""]) =>
    [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((field) => (field[1] ?? field[2] ?? "").trim()),
  );
  return rows.slice(1).flatMap((row) => {
    const code = row[2] ?? "";
    return code === "" ? [] : [{code, retourcode: row[6] ?? "", level: row[7] ?? ""}];
  });
}

test.skipIf(!existsSync(exported))("every rule of the export is here once, with its level and retourcode", () => {
  const levels: Readonly<Record<string, number>> = {
    "berichtformaat (xsd)": 1,
    "bericht inhoud (xslt)": 2,
    berichtoverstijgend: 3,
    "externe bron": 4,
  };
  const official = exportedRules();
  expect(official).toHaveLength(307);
  expect(rules.map(({code}) => code).sort()).toEqual([...official.map(({code}) => code), "OP369"].sort());
  for (const {code, retourcode, level} of official) {
    const rule = findRule(code);
    expect([code, rule?.niveau, Number(rule?.retourcode ?? 0) || rule?.retourcode || null]).toEqual([
      code,
      levels[level] ?? null,
      Number(retourcode) || retourcode || null,
    ]);
  }
});

if (!existsSync(exported)) console.log("De lijst van regels van de iStandaarden is er niet: die is niet vergeleken.");

test("every retourcode of a rule is one of the list, and each but those of an answer has its rule", () => {
  const used = new Set(rules.flatMap(({retourcode}) => (retourcode === null ? [] : [retourcode])));
  const listed = codesIn(retourcodes, "3.2");
  expect([...used].filter((code) => !listed.has(code))).toEqual([]);
  expect([...listed].filter((code) => !used.has(code)).sort()).toEqual(["0200", "0233", "8001"]);
});

test("a rule says in one Dutch sentence what it asks", () => {
  for (const {code, description} of rules)
    expect(description, code).toMatch(/^[A-Z][^.]*( [^.]*)*\.$|^[A-Z].*\. [A-Z].*\.$/);
});

test("only a rule that a Bericht can break makes a finding", () => {
  expect(checkedRule("TR346")).toEqual({niveau: 4, retourcode: "9346"});
  expect(() => checkedRule("OP090")).toThrow("no rule that a Bericht can break: OP090");
  expect(() => checkedRule("TR999")).toThrow(RangeError);
});
