import {expect, test} from "vitest";
import {type Grant, mergeGrants} from "./grant.ts";
import type {ScopePart} from "./reader.ts";

const grant = (more: Partial<Grant>): Grant => ({role: "teamleider", gemeenten: ["GM9999"], within: [], ...more});
const teams = (...values: string[]): ScopePart => ({dimension: "team", values});

test("who leads two teams looks at both at once, each team once", () => {
  const merged = mergeGrants([
    grant({within: [teams("T3", "T2")]}),
    grant({role: "controller"}),
    grant({within: [teams("T1", "T2")]}),
  ]);
  expect(merged).toEqual([grant({within: [teams("T1", "T2", "T3")]}), grant({role: "controller"})]);
});

test("the whole of two gemeenten is one choice, and so is one gemeente beside all", () => {
  const [one, other, all] = [
    grant({gemeenten: ["GM0002"]}),
    grant({gemeenten: ["GM0001"]}),
    grant({gemeenten: "alle"}),
  ];
  expect(mergeGrants([one, other])).toEqual([grant({gemeenten: ["GM0001", "GM0002"]})]);
  expect(mergeGrants([one, all])).toEqual([all]);
  expect(mergeGrants([all, one])).toEqual([all]);
});

// Put together, each of these would open what neither opens.
test.each<[string, Grant, Grant]>([
  ["two roles", grant({}), grant({role: "controller"})],
  ["a gemeente and a team in it", grant({}), grant({within: [teams("T1")]})],
  ["a team and a gemeente", grant({within: [teams("T1")]}), grant({})],
  ["teams of two gemeenten", grant({within: [teams("T1")]}), grant({gemeenten: ["GM0001"], within: [teams("T2")]})],
  ["a team and a wijk", grant({within: [teams("T1")]}), grant({within: [{dimension: "wijk", values: ["T1"]}]})],
  [
    "a team, and a team for one wet",
    grant({within: [teams("T1")]}),
    grant({within: [teams("T2"), {dimension: "wet", values: ["Wmo"]}]}),
  ],
  [
    "a team for one wet, and a team",
    grant({within: [teams("T1"), {dimension: "wet", values: ["Wmo"]}]}),
    grant({within: [teams("T2")]}),
  ],
])("%s stay two choices", (_, one, other) => {
  expect(mergeGrants([one, other])).toEqual([one, other]);
});
