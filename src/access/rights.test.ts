import {describe, expect, test} from "vitest";
import {databaseWith, emptyDatabase, engines} from "../../test/engines.ts";
import {changeRoleRight, listRoleChanges, type RoleRight, readGrants, readRoleRights} from "./role-rights.ts";
import {listScreenChanges, readScreenRights, type ScreenChange, saveScreenRights} from "./screen-rights.ts";
import {rolesOf} from "./screens.ts";

const now = new Date("2026-11-27T08:00:00Z");
const today = "2026-11-27";
const by = "A. Beheer";

const toRaad: ScreenChange = {screen: "lasten", role: "raadslid", may: true};
const fromBestuur: ScreenChange = {screen: "aansluiting", role: "bestuurder", may: false};

const anna: RoleRight = {userId: "anna1", name: "Anna", role: "beheerder", gemeenteCode: "alle", part: null};
const bram: RoleRight = {...anna, userId: "bram1", name: "Bram"};
const leader: RoleRight = {
  userId: "cees1",
  name: "Cees",
  role: "teamleider",
  gemeenteCode: "GM9999",
  part: {dimension: "team", value: "T1"},
};

describe.each(engines)("the table of screens on %s", (engine) => {
  test("holds what was changed last, and keeps who did it and when", async () => {
    const database = await emptyDatabase(engine);
    await saveScreenRights(database, [toRaad, fromBestuur], {seen: 0, by, now});
    const rights = await readScreenRights(database);
    expect(rolesOf("lasten", rights)).toContain("raadslid");
    expect(rolesOf("aansluiting", rights)).not.toContain("bestuurder");
    expect(rolesOf("regels", rights)).toEqual(rolesOf("regels", new Map()));
    await saveScreenRights(database, [{...toRaad, may: false}], {seen: 1, by: "B. Beheer", now});
    expect(rolesOf("lasten", await readScreenRights(database))).not.toContain("raadslid");
    expect(await listScreenChanges(database)).toEqual([
      {number: 2, at: "2026-11-27 08:00:00", by: "B. Beheer", changes: [{...toRaad, may: false}]},
      {number: 1, at: "2026-11-27 08:00:00", by, changes: [toRaad, fromBestuur]},
    ]);
  });

  test("is not changed over what somebody else changed meanwhile", async () => {
    const database = await emptyDatabase(engine);
    await saveScreenRights(database, [toRaad], {seen: 0, by, now});
    await expect(saveScreenRights(database, [fromBestuur], {seen: 0, by, now})).rejects.toThrow(
      "Iemand anders heeft de rechten intussen veranderd.",
    );
    expect(rolesOf("aansluiting", await readScreenRights(database))).toContain("bestuurder");
  });

  test("gives the public no Berichten, and never takes its own screen from the beheerder", async () => {
    const database = await emptyDatabase(engine);
    const save = (change: ScreenChange) => saveScreenRights(database, [toRaad, change], {seen: 0, by, now});
    await expect(save({screen: "berichten", role: "inwoner", may: true})).rejects.toThrow(
      "'Berichten achter een cijfer' kunt u niet aan de rol Inwoner geven.",
    );
    await expect(save({screen: "rollen", role: "beheerder", may: false})).rejects.toThrow(
      "De beheerder houdt altijd 'Rollen'",
    );
    expect(await listScreenChanges(database)).toEqual([]);
  });
});

