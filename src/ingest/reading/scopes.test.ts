import {expect, test} from "vitest";
import {noBindings} from "./namespaces.ts";
import {createScopes} from "./scopes.ts";

const a = [{name: "xmlns:a", value: "urn:a"}];
const b = [{name: "xmlns:a", value: "urn:b"}];

test("what an element declares holds within it, and no longer", () => {
  const scopes = createScopes();
  expect(scopes.enter(a, 0)).toBe("changed");
  expect(scopes.enter(b, 2)).toBe("changed");
  expect(scopes.bindings.get("a")).toBe("urn:b");
  expect(scopes.leave(2)).toBe(true);
  expect(scopes.bindings.get("a")).toBe("urn:a");
  // An element between them declared nothing.
  expect(scopes.leave(1)).toBe(false);
  expect(scopes.bindings.get("a")).toBe("urn:a");
  expect(scopes.leave(0)).toBe(true);
  expect(scopes.bindings).toBe(noBindings);
  expect(scopes.leave(-1)).toBe(false);
});

test("what holds already, or may not be, changes nothing", () => {
  const scopes = createScopes();
  scopes.enter(a, 0);
  expect(scopes.enter(a, 1)).toBe("same");
  expect(scopes.enter([{name: "xmlns:xmlns", value: "urn:x"}], 1)).toBe("problem");
  expect(scopes.leave(1)).toBe(false);
  expect(scopes.bindings.get("a")).toBe("urn:a");
});
