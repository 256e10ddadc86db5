import {describe, expect, test} from "vitest";
import {grantsOf, readClaimRoles} from "./claim-roles.ts";

const file = {
  claim: "groups",
  rollen: [
    {waarde: "wb-beleid", rol: "beleidsmaker"},
    {waarde: "1", rol: "controller"},
  ],
};

function mistakesIn(text: string): string[] {
  const read = readClaimRoles(text);
  return "mistakes" in read ? read.mistakes : [];
}

describe("the roles of what a provider says", () => {
  const read = readClaimRoles(JSON.stringify(file));
  const rolesOf = (groups: unknown) => ("roles" in read ? grantsOf(read.roles, {groups}).map(({role}) => role) : null);

  test("follow from one value as from a list", () => {
    expect(rolesOf("wb-beleid")).toEqual(["beleidsmaker"]);
    expect(rolesOf(["iets", "wb-beleid", "1"])).toEqual(["beleidsmaker", "controller"]);
  });

  test.each([[undefined], [null], [1], [[1]], ["wb"], [["wb-beleid-x"]], [{0: "wb-beleid"}], [[["wb-beleid"]]]])(
    "are none from %j",
    (groups) => {
      expect(rolesOf(groups)).toEqual([]);
    },
  );
});

describe("a mistake in the file", () => {
  test.each(["GM036", "GM03630", "xGM0363", "gm0363"])("is that '%s' is no gemeentecode", (gemeente) => {
    const rollen = [{waarde: "a", rol: "teamleider", gemeente, team: "T1"}];
    expect(mistakesIn(JSON.stringify({...file, rollen}))).toEqual([
      `regel 1: gemeente '${gemeente}' is geen gemeentecode. Bijvoorbeeld: GM0363.`,
    ]);
  });

  test("is a role that looks like none: then all of them are named", () => {
    const rollen = [{waarde: "a", rol: "xyzxyzxyz"}];
    expect(mistakesIn(JSON.stringify({...file, rollen}))).toEqual([
      expect.stringMatching(/^regel 1: rol 'xyzxyzxyz' bestaat niet\. Kies uit: .*beleidsmaker/),
    ]);
  });

  test("is said of the whole file where it stands in none of its parts", () => {
    expect(mistakesIn("[]")).toEqual([expect.stringMatching(/^het bestand klopt niet/)]);
  });
});
