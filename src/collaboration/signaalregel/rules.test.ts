import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import type {Reader} from "../../access/reader.ts";
import type {RoleName} from "../../access/role.ts";
import type {Question} from "../../indicators/question.ts";
import {isWithin, movedTo, passesNorm, setsForAll} from "./rule.ts";
import {addRule, changeRule, listRules, type NewRule, rulesOf, takenBackBy} from "./rules.ts";

const now = new Date("2026-11-27T08:00:00Z");
const gemeenteCode = "GM9999";

function reader(id: string, role: RoleName, more: Partial<Reader> = {}): Reader {
  return {id, name: `Naam ${id}`, role, gemeenten: [gemeenteCode], within: [], audience: "intern", ...more};
}

const bestuurder = reader("b1", "bestuurder");
const controller = reader("c1", "controller");
const raadslid = reader("r1", "raadslid");
const teamleider = reader("t1", "teamleider", {within: [{dimension: "team", values: ["T1", "T2"]}]});
const otherTeam = reader("t3", "teamleider", {within: [{dimension: "team", values: ["T3"]}]});

function question(team: string | null, more: Partial<Question> = {}): Question {
  return {
    indicator: "uitval",
    gemeenteCode,
    dimensions: [],
    grain: "totaal",
    from: "2025-11",
    to: "2026-10",
    where: [
      {dimension: "wet", value: "Jeugdwet"},
      ...(team === null ? [] : [{dimension: "team", value: team} as const]),
    ],
    knownOn: "2026-10-31",
    ...more,
  };
}

function rule(team: string | null, more: Partial<NewRule> = {}): NewRule {
  return {question: question(team), side: "hoger", norm: 0.125, why: "", audience: "mij", ...more};
}

