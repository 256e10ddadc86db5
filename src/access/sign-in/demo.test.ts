import {describe, expect, test} from "vitest";
import {databaseWith, emptyDatabase, engines} from "../../../test/engines.ts";
import {roleNames} from "../role.ts";
import {demoRoles, gemeentenIn, isDemoDatabase} from "./demo.ts";

const heuveldam = {
  bericht: `
    gemeente_code | aanbieder | bericht_id
    GM9999        | 75750001  | 1
    GM9999        | 75750002  | 2
    GM9999        | 75750002  | 3`,
  aanbieder: `
    gemeente_code | aanbieder | naam
    GM9999        | 75750001  | De Waterlelie
    GM9999        | 75750002  | Kompas Jeugdhulp`,
  team: `
    gemeente_code | team_code | naam
    GM9999        | T2        | Team Zuid
    GM9999        | T1        | Team Noord`,
};

describe.each(engines)("a demonstration on %s", (engine) => {
  test("is a database with nothing but the made-up gemeente in it", async () => {
    expect(await isDemoDatabase(await databaseWith(engine, heuveldam))).toBe(true);
  });

  test("is not one without data: anything can still come in", async () => {
    expect(await isDemoDatabase(await emptyDatabase(engine))).toBe(false);
  });

  test.each([
    ["one Bericht", {bericht: `${heuveldam.bericht}\n    GM0363        | 75750001  | 4`}],
    ["one row of reference", {team: `${heuveldam.team}\n    GM0363        | T9        | Echt team`}],
  ])("is not one with %s of a real gemeente", async (_what, more) => {
    const database = await databaseWith(engine, {...heuveldam, ...more});
    expect(await isDemoDatabase(database)).toBe(false);
    expect(await gemeentenIn(database)).toEqual(["GM0363", "GM9999"]);
  });

  test("has twelve roles, of which some see a part that exists", async () => {
    const roles = await demoRoles(await databaseWith(engine, heuveldam));
    expect(roles.map(({grant}) => grant.role)).toEqual([...roleNames]);
    const scopes = roles.filter(({scopeName}) => scopeName !== null);
    expect(scopes.map(({grant, scopeName}) => [grant.role, scopeName, grant.within])).toEqual([
      ["teamleider", "Team Noord", [{dimension: "team", values: ["T1"]}]],
      ["professional", "Team Noord", [{dimension: "team", values: ["T1"]}]],
      ["aanbieder", "Kompas Jeugdhulp", [{dimension: "aanbieder", values: ["75750002"]}]],
    ]);
  });
});
