import {nearest} from "../../../statistics/nearest.ts";

const longestTyped = 40;

/**
 * What should have stood in a cell that can have a few values: all of them, and the one that was probably meant.
 *
 * @param choices  each value with other spellings of it
 */
export function expectedChoice(choices: Readonly<Record<string, readonly string[]>>, typed: string): string {
  const values = Object.keys(choices);
  const list = values.length === 1 ? values[0]! : `${values.slice(0, -1).join(", ")} of ${values.at(-1)}`;
  const meant = new Map(
    Object.entries(choices).flatMap(([value, others]) => [value, ...others].map((one) => [one, value])),
  );
  // To compare a whole text with each word takes long, and it is none of them.
  const near = typed.length > longestTyped ? null : nearest(typed, [...meant.keys()]);
  return near === null ? list : `${list} (bedoelde u ${meant.get(near)}?)`;
}
