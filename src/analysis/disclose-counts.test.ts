import {expect, test} from "vitest";
import {localAdministrator} from "../access/reader.ts";
import {discloseCounts} from "./disclose-counts.ts";

const columns = {money: ["cents"], counts: ["persons"]} as const;

function shown(counts: readonly number[], whole: {isWholeTold?: true} = {isWholeTold: true}): (number | null)[] {
  const rows = counts.map((persons) => ({persons, cents: persons * 12_345}));
  return discloseCounts(rows, columns, localAdministrator, whole).map(({persons}) => persons);
}

test("of parts of a whole that is told, the one with the fewest people is hidden beside a small one", () => {
  expect(shown([4, 30, 20, 40])).toEqual([null, 30, null, 40]);
  expect(shown([4, 30, 20, 40], {})).toEqual([null, 30, 20, 40]);
});

test("two small ones hide each other only when they are ten people together", () => {
  expect(shown([4, 7, 20])).toEqual([null, null, 20]);
  expect(shown([4, 5, 20])).toEqual([null, null, null]);
});

test("nobody protects nobody: a real zero stays", () => {
  expect(shown([4, 0, 20])).toEqual([null, 0, null]);
  expect(shown([0, 12, 20])).toEqual([0, 12, 20]);
});
