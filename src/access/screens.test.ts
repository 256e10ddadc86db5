import {describe, expect, test} from "vitest";
import {
  isPublicReader,
  localAdministrator,
  mayRead,
  publicReader,
  type Reader,
  scopeKey,
  seesSingleLines,
} from "./reader.ts";
import {type RoleName, roleNames} from "./role.ts";
import {
  type ChangedRights,
  canBeGiven,
  openScreens,
  type QuestionKind,
  type ScreenName,
  screenNames,
  screenOf,
  whyClosed,
} from "./screens.ts";

function reader(role: RoleName, more: Partial<Reader> = {}): Reader {
  return {id: "7", name: "collega", role, gemeenten: ["GM9999"], within: [], audience: "intern", ...more};
}

function changed(screen: ScreenName, roles: readonly RoleName[]): ChangedRights {
  return new Map([[screen, new Set(roles)]]);
}

describe("who may open what", () => {
  test("the public sees figures and explanations, and nothing else", () => {
    expect([...openScreens(publicReader)]).toEqual([
      "stand-van-zorg",
      "wijkprofiel",
      "gemeenten",
      "geteld",
      "catalogus",
      "privacyboek",
      "regels",
    ]);
  });

  test("who sits at the machine may open everything", () => {
    expect([...openScreens(localAdministrator)]).toEqual(screenNames);
  });

  test("how the installation runs is for the beheerder of all gemeenten in it", () => {
    expect(openScreens(reader("beheerder", {gemeenten: "alle"})).has("beheer")).toBe(true);
    expect(whyClosed(reader("beheerder"), "beheer")).toMatch(/^'Beheer' gaat over alle gemeenten in dit systeem/);
    expect(whyClosed(reader("bestuurder", {gemeenten: "alle"}), "beheer")).toMatch(/^U mag 'Beheer' niet zien/);
  });

  test("a beheerder tends the data and needs no figures of care for it", () => {
    const open = openScreens(reader("beheerder", {gemeenten: "alle"}));
    expect(open.has("datakwaliteit")).toBe(true);
    expect(open.has("stand-van-zorg")).toBe(false);
  });

  test("who sees one team opens no screen that cannot be narrowed to it", () => {
    const controller = reader("controller", {within: [{dimension: "team", values: ["T1"]}]});
    expect(whyClosed(controller, "aansluiting")).toMatch(/^'Aansluiting' gaat over meer dan het deel/);
    expect(whyClosed(controller, "stand-van-zorg")).toBe(null);
  });

  test("an administrator can give a role a screen and take one away", () => {
    const raadslid = reader("raadslid");
    expect(openScreens(raadslid).has("lasten")).toBe(false);
    expect(openScreens(raadslid, changed("lasten", ["raadslid"])).has("lasten")).toBe(true);
    expect(openScreens(reader("bestuurder"), changed("lasten", ["raadslid"])).has("lasten")).toBe(false);
  });

  test.each(screenNames.filter((name) => !["cijfers", "uitleg"].includes(screenOf(name).asks)))(
    "%s cannot be given to the public, whatever the table says",
    (name) => {
      expect(canBeGiven("inwoner", name)).toBe(false);
      expect(openScreens(publicReader, changed(name, [...roleNames])).has(name)).toBe(false);
    },
  );

  test.each(screenNames.filter((name) => ["inrichting", "originelen"].includes(screenOf(name).asks)))(
    "%s cannot be given to an aanbieder or the council, whatever the table says",
    (name) => {
      for (const role of ["aanbieder", "raadslid"] as const) {
        expect(canBeGiven(role, name)).toBe(false);
        expect(openScreens(reader(role, {gemeenten: "alle"}), changed(name, [...roleNames])).has(name)).toBe(false);
      }
      expect(canBeGiven("controller", name)).toBe(true);
    },
  );

  test("every screen is somebody's, and every role has one", () => {
    for (const name of screenNames) expect(screenOf(name).roles).not.toEqual([]);
    for (const role of roleNames) expect(openScreens(reader(role)).size).toBeGreaterThan(0);
  });
});

describe("a reader", () => {
  test("may ask about his own gemeenten, and about no other", () => {
    const two = reader("bestuurder", {gemeenten: ["GM9999", "GM0001"]});
    expect(["GM9999", "GM0001", "GM0002"].map((code) => mayRead(two, code))).toEqual([true, true, false]);
    expect(mayRead(reader("bestuurder", {gemeenten: "alle"}), "GM0002")).toBe(true);
    expect(mayRead(reader("bestuurder", {gemeenten: []}), "GM9999")).toBe(false);
  });

  test("is told the few only when the list of lines opens to him, and never in public", () => {
    expect(seesSingleLines({audience: "intern", seesLines: true})).toBe(true);
    expect(seesSingleLines({audience: "intern"})).toBe(false);
    expect(seesSingleLines({audience: "intern", seesLines: false})).toBe(false);
    expect(seesSingleLines({audience: "openbaar", seesLines: true})).toBe(false);
  });

  test("is the public by its id, whatever was added to it", () => {
    expect(isPublicReader({...publicReader, seesLines: false})).toBe(true);
    expect(isPublicReader(reader("inwoner", {audience: "openbaar"}))).toBe(false);
  });
});

describe("what answers are kept under", () => {
  test("is the same for who may see the same, whoever it is and in whatever order it is told", () => {
    const one = reader("teamleider", {within: [{dimension: "team", values: ["T1", "T2"]}]});
    const other = reader("professional", {id: "8", name: "ander", within: [{dimension: "team", values: ["T2", "T1"]}]});
    expect(scopeKey(one)).toBe(scopeKey(other));
    const parts = [
      {dimension: "team", values: ["T1"]},
      {dimension: "aanbieder", values: ["10000001"]},
      {dimension: "wijk", values: ["WK999901"]},
    ] as const;
    const keys = [parts, parts.toReversed(), [parts[1], parts[2], parts[0]]].map((within) =>
      scopeKey(reader("controller", {gemeenten: ["GM0001", "GM9999"], within})),
    );
    expect(new Set(keys).size).toBe(1);
    expect(scopeKey(reader("controller", {gemeenten: ["GM9999", "GM0001", "GM9999"], within: parts}))).toBe(keys[0]);
  });

  test("is another for another gemeente, part, or audience", () => {
    const keys = [
      reader("bestuurder"),
      reader("bestuurder", {gemeenten: "alle"}),
      reader("bestuurder", {gemeenten: ["GM0001"]}),
      reader("bestuurder", {audience: "openbaar"}),
      reader("bestuurder", {seesLines: true}),
      reader("bestuurder", {within: [{dimension: "team", values: ["T1"]}]}),
      reader("bestuurder", {within: [{dimension: "team", values: []}]}),
      reader("bestuurder", {within: [{dimension: "wijk", values: ["T1"]}]}),
    ].map(scopeKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("what a screen is for follows what it asks, so that the log of looking says it right", () => {
  const purposesOf = (asks: QuestionKind) =>
    new Set(screenNames.filter((name) => screenOf(name).asks === asks).map((name) => screenOf(name).purpose));
  expect(purposesOf("cijfers")).toEqual(new Set(["beleid"]));
  expect(purposesOf("tellingen")).toEqual(new Set(["controle"]));
  expect(purposesOf("werklijst")).toEqual(new Set(["controle"]));
});
