import {existsSync, readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {developmentFactors, expectedByOrigin, type Triangle} from "./run-off.ts";

test("grows the youngest origin by the volume-weighted factors of the older ones", () => {
  const triangle = [[100, 150, 165], [300, 330], [200]];
  // 150 + 330 over 100 + 300, then 165 over 150.
  expect(developmentFactors(triangle)).toEqual([1.2, 1.1]);
  expect(expectedByOrigin(triangle).map(({ultimate}) => Math.round(ultimate))).toEqual([165, 363, 264]);
});

test("gives bounds from the spread of complete origins, and none when there are fewer than six", () => {
  // At age 0 between 70 % and 90 % was known; all is known at age 1.
  const complete = [70, 75, 80, 80, 80, 85, 90].map((share) => [share, 100, 100]);
  const [youngest] = expectedByOrigin([...complete, [80]]).slice(-1);
  expect(youngest).toEqual({known: 80, ultimate: 100, low: 80 / 0.87, high: 80 / 0.73});
  expect(expectedByOrigin([...complete.slice(2), [80]]).at(-1)).toMatchObject({low: null, high: null});
});

test("an origin of which nothing is known has nothing to grow from", () => {
  expect(developmentFactors([[0, 0], [0]])).toEqual([1]);
  expect(expectedByOrigin([[0, 0], [0]]).map(({ultimate}) => ultimate)).toEqual([0, 0]);
});

test("what grew alike in all origins is expected exactly, within its bounds", () => {
  const pattern = fc.array(fc.double({min: 1.01, max: 2, noNaN: true}), {minLength: 2, maxLength: 8});
  const sizes = fc.array(fc.integer({min: 1, max: 1000}), {minLength: 12, maxLength: 12});
  fc.assert(
    fc.property(pattern, sizes, (factors, starts) => {
      const full = starts.map((start) => factors.reduce((row, factor) => [...row, row.at(-1)! * factor], [start]));
      const triangle = full.map((row, index) => row.slice(0, Math.min(row.length, full.length - index)));
      expectedByOrigin(triangle).forEach(({ultimate, low, high}, index) => {
        expect(ultimate).toBeCloseTo(full[index]!.at(-1)!, 4);
        expect(low ?? ultimate).toBeLessThanOrEqual(ultimate);
        expect(high ?? ultimate).toBeGreaterThanOrEqual(ultimate);
      });
    }),
  );
});

const reference = "../shared/reference/01-runoff";

describe.skipIf(!existsSync(reference))("against R ChainLadder", () => {
  if (!existsSync(reference)) console.log(`skipped: ${reference} is absent`);

  test.each(["GenIns", "RAA", "ABC", "MW2008", "UKMotor"])("gives its factors and reserve on %s", (name) => {
    const lines = readFileSync(`${reference}/triangle_${name}.csv`, "utf8").trim().split("\n").slice(1);
    const triangle: Triangle = lines.map((line) =>
      line
        .split(",")
        .slice(1)
        .filter((cell) => cell.trim() !== "")
        .map(Number),
    );
    const {mack} = JSON.parse(readFileSync(`${reference}/expected_${name}.json`, "utf8"));
    const factors = developmentFactors(triangle);
    for (const [age, factor] of factors.entries()) expect(Math.abs(factor / mack.f[age] - 1)).toBeLessThan(1e-8);
    const reserve = expectedByOrigin(triangle).reduce((total, {ultimate, known}) => total + ultimate - known, 0);
    if (name === "GenIns") expect(Math.round(reserve)).toBe(18_680_856);
    if (name === "RAA") expect(Math.round(reserve)).toBe(52_135);
  });
});
