import type {Cell, CellSystem, Equation} from "../disclosure/cells.ts";
import {findOpenCells} from "../disclosure/open-cells.ts";
import {choosePattern} from "../disclosure/pattern.ts";
import {fillLines} from "./fill-lines.ts";
import type {KeyTable} from "./key-table.ts";
import {Sums} from "./sums.ts";
import type {UnitCells} from "./unit-cells.ts";

/** What is asked of the pattern of one unit, at one depth. */
export interface Protection {
  readonly keys: KeyTable;
  readonly depths: readonly number[];
  /** What is hidden already at this depth. */
  readonly start: ReadonlySet<number>;
  mayHide(key: number): boolean;
  /** Whether a longer unit of the calendar will tell what this one and others add up to. */
  readonly tellsLater: boolean;
  /** The least uncertainty that a hidden cell keeps, as a share of its value. */
  readonly share: number;
}

/** The cells of this depth to hide in one unit, given what is hidden and shown of the sums they add up to. */
export async function protectUnit(unit: UnitCells, asked: Protection): Promise<number[]> {
  // Along how many paths the table is split. The same table must be decided on alike, whatever it is a part of.
  const pathCount = asked.depths.filter((depth) => depth > 0).length;
  if (pathCount === 0) return [...asked.start].filter((key) => unit.cellOf(key) !== undefined);
  if (pathCount === 1) return protectPath(unit, asked);
  const hidden = fillCrossed(unit, asked);
  if (pathCount > 2) return hidden;
  // Readers take what is not there for nothing. Where that gives a cell away, some of what is nothing is hidden too.
  return asked.tellsLater || derivedOf(unit, asked, hidden).length > 0 ? withNothing(unit, asked, hidden) : hidden;
}

/** Hides what is nothing until no sum, told or not, has one hidden part alone; nothing else can be hidden any more. */
function withNothing(unit: UnitCells, {keys, depths}: Protection, hidden: readonly number[]): number[] {
  const inner = unit.keysAt(depths);
  const all = [...inner, ...unit.nothingAt(depths)];
  const isHidden = new Set(hidden);
  const filled = fillLines(
    all.map((key) => unit.cellOf(key)?.value ?? 1),
    placesInOrder(unit, keys, all),
    linesOf(keys, all).map(({parts}) => parts),
    all.map((key) => isHidden.has(key)),
    (place) => place >= inner.length,
  );
  return all.filter((_, place) => filled[place]);
}

/** Along one path all that is hidden of the hierarchy above is to be protected with it. */
async function protectPath(unit: UnitCells, asked: Protection): Promise<number[]> {
  const {hidden, isProtected} = await hierarchy(unit, asked, unit.keysWithin(asked.depths), false);
  if (isProtected) return hidden;
  const withNothing = [...unit.keysWithin(asked.depths), ...unit.nothingAt(asked.depths)];
  return (await hierarchy(unit, {...asked, mayHide: () => true}, withNothing, true)).hidden;
}

interface Pattern {
  readonly hidden: number[];
  readonly isProtected: boolean;
}

async function hierarchy(
  unit: UnitCells,
  {keys, depths, start, mayHide, share}: Protection,
  all: readonly number[],
  isOneSided: boolean,
): Promise<Pattern> {
  const depth = depths.join();
  const isInner = all.map((key) => keys.depthOf(key) === depth);
  const isHidden = all.map((key, place) => (isInner[place] ? start.has(key) : unit.isHidden(key)));
  if (!isHidden.includes(true)) return {hidden: [], isProtected: true};
  const placeOf = new Map(all.map((key, place) => [key, place]));
  const cells = all.map((key, place): Cell => {
    const {value, persons} = contentOf(unit, key);
    const mayBeHidden = isInner[place]! && mayHide(key);
    return {value, persons, isPrimary: isHidden[place]! && persons > 0, weight: 1, fixed: mayBeHidden ? null : "shown"};
  });
  const equations = linesOf(keys, all).flatMap(({total, parts}): Equation[] => {
    const place = placeOf.get(total);
    return place === undefined ? [] : [{total: place, parts}];
  });
  const {hidden, unprotected} = await patternOf({cells, equations}, placesInOrder(unit, keys, all), share, isOneSided);
  return {
    hidden: all.filter((_, place) => isInner[place] && hidden[place]),
    isProtected: unprotected.length === 0,
  };
}

function patternOf(
  {cells, equations}: Pick<CellSystem, "cells" | "equations">,
  places: readonly number[],
  share: number,
  isOneSided: boolean,
) {
  const weighed = cells.map((cell, at): Cell => ({...cell, weight: 1 + places[at]! / cells.length ** 2}));
  const lowest = cells.some(({value}) => value < 0) ? Number.NEGATIVE_INFINITY : 0;
  const options = {width: {least: 1, share}, mindsSingletons: true, minimumTogether: 0, isHasty: true, isOneSided};
  return choosePattern({cells: weighed, equations, lowest}, options);
}

