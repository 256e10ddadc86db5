import {hiddenCells} from "./hidden-cells.ts";
import {type CellKey, nameOfKey, parentsOf} from "./paths.ts";

/** What is counted without an indicator in one cell: of one month or day, along paths. */
export interface CountCell {
  readonly unit: string;
  readonly key: CellKey;
  readonly persons: number;
  /** How many are in each group of people that its numbers tell about, all of them included. */
  readonly groups: readonly number[];
  readonly cents: number;
  /** How many of these people the money is about. */
  readonly payers: number;
}

/** Which cells of counts are hidden: those of few people, and those that would tell them. */
export interface HiddenCounts {
  has(unit: string, key: CellKey): boolean;
  /** Hidden cells that nobody is in: a reader may not know that they are empty. */
  emptyIn(unit: string): readonly CellKey[];
}

/**
 * Decides which cells are hidden in counts that need no indicator, for all lists of them at once: whatever is added up or
 * narrowed, a row is such a cell. Every unit stands alone.
 *
 * @param cells   of every depth of the paths
 * @param depths  how many levels each path has
 */
export async function hideCounts(cells: readonly CountCell[], depths: readonly number[]): Promise<HiddenCounts> {
  const asked = {depths, isOverTime: false, share: 0};
  const ofPeople = await hiddenCells(
    cells.map((cell) => ({...cell, value: cell.persons})),
    asked,
  );
  const isHidden = ({unit, key}: Pick<CountCell, "unit" | "key">) => ofPeople.get(unit)?.has(nameOfKey(key)) === true;
  const centsOf = new Map(cells.map(({unit, key, cents}) => [`${unit} ${nameOfKey(key)}`, cents]));
  // Who has no money hides another's all the same, as a reader does not know it: unless what he is a part of has none.
  const moneyOf = ({unit, key, cents}: CountCell) => {
    if (cents !== 0) return cents;
    return parentsOf(key).every(([, parent]) => (centsOf.get(`${unit} ${nameOfKey(parent)}`) ?? 0) > 0) ? 1 : 0;
  };
  // Of many people a few may be those whom the money is about, and of what is hidden some has none.
  const ofMoney = cells.some(({cents}) => cents !== 0)
    ? await hiddenCells(
        cells.map((cell) => ({
          ...cell,
          value: moneyOf(cell),
          // Who is alone in a cell and knows himself is seen to above.
          persons: Math.max(2, cell.persons),
          groups: isHidden(cell) ? few : [cell.payers],
        })),
        asked,
      )
    : ofPeople;
  const hidden = new Map(
    [...ofPeople].map(([unit, names]) => [unit, new Set([...names, ...(ofMoney.get(unit) ?? [])])]),
  );
  const there = new Set(cells.map(({unit, key}) => `${unit} ${nameOfKey(key)}`));
  return {
    has: (unit, key) => hidden.get(unit)?.has(nameOfKey(key)) === true,
    emptyIn: (unit) =>
      [...(hidden.get(unit) ?? [])]
        .filter((name) => !there.has(`${unit} ${name}`))
        .map((name) => JSON.parse(name) as CellKey),
  };
}

/** Hidden as if so few people were in it. */
const few = [1];
