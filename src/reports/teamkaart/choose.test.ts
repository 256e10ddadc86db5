import {describe, expect, test} from "vitest";
import type {Candidate} from "./candidates.ts";
import {chooseQuestions} from "./choose.ts";
import {type AskedAbout, keyOfQuestion} from "./question-name.ts";
import type {Aim, Beside} from "./questions.ts";

function candidate(
  indicator: string,
  more: {side?: "hoger" | "lager"; aim?: Aim; isNotable?: boolean; weight?: number; beside?: Beside} = {},
): Candidate {
  const {side = "hoger", aim = "anders", isNotable = false, weight = 0.5, beside = "hulp"} = more;
  const about: AskedAbout = {kind: "cijfer", indicator, side, beside, wet: null, from: "2025-01", to: "2025-12"};
  return {about, aim, isNotable, weight, line: "", href: null};
}

function count(name: string, aim: Aim): Candidate {
  const about: AskedAbout = {kind: "aantal", name, wet: null, from: "2025-01", to: "2025-12"};
  return {about, aim, isNotable: false, weight: 0, line: "", href: null};
}

const keys = (chosen: readonly Candidate[]) => chosen.map(({about}) => keyOfQuestion(about));
const choose = (candidates: readonly Candidate[], answered: readonly string[] = []) =>
  keys(chooseQuestions(candidates, new Set(answered)));

describe("the three questions", () => {
  const differs = candidate("uitval", {isNotable: true, weight: 2});
  const lighter = candidate("langdurig", {aim: "lichter", weight: 0.4});
  const good = candidate("herhaald-beroep", {side: "lager", aim: "goed", isNotable: true, weight: 1.6});

  test("ask of what differs, of what may be lighter and of what went well", () => {
    expect(choose([good, lighter, differs, candidate("verlengd", {isNotable: true, weight: 1.8})])).toEqual([
      "uitval.hoger.hulp",
      "langdurig.hoger.hulp",
      "herhaald-beroep.lager.hulp",
    ]);
  });

  test("are the same three in whatever order the candidates come", () => {
    const all = [good, lighter, differs, candidate("via-huisarts"), candidate("opschaling")];
    expect(choose(all.toReversed())).toEqual(choose(all));
  });

  test("are about three subjects: ended early and ended as planned are one", () => {
    const chosen = choose([
      differs,
      candidate("volgens-plan", {side: "lager", isNotable: true, weight: 3}),
      candidate("via-huisarts"),
      candidate("eerste-deur", {weight: 0.6}),
      candidate("opschaling"),
    ]);
    expect(chosen).toEqual(["volgens-plan.lager.hulp", "eerste-deur.hoger.hulp", "opschaling.hoger.hulp"]);
  });

  test("fall back to what comes nearest to standing out", () => {
    const few = [0.1, 0.7, 0.3, 0.9].map((weight, at) =>
      candidate(["uitval", "via-huisarts", "opschaling", "verlengd"][at]!, {weight}),
    );
    expect(choose(few)).toEqual(["verlengd.hoger.hulp", "via-huisarts.hoger.hulp", "opschaling.hoger.hulp"]);
  });

  test("are three as soon as it is known how many people there are", () => {
    expect(choose([count("goed", "goed"), count("wijk", "anders"), count("vroeg", "anders")])).toHaveLength(3);
    expect(choose([])).toEqual([]);
  });

  test("leave out what was answered the last time, and ask it again rather than ask two", () => {
    const others = [
      candidate("via-huisarts"),
      candidate("opschaling", {weight: 0.4}),
      candidate("kosten", {weight: 0.3}),
    ];
    expect(choose([differs, ...others], ["uitval.hoger.hulp"])).toEqual(keys(others));
    expect(choose([differs, ...others.slice(0, 2)], ["uitval.hoger.hulp"])).toEqual([
      ...keys(others.slice(0, 2)),
      "uitval.hoger.hulp",
    ]);
  });

  test("ask of one figure once, also when it both changed and differs", () => {
    const chosen = choose([differs, candidate("uitval", {isNotable: true, beside: "tijd", weight: 1}), lighter, good]);
    expect(chosen.filter((key) => key.startsWith("uitval"))).toEqual(["uitval.hoger.hulp"]);
  });
});
