import type {Term} from "./cells.ts";
import {inverseOf, prime} from "./modulo.ts";

/** What the equations alone leave open about hidden cells. */
export interface Circuits {
  /** For each cell how far it can surely move up and down together with other hidden cells; 0: perhaps not at all. */
  readonly reach: Float64Array;
  /** 1 for each cell that the equations do not give away. */
  readonly isOpen: Uint8Array;
  /** Cells with one number always move together: who knows one of them knows them all. 0: not open. */
  readonly series: Int32Array;
}

/**
 * Finds what hidden cells can change together while every sum stays what it is: the null space of their columns.
 *
 * Exact: whole numbers modulo a prime. A cell that stands in no circuit follows from the equations. A circuit whose cells
 * all can go down as far as they go up shows, without a linear programme, how far each of them can move.
 *
 * @param columns   the equations of each cell
 * @param movable   the hidden cells that can move, those first that can move furthest
 * @param slack     for each cell how far it can go down, more than 0 for the movable
 * @source  Gusfield (1988), A graph theoretic approach to statistical data security: cells are edges, what follows is a
 *   bridge; here by elimination, which takes hierarchies and linked tables as well
 */
export function findCircuits(
  columns: readonly (readonly Term[])[],
  movable: readonly number[],
  slack: ArrayLike<number>,
): Circuits {
  const reach = new Float64Array(columns.length);
  const isOpen = new Uint8Array(columns.length);
  const signature = new Signatures(columns.length);
  const basis = new Basis(columns, movable);
  let circuits = 0;
  for (const cell of movable) {
    const circuit = basis.add(cell);
    if (circuit === null) continue;
    circuits++;
    let step = Number.POSITIVE_INFINITY;
    for (const [member, factor] of circuit) {
      isOpen[member] = 1;
      signature.note(member, circuits, factor);
      const size = sizeOf(factor);
      step = size === null ? 0 : Math.min(step, slack[member]! / size);
    }
    if (!(step > 0)) continue;
    for (const [member, factor] of circuit) reach[member] = Math.max(reach[member]!, step * sizeOf(factor)!);
  }
  return {reach, isOpen, series: signature.classes()};
}

/** A factor as the whole number it stands for; null: it stands for a fraction, and a linear programme must say. */
function sizeOf(factor: number): number | null {
  const size = Math.min(factor, prime - factor);
  return size <= 1000 ? size : null;
}

type Sparse = Map<number, number>;

/** Independent columns, each reduced by those before it, with what each was made of. */
class Basis {
  readonly #columns: readonly (readonly Term[])[];
  /** How many movable cells stand in each equation: an equation with few makes the better pivot. */
  readonly #crowd: Sparse = new Map();
  readonly #pivotOf: Sparse = new Map();
  readonly #reduced: Sparse[] = [];
  readonly #madeOf: Sparse[] = [];

  constructor(columns: readonly (readonly Term[])[], movable: readonly number[]) {
    this.#columns = columns;
    for (const cell of movable) {
      for (const {equation} of columns[cell]!) this.#crowd.set(equation, (this.#crowd.get(equation) ?? 0) + 1);
    }
  }

  /** Takes a cell in, or gives the circuit that it closes: the factor of each cell in it. */
  add(cell: number): Sparse | null {
    const column: Sparse = new Map();
    for (const {equation, sign} of this.#columns[cell]!) addTo(column, equation, sign === 1 ? 1 : prime - 1);
    const madeOf: Sparse = new Map([[cell, 1]]);
    for (let pivot = this.#firstPivot(column); pivot !== null; pivot = this.#firstPivot(column)) {
      const factor = prime - column.get(pivot.equation)!;
      addMultiple(column, this.#reduced[pivot.place]!, factor);
      addMultiple(madeOf, this.#madeOf[pivot.place]!, factor);
    }
    if (column.size === 0) return madeOf;
    const equation = this.#leastCrowded(column);
    const inverse = inverseOf(column.get(equation)!);
    this.#pivotOf.set(equation, this.#reduced.length);
    this.#reduced.push(multiple(column, inverse));
    this.#madeOf.push(multiple(madeOf, inverse));
    return null;
  }

  #firstPivot(column: Sparse): {equation: number; place: number} | null {
    let first: {equation: number; place: number} | null = null;
    for (const equation of column.keys()) {
      const place = this.#pivotOf.get(equation);
      if (place !== undefined && (first === null || place < first.place)) first = {equation, place};
    }
    return first;
  }

  #leastCrowded(column: Sparse): number {
    let best = -1;
    for (const equation of column.keys()) {
      if (best < 0 || this.#crowd.get(equation)! < this.#crowd.get(best)!) best = equation;
    }
    return best;
  }
}

/** Tells which cells have the same factors, but for one common multiple, in the same circuits. */
class Signatures {
  readonly #texts: string[];
  readonly #scale: Float64Array;

  constructor(cellCount: number) {
    this.#texts = new Array<string>(cellCount).fill("");
    this.#scale = new Float64Array(cellCount);
  }

  note(cell: number, circuit: number, factor: number): void {
    if (this.#scale[cell] === 0) this.#scale[cell] = inverseOf(factor);
    this.#texts[cell] += `${circuit}:${(factor * this.#scale[cell]!) % prime} `;
  }

  classes(): Int32Array {
    const numbers = new Map<string, number>([["", 0]]);
    return Int32Array.from(this.#texts, (text) => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  }
}

function addMultiple(target: Sparse, source: Sparse, factor: number): void {
  for (const [place, value] of source) addTo(target, place, (value * factor) % prime);
}

function addTo(target: Sparse, place: number, value: number): void {
  const sum = ((target.get(place) ?? 0) + value) % prime;
  if (sum === 0) target.delete(place);
  else target.set(place, sum);
}

function multiple(source: Sparse, factor: number): Sparse {
  return new Map([...source].map(([place, value]) => [place, (value * factor) % prime]));
}
