import {describe, expect, test} from "vitest";
import {addMonths} from "../../standards/calendar.ts";
import type {Outlook, OutlookMonth} from "../outlook.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";
import {monthFigure} from "./month-figure.ts";

const view: View = {
  gemeenteCode: "GM9999",
  from: "2026-01",
  to: "2026-06",
  splitBy: "wijk",
  knownOn: "2026-07-31",
  where: [],
};

const place = {
  gemeenteCode: "GM9999",
  name: "",
  firstMonth: "2026-01",
  lastMonth: "2026-07",
  dataDate: "2026-07-31",
  dataVersion: "1",
};

/** Six months against a begroting of 100; "90-130" is a month that is not complete, with its band. */
function finding(months: readonly string[], reference: "begroting" | "vorig jaar" = "begroting"): string {
  const outlook: Outlook = {
    months: new Map(months.map((text, index) => [addMonths("2026-01", index), monthOf(text)])),
    totals: {granted: null, expected: null, budget: null, completeShare: null, reference},
  };
  const provenance = {
    source: "",
    coverage: "",
    dataThrough: "2026-06",
    knownOn: "2026-07-31",
    completeShare: null,
    remarks: [],
  };
  const sources = {place} as Sources;
  return monthFigure({outlook, view, sources, history: view, provenance, path: "/"}).finding;
}

function monthOf(text: string): OutlookMonth {
  const [low, high] = text.split("-").map(Number);
  const isComplete = high === undefined;
  const value = isComplete ? low! : (low! + high) / 2;
  return {
    granted: value,
    value,
    low: isComplete ? null : low!,
    high: high ?? null,
    reference: 100,
    isComplete,
    isHidden: false,
  };
}

describe("the finding above the months", () => {
  test("says since when costs lie over the begroting", () => {
    expect(finding(["90", "95", "110", "120", "115", "108"])).toBe("Sinds maart liggen de kosten boven de begroting");
  });

  test("says in how many months they did, when it goes up and down", () => {
    expect(finding(["90", "110", "95", "120", "90", "110"])).toBe(
      "In 3 van de 6 maanden lagen de kosten boven de begroting",
    );
  });

  test("does not lean on a month whose band lies on both sides", () => {
    expect(finding(["110", "120", "115", "90-130", "90-130", "80-140"])).toBe(
      "Sinds januari liggen de kosten boven de begroting",
    );
    expect(finding(["110", "90", "95", "90-130", "105-130", "110-140"])).toBe(
      "In zeker 3 van de 6 maanden lagen de kosten boven de begroting",
    );
  });

  test("does not run on over a month that is expected on the other side", () => {
    expect(finding(["110", "90", "85", "90-95", "90-140", "80-118"])).toBe(
      "In feb\u00a0t/m\u00a0apr\u00a02026 lagen de kosten onder de begroting",
    );
    expect(finding(["110", "90", "85", "90-125", "90-95", "85-95"])).toBe(
      "In zeker 4 van de 6 maanden lagen de kosten onder de begroting",
    );
  });

  test("is not about a difference when there is none, nor about money when nothing was granted", () => {
    expect(finding(["100", "100", "100", "100", "110", "110"])).toBe(
      "In 2 van de 2 maanden lagen de kosten boven de begroting",
    );
    expect(finding(["0", "0", "0", "0", "0", "0"])).toBe("Er zijn nog geen kosten te tonen");
  });

  test("compares with the year before where there is no begroting", () => {
    expect(finding(["90", "95", "90", "80", "90", "90"], "vorig jaar")).toBe(
      "Sinds januari zijn de kosten lager dan een jaar eerder",
    );
  });
});
