import {expect, test} from "vitest";
import {localAdministrator, type Reader, type ScopePart} from "../../access/reader.ts";
import type {RoleName} from "../../access/role.ts";
import {checkOfTeam, isOfTeam} from "./team-member.ts";

const place = {gemeenteCode: "GM9999", team: "T1"};
const own: ScopePart = {dimension: "team", values: ["T1"]};

function reader(role: RoleName, within: readonly ScopePart[], gemeenten: Reader["gemeenten"] = ["GM9999"]): Reader {
  return {id: "7", name: "collega", role, gemeenten, within, audience: "intern"};
}

test.each([
  ["its teamleider", reader("teamleider", [own])],
  ["its professional", reader("professional", [own])],
  ["who leads two teams", reader("teamleider", [{dimension: "team", values: ["T1", "T2"]}])],
  ["who sits at the machine", localAdministrator],
])("%s is of the team", (_, one) => {
  expect(isOfTeam(one, place)).toBe(true);
  expect(() => checkOfTeam(one, place)).not.toThrow();
});

test.each([
  ["a teamleider of another team", reader("teamleider", [{dimension: "team", values: ["T2"]}])],
  ["a teamleider of another gemeente", reader("teamleider", [own], ["GM0001"])],
  ["a teamleider who sees all teams", reader("teamleider", [])],
  ["a teamleider without a team yet", reader("teamleider", [{dimension: "team", values: []}])],
  ["a professional of a wijk of the team", reader("professional", [{dimension: "wijk", values: ["WK999901"]}])],
  ["who sees a part of the team", reader("teamleider", [own, {dimension: "wet", values: ["Wmo"]}])],
  ["who sees what two teams share", reader("teamleider", [own, {dimension: "team", values: ["T2"]}])],
  ["a bestuurder", reader("bestuurder", [])],
  ["a bestuurder who sees this team alone", reader("bestuurder", [own])],
  ["an analist", reader("analist", [])],
  ["a beheerder", reader("beheerder", [], "alle")],
])("%s is not, and is told so in one line", (_, one) => {
  expect(isOfTeam(one, place)).toBe(false);
  expect(() => checkOfTeam(one, place)).toThrow("Deze Teamkaart is alleen voor het team zelf.");
});
