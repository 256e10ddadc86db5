import {inverseOf, prime} from "./modulo.ts";

/** One equation over cells that can move: which, and with which sign; their signed sum is known. */
export interface Sum {
  readonly cells: readonly number[];
  readonly signs: readonly (1 | -1)[];
}

/**
 * Which cells do not follow from sums that are known: 1 for each that can be more than one number.
 *
 * As `isOpen` of findCircuits(), without the circuits, and so much faster: it finds one change at random that leaves every
 * sum as it is, by elimination modulo a prime, easiest first. A cell that it leaves alone follows. That a cell which is
 * open is taken to follow happens once in 67 million; the other way round never.
 *
 * @param count  how many cells there are
 * @param sums   over the cells 0 up to `count`
 */
export function findOpenCells(count: number, sums: readonly Sum[]): Uint8Array {
  const system = new Elimination(count, sums);
  system.run();
  return Uint8Array.from(system.randomChange(), (change) => (change === 0 ? 0 : 1));
}

type Row = Map<number, number>;

class Elimination {
  readonly #rows: (Row | null)[];
  /** The rows that each cell still stands in. */
  readonly #rowsOf: Set<number>[];
  /** Rows by how many cells they held when they were put here; they may have changed since. */
  readonly #bySize: number[][] = [];
  readonly #alone: number[] = [];
  readonly #solved: {readonly cell: number; readonly row: Row}[] = [];
  readonly #isFixed: Uint8Array;
  readonly #isSolved: Uint8Array;

  constructor(count: number, sums: readonly Sum[]) {
    this.#rowsOf = Array.from({length: count}, () => new Set<number>());
    this.#isFixed = new Uint8Array(count);
    this.#isSolved = new Uint8Array(count);
    this.#rows = sums.map(({cells, signs}, place) => {
      const row: Row = new Map();
      cells.forEach((cell, at) => {
        row.set(cell, signs[at] === 1 ? 1 : prime - 1);
        this.#rowsOf[cell]!.add(place);
      });
      return row;
    });
    this.#rows.forEach((_, place) => {
      this.#note(place);
    });
    for (let cell = 0; cell < count; cell++) this.#noteCell(cell);
  }

  run(): void {
    for (;;) {
      const cell = this.#alone.pop();
      if (cell !== undefined) {
        if (!this.#isTaken(cell) && this.#rowsOf[cell]!.size === 1) this.#solve(cell, [...this.#rowsOf[cell]!][0]!);
        continue;
      }
      const place = this.#smallest();
      if (place === null) return;
      const row = this.#rows[place]!;
      if (row.size === 1) this.#fix([...row.keys()][0]!);
      else this.#solve(this.#leastUsed(row), place);
    }
  }

  /** A change of each cell that leaves all sums as they are: at random where it is free, the rest follows. */
  randomChange(): Float64Array {
    const changes = new Float64Array(this.#rowsOf.length);
    // The same numbers each time, so that the same table is always decided on alike.
    let state = 1;
    for (let cell = 0; cell < changes.length; cell++) {
      state = (state * 48_271) % 2_147_483_647;
      if (!this.#isTaken(cell)) changes[cell] = 1 + (state % (prime - 1));
    }
    for (const {cell, row} of this.#solved.reverse()) {
      let sum = 0;
      for (const [other, factor] of row) if (other !== cell) sum = (sum + factor * changes[other]!) % prime;
      changes[cell] = sum === 0 ? 0 : ((prime - sum) * inverseOf(row.get(cell)!)) % prime;
    }
    return changes;
  }

  #isTaken(cell: number): boolean {
    return this.#isFixed[cell] === 1 || this.#isSolved[cell] === 1;
  }

  /** A cell that is alone in a sum cannot change. */
  #fix(cell: number): void {
    this.#isFixed[cell] = 1;
    for (const place of this.#rowsOf[cell]!) {
      const row = this.#rows[place]!;
      row.delete(cell);
      this.#note(place);
    }
    this.#rowsOf[cell]!.clear();
  }

  /** Lets a row say what a cell does, and takes that cell out of all others. */
  #solve(cell: number, place: number): void {
    const row = this.#rows[place]!;
    this.#rows[place] = null;
    for (const other of row.keys()) {
      this.#rowsOf[other]!.delete(place);
      if (other !== cell) this.#noteCell(other);
    }
    const inverse = inverseOf(row.get(cell)!);
    for (const target of this.#rowsOf[cell]!) {
      const changed = this.#rows[target]!;
      const factor = prime - ((changed.get(cell)! * inverse) % prime);
      for (const [other, value] of row) this.#addTo(changed, target, other, (value * factor) % prime);
      this.#note(target);
    }
    this.#isSolved[cell] = 1;
    this.#solved.push({cell, row});
  }

  #addTo(row: Row, place: number, cell: number, value: number): void {
    const sum = ((row.get(cell) ?? 0) + value) % prime;
    if (sum === 0) {
      row.delete(cell);
      this.#rowsOf[cell]!.delete(place);
      this.#noteCell(cell);
    } else {
      row.set(cell, sum);
      this.#rowsOf[cell]!.add(place);
    }
  }

  #note(place: number): void {
    const {size} = this.#rows[place]!;
    if (size === 0) return;
    this.#bySize[size] ??= [];
    this.#bySize[size].push(place);
  }

  #noteCell(cell: number): void {
    if (this.#rowsOf[cell]!.size === 1) this.#alone.push(cell);
  }

  #smallest(): number | null {
    for (let size = 1; size < this.#bySize.length; size++) {
      const places = this.#bySize[size] ?? [];
      for (let place = places.pop(); place !== undefined; place = places.pop()) {
        if (this.#rows[place]?.size === size) return place;
      }
    }
    return null;
  }

  #leastUsed(row: Row): number {
    let best = -1;
    for (const cell of row.keys()) {
      if (best < 0 || this.#rowsOf[cell]!.size < this.#rowsOf[best]!.size) best = cell;
    }
    return best;
  }
}
