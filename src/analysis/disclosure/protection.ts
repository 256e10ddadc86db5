import {type Cell, type CellSystem, columnsOf, slackOf, type Term} from "./cells.ts";
import {type Circuits, findCircuits} from "./circuits.ts";
import type {RingFinder} from "./rings.ts";

/** How uncertain a hidden cell must stay for everybody else: so far up, and, where there is room, so far down. */
export interface Width {
  /** In the unit of the value. */
  readonly least: number;
  /** Of the value itself. */
  readonly share: number;
}

/** A system with what is asked of every pattern of it. */
export interface Task {
  readonly system: CellSystem;
  readonly columns: readonly (readonly Term[])[];
  /** For each cell how far it can go down. */
  readonly slack: readonly number[];
  /** For each cell how far it must be able to move once it is hidden. */
  readonly need: readonly number[];
  /** A person who stands alone in a cell, and so knows it, may learn no other primary cell. */
  readonly mindsSingletons: boolean;
  /** Room on one side will do: it cannot be told, but that it is at least, or at most, so much. */
  readonly isOneSided: boolean;
  /** What a network shows is enough, where a linear programme might see a little more. */
  readonly isHasty: boolean;
}

/** A primary cell that a pattern does not protect. */
export interface Fault {
  readonly cell: number;
  /** The cell of one person who would know it; null: everybody would. */
  readonly knownBy: number | null;
}

export function taskOf(
  system: CellSystem,
  width: Width,
  mindsSingletons: boolean,
  {isOneSided = false, isHasty = false} = {},
): Task {
  const canMove = ({isPrimary, fixed}: Cell) => isPrimary || fixed !== "shown";
  return {
    system,
    // What everybody reads is a number in a sum and no more.
    columns: columnsOf(system.cells.length, system.equations).map((terms, cell) =>
      canMove(system.cells[cell]!) ? terms : [],
    ),
    slack: system.cells.map((cell) => slackOf(system, cell)),
    need: system.cells.map(({value}) => Math.max(width.least, width.share * Math.abs(value))),
    mindsSingletons,
    isOneSided,
    isHasty,
  };
}

/**
 * The primary cells that follow from what a pattern shows, or that can be told to within less than they need.
 *
 * By circuits where those suffice, for the rest by linear programme.
 */
export async function findFaults(task: Task, hidden: readonly boolean[], rings: RingFinder): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const fault of suspects(task, circuitsOf(task, hidden), hidden)) {
    if (fault.knownBy !== null || (await rings.find(fault, onlyHidden(hidden))) === null) faults.push(fault);
  }
  return faults;
}

/** What circuits alone do not show to be protected. */
export function suspects(task: Task, {reach, series}: Circuits, hidden: readonly boolean[]): Fault[] {
  const {cells} = task.system;
  const primaries = cells.flatMap(({isPrimary}, cell) => (isPrimary ? [cell] : []));
  const inDoubt = primaries.filter((cell) => reach[cell]! < task.need[cell]!);
  const open = inDoubt.map((cell) => ({cell, knownBy: null}));
  if (!task.mindsSingletons) return open;
  const aloneIn = new Map<number, number[]>();
  cells.forEach(({persons}, cell) => {
    const number = series[cell]!;
    if (persons === 1 && hidden[cell] && number > 0) aloneIn.set(number, [...(aloneIn.get(number) ?? []), cell]);
  });
  const known = primaries.flatMap((cell) => {
    const knownBy = aloneIn.get(series[cell]!)?.find((other) => other !== cell);
    return knownBy === undefined ? [] : [{cell, knownBy}];
  });
  return [...open, ...known];
}

export function circuitsOf({columns, slack, system}: Task, hidden: readonly boolean[]): Circuits {
  const movable = hidden.flatMap((isHidden, cell) => (isHidden && slack[cell]! > 0 ? [cell] : []));
  // Large cells first: they make the basis, so each small one closes a circuit in which all others have room.
  movable.sort((a, b) => slack[b]! - slack[a]! || system.cells[b]!.value - system.cells[a]!.value || a - b);
  return findCircuits(columns, movable, slack);
}

/** Hidden cells can move, and shown ones cannot. */
export function onlyHidden(hidden: readonly boolean[]) {
  return (cell: number) => (hidden[cell] ? 0 : Number.POSITIVE_INFINITY);
}
