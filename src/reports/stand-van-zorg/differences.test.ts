import {expect, test} from "vitest";
import {noFigure} from "../figure.ts";
import {differenceWords, type ResultRow} from "./differences.ts";

const share = (numerator: number, denominator: number) => ({
  value: numerator / denominator,
  numerator,
  denominator,
  missing: null,
});

function row(name: string, stopped: number, trials: number): ResultRow {
  return {code: name, name, early: share(stopped, trials), returning: noFigure};
}

const total = row("Heuveldam", 208, 1106);

test("a wijk is named when help stops there more or less often than chance can explain", () => {
  const words = differenceWords([row("Lindehout", 40, 110), row("Centrum", 20, 100)], total, "wijk");
  expect(words).toBe(
    "In Lindehout stopt hulp vaker te vroeg dan in de rest. Dat is meer dan toeval. Het zegt niet wat de oorzaak is.",
  );
  expect(differenceWords([row("Vogelhoek", 10, 160), row("Centrum", 20, 100)], total, "wijk")).toContain(
    "In Vogelhoek stopt hulp minder vaak te vroeg dan in de rest.",
  );
});

test("what chance can explain among many wijken is said to be so", () => {
  // 27.5 % against 18.8 %: outside 95 % alone, not among a dozen.
  expect(differenceWords([row("De Wending", 25, 91), row("Centrum", 20, 100)], total, "wijk")).toContain(
    "De verschillen in resultaat tussen deze wijken kunnen toeval zijn.",
  );
});

test("nothing is said where too little may be shown, nor about aanbieders beside each other", () => {
  const hidden = {...row("Zonneweide", 1, 60), early: noFigure};
  expect(differenceWords([hidden, row("Centrum", 20, 100)], total, "wijk")).toBeNull();
  expect(differenceWords([row("A", 40, 110), row("B", 20, 100)], total, "aanbieder")).toBeNull();
});
