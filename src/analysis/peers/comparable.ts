import type {Indicator} from "../../indicators/indicator.ts";
import type {UnitKind} from "./compare.ts";

/** A sum says how large a unit is, and some figures are not known by every kind of unit. */
export function isComparable({counting, denominatorBy, parts}: Indicator, kind: UnitKind): boolean {
  if (counting.value !== "ratio" && counting.value !== "quantile") return false;
  if (parts.length > 0 || (denominatorBy !== undefined && !denominatorBy.includes(kind))) return false;
  const isArea = kind === "wijk" || kind === "buurt" || kind === "team";
  if (counting.denominator === "inhabitants") return isArea;
  if (counting.denominator === "items" && !counting.isShareOfPeople) return kind === "verwijzer-praktijk";
  return counting.denominator !== "whole" && counting.denominator !== "amount";
}
