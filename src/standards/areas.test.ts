import {describe, expect, test} from "vitest";
import {areaKind, gemeenteCodeOf, gemeenteOf, parentOf, wijkOf} from "./areas.ts";

describe("codes of areas", () => {
  test("say what kind of area they are", () => {
    expect(["GM0363", "WK036301", "BU03630101", "GM363", "0363", "LD01"].map(areaKind)).toEqual([
      "gemeente",
      "wijk",
      "buurt",
      null,
      null,
      null,
    ]);
  });

  test("lead from a Buurt to its Wijk and its Gemeente", () => {
    expect(parentOf("BU03630102")).toBe("WK036301");
    expect(parentOf("WK036301")).toBe("GM0363");
    expect(parentOf("GM0363")).toBeNull();
    expect(gemeenteOf("BU03630102")).toBe("GM0363");
    expect(wijkOf("WK036301")).toBe("WK036301");
  });

  test("come from the four digits of a message", () => {
    expect(gemeenteCodeOf("0363")).toBe("GM0363");
  });

  test("that are none are a mistake of ours", () => {
    expect(() => wijkOf("GM0363")).toThrow(RangeError);
    expect(() => gemeenteOf("0363")).toThrow(RangeError);
  });
});
