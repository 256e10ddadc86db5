import fc from "fast-check";
import {expect, test} from "vitest";
import {
  distanceBetween,
  type FeatureValues,
  featureNames,
  lookAlikes,
  scalesOf,
  usualWeights,
  type Weights,
} from "./look-alikes.ts";

const value = fc.option(fc.double({min: 1, max: 100, noNaN: true}), {nil: null});
const valuesOf = fc.record(
  Object.fromEntries(featureNames.map((name) => [name, value])),
) as fc.Arbitrary<FeatureValues>;
const world = fc
  .array(valuesOf, {minLength: 4, maxLength: 20})
  .map((all) => new Map(all.map((values, at) => [`GM${String(at).padStart(4, "0")}`, values])));

test("the distance is the same both ways, and nothing to oneself", () => {
  fc.assert(
    fc.property(world, (all) => {
      const scales = scalesOf(all);
      const [a, b] = [...all.values()];
      const there = distanceBetween(a!, b!, usualWeights, scales);
      expect(there?.distance).toBe(distanceBetween(b!, a!, usualWeights, scales)?.distance);
      const self = distanceBetween(a!, a!, usualWeights, scales);
      if (self !== null) expect(self.distance).toBe(0);
    }),
  );
});

test("nobody is a peer of itself, and there are never more than asked", () => {
  fc.assert(
    fc.property(world, fc.integer({min: 1, max: 30}), (all, count) => {
      const peers = lookAlikes(all, "GM0000", usualWeights, count);
      expect(peers.map(({code}) => code)).not.toContain("GM0000");
      expect(peers.length).toBeLessThanOrEqual(Math.min(count, all.size - 1));
      expect(peers.map(({distance}) => distance)).toEqual(peers.map(({distance}) => distance).sort((a, b) => a - b));
    }),
  );
});

test("what counts for 0 makes no difference at all", () => {
  const weights: Weights = {...usualWeights, ouderen: 0};
  fc.assert(
    fc.property(world, (all) => {
      const other = new Map([...all].map(([code, values], at) => [code, {...values, ouderen: at * 7}]));
      expect(lookAlikes(all, "GM0000", weights, 5).map(({code}) => code)).toEqual(
        lookAlikes(other, "GM0000", weights, 5).map(({code}) => code),
      );
    }),
  );
});
