import fc from "fast-check";
import {expect, test} from "vitest";
import {concordance} from "./concordance.ts";

const duration = fc.record({
  time: fc.integer({min: 1, max: 8}),
  event: fc.boolean(),
  risk: fc.integer({min: 0, max: 4}),
});

test("is what laying every two side by side gives", () => {
  fc.assert(
    fc.property(fc.array(duration, {maxLength: 25}), (durations) => {
      let [pairs, agreeing] = [0, 0];
      for (const first of durations.filter(({event}) => event)) {
        for (const other of durations) {
          const outlasts = other.time > first.time || (other.time === first.time && !other.event);
          if (!outlasts) continue;
          pairs++;
          agreeing += first.risk > other.risk ? 1 : first.risk === other.risk ? 0.5 : 0;
        }
      }
      expect(concordance(durations)).toBe(pairs === 0 ? null : agreeing / pairs);
    }),
  );
});

test("the first to end with the highest risk is 1, without pairs there is nothing to say", () => {
  const risks = [3, 2, 1].map((risk, index) => ({time: index + 1, event: true, risk}));
  expect(concordance(risks)).toBe(1);
  expect(concordance([])).toBe(null);
  expect(concordance(risks.map((one) => ({...one, event: false})))).toBe(null);
});
