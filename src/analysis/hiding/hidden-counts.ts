import {columnsOf} from "../disclosure/cells.ts";
import {findCircuits} from "../disclosure/circuits.ts";
import {isFew} from "../recognisable.ts";
import {hiddenCells} from "./hidden-cells.ts";
import {inOneOrder} from "./numbered-cells.ts";
import {type CellKey, depthsWithin, nameOfKey, parentsOf} from "./paths.ts";

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

/** A cell in which nothing but people are counted, or what is about one person each. */
export function peopleCell(key: CellKey, persons: number, groups: readonly number[] = [persons]): CountCell {
  return {unit: "", key, persons, groups, cents: 0, payers: 0};
}

/** The cells of every depth, of counts that add up. */
export function peopleCells(counts: Iterable<readonly [key: CellKey, count: number]>): CountCell[] {
  const cells = new Map<string, CountCell>();
  for (const [key, count] of counts) {
    for (const depths of depthsWithin(key.map(({length}) => length))) {
      const cut = key.map((path, place) => path.slice(0, depths[place]));
      const name = nameOfKey(cut);
      cells.set(name, peopleCell(cut, (cells.get(name)?.persons ?? 0) + count));
    }
  }
  return [...cells.values()];
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
 * @param counted  of every depth of the paths
 * @param depths   how many levels each path has
 */
export async function hideCounts(counted: readonly CountCell[], depths: readonly number[]): Promise<HiddenCounts> {
  const cells = inOneOrder(counted).map(({cell}) => cell);
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
  for (const [unit, own] of Map.groupBy(cells, (cell) => cell.unit)) {
    const names = hidden.get(unit)!;
    if (tellsMoney(own, names)) for (const {key} of own) if (!isWhole(key)) names.add(nameOfKey(key));
  }
  const there = new Set(cells.map(({unit, key}) => `${unit} ${nameOfKey(key)}`));
  return {
    has: (unit, key) => hidden.get(unit)?.has(nameOfKey(key)) === true,
    emptyIn: (unit) =>
      [...(hidden.get(unit) ?? [])]
        .filter((name) => !there.has(`${unit} ${name}`))
        .map((name) => JSON.parse(name) as CellKey),
  };
}

/**
 * Whether money of a few people may follow from what is shown. A cell that people are in and no money can hide no money, and a
 * pattern takes no account of that: where not every such amount can be seen to move, nothing but the whole is told.
 */
function tellsMoney(cells: readonly CountCell[], hidden: ReadonlySet<string>): boolean {
  const places = new Map(cells.map(({key}, place) => [nameOfKey(key), place]));
  const sums = new Map<string, {total: number; parts: number[]}>();
  cells.forEach(({key}, place) => {
    for (const [chain, parent] of parentsOf(key)) {
      const total = places.get(nameOfKey(parent));
      if (total === undefined) continue;
      const sum = sums.get(`${total} ${chain}`) ?? {total, parts: []};
      sum.parts.push(place);
      sums.set(`${total} ${chain}`, sum);
    }
  });
  const slack = cells.map(({cents}) => Math.abs(cents));
  const movable = cells.flatMap(({key, cents}, place) => (cents !== 0 && hidden.has(nameOfKey(key)) ? [place] : []));
  movable.sort((a, b) => slack[b]! - slack[a]!);
  const {reach} = findCircuits(columnsOf(cells.length, [...sums.values()]), movable, slack);
  return movable.some((place) => isFew(cells[place]!.payers) && reach[place] === 0);
}

function isWhole(key: CellKey): boolean {
  return key.every((path) => path.length === 0);
}

/** Hidden as if so few people were in it. */
const few = [1];
