import {expect, test} from "vitest";
import type {MonthFigure, MonthPoint} from "../../reports/stand-van-zorg/month-figure.ts";
import {addMonths} from "../../standards/calendar.ts";
import {marginCharts} from "./margin-chart.ts";
import {monthCharts, scaleOf} from "./month-chart.ts";
import {lowestShown, scoreCharts} from "./score-chart.ts";
import {sparkLine} from "./spark.ts";

test("a spark line spans its box and leaves a gap where nothing may be shown", () => {
  expect(sparkLine([0, 10, 5], 20, 16)).toEqual({path: "M3,13L10,3L17,8", end: {x: 17, y: 8}});
  expect(sparkLine([1, null, 2, 3], 20, 16).path).toBe("M3,13M12.3,8L17,3");
  expect(sparkLine([4], 20, 16).end).toBeNull();
});

test("a chart has no style of its own, a name, and links that carry their words", () => {
  const {wide} = monthCharts(figure([400, 410, 420, 430]));
  expect(wide).not.toMatch(/<style|style=/);
  expect(wide).toContain('role="group"');
  expect(wide).toContain("Kosten stijgen.");
  expect(wide.match(/<a [^>]*aria-label="[^"]+"[^>]*>/g)).toHaveLength(4);
  expect(wide).not.toContain("xlink:href");
});

test("the same figure gives the same chart, so a page that did not change has the same hash", () => {
  expect(monthCharts(figure([1, 2, 3]))).toEqual(monthCharts(figure([1, 2, 3])));
});

test("an axis begins at 0 unless all values lie close together", () => {
  expect(scaleOf(figure([100, 400]))).toMatchObject({min: 0});
  expect(scaleOf(figure([380, 400]))).toMatchObject({min: 380_000_00 - (380_000_00 % 500_000)});
});

test("ticks keep one unit and are few", () => {
  const scale = scaleOf(figure([3400, 4300]));
  expect(scale.unit).toBe("€\u00a0mln\u00a0per\u00a0maand");
  expect(scale.ticks.length).toBeGreaterThanOrEqual(4);
  expect(scale.ticks.length).toBeLessThanOrEqual(9);
});

test("a figure of which every month is hidden is still a chart", () => {
  const hidden = figure([1, 2, 3]);
  const points = hidden.points.map((point) => ({
    ...point,
    value: null,
    granted: null,
    reference: null,
    isHidden: true,
  }));
  expect(monthCharts({...hidden, points}).narrow).toContain("<svg");
});

test("a margin chart says its margins to who cannot see it", () => {
  const row = {
    label: "2025",
    value: 0.14,
    low: 0.12,
    high: 0.16,
    text: "14,0 %",
    bounds: "12,0 % tot 16,0 %",
    isNow: false,
  };
  const {narrow} = marginCharts({
    finding: "Kan toeval zijn",
    note: "",
    method: "Marge volgens Wilson",
    unit: "aandeel",
    rows: [row, {...row, label: "2026", isNow: true}],
  });
  expect(narrow).toContain('role="img"');
  expect(narrow).toContain("2025: 14,0");
});

/** Months from January 2026 with these costs in thousands of euros. */
function figure(thousands: readonly number[]): MonthFigure {
  const points = thousands.map((value, index): MonthPoint => {
    const month = addMonths("2026-01", index);
    const isComplete = index < thousands.length - 1;
    return {
      month,
      value: value * 100_000,
      granted: value * 100_000,
      low: isComplete ? null : value * 98_000,
      high: isComplete ? null : value * 102_000,
      reference: null,
      isComplete,
      isHidden: false,
      href: `/?van=${month}`,
      title: month,
    };
  });
  return {
    finding: "Kosten stijgen",
    note: "",
    name: "Kosten",
    reference: {kind: "begroting", name: "Begroting"},
    points,
    empty: null,
    provenance: {
      source: "",
      coverage: "",
      dataThrough: "2026-09",
      knownOn: "2026-10-31",
      completeShare: null,
      remarks: [],
    },
  };
}

test("two years of shares have few names of months, also on a phone, and a gap where there is none", () => {
  const points = Array.from({length: 24}, (_, index) => ({
    month: addMonths("2024-11", index),
    score: index === 5 ? null : 0.91 + (index % 7) / 100,
  }));
  const {wide, narrow} = scoreCharts(points, "Zeker per maand.");
  expect(wide.match(/>(jan|apr|jul|okt)&#160;\d{4}</g)).toHaveLength(8);
  expect(narrow.match(/>(jan|jul)&#160;\d{4}</g)).toHaveLength(4);
  expect(wide).toContain('aria-label="Zeker per maand."');
  expect(wide).not.toMatch(/<style|style=|NaN/);
  expect(wide.match(/stroke-width="2.4"[^>]*><path d="([^"]+)"/)?.[1]?.match(/M/g)).toHaveLength(2);
  expect(lowestShown(points)).toBe(0.9);
  expect(lowestShown([{month: "2026-01", score: 1}])).toBe(0.95);
});