/**
 * In which order cells are hidden for others: small ones first, and of about one size by name. Late claims change what
 * cells hold, and who hid another last month should do so now: what was shown before hides nothing any more.
 */
function placesInOrder(unit: UnitCells, keys: KeyTable, all: readonly number[]): number[] {
  const sizes = all.map((key) => Math.floor(Math.log2(1 + Math.abs(contentOf(unit, key).value)) / sizeStep));
  const order = [...all.keys()].sort(
    (a, b) => sizes[a]! - sizes[b]! || (keys.nameOf(all[a]!) < keys.nameOf(all[b]!) ? -1 : 1),
  );
  const places = new Array<number>(all.length);
  order.forEach((cell, place) => {
    places[cell] = place;
  });
  return places;
}

/** Eight times as large is another size. */
const sizeStep = 3;

/**
 * Of two paths and more, in haste: hides until no sum that is told has one hidden part alone, and then one more in the
 * sums of what follows all the same.
 */
function fillCrossed(unit: UnitCells, asked: Protection): number[] {
  const inner = unit.keysAt(asked.depths);
  const placeOf = new Map(inner.map((key, place) => [key, place]));
  const values = inner.map((key) => unit.cellOf(key)!.value);
  // What a hidden sum consists of is hidden with it, and tells nothing more.
  const lines = linesOf(asked.keys, inner)
    .filter(({total}) => !unit.isHidden(total))
    .map(({parts}) => parts);
  const order = placesInOrder(unit, asked.keys, inner);
  const mayHide = (place: number) => asked.mayHide(inner[place]!);
  let hidden = fillLines(
    values,
    order,
    lines,
    inner.map((key) => asked.start.has(key)),
    mayHide,
  );
  for (;;) {
    const keys = inner.filter((_, place) => hidden[place]);
    const derived = derivedOf(unit, asked, keys).map((key) => placeOf.get(key)!);
    const more = hideOneMore(values, order, lines, hidden, derived, mayHide);
    if (more === null) return keys;
    hidden = fillLines(values, order, lines, more, mayHide);
  }
}

/** Which small cells of this depth follow from all sums within the unit. */
function derivedOf(unit: UnitCells, {keys, depths, start}: Protection, hidden: readonly number[]): number[] {
  const outer = unit.keysWithin(depths).filter((key) => unit.isHidden(key));
  const canMove = (key: number) => (unit.cellOf(key)?.value ?? unit.lowest) > unit.lowest;
  const movable = [...new Set([...outer, ...hidden])].filter(canMove);
  const sums = new Sums();
  movable.forEach((key, place) => {
    keys.parentsOf(key).forEach((parent, chain) => {
      if (parent >= 0) sums.add(parent * depths.length + chain, place, 1);
      if (keys.keyOf(key)[chain]!.length < depths[chain]!) sums.add(key * depths.length + chain, place, -1);
    });
  });
  const isOpen = findOpenCells(movable.length, sums.all());
  return movable.filter((key, place) => isOpen[place] === 0 && start.has(key));
}

/** In each sum of a cell that follows, one more; null: there is none. */
function hideOneMore(
  values: readonly number[],
  order: readonly number[],
  lines: readonly (readonly number[])[],
  hidden: readonly boolean[],
  derived: readonly number[],
  mayHide: (place: number) => boolean,
): readonly boolean[] | null {
  if (derived.length === 0) return null;
  const follows = new Set(derived);
  const more = [...hidden];
  for (const parts of lines) {
    if (!parts.some((part) => follows.has(part))) continue;
    const free = parts.filter((part) => !more[part] && values[part] !== 0 && mayHide(part));
    const [best] = free.sort((a, b) => order[a]! - order[b]!);
    if (best !== undefined) more[best] = true;
  }
  return more.every((isHidden, place) => isHidden === hidden[place]) ? null : more;
}

interface Line {
  readonly total: number;
  /** Places in the list of keys. */
  readonly parts: number[];
}

/** Which of these keys add up to which along each path. */
function linesOf(keys: KeyTable, all: readonly number[]): Line[] {
  const lines = new Map<number, Line>();
  all.forEach((key, place) => {
    const parents = keys.parentsOf(key);
    parents.forEach((total, chain) => {
      if (total < 0) return;
      const name = total * parents.length + chain;
      const line = lines.get(name);
      if (line === undefined) lines.set(name, {total, parts: [place]});
      else line.parts.push(place);
    });
  });
  return [...lines.values()];
}

function contentOf(unit: UnitCells, key: number): {readonly value: number; readonly persons: number} {
  return unit.cellOf(key) ?? {value: 0, persons: 0};
}
