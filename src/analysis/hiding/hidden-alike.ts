import {type Additivity, type Hidden, type HiddenNumbers, hideNumbered, namesOf} from "./hidden-cells.ts";
import {type NumberedCell, numberCells} from "./numbered-cells.ts";
import type {CountedCell} from "./unit-cells.ts";

/**
 * As hiddenCells(), and no figure tells what another one hides.
 *
 * Several figures are about the same people: how many they are, what they cost, a share of them. So each group of people
 * that a figure tells about is decided on by itself first, and thus alike for every figure that is about them; what a
 * figure hides for its own sake comes on top. Else each could hide a small cell behind another one, and together they would
 * show it.
 *
 * @param groupCount  how many of the groups of a cell other figures can be about too, from the first on; see groupsOf()
 */
export async function hiddenAlike(
  cells: readonly CountedCell[],
  additivity: Additivity,
  groupCount: number,
): Promise<Hidden> {
  const {keys, units} = numberCells(cells);
  let already: HiddenNumbers = new Map();
  for (let place = 0; place < groupCount; place++) {
    const ofGroup = new Map([...units].map(([unit, own]) => [unit, own.flatMap((cell) => groupAlone(cell, place))]));
    already = together(already, await hideNumbered({keys, units: ofGroup}, {...additivity, share: 0}));
  }
  // A figure that is nothing but how many people there are was decided on with that.
  const isDone = additivity.share === 0 && cells.every(isPeopleAlone);
  const hidden = isDone ? already : together(already, await hideNumbered({keys, units}, {...additivity, already}));
  return namesOf(hidden, keys);
}

function groupAlone(cell: NumberedCell, place: number): NumberedCell[] {
  const persons = cell.groups[place]!;
  return persons === 0 ? [] : [{...cell, value: persons, persons, groups: [persons]}];
}

function isPeopleAlone({value, persons, groups}: CountedCell): boolean {
  return groups.length === 1 && value === persons;
}

function together(some: HiddenNumbers, more: HiddenNumbers): HiddenNumbers {
  const units = [...new Set([...some.keys(), ...more.keys()])];
  return new Map(units.map((unit) => [unit, new Set([...(some.get(unit) ?? []), ...(more.get(unit) ?? [])])]));
}
