import {sum} from "../../statistics/mean.ts";
import type {Share} from "./need.ts";

/** The help of one unit, by kind. */
export interface UnitMix {
  readonly whole: Share;
  /** By kind of help; absent or null: hidden. */
  readonly parts: ReadonlyMap<string, Share>;
}

/**
 * In how many of the cases of a unit something was to be expected, when each kind of help is with it as it is everywhere.
 *
 * Of a kind that is hidden in the unit, or in the whole, the cases are taken together, at the rate of those kinds together.
 *
 * @param byKind  the share for each kind of help, over all units
 * @returns       in cases; null when the unit is hidden itself, or there is nothing to go by
 */
export function expectedByMix({whole, parts}: UnitMix, byKind: ReadonlyMap<string, Share>, all: Share): number | null {
  if (whole.denominator === null || all.numerator === null || all.denominator === null) return null;
  const known = [...byKind].flatMap(([kind, {numerator, denominator}]) => {
    const own = parts.get(kind)?.denominator ?? null;
    if (own === null || numerator === null || denominator === null || !(denominator > 0)) return [];
    return [{own, numerator, denominator}];
  });
  const rest = {
    own: Math.max(0, whole.denominator - sum(known.map(({own}) => own))),
    numerator: Math.max(0, all.numerator - sum(known.map(({numerator}) => numerator))),
    denominator: all.denominator - sum(known.map(({denominator}) => denominator)),
  };
  // All kinds are known, and what is left is rounding.
  const restRate = rest.denominator > 0 ? rest.numerator / rest.denominator : all.numerator / all.denominator;
  return sum(known.map(({own, numerator, denominator}) => (own * numerator) / denominator)) + rest.own * restRate;
}
