import {type Attribute, type Bindings, bindingsWithin, noBindings} from "./namespaces.ts";

/** Which prefixes hold at the place the reader has come to. */
export interface Scopes {
  readonly bindings: Bindings;
  /** Goes into an element at this depth. Says whether other bindings hold there, or that one may not be. */
  enter(attributes: readonly Attribute[], depth: number): "same" | "changed" | "problem";
  /** Leaves the element at this depth. True when other bindings hold again. */
  leave(depth: number): boolean;
}

export function createScopes(): Scopes {
  const outer: {depth: number; bindings: Bindings}[] = [];
  let bindings = noBindings;
  return {
    get bindings() {
      return bindings;
    },
    enter(attributes, depth) {
      const inner = bindingsWithin(bindings, attributes);
      if (inner === "problem") return "problem";
      if (inner === bindings) return "same";
      outer.push({depth, bindings});
      bindings = inner;
      return "changed";
    },
    leave(depth) {
      if (outer.at(-1)?.depth !== depth) return false;
      bindings = outer.pop()!.bindings;
      return true;
    },
  };
}
