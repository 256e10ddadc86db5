import {expect, test} from "vitest";
import {noFigure} from "../figure.ts";
import {type Change, shareVerdict} from "./change.ts";
import {kernOf} from "./kern.ts";
import type {Kpi, Kpis, ShareKpi} from "./kpis.ts";

const change = (amount: number, direction: Change["direction"]): Change => ({
  text: "",
  amount,
  isAttention: false,
  direction,
});

function kpi(value: number, changed: Change | null): Kpi {
  return {
    label: "",
    figure: {value, numerator: value, denominator: null, missing: null},
    change: changed,
    context: "",
    spark: [],
    indicator: "",
  };
}

function share(verdict: ShareKpi["verdict"]): ShareKpi {
  return {label: "", figure: noFigure, was: "", verdict, indicator: ""};
}

function kpis(changes: Partial<Kpis>): Kpis {
  return {
    money: kpi(3_710_000_000, change(0.072, "meer")),
    people: kpi(5980, change(0.021, "meer")),
    waiting: kpi(31, change(4, "meer")),
    early: share("toeval"),
    returning: share("toeval"),
    resultWords: "",
    ...changes,
  };
}

test("the page in three sentences", () => {
  expect(kernOf(kpis({}))).toBe(
    "De kosten stijgen harder dan het aantal mensen. Mensen wachten 4\u00a0dagen langer op hulp. Of de hulp beter of slechter werkt, is nog niet te zeggen.",
  );
});

test("what is more than chance is said, and only that", () => {
  const kern = kernOf(kpis({early: share("minder")}));
  expect(kern).toContain("Hulp stopt minder vaak te vroeg. Dat is meer dan toeval.");
});

test("without a year before there is no talk of rising", () => {
  const kern = kernOf(kpis({money: kpi(100_000, null), waiting: kpi(31, null)}));
  expect(kern).toContain("De hulp kostte");
  expect(kern).not.toContain("stijgen");
});

test("a group that is too small is said to be so", () => {
  const hidden = {...kpi(0, null), figure: {...noFigure, missing: "verborgen" as const}};
  expect(kernOf(kpis({money: hidden, people: hidden, waiting: {...hidden}}))).toContain("Deze groep tonen wij niet");
});

test("when nobody was helped, that is said instead of a price", () => {
  expect(kernOf(kpis({money: kpi(0, null), people: kpi(0, null)}))).toContain("In deze keuze kreeg niemand hulp.");
});

test("a difference of two shares is chance unless its interval clears zero", () => {
  const figure = (numerator: number, denominator: number) => ({
    value: numerator / denominator,
    numerator,
    denominator,
    missing: null,
  });
  expect(shareVerdict(figure(309, 2176), figure(291, 2094))).toBe("toeval");
  expect(shareVerdict(figure(409, 2176), figure(291, 2094))).toBe("meer");
  expect(shareVerdict(figure(209, 2176), figure(291, 2094))).toBe("minder");
  expect(shareVerdict(noFigure, figure(1, 2))).toBe("onbekend");
});
