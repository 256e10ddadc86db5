import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceJson} from "../../test/reference.ts";
import {normalTail} from "./normal-distribution.ts";
import {cusumRunLength, ewmaRunLength, oneSidedCusumRunLength} from "./run-length.ts";

test("run lengths of CUSUM are those of Montgomery, table 9.3", () => {
  const shifts = [0, 0.5, 1, 2];
  expect(shifts.map((shift) => cusumRunLength(0.5, 4, shift).toPrecision(3))).toEqual(["168", "26.6", "8.38", "3.34"]);
  expect(shifts.map((shift) => cusumRunLength(0.5, 5, shift).toPrecision(3))).toEqual(["465", "38.0", "10.4", "4.01"]);
});

test("an EWMA that forgets all is a chart with limits", () => {
  for (const shift of [0, 1]) {
    const outside = normalTail(3 - shift) + normalTail(3 + shift);
    expect(ewmaRunLength(1, 3, shift)).toBeCloseTo(1 / outside, 8);
  }
});

test("refuses what has no answer", () => {
  expect(() => cusumRunLength(0.5, 0)).toThrow("not a slack, a limit and a shift: 0.5, 0, 0");
  expect(() => ewmaRunLength(0, 3)).toThrow(RangeError);
  expect(() => ewmaRunLength(0.1, Number.NaN)).toThrow(RangeError);
});

test("a shift down is as far away as a shift up, and what is no chart is refused", () => {
  expect(ewmaRunLength(0.2, 2.8, -1)).toBeCloseTo(ewmaRunLength(0.2, 2.8, 1), 9);
  expect(cusumRunLength(0.5, 4, -1)).toBeCloseTo(cusumRunLength(0.5, 4, 1), 9);
  for (const [k, h, shift] of [
    [0, 4, 0],
    [0.5, 0, 0],
    [0.5, 4, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0],
  ]) {
    expect(() => cusumRunLength(k!, h!, shift)).toThrow("not a slack, a limit and a shift");
  }
  for (const [lambda, limit, shift] of [
    [0, 3, 0],
    [1.1, 3, 0],
    [0.2, 0, 0],
    [0.2, 3, Number.POSITIVE_INFINITY],
    [0.2, Number.POSITIVE_INFINITY, 0],
  ]) {
    expect(() => ewmaRunLength(lambda!, limit!, shift)).toThrow("not a weight, a limit and a shift");
  }
});

describe.skipIf(!hasReference)("against the R package spc", () => {
  const expected = hasReference
    ? referenceJson<{
        cusum: {k: number; h: number; shift: number; one_sided: number; two_sided: number}[];
        ewma: {lambda: number; L: number; shift: number; two_sided: number}[];
        shewhart3: {shift0: number; shift1: number};
      }>("04-spc/arl_cusum_ewma.json")
    : {cusum: [], ewma: [], shewhart3: {shift0: 0, shift1: 0}};

  test.each(expected.cusum)("CUSUM with k $k and h $h at a shift of $shift", ({k, h, shift, one_sided, two_sided}) => {
    expectNear(oneSidedCusumRunLength(k, h, shift), one_sided);
    expectNear(cusumRunLength(k, h, shift), two_sided);
  });

  test.each(expected.ewma)("EWMA with weight $lambda and limit $L at a shift of $shift", (row) => {
    expectNear(ewmaRunLength(row.lambda, row.L, row.shift), row.two_sided);
  });

  test("a chart with three-sigma limits", () => {
    expectNear(ewmaRunLength(1, 3, 0), expected.shewhart3.shift0);
    expectNear(ewmaRunLength(1, 3, 1), expected.shewhart3.shift1);
  });
});
