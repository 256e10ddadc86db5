import {describe, expect, test} from "vitest";
import {bindingsWithin, noBindings, prefixesOf, resolveAttribute, resolveElement} from "./namespaces.ts";

const outer = new Map([...noBindings, ["", "urn:own"], ["b", "urn:base"]]);

function within(name: string, value: string) {
  return bindingsWithin(outer, [{name, value}]);
}

describe("the bindings within an element", () => {
  test("are those around it when it declares nothing new", () => {
    expect(bindingsWithin(outer, [{name: "kleur", value: "rood"}])).toBe(outer);
    expect(within("xmlns:b", "urn:base")).toBe(outer);
  });

  test("are those around it and its own, which hold no further out", () => {
    const inner = bindingsWithin(outer, [
      {name: "xmlns:b", value: "urn:other"},
      {name: "xmlns:c", value: "urn:c"},
      {name: "xmlns", value: "urn:own"},
    ]);
    expect(inner).toEqual(new Map([...outer, ["b", "urn:other"], ["c", "urn:c"]]));
    expect(outer.get("b")).toBe("urn:base");
  });

  test("may take back the default namespace, and give xml what it has", () => {
    expect(within("xmlns", "")).toEqual(new Map([...outer, ["", ""]]));
    expect(within("xmlns:xml", "http://www.w3.org/XML/1998/namespace")).toBe(outer);
  });

  test.each([
    ["take back a prefix", "xmlns:b", ""],
    ["declare a prefix with a colon", "xmlns:a:b", "urn:x"],
    ["declare xmlns", "xmlns:xmlns", "urn:x"],
    ["give xml another namespace", "xmlns:xml", "urn:x"],
    ["give another prefix the namespace of xml", "xmlns:a", "http://www.w3.org/XML/1998/namespace"],
    ["give a prefix the namespace of xmlns", "xmlns:a", "http://www.w3.org/2000/xmlns/"],
    ["make the namespace of xml the default", "xmlns", "http://www.w3.org/XML/1998/namespace"],
  ])("may not %s", (_, name, value) => {
    expect(within(name, value)).toBe("problem");
  });
});

describe("a name", () => {
  test("of an element without prefix is in the default namespace, of an attribute in none", () => {
    expect(resolveElement(outer, "Client")).toEqual({namespace: "urn:own", local: "Client"});
    expect(resolveAttribute(outer, "type")).toEqual({namespace: null, local: "type"});
    expect(resolveElement(new Map([["", ""]]), "Client")).toEqual({namespace: null, local: "Client"});
  });

  test("with a prefix is in its namespace, and in none we know when nothing declares it", () => {
    expect(resolveElement(outer, "b:Datum")).toEqual({namespace: "urn:base", local: "Datum"});
    expect(resolveAttribute(outer, "b:type")).toEqual({namespace: "urn:base", local: "type"});
    expect(resolveElement(outer, "q:Datum")).toEqual({namespace: undefined, local: "Datum"});
  });
});

test("all prefixes of a namespace are found", () => {
  expect(prefixesOf(new Map([...outer, ["c", "urn:base"]]), "urn:base")).toEqual(["b", "c"]);
  expect(prefixesOf(outer, "urn:none")).toEqual([]);
});
