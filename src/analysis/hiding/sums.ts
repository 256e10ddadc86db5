import type {Sum} from "../disclosure/open-cells.ts";

/** Sums of cells that can move, each under a number of its own; put together cell by cell. */
export class Sums {
  readonly #sums = new Map<number, {cells: number[]; signs: (1 | -1)[]}>();

  add(name: number, cell: number, sign: 1 | -1): void {
    const sum = this.#sums.get(name);
    if (sum === undefined) {
      this.#sums.set(name, {cells: [cell], signs: [sign]});
    } else {
      sum.cells.push(cell);
      sum.signs.push(sign);
    }
  }

  all(): Sum[] {
    return [...this.#sums.values()];
  }
}
