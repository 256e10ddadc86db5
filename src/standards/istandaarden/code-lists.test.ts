import {describe, expect, test} from "vitest";
import {codeListOf, codeListsByWet, codesIn, labelOf, sharedCodeLists} from "./code-lists.ts";

describe("code lists", () => {
  test("mean another thing in another law: 31 is a move in the Wmo and the plan in the Jeugdwet", () => {
    expect(labelOf("RedenBeeindiging", "Wmo", "31")).toBe("Verhuizing naar een andere gemeente");
    expect(labelOf("RedenBeeindiging", "Jeugdwet", "31")).toBe("Volgens plan beëindigd");
  });

  test("give the code itself when they do not have it", () => {
    expect(labelOf("ProductCategorie", "Wmo", "99")).toBe("99");
    expect(labelOf("LandCode", "Wmo", "QQ")).toBe("QQ");
  });

  test("name countries in Dutch", () => {
    expect(labelOf("LandCode", "Wmo", "DE")).toBe("Duitsland");
  });

  test("grow with the releases", () => {
    const wijziging = codeListOf("RedenWijziging", "Wmo");
    expect(codesIn(wijziging, "3.0").has("13")).toBe(false);
    expect(codesIn(wijziging, "3.1").has("13")).toBe(true);
    const retour = codeListOf("RetourCode", "Jeugdwet");
    expect(["3.0", "3.1", "3.2"].map((release) => codesIn(retour, release as "3.0").size)).toEqual([47, 56, 59]);
  });

  test("have a label for each code, and a since for codes they have", () => {
    const lists = [...Object.values(sharedCodeLists), ...Object.values(codeListsByWet).flatMap(Object.values)];
    for (const list of lists) {
      for (const label of Object.values(list.labels)) expect(label).not.toBe("");
      for (const code of Object.keys(list.since ?? {})) expect(Object.keys(list.labels)).toContain(code);
    }
  });
});