describe.each(engines)("the roles of people on %s", (engine) => {
  const give = {may: true, by, now};
  const take = {may: false, by, now};

  test("over a contract hold its aanbieder and wet, and its products where there is another contract", async () => {
    const database = await databaseWith(engine, {
      contract: `
        contract_nummer | aanbieder | wet      | begindatum
        C1              | 10000001  | Wmo      | 2024-01-01
        C2              | 10000002  | Jeugdwet | 2024-01-01
        C3              | 10000002  | Jeugdwet | 2024-01-01`,
      contract_tarief: `
        contract_nummer | product_code
        C1              | 02A03
        C2              | 45A04
        C2              | 45A05
        C3              | 50A01`,
    });
    const over = (contract: string): RoleRight => ({
      ...leader,
      role: "contractmanager",
      part: {dimension: "contract", value: contract},
    });
    for (const contract of ["C1", "C2", "weg"]) await changeRoleRight(database, over(contract), give);
    const grant = {role: "contractmanager", gemeenten: ["GM9999"]};
    // Two at once would give each aanbieder the wet of the other.
    expect(await readGrants(database, "cees1", today)).toEqual([
      {
        ...grant,
        within: [
          {dimension: "aanbieder", values: ["10000001"]},
          {dimension: "wet", values: ["Wmo"]},
        ],
      },
      {
        ...grant,
        within: [
          {dimension: "aanbieder", values: ["10000002"]},
          {dimension: "wet", values: ["Jeugdwet"]},
          {dimension: "product", values: ["45A04", "45A05"]},
        ],
      },
      {...grant, within: [{dimension: "aanbieder", values: []}]},
    ]);
  });

  test("are given and taken back, and what was is kept", async () => {
    const database = await emptyDatabase(engine);
    await changeRoleRight(database, anna, give);
    await changeRoleRight(database, leader, give);
    await changeRoleRight(database, {...leader, part: {dimension: "team", value: "T2"}}, give);
    expect(await readGrants(database, "cees1", today)).toEqual([
      {role: "teamleider", gemeenten: ["GM9999"], within: [{dimension: "team", values: ["T1", "T2"]}]},
    ]);
    expect(await readGrants(database, "anna1", today)).toEqual([{role: "beheerder", gemeenten: "alle", within: []}]);
    expect(await readGrants(database, "nobody", today)).toEqual([]);
    await changeRoleRight(database, leader, take);
    expect((await readGrants(database, "cees1", today))[0]?.within).toEqual([{dimension: "team", values: ["T2"]}]);
    expect((await listRoleChanges(database)).map(({number, name, may}) => [number, name, may])).toEqual([
      [4, "Cees", false],
      [3, "Cees", true],
      [2, "Cees", true],
      [1, "Anna", true],
    ]);
  });

  test("stay apart by role and by gemeente, and hold the whole where the whole was given", async () => {
    const database = await emptyDatabase(engine);
    const controller: RoleRight = {...leader, role: "controller", part: {dimension: "wijk", value: "WK999901"}};
    const elsewhere: RoleRight = {...leader, gemeenteCode: "GM0001", part: {dimension: "team", value: "T9"}};
    for (const right of [leader, controller, elsewhere]) await changeRoleRight(database, right, give);
    const grants = [
      {role: "controller", gemeenten: ["GM9999"], within: [{dimension: "wijk", values: ["WK999901"]}]},
      {role: "teamleider", gemeenten: ["GM0001"], within: [{dimension: "team", values: ["T9"]}]},
      {role: "teamleider", gemeenten: ["GM9999"], within: [{dimension: "team", values: ["T1"]}]},
    ];
    expect(await readGrants(database, "cees1", today)).toEqual(grants);
    await changeRoleRight(database, {...controller, part: null}, give);
    expect(await readGrants(database, "cees1", today)).toEqual([{...grants[0], within: []}, ...grants.slice(1)]);
  });

  test("of a newer Wijkbalans: a role is left alone, a limit is not left out", async () => {
    const columns = "gebruiker_id | naam | gemeente_code | wijziging | rol | dimensie | waarde | mag | op | door";
    const row = (rol: string, dimensie: string, waarde: string) =>
      `${columns}\ncees1 | Cees | GM9999 | 1 | ${rol} | ${dimensie} | ${waarde} | true | 2026-11-27 08:00:00 | A`;
    const newRole = await databaseWith(engine, {rolrecht: row("wethouder", "team", "T1")});
    expect(await readGrants(newRole, "cees1", today)).toEqual([]);
    for (const limit of [row("controller", "straat", "S1"), row("controller", "team", "")]) {
      const database = await databaseWith(engine, {rolrecht: limit});
      await expect(readGrants(database, "cees1", today)).rejects.toThrow("door een nieuwere Wijkbalans geschreven");
    }
  });

  test("the last beheerder stays, until there is another", async () => {
    const database = await emptyDatabase(engine);
    await changeRoleRight(database, anna, give);
    // A beheerder of one gemeente cannot change the rights of all.
    await changeRoleRight(database, {...bram, gemeenteCode: "GM9999"}, give);
    await expect(changeRoleRight(database, anna, take)).rejects.toThrow("Anna is de laatste beheerder.");
    await changeRoleRight(database, bram, give);
    await changeRoleRight(database, anna, take);
    expect((await readRoleRights(database)).map(({name}) => name)).toEqual(["Bram", "Bram"]);
  });

  test.each([
    [{...leader, part: null}, "De rol Teamleider heeft een deel van de gemeente nodig. Kies bij 'Deel' een team."],
    [{...leader, role: "inwoner"}, "Inwoner is iedereen die niet is ingelogd."],
    [{...anna, userId: "a'; drop table x"}, "Kies wie de rol krijgt"],
    [{...anna, name: " "}, "Schrijf de naam van wie de rol krijgt"],
  ] as const)("what cannot be given is one line (%#)", async (right, line) => {
    const database = await emptyDatabase(engine);
    await expect(changeRoleRight(database, right, give)).rejects.toThrow(line);
    expect(await listRoleChanges(database)).toEqual([]);
  });

  test("what is given twice, or taken from who has it not, is said", async () => {
    const database = await emptyDatabase(engine);
    await changeRoleRight(database, leader, give);
    await expect(changeRoleRight(database, leader, give)).rejects.toThrow("Cees heeft deze rol al.");
    await expect(changeRoleRight(database, anna, take)).rejects.toThrow("Anna heeft deze rol niet (meer).");
    // What could not be given any more can be taken back.
    await expect(changeRoleRight(database, {...leader, part: null}, take)).rejects.toThrow("Cees heeft deze rol niet");
  });
});