describe.each(engines)("rules of people on %s", (engine) => {
  test("a rule is kept as it was made, with a number of its own", async () => {
    const database = await emptyDatabase(engine);
    const made = rule("T1", {why: "  Afgesproken \n in maart ", audience: "allen", norm: 0.1});
    expect(await addRule(database, made, bestuurder, now)).toBe(1);
    expect(await addRule(database, rule(null), controller, now)).toBe(2);
    const rules = await listRules(database, {gemeenteCode});
    expect(rules.map(({number}) => number)).toEqual([1, 2]);
    expect(rules[0]).toMatchObject({
      question: question("T1"),
      side: "hoger",
      norm: 0.1,
      why: "Afgesproken in maart",
      audience: "allen",
      userId: "b1",
      name: "Naam b1",
      at: "2026-11-27 08:00:00",
    });
    expect(await listRules(database, {gemeenteCode: "GM0001"})).toEqual([]);
  });

  test("a rule of one's own is seen by nobody else; one for all by who sees that figure", async () => {
    const database = await emptyDatabase(engine);
    await addRule(database, rule("T1"), teamleider, now);
    await addRule(database, rule("T1", {audience: "allen"}), controller, now);
    await addRule(database, rule(null, {audience: "allen"}), controller, now);
    const seen = async (who: Reader) => (await rulesOf(database, gemeenteCode, who)).map(({number}) => number);
    expect(await seen(teamleider)).toEqual([1, 2]);
    expect(await seen(otherTeam)).toEqual([]);
    expect(await seen(raadslid)).toEqual([2, 3]);
    expect(await seen(reader("x", "bestuurder", {gemeenten: ["GM0001"]}))).toEqual([]);
  });

  test("taking back and putting back are rows of their own, and nothing is lost", async () => {
    const database = await emptyDatabase(engine);
    await addRule(database, rule("T1"), teamleider, now);
    const change = (holds: boolean) => changeRule(database, gemeenteCode, {number: 1, holds}, teamleider, now);
    await change(false);
    expect(await listRules(database, {gemeenteCode})).toEqual([]);
    expect((await takenBackBy(database, gemeenteCode, teamleider)).map(({number}) => number)).toEqual([1]);
    await change(true);
    expect(await listRules(database, {gemeenteCode})).toHaveLength(1);
    expect(await takenBackBy(database, gemeenteCode, teamleider)).toEqual([]);
    // Within one second, and yet it is plain which came last.
    const rows = await database.query("select geldt, op from signaalregel order by op");
    expect(rows).toEqual([
      {geldt: true, op: "2026-11-27 08:00:00"},
      {geldt: false, op: "2026-11-27 08:00:01"},
      {geldt: true, op: "2026-11-27 08:00:02"},
    ]);
  });

  test("two who write at once both keep what they wrote", async () => {
    const database = await emptyDatabase(engine);
    const numbers = await Promise.all([
      addRule(database, rule("T1"), teamleider, now),
      addRule(database, rule("T3"), otherTeam, now),
      addRule(database, rule(null), controller, now),
    ]);
    expect(numbers.toSorted()).toEqual([1, 2, 3]);
    expect(await listRules(database, {gemeenteCode})).toHaveLength(3);
    const taken = await Promise.allSettled(
      [1, 2].map(() => changeRule(database, gemeenteCode, {number: numbers[0]!, holds: false}, teamleider, now)),
    );
    expect(taken.map(({status}) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await listRules(database, {gemeenteCode})).toHaveLength(2);
  });

  test("a rule for all can be taken back by who may set such rules, and still names who made it", async () => {
    const database = await emptyDatabase(engine);
    await addRule(database, rule("T1", {audience: "allen"}), bestuurder, now);
    const change = (who: Reader, holds: boolean) => changeRule(database, gemeenteCode, {number: 1, holds}, who, now);
    await expect(change(raadslid, false)).rejects.toThrow("Deze waarschuwing is van Naam b1. Vraag het daar.");
    await change(controller, false);
    expect(await takenBackBy(database, gemeenteCode, raadslid)).toEqual([]);
    expect(await takenBackBy(database, gemeenteCode, bestuurder)).toMatchObject([
      {name: "Naam b1", changedBy: "Naam c1"},
    ]);
    await change(bestuurder, true);
    expect(await listRules(database, {gemeenteCode})).toMatchObject([{userId: "b1", name: "Naam b1"}]);
  });

  test("what cannot be is one line, and changes nothing", async () => {
    const database = await emptyDatabase(engine);
    await addRule(database, rule("T1"), teamleider, now);
    const add = (what: NewRule, who: Reader) => addRule(database, what, who, now);
    await expect(add(rule("T1", {audience: "allen"}), teamleider)).rejects.toThrow(
      "Met uw rol kunt u alleen voor uzelf",
    );
    await expect(add(rule(null, {audience: "allen"}), raadslid)).rejects.toThrow("Met uw rol kunt u alleen voor uzelf");
    await expect(add(rule("T3"), teamleider)).rejects.toThrow("Dit gaat over meer dan het deel van de gemeente");
    await expect(add(rule(null), teamleider)).rejects.toThrow("Dit gaat over meer dan het deel van de gemeente");
    await expect(add(rule("T1", {question: question("T1", {to: "2026-09"})}), teamleider)).rejects.toThrow(
      "Deze waarschuwing staat er al.",
    );
    await expect(add(rule("T2", {why: "x".repeat(301)}), teamleider)).rejects.toThrow("hooguit 300 tekens");
    await expect(changeRule(database, gemeenteCode, {number: 9, holds: false}, teamleider, now)).rejects.toThrow(
      "Deze waarschuwing is er niet.",
    );
    // That there is one of somebody else is not told.
    await expect(changeRule(database, gemeenteCode, {number: 1, holds: false}, controller, now)).rejects.toThrow(
      "Deze waarschuwing is er niet.",
    );
    await expect(changeRule(database, gemeenteCode, {number: 1, holds: true}, teamleider, now)).rejects.toThrow(
      "Deze waarschuwing staat er al weer.",
    );
    expect(await database.query("select nummer from signaalregel")).toEqual([{nummer: 1}]);
  });

  test("one person has at most 50", async () => {
    const database = await emptyDatabase(engine);
    for (let norm = 1; norm <= 50; norm++) await addRule(database, rule(null, {norm}), raadslid, now);
    await expect(addRule(database, rule(null, {norm: 51}), raadslid, now)).rejects.toThrow(
      "U hebt al 50 waarschuwingen.",
    );
    await changeRule(database, gemeenteCode, {number: 1, holds: false}, raadslid, now);
    expect(await addRule(database, rule(null, {norm: 51}), raadslid, now)).toBe(51);
  });
});

test.each([
  ["hoger", 0.126, true],
  ["hoger", 0.125, false],
  ["hoger", 0.1, false],
  ["lager", 0.1, true],
  ["lager", 0.125, false],
  ["lager", 0, true],
  ["hoger", null, false],
  ["lager", null, false],
  ["hoger", Number.NaN, false],
] as const)("%s than 0.125 is passed by %s: %s", (side, value, isPast) => {
  expect(passesNorm({side, norm: 0.125}, value)).toBe(isPast);
});

test("a rule moves along with the data, and is about the same", () => {
  const made = rule("T1");
  expect(movedTo(made, {from: "2026-02", to: "2027-01"}, "2027-02-15")).toEqual({
    ...made.question,
    from: "2026-02",
    to: "2027-01",
    knownOn: "2027-02-15",
  });
});

describe("whether a rule is of the part of a reader", () => {
  const where = (...filters: Question["where"]) => ({question: question(null, {where: filters})});
  const of = (...within: Reader["within"]) => reader("x", "professional", {within});

  test.each([
    ["a wijk of his", where({dimension: "wijk", value: "WK999901"}), true],
    ["a buurt in a wijk of his", where({dimension: "buurt", value: "BU99990101"}), true],
    ["a buurt elsewhere", where({dimension: "buurt", value: "BU99990201"}), false],
    [
      "his wijk and another",
      where({dimension: "wijk", value: "WK999901"}, {dimension: "wijk", value: "WK999902"}),
      false,
    ],
    ["the whole", where(), false],
  ] as const)("%s: %s", (_, one, expected) => {
    expect(isWithin(one, of({dimension: "wijk", values: ["WK999901"]}))).toBe(expected);
  });

  test("who sees an aanbieder for one wet must have both in it", () => {
    const both = of({dimension: "aanbieder", values: ["75750001"]}, {dimension: "wet", values: ["Wmo"]});
    const aanbieder = {dimension: "aanbieder", value: "75750001"} as const;
    expect(isWithin(where(aanbieder), both)).toBe(false);
    expect(isWithin(where(aanbieder, {dimension: "wet", value: "Jeugdwet"}), both)).toBe(false);
    expect(isWithin(where(aanbieder, {dimension: "wet", value: "Wmo"}), both)).toBe(true);
  });

  test("only who answers for the whole gemeente sets rules for all", () => {
    expect([bestuurder, controller, raadslid, teamleider].map(setsForAll)).toEqual([true, true, false, false]);
    expect(setsForAll({...controller, within: [{dimension: "wet", values: ["Wmo"]}]})).toBe(false);
  });
});
