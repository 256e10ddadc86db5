import {expect, test} from "vitest";
import {unitsOf, windowsOf} from "./units.ts";

test("a window is as few whole years, quarters and months as can be", () => {
  expect(unitsOf("2024-01", "2025-07", "2030-01-01")).toEqual(["2024", "2025-K1", "2025-K2", "2025-07"]);
  expect(unitsOf("2024-02", "2024-06", "2030-01-01")).toEqual(["2024-02", "2024-03", "2024-K2"]);
});

test("a quarter or year that was not over is told by its months", () => {
  expect(unitsOf("2025-01", "2025-12", "2025-12-31")).toEqual(["2025"]);
  expect(unitsOf("2025-01", "2025-03", "2025-03-30")).toEqual(["2025-01", "2025-02", "2025-03"]);
});

test("each period of a question has its months", () => {
  expect([...windowsOf("2024-11", "2025-02", "kwartaal")]).toEqual([
    ["2024-K4", {from: "2024-11", to: "2024-12"}],
    ["2025-K1", {from: "2025-01", to: "2025-02"}],
  ]);
  expect([...windowsOf("2024-11", "2025-02", "totaal")]).toEqual([["totaal", {from: "2024-11", to: "2025-02"}]]);
});
