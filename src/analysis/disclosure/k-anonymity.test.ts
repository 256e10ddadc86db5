import {describe, expect, test} from "vitest";
import {hasReference, referenceJson} from "../../../test/reference.ts";
import {countAlike, countSensitiveValues, type KeyValues} from "./k-anonymity.ts";

test("a record is like itself, and like those whose keys are the same or not known", () => {
  expect(
    countAlike(
      [
        ["a", 1],
        ["a", 1],
        ["a", null],
        ["b", 1],
      ],
      [10, 20, 30, 40],
    ),
  ).toEqual([
    {records: 3, weight: 60},
    {records: 3, weight: 60},
    {records: 3, weight: 60},
    {records: 1, weight: 40},
  ]);
});

describe.skipIf(!hasReference)("against sdcMicro", () => {
  interface Case {
    readonly [key: string]: (number | string | null)[];
  }
  const vectors = hasReference
    ? referenceJson<Readonly<Record<string, Case>>>("08-disclosure/k_anonymity_vectors.json")
    : {};

  function keysOf(one: Case, names: readonly string[]): KeyValues[] {
    return one[names[0]!]!.map((_, place) => names.map((name) => one[name]![place]!));
  }

  test.each([
    ["weighted", ["A", "B", "C"], "weight"],
    ["weighted_with_missing", ["A", "B", "C"], "weight"],
    ["francdat", ["Key1", "Key2", "Key3", "Key4"], "w"],
  ])("%s: how many are alike, by record and by weight", (name, keys, weight) => {
    const one = vectors[name]!;
    const weights = (one[weight] ?? vectors.weighted!.weight) as number[];
    const alike = countAlike(keysOf(one, keys), weights);
    expect(alike.map(({records}) => records)).toEqual(one.fk);
    for (const [place, {weight: sum}] of alike.entries()) expect(sum).toBeCloseTo(one.Fk![place] as number, 9);
    if ("n_unique" in one) {
      expect(alike.filter(({records}) => records === 1)).toHaveLength(Number(one.n_unique));
      expect(alike.filter(({records}) => records === 2)).toHaveLength(Number(one.n_k2));
    }
  });

  test("how many sensitive values a group has", () => {
    const one = vectors.l_diversity_distinct!;
    expect(countSensitiveValues(keysOf(one, ["sex", "occupation", "ethnicity"]), one.sensitive!)).toEqual(
      one.distinct_l,
    );
  });
});
