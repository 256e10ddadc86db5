import type {AtEnd, Reading} from "../reading.ts";

/** What the standard asks of an element, to be looked at where it ends. */
export type Check = readonly [node: number, check: AtEnd];

/** Whether a leaf is there. A class is there when a leaf is that it cannot do without. */
export function isFilled(reading: Reading, node: number): boolean {
  return reading.fields[node] !== undefined;
}

/** What a rule remembers of the Bericht being read: made anew for each, and gone with it. */
export function perBericht<State extends object>(begin: () => State): (reading: Reading) => State {
  const key = {};
  return (reading) => {
    const known = reading.memory.get(key) as State | undefined;
    if (known !== undefined) return known;
    const state = begin();
    reading.memory.set(key, state);
    return state;
  };
}
