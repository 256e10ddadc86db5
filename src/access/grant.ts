import type {Reader} from "./reader.ts";

/** A role that somebody may look in, and over what. */
export type Grant = Pick<Reader, "role" | "gemeenten" | "within">;

/**
 * The grants with one for each role where that can be: who leads two teams looks at both at once.
 *
 * A scope holds what is in each of its dimensions, so a team and a wijk beside each other stay two choices.
 */
export function mergeGrants(grants: readonly Grant[]): Grant[] {
  const merged: Grant[] = [];
  for (const grant of grants) {
    const index = merged.findIndex((other) => canMerge(other, grant));
    if (index < 0) merged.push(grant);
    else merged[index] = merge(merged[index]!, grant);
  }
  return merged;
}

function canMerge(one: Grant, other: Grant): boolean {
  if (one.role !== other.role) return false;
  if (one.within.length === 0 && other.within.length === 0) return true;
  const [first, second] = [one.within[0], other.within[0]];
  return (
    JSON.stringify(one.gemeenten) === JSON.stringify(other.gemeenten) &&
    one.within.length === 1 &&
    other.within.length === 1 &&
    first!.dimension === second!.dimension
  );
}

function merge(one: Grant, other: Grant): Grant {
  const gemeenten =
    one.gemeenten === "alle" || other.gemeenten === "alle" ? "alle" : union(one.gemeenten, other.gemeenten);
  const [first, second] = [one.within[0], other.within[0]];
  const within =
    first === undefined || second === undefined
      ? []
      : [{dimension: first.dimension, values: union(first.values, second.values)}];
  return {role: one.role, gemeenten, within};
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}

/** What a grant is called in a form and in the database: "teamleider alle team=T1,T2". */
export function keyOfGrant({role, gemeenten, within}: Grant): string {
  const places = gemeenten === "alle" ? "alle" : gemeenten.join(",");
  return [role, places, ...within.map(({dimension, values}) => `${dimension}=${values.join(",")}`)].join(" ");
}
