import {type CellKey, nameOfKey} from "./paths.ts";

/** Gives every key a number, with what it is a part of: a table of a year has thousands, and is looked at many times. */
export class KeyTable {
  readonly #numbers = new Map<string, number>();
  readonly #keys: CellKey[] = [];
  readonly #names: string[] = [];
  readonly #depths: string[] = [];
  readonly #parents: (readonly number[])[] = [];

  get size(): number {
    return this.#keys.length;
  }

  numberOf(key: CellKey, name = nameOfKey(key)): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#keys.length;
    this.#numbers.set(name, number);
    this.#keys.push(key);
    this.#names.push(name);
    this.#depths.push(key.map((path) => path.length).join());
    this.#parents.push([]);
    this.#parents[number] = key.map((path, chain) =>
      path.length === 0 ? -1 : this.numberOf(key.with(chain, path.slice(0, -1))),
    );
    return number;
  }

  keyOf(number: number): CellKey {
    return this.#keys[number]!;
  }

  nameOf(number: number): string {
    return this.#names[number]!;
  }

  /** How deep it lies along each path: "1,2". */
  depthOf(number: number): string {
    return this.#depths[number]!;
  }

  /** For each path the same with one level less in it; -1: it has no level there. */
  parentsOf(number: number): readonly number[] {
    return this.#parents[number]!;
  }
}
